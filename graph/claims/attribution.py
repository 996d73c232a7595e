"""An attribution as the text has it: a source, a cue, a content, and the features that a weight can judge it by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.language import end_of, start_of
from graph.model import Article, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph.language import Sentence

_EDGE = " \t\r\n,;:—–-"
_RELATIVE = ("relcl",)
_LONG_SOURCE = 25


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (`source` tokens, empty where the text does not tell) by which words (`cue`) says what (`content`).

    `head` is the token that the cue hangs on, `holder` the head token of the source; content is in offsets of the
    article. `features` name what a weight may count; `frame` is the rule that found it.
    """

    frame: str
    sentence: "Sentence"
    head: "Token"
    cue: tuple["Token", ...]
    holder: "Token | None"
    source: tuple["Token", ...]
    content: tuple[Span, ...]
    features: tuple[str, ...]

    @property
    def start(self) -> int:
        """Where the content starts."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1].end


def trimmed(article: Article, start: int, end: int) -> Span | None:
    """The span without blanks and loose punctuation at its edges; None where nothing is left."""
    text = article.text
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return article.span(start, end) if any(c.isalnum() for c in text[start:end]) else None


def pieces(article: Article, tokens: Iterable["Token"], without: Iterable["Token"] = ()) -> tuple[Span, ...]:
    """The contiguous stretches that tokens cover, with the tokens of `without` cut out."""
    cut = {token.i for token in without}
    kept = sorted((token for token in tokens if token.i not in cut and not token.is_space), key=lambda t: t.i)
    spans: list[Span] = []
    for first, last in _runs(kept):
        span = trimmed(article, start_of(first), end_of(last))
        if span is not None:
            spans.append(span)
    return tuple(spans)


def _runs(tokens: list["Token"]) -> Iterator[tuple["Token", "Token"]]:
    """First and last token of each run of neighbours; a gap of punctuation alone does not end a run."""
    run: list[Token] = []
    for token in tokens:
        if run and any(not (t.is_punct or t.is_space) for t in token.doc[run[-1].i + 1 : token.i]):
            yield run[0], run[-1]
            run = []
        run.append(token)
    if run:
        yield run[0], run[-1]


def noun_phrase(head: "Token", without: Iterable["Token"] = ()) -> tuple["Token", ...]:
    """The tokens of the phrase that names a source; a relative clause is left out where the phrase gets long."""
    cut = {token.i for token in without}
    phrase = [token for token in head.subtree if token.i not in cut]
    dropped = {
        t.i
        for child in head.children
        if (child.dep_ in ("cc", "conj", "punct", "parataxis") and child.i > head.i and _plays_apart(child))
        or (child.dep_ in _RELATIVE and len(phrase) > _LONG_SOURCE)
        for t in child.subtree
    }  # fmt: skip
    kept = [token for token in phrase if token.i not in dropped]
    while kept and (kept[-1].is_punct or kept[-1].is_space):
        kept.pop()
    while kept and (kept[0].is_punct or kept[0].is_space):
        kept.pop(0)
    return tuple(kept)


def _plays_apart(child: "Token") -> bool:
    """Whether what hangs on a noun is no part of its phrase: a clause that the parser put there."""
    return child.dep_ in ("parataxis",) or (child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"))
