"""RDF 1.2 Turtle: the merge of all graphs, and each position as a triple whose reifier is the position.

`holder cg:opposes proposal ~ position .` says that the position, with its confidence, its words and its date, is what
stands behind the short triple; a query asks for it as `?holder cg:opposes ?proposal ~ ?position`.
Specification: RDF 1.2 Turtle, W3C (reifiers and annotations).
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from pyoxigraph import NamedNode, Triple

from graph.exports.ordered import merged, prefix_lines
from graph.exports.turtle import turtle_of
from graph.model import Stance
from graph.store import Store
from graph.vocabulary import PREFIXES, SHORTCUTS, iri

_HOLDER, _TARGET, _STANCE = iri("cg:holder"), iri("cg:target"), iri("cg:stance")


def write_turtle12(store: Store, out: BinaryIO) -> None:
    """Write each triple once, and behind each article's a line for each of its positions."""
    out.write(b'VERSION "1.2"\n' + prefix_lines())
    for triples in merged(store):
        out.write(turtle_of(triples))
        out.writelines(f"{line}\n".encode() for line in _reified(triples))


def _reified(triples: Iterable[Triple]) -> Iterator[str]:
    ends: dict[str, dict[str, NamedNode]] = {}
    for triple in triples:
        if triple.predicate.value in (_HOLDER, _TARGET, _STANCE) and isinstance(triple.object, NamedNode):
            ends.setdefault(triple.subject.value, {})[triple.predicate.value] = triple.object  # type: ignore[union-attr]
    for position, found in ends.items():
        if len(found) == 3:
            yield f"{found[_HOLDER]} {_short(found[_STANCE])} {found[_TARGET]} ~ <{position}> ."


def _short(stance: NamedNode) -> str:
    """The property that says a stance in one triple."""
    step: Stance = stance.value.removeprefix(PREFIXES["stance"])  # type: ignore[assignment]
    return f"cg:{SHORTCUTS[step]}"
