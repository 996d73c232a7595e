"""JSON-LD 1.1: every named graph as plain JSON under the context of `ontology/context.jsonld`, which it carries."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, BinaryIO

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph.exports.ordered import ordered_graphs
from graph.resources import resource
from graph.store import Store
from graph.vocabulary import iri

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}", re.ASCII)
_TRUTH = {"true": True, "1": True, "false": False, "0": False}  # XML Schema 1.1, part 2, section 3.3.2
_TYPE, _STRING = iri("rdf:type"), iri("xsd:string")


def write_jsonld(store: Store, out: BinaryIO) -> None:
    """Write one node object a line, so that the file can be read by people and compared by `diff`."""
    context = load_context()
    compact = Compactor(context)
    out.write(f'{{"@context": {as_json(context)},\n"@graph": ['.encode())
    for number, (graph, triples) in enumerate(ordered_graphs(store)):
        head = f"{',' if number else ''}\n" + f'{{"@id": {as_json(compact.name(graph))}, "@graph": ['
        out.write(head.encode())
        for place, node in enumerate(compact.nodes(triples)):
            out.write(f"{',' if place else ''}\n{as_json(node)}".encode())
        out.write(b"]}")
    out.write(b"]}\n")


def load_context() -> dict[str, Any]:
    """The context that ships with the ontology."""
    context: dict[str, Any] = json.loads(resource("ontology", "context.jsonld").read_text(encoding="utf-8"))["@context"]
    return context


class Compactor:
    """Makes node objects of triples with the terms of a context; what a term cannot hold is written out in full."""

    def __init__(self, context: dict[str, Any]) -> None:
        prefixes = {k: v for k, v in context.items() if isinstance(v, str) and v.startswith("http")}
        rules = {k: v if isinstance(v, dict) else {"@id": v} for k, v in context.items() if not k.startswith("@")}
        self._prefixes = prefixes
        self.rules = rules
        self._terms = {_expand(r["@id"], prefixes): (t, r) for t, r in rules.items() if t not in prefixes}

    def nodes(self, triples: Iterable[Triple]) -> Iterator[dict[str, Any]]:
        """One node object a subject; the triples come sorted by subject."""
        for subject, said in groupby(triples, key=lambda triple: triple.subject):
            yield self._node(subject, said)

    def name(self, address: str) -> str:
        """An IRI with its prefix, where it has one."""
        for prefix, namespace in self._prefixes.items():
            local = address.removeprefix(namespace)
            if local != address and not local.startswith("//"):
                return f"{prefix}:{local}"
        return address

    def meaning(self, key: str) -> str:
        """The IRI that a term or a name with a prefix stands for."""
        return _expand(self.rules[key]["@id"] if key in self.rules else key, self._prefixes)

    def _node(self, subject: object, said: Iterable[Triple]) -> dict[str, Any]:
        node: dict[str, Any] = {"@id": self.reference(subject)}
        for predicate, triples in groupby(said, key=lambda triple: triple.predicate.value):
            if predicate == _TYPE:
                node["@type"] = [self.word(triple.object) for triple in triples]
                continue
            key, rule = self._terms.get(predicate, (self.name(predicate), {}))
            node[key] = listed([self.value(triple.object, rule) for triple in triples], rule)
        return node

    def word(self, term: object) -> str:
        """The term for a class or a stance, else its IRI."""
        known = self._terms.get(getattr(term, "value", ""))
        return known[0] if known else self.reference(term)

    def reference(self, term: object) -> str:
        """What a node is pointed at by."""
        if isinstance(term, BlankNode):
            return f"_:{term.value}"
        assert isinstance(term, NamedNode), "only nodes can be pointed at"
        return self.name(term.value)

    def value(self, term: object, rule: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON has values of any type
        if not isinstance(term, Literal):
            if rule.get("@type") == "@vocab":
                return self.word(term)
            name = self.reference(term)
            return name if rule.get("@type") == "@id" else {"@id": name}
        if term.language:
            plain = rule.get("@language") == term.language
            return term.value if plain else {"@value": term.value, "@language": term.language}
        if term.datatype.value == _STRING:
            return {"@value": term.value} if {"@type", "@language"} & rule.keys() else term.value
        if "@type" in rule and _expand(rule["@type"], self._prefixes) == term.datatype.value:
            return _native(term.value, rule["@type"])
        return {"@value": term.value, "@type": self.name(term.datatype.value)}


def listed(values: list[Any], rule: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON has values of any type
    """Values as the rule of their key has them: one by itself, unless it says that they are a set."""
    return values if len(values) > 1 or rule.get("@container") == "@set" else values[0]


def _expand(name: str, prefixes: dict[str, str]) -> str:
    prefix, _, local = name.partition(":")
    return prefixes[prefix] + local if prefix in prefixes else name


def _native(text: str, datatype: str) -> str | int:
    """A value as JSON has it; decimals stay text, since JSON's own would come back as xsd:double."""
    if datatype == "xsd:boolean" and text in _TRUTH:
        return _TRUTH[text]
    return int(text) if datatype == "xsd:integer" and _INTEGER.fullmatch(text) else text


def as_json(value: object) -> str:
    """A value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False)
