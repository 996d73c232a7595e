"""Hand-coded claims as pairs of a proposal and a claim with a stance: what the stance model is taught with."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from graph.language.pairing import Context, context_pieces, cut, wording_pieces

STANCES = ("none", "support", "conditional", "undecided", "doubt", "oppose")
_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“‘'(A-Z0-9])|\n+")
_BEFORE = 300  # characters
_FOREIGN = 0.15  # of the claims


@dataclass(frozen=True, slots=True)
class Pair:
    """Word pieces of a proposal and of a claim in its context, and which of `STANCES` the claim takes."""

    wording: tuple[int, ...]
    context: tuple[int, ...]
    stance: int


def pairs(records: Iterable[Mapping[str, Any]], tokenizer: Any) -> Iterator[Pair]:
    """Each claim of each article with each of the article's proposals."""
    for record in records:
        wordings = [tuple(wording_pieces(tokenizer, wording(p))) for p in record["proposals"]]
        ends = sentence_ends(record["text"])
        for claim in record["claims"]:
            pieces = tuple(context_pieces(tokenizer, context(record, claim, ends)))
            for number, words in enumerate(wordings):
                yield Pair(words, pieces, STANCES.index(claim["stances"].get(number, "none")))


def foreign(records: list[Mapping[str, Any]], tokenizer: Any, chance: Random) -> Iterator[Pair]:
    """Some claims with a proposal of another article: nothing is said of it."""
    for record in records:
        ends = sentence_ends(record["text"])
        for claim in record["claims"]:
            other = chance.choice(records)
            if other is not record and other["proposals"] and chance.random() < _FOREIGN:
                words = tuple(wording_pieces(tokenizer, wording(chance.choice(other["proposals"]))))
                yield Pair(words, tuple(context_pieces(tokenizer, context(record, claim, ends))), 0)


def wording(proposal: Mapping[str, Any]) -> str:
    """A proposal in one line: its label, its other labels, its definition."""
    return "; ".join([proposal["label"], *proposal["aliases"]]) + ". " + (proposal["definition"] or "")


def context(record: Mapping[str, Any], claim: Mapping[str, Any], ends: list[int]) -> Context:
    """A claim in its sentences."""
    marked = [(s, e, "evidence") for s, e in claim["evidence"]]
    if claim["holder"] is not None:
        marked.append((*claim["holder"], "holder"))
    first, last = min(m[0] for m in marked), max(m[1] for m in marked)
    start = max((e for e in ends if e <= first), default=0)
    end = min((e for e in ends if e >= last), default=len(record["text"]))
    text = record["text"]
    return Context(record["title"] or "", text[max(0, start - _BEFORE) : start], cut(text, start, end, marked))


def sentence_ends(text: str) -> list[int]:
    """Where sentences end, roughly."""
    return [0, *(m.end() for m in _END.finditer(text)), len(text)]
