"""The attributions that annotators marked: what each covers, which kind of quotation and of cue it is."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.claims.attributions import Page, page_of
from graph.claims.speech.making import quotation
from graph.language import Parsed, end_of, start_of
from tests.benchmarks.learn_weights import Said

if TYPE_CHECKING:
    from spacy.tokens import Token

Spans = Sequence[Sequence[int]]
QUOTATIONS = ("direct", "mixed", "indirect")
CUES = ("verb", "noun", "adjective", "preposition", "colon or dash", "other", "no")
_CUES = {
    "VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADP": "preposition",
    "PUNCT": "colon or dash",
}  # fmt: skip
_PREDICATES = {"acomp", "attr", "oprd"}


@dataclass(frozen=True, slots=True)
class Marked:
    """An annotated attribution: its characters, the words of its content, and what it is counted under."""

    said: Said
    words: int
    quotation: str
    cue: str


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a file: {doc_id, text, attributions: [{source, cue, content}]}, each a list of [start, end)."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def marked(attributions: Iterable[dict[str, Spans]], parsed: Parsed) -> Iterator[Marked]:
    """The attributions of an article, which is parsed for the parts of speech of the cues."""
    page = page_of(parsed)
    tokens = [token for sentence in parsed.sentences for token in sentence.tokens]
    for one in attributions:
        text = " ".join(parsed.article.text[start:end] for start, end in one["content"])
        kind = _quotation(page, one["content"])
        said = Said(characters(one["content"]), characters(one["source"]))
        yield Marked(said, len(text.split()), kind, cue_kind(one["cue"], tokens))


def characters(spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """The places that spans cover."""
    return frozenset(place for start, end in spans for place in range(start, end))


def _quotation(page: Page, content: Spans) -> str:
    """Direct where all letters of the content stand between quotation marks, mixed where some do."""
    return quotation(page, [page.article.span(start, end) for start, end in content])


def cue_kind(cue: Spans, tokens: Iterable["Token"]) -> str:
    """By the part of speech of the cue's head: of "is adamant" the adjective, of "according to" the preposition."""
    places = characters(cue)
    words = [t for t in tokens if t.text.strip() and not places.isdisjoint(range(start_of(t), end_of(t)))]
    if not words:
        return "no"
    head = next((t for t in words if t.head == t or t.head not in words), words[0])
    if head.pos_ == "AUX":
        head = next((t for t in words if t.head == head and t.dep_ in _PREDICATES), head)
    return "preposition" if head.dep_ == "prep" else _CUES.get(head.pos_, "other")
