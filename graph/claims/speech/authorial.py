"""The author's own voice: whether an article is a commentary, and what it demands or judges without anybody else."""

import re
from collections.abc import Iterator
from functools import cache

from graph.actors import Cast
from graph.actors.pronouns import is_first_person
from graph.actors.transcripts import is_interview, is_turn
from graph.claims.spans import bounds, trimmed
from graph.claims.speech.speech import Speech
from graph.claims.syntax.children import auxiliary
from graph.claims.tables import words
from graph.language import Parsed, Sentence
from graph.model import Article, Claim, Mention
from graph.vocabulary import Minter

DEMANDING = ("should", "must", "ought")
_ATTRIBUTED = 0.3  # of the sentences: more than that is a report
_OPENING = 400  # characters


def voice(parsed: Parsed, cast: Cast, speech: Speech) -> tuple[Mention, ...]:
    """Who speaks where nobody else is made to: the authors of a commentary; nobody for a report."""
    if not parsed.article.authors or is_interview(parsed):
        return ()
    return cast.authors() if _is_called_commentary(parsed.article) or _argues(parsed, speech) else ()


def _is_called_commentary(article: Article) -> bool:
    """Whether an article says of itself that it argues: in its frame, its address or its byline."""
    frame = " ".join(article.text[r.start : r.end] for r in article.regions if r.kind in ("byline", "boilerplate"))
    said = (frame[:_OPENING], article.location, " ".join(article.authors))
    return any(_commentary().search(text) for text in said)


@cache
def _commentary() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(words("commentaries")))
    return re.compile(rf"\b(?:{names})\b", re.I)


def _argues(parsed: Parsed, speech: Speech) -> bool:
    """Whether an article speaks as I or we, or demands much and attributes little."""
    body = [s for s in parsed.sentences if s.kind == "body" and not is_turn(s.tokens.doc)]
    own = [s for s in body if not speech.over(s.tokens.root)]
    first = sum(1 for s in own if any(is_first_person(t) and not speech.over(t) for t in s.tokens))
    attributed = 1 - len(own) / max(1, len(body))
    return first >= 2 or (sum(1 for s in own if _demands(s)) >= 2 and attributed < _ATTRIBUTED)


def _demands(sentence: Sentence) -> bool:
    """Whether a sentence's main verb says what should be."""
    return auxiliary(sentence.tokens.root, *DEMANDING) is not None


def demanded(parsed: Parsed, speech: Speech, authors: tuple[Mention, ...], minter: Minter) -> Iterator[Claim]:
    """What the authors demand: each sentence of the body that says what should be and is nobody else's."""
    taken = {claim.id for claim in speech.claims}
    speakers = tuple(author.actor for author in authors)
    for sentence in parsed.sentences:
        if (
            sentence.kind != "body"
            or is_turn(sentence.tokens.doc)
            or not _demands(sentence)
            or speech.over(sentence.tokens.root)
        ):
            continue
        span = trimmed(parsed.article, *bounds(sentence))
        name = minter.claim(parsed.article.slug, span.start, span.end) if span is not None else ""
        if span is not None and name not in taken:
            yield Claim(name, speakers, (), (), (span,), "authorial", 0.6,
                        "the author says what should be, nobody else is made to", modality="should")  # fmt: skip
