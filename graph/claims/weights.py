"""How likely a candidate attribution is one: a logistic model over named features, its weights in `weights.tsv`.

The weights were learnt on the training split of PolNeAR (Newell, Margolin, Ruths, LREC 2018) by
`tests/benchmarks/learn_weights.py`; the file holds figures, no text.
"""

import math
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from graph.claims.attribution import Attribution
from graph.language import start_of
from graph.resources import resource

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph.claims.quoted import Page

_SHORT, _MIDDLE = 4, 12


def probability(features: Iterator[str]) -> float:
    """From 0 to 1: the share of candidates with these features that a careful annotator marked."""
    weights = _weights()
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) for name in features)))


@cache
def _weights() -> dict[str, float]:
    lines = resource("claims", "weights.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


def features(page: "Page", found: Attribution) -> Iterator[str]:
    """The names of what the weights count in a candidate; "bias" is always there."""
    head, frame = found.head, found.frame
    lemma = head.lemma_.lower()
    yield "bias"
    yield "frame=" + frame
    yield "lemma=" + lemma
    yield f"{frame}:{lemma}"
    for name in found.features:
        yield name
        yield f"{frame}:{name}"
        yield f"{frame}:{lemma}:{name}"
    yield from _of_verb(frame, lemma, head)
    yield from _of_class(frame, lemma)
    yield from _of_source(frame, found)
    yield from _of_content(page, found)


def _of_class(frame: str, lemma: str) -> Iterator[str]:
    """The classes of saying, thinking, wanting that a word is in: what the weights know of rare words."""
    for name in _classes().get(lemma, ()):
        yield f"class={name}"
        yield f"{frame}:class={name}"


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for line in resource("claims", "speech.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, lemmas = line.split("\t")
            for lemma in lemmas.split():
                found.setdefault(lemma, []).append(name)
    return {lemma: tuple(names) for lemma, names in found.items()}


def _of_verb(frame: str, lemma: str, head: "Token") -> Iterator[str]:
    yield f"{frame}:dep={head.dep_}"
    yield f"{frame}:tag={head.tag_}"
    for child in head.children:
        if child.dep_ == "neg":
            yield f"{frame}:negated"
        elif child.dep_ in ("aux", "auxpass"):
            yield f"{frame}:aux={child.lower_}"
            yield f"{lemma}:aux={child.lemma_}"
        elif child.dep_ == "prt":
            yield f"{lemma}:prt={child.lower_}"
        elif child.dep_ in ("mark", "advmod") and child.lower_ in ("if", "as", "when", "because", "how", "while"):
            yield f"{frame}:under={child.lower_}"
        elif child.dep_ in ("dobj", "dative", "prep", "acomp", "attr"):
            yield f"{frame}:has={child.dep_}"


def _of_source(frame: str, found: Attribution) -> Iterator[str]:
    holder = found.holder
    if holder is None:
        yield f"{frame}:nobody"
        return
    yield f"{frame}:source={holder.tag_}"
    yield f"{frame}:ent={holder.ent_type_ or '-'}"
    if holder.pos_ in ("PRON", "NOUN"):
        yield f"source={holder.lemma_.lower()}"
        yield f"{frame}:source={holder.lemma_.lower()}"


def _of_content(page: "Page", found: Attribution) -> Iterator[str]:
    frame = found.frame
    words = sum(len(span.text.split()) for span in found.content)
    size = "1" if words == 1 else "few" if words <= _SHORT else "some" if words <= _MIDDLE else "many"
    yield f"{frame}:words={size}"
    inside = page.quoted(start_of(found.head))
    yield f"{frame}:{'said-in-quote' if inside else 'said-plainly'}"
    if (
        any(page.quoted(span.start + 1) or page.quoted(max(span.start, span.end - 2)) for span in found.content)
        and not inside
    ):
        yield f"{frame}:quotes"
    yield f"{frame}:region={found.sentence.kind}"
    yield f"{frame}:pieces={min(3, len(found.content))}"
