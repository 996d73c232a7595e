"""Where and when an event took place, by the phrases of its verb and its noun."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from graph.articles import resolve_day
from graph.claims.syntax.children import VERBAL, child

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACES = ("GPE", "LOC", "FAC")
_TIME = ("DATE",)
_BEHIND = (
    "in",
    "at",
    "on",
    "near",
    "outside",
    "inside",
    "to",
    "from",
    "since",
    "by",
    "before",
    "after",
    "during",
    "for",
)
_WHERE = ("in", "at", "near", "outside", "inside", "to")
_VAGUE = re.compile(r"\b(?:week|weekend|month|year|quarter|decade|century|summer|autumn|fall|winter|spring)s?\b", re.I)
_DAY = re.compile(
    r"\d|\b(?:(?:last|next|this|earlier|later) (?:week|weekend|month|year|quarter|summer|autumn|fall|winter|spring)|"
    r"yesterday|today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|"
    r"july|august|september|october|november|december|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\b\.?)",
    re.I,
)
_OPENING = ("the", "a", "an", "in", "on", "of", "early", "late")
_SPANS = re.compile(
    r"\b(?:for|every|each|annual|daily|weekly|monthly|old|past|recent|\w+-(?:year|month|week|day|hour))\b", re.I
)


def place(words: Iterable["Token"], *, whither: bool = False) -> str | None:
    """The place behind "in" or "at" of some words; with `whither` behind "to" as well."""
    for noun in _behind(words, _WHERE if whither else _WHERE[:-1]):
        if noun.ent_type_ in _PLACES:
            return name_of(noun)
    return None


def time(words: Iterable["Token"], published: date | None, *, ahead: bool) -> str | None:
    """The day that some words name, as a date where the article's own is known, or else as written."""
    written = next(_times(list(words), ("for", "before", "by", "until", "after")), None)
    if written is None or published is None or _VAGUE.search(written):
        return written
    day = resolve_day(written, published, ahead=ahead)
    return day.isoformat() if day else written


def _times(words: list["Token"], without: tuple[str, ...]) -> Iterator[str]:
    """The days that words name, not those behind some prepositions."""
    for word in words:
        for c in word.children:
            near = c.dep_ in ("npadvmod", "advmod", "nmod", "tmod", "compound", "nummod", "appos", "nsubj", "dobj")
            noun = c if near else child(c, "pobj") if c.dep_ == "prep" and c.lower_ in _BEHIND else None
            if noun is not None and noun.ent_type_ in _TIME and noun.pos_ not in VERBAL:
                text = name_of(noun)
                if _DAY.search(text) and not _SPANS.search(text) and c.lower_ not in without:
                    yield text


def _behind(words: Iterable["Token"], prepositions: tuple[str, ...]) -> Iterator["Token"]:
    for word in words:
        for c in word.children:
            noun = child(c, "pobj") if c.dep_ == "prep" and c.lower_ in prepositions else None
            if noun is not None:
                yield noun


def name_of(noun: "Token") -> str:
    """The whole of the name that a word is part of, without its article."""
    first = last = noun
    while first.ent_iob_ == "I":
        first = first.nbor(-1)
    while last.i + 1 < len(last.doc) and last.nbor(1).ent_iob_ == "I" and noun.ent_type_:
        last = last.nbor(1)
    tokens = list(noun.doc[first.i : last.i + 1])
    while len(tokens) > 1 and tokens[0].lower_ in _OPENING and (tokens[0].is_lower or tokens[0].is_sent_start):
        tokens.pop(0)
    return " ".join("".join(t.text_with_ws for t in tokens).split())
