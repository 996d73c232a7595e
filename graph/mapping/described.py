"""Quads by subject and predicate, with the questions that reading them back asks."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad, Triple

from graph.model import Span
from graph.vocabulary import iri

_iri = cache(iri)


class Described:
    """The facts of a graph, by subject: what `reading_back` asks of them."""

    def __init__(self, quads: Iterable[Quad | Triple]) -> None:
        self._facts: dict[str, dict[str, list[NamedNode | Literal]]] = {}
        for quad in quads:
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                facts = self._facts.setdefault(quad.subject.value, {})
                facts.setdefault(quad.predicate.value, []).append(quad.object)

    def all(self, subject: str, predicate: str) -> list[str]:
        """The values of a property as text, sorted."""
        return sorted(value.value for value in self._facts.get(subject, {}).get(_iri(predicate), ()))

    def one(self, subject: str, predicate: str) -> str | None:
        """The only value of a property (the first in order where there are more), or None."""
        return next(iter(self.all(subject, predicate)), None)

    def need(self, subject: str, predicate: str) -> str:
        """The value of a property, or an empty text."""
        return self.one(subject, predicate) or ""

    def day(self, subject: str, predicate: str) -> date | None:
        """The date of a property."""
        found = self.one(subject, predicate)
        return date.fromisoformat(found[:10]) if found else None

    def number(self, subject: str, predicate: str) -> int:
        """The offset that a property gives."""
        return int(self.need(subject, predicate) or 0)

    def score(self, subject: str, predicate: str) -> float:
        """The confidence that a property gives."""
        return float(self.need(subject, predicate) or 0)

    def members(self, curie: str) -> Iterator[str]:
        """The subjects of a class, sorted."""
        wanted, kind = _iri(curie), _iri("rdf:type")
        for subject in sorted(self._facts):
            if any(value.value == wanted for value in self._facts[subject].get(kind, ())):
                yield subject

    def pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Each subject of a property with each of its values, sorted."""
        wanted = _iri(predicate)
        for subject in sorted(self._facts):
            yield from ((subject, value) for value in sorted(v.value for v in self._facts[subject].get(wanted, ())))

    def spans(self, subject: str, predicate: str) -> tuple[Span, ...]:
        """The pieces of text that a property points at, in the order of the text."""
        return tuple(sorted(self._span(evidence) for evidence in self.all(subject, predicate)))

    def _span(self, evidence: str) -> Span:
        start = end = 0
        exact = ""
        for selector in self.all(evidence, "oa:hasSelector"):
            start = self.number(selector, "oa:start") or start
            end = self.number(selector, "oa:end") or end
            exact = self.one(selector, "oa:exact") or exact
        return Span(start, end, exact)
