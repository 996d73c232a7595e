"""The author's own voice: whether an article is a commentary, and what it demands or judges without anybody else."""

import re
from collections.abc import Iterator

from graph.actors import Cast
from graph.claims.attribution import trimmed
from graph.claims.speech import Speech
from graph.language import Parsed, Sentence, end_of, start_of
from graph.model import Claim, Mention
from graph.vocabulary import Minter

_NAMED = re.compile(r"\b(commentary|opinion|op-ed|editorial|column|viewpoint|analysis|essay|guest post|leader)\b", re.I)
_DEONTIC = frozenset(("should", "must", "ought"))
_FIRST = frozenset(("i", "we", "my", "our"))
_ATTRIBUTED = 0.3  # of the sentences: more than that is a report


def voice(parsed: Parsed, cast: Cast, speech: Speech) -> tuple[Mention, ...]:
    """Who speaks where nobody else is made to: the authors of a commentary; nobody for a report."""
    return cast.authors() if parsed.article.authors and _is_commentary(parsed, speech) else ()


def _is_commentary(parsed: Parsed, speech: Speech) -> bool:
    """Whether an article argues: it says so of itself, speaks as I or we, or demands much and attributes little."""
    article = parsed.article
    frame = " ".join(article.text[r.start : r.end] for r in article.regions if r.kind in ("byline", "boilerplate"))
    body = [s for s in parsed.sentences if s.kind == "body"]
    own = [s for s in body if not speech.over(start_of(s.tokens.root))]
    if _NAMED.search(frame[:400]) or _NAMED.search(article.location) or _NAMED.search(" ".join(article.authors)):
        return True
    first = sum(1 for s in own if any(t.lower_ in _FIRST and not _quoted(speech, t) for t in s.tokens))
    demands = sum(1 for s in own if _demand(s))
    attributed = 1 - len(own) / max(1, len(body))
    return first >= 2 or (demands >= 2 and attributed < _ATTRIBUTED)


def _quoted(speech: Speech, token: object) -> bool:
    return bool(speech.over(start_of(token)))  # type: ignore[arg-type]


def _demand(sentence: Sentence) -> bool:
    """Whether a sentence's main verb says what should be."""
    root = sentence.tokens.root
    return any(c.lower_ in _DEONTIC for c in root.children if c.dep_ == "aux")


def authorial(parsed: Parsed, speech: Speech, authors: tuple[Mention, ...], minter: Minter) -> Iterator[Claim]:
    """What the authors demand: each sentence of the body that says what should be and is nobody else's."""
    taken = {claim.id for claim in speech.claims}
    for sentence in parsed.sentences:
        if sentence.kind != "body" or not _demand(sentence) or speech.over(start_of(sentence.tokens.root)):
            continue
        span = trimmed(parsed.article, start_of(sentence.tokens[0]), end_of(sentence.tokens[-1]))
        if span is None:
            continue
        name = minter.claim(parsed.article.slug, span.start, span.end)
        if name not in taken:
            yield Claim(name, tuple(a.actor for a in authors), (), (), (span,), "authorial", 0.6,
                        "the author says what should be, nobody else is made to", modality="should")  # fmt: skip
