"""JSON-LD framed: a tree for each article, actor or proposal, for who knows JSON and no RDF.

What a tree holds is told by the files of `ontology/frames/`, which are frames for any processor whose options are
`@embed: @always`, `explicit` and `omitDefault`; here one tree is in memory at a time. Graphs are merged.
Specification: JSON-LD 1.1 Framing, W3C 2020.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, BinaryIO, NamedTuple, TypeAlias

from pyoxigraph import NamedNode

from graph.errors import InputError
from graph.exports.jsonld import Compactor, as_json, listed, load_context
from graph.resources import resource
from graph.store import Solutions, Store
from graph.vocabulary import iri

FRAMES = ("article", "actor", "proposal")
AT_ONCE = 500
"""How many nodes one query is about."""

_TYPE = iri("rdf:type")

Frame: TypeAlias = Mapping[str, Any]
Tree: TypeAlias = dict[str, Any]
Said: TypeAlias = dict[NamedNode, dict[str, list[Any]]]
"""Of each node the values of each property, in order."""


def write_framed(store: Store, out: BinaryIO, name: str) -> None:
    """Write one tree a line, in the order of their IRIs, with the context that they need.

    :raises InputError: where there is no such frame.
    """
    if name not in FRAMES:
        raise InputError(f"There is no frame {name!r}: choose one of {', '.join(FRAMES)}.")
    frame = load_frame(name)
    planter = _Planter(store, frame["@context"])
    out.write(f'{{"@context": {as_json({**load_context(), **frame["@context"]})},\n"@graph": ['.encode())
    for number, root in enumerate(planter.roots(frame["@type"])):
        out.write(f"{',' if number else ''}\n{as_json(planter.trees([root], frame)[root])}".encode())
    out.write(b"]}\n")


def load_frame(name: str) -> Frame:
    """One of `FRAMES`, as it ships with the ontology."""
    frame: Frame = json.loads(resource("ontology", "frames", f"{name}.jsonld").read_text(encoding="utf-8"))
    return frame


class _Key(NamedTuple):
    """A key of a frame: the property that it stands for, and the frame of what it leads to, if that is shown there."""

    name: str
    rule: dict[str, Any]
    means: str
    within: Frame | None

    @property
    def reverse(self) -> bool:
        return "@reverse" in self.rule


class _Planter:
    """Makes trees of a store's nodes, asking once for all nodes of a branch."""

    def __init__(self, store: Store, own: Mapping[str, Any]) -> None:
        self._store, self._own, self._compact = store, own, Compactor(load_context())

    def roots(self, kind: str) -> list[NamedNode]:
        """All nodes of a class."""
        rows = self._asked(f"SELECT DISTINCT ?s {{ ?s a <{self._compact.meaning(kind)}> FILTER(isIRI(?s)) }}")
        return sorted((row["s"] for row in rows), key=str)

    def trees(self, nodes: Collection[NamedNode], frame: Frame) -> dict[NamedNode, Tree]:
        """A tree for each node that the frame fits."""
        keys = [self._key(name, within) for name, within in frame.items() if not name.startswith("@")]
        said = self._said(nodes, [_TYPE, *(key.means for key in keys if not key.reverse)])
        kind = NamedNode(self._compact.meaning(frame["@type"])) if "@type" in frame else None
        fitting = [node for node in nodes if kind is None or kind in said[node][_TYPE]]
        trees = {node: self._trunk(node, said[node][_TYPE]) for node in fitting}
        for key in keys:
            led = self._pointing(fitting, key.means) if key.reverse else {n: said[n][key.means] for n in fitting}
            self._grow(trees, key, led)
        return trees

    def _key(self, name: str, within: Frame) -> _Key:
        rule = self._own.get(name) or self._compact.rules[name]
        shown = within if within and "@embed" not in within else None
        return _Key(name, rule, self._compact.meaning(rule.get("@reverse", name)), shown)

    def _trunk(self, node: NamedNode, kinds: Iterable[Any]) -> Tree:
        types = [self._compact.word(kind) for kind in kinds]
        return {"@id": self._compact.reference(node), **({"@type": types} if types else {})}

    def _grow(self, trees: dict[NamedNode, Tree], key: _Key, led: Mapping[NamedNode, list[Any]]) -> None:
        """Put what each node leads to into its tree; a node of which nothing is said there is only named."""
        ends = sorted({o for node in trees for o in led[node] if isinstance(o, NamedNode)}, key=str)
        branches = self.trees(ends, key.within) if key.within is not None and ends else {}
        for node, tree in trees.items():
            values = [self._shown(value, key, branches) for value in led[node]]
            kept = [value for value in values if value is not None]
            if kept or key.reverse:
                tree[key.name] = listed(kept, key.rule)

    def _shown(self, value: object, key: _Key, branches: Mapping[NamedNode, Tree]) -> Any:  # noqa: ANN401 - JSON
        if key.within is None or not isinstance(value, NamedNode):
            return self._compact.value(value, key.rule)
        branch = branches.get(value)
        return branch if branch is None or len(branch) > 1 else self._compact.value(value, key.rule)

    def _said(self, nodes: Collection[NamedNode], properties: Iterable[str]) -> Said:
        wanted = ", ".join(str(NamedNode(name)) for name in properties)
        found: Said = {node: defaultdict(list) for node in nodes}
        for row in self._about("?s", nodes, f"?s ?p ?o FILTER(?p IN ({wanted}))"):
            found[row["s"]][row["p"].value].append(row["o"])
        for values in found.values():
            for some in values.values():
                some.sort(key=str)
        return found

    def _pointing(self, nodes: Collection[NamedNode], name: str) -> dict[NamedNode, list[Any]]:
        found: dict[NamedNode, list[Any]] = {node: [] for node in nodes}
        for row in self._about("?o", nodes, f"?s {NamedNode(name)} ?o"):
            found[row["o"]].append(row["s"])
        return {node: sorted(some, key=str) for node, some in found.items()}

    def _about(self, variable: str, nodes: Collection[NamedNode], where: str) -> Iterator[Any]:
        some = list(nodes)
        for start in range(0, len(some), AT_ONCE):
            values = " ".join(map(str, some[start : start + AT_ONCE]))
            yield from self._asked(f"SELECT * {{ VALUES {variable} {{ {values} }} {where} }}")

    def _asked(self, question: str) -> Iterator[Any]:
        found = self._store.query(question)
        assert isinstance(found, Solutions)
        yield from found
