"""What the page says of each term, read from the ontology, the stances and the shapes."""

from dataclasses import dataclass

from graph.ontology_page.facts import Facts, read_facts
from graph.vocabulary import CG, CLASSES, PREFIXES, PROPERTIES, STANCE, iri

_STANCES = ("support", "conditional", "undecided", "doubt", "oppose")
_KINDS = {
    iri("owl:Class"): "class",
    iri("owl:ObjectProperty"): "property with a node as its value",
    iri("owl:DatatypeProperty"): "property with a text, number or date as its value",
    iri("rdf:Property"): "property with a node or a text as its value",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A term as it is shown, and where it leads: to its place on the page, or to its own address."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Term:
    """A class or a property with all that is known of it."""

    name: str
    iri: str
    label: str
    kind: str
    comment: str
    example: str
    notes: tuple[str, ...]
    places: tuple[tuple[str, tuple[Link, ...]], ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stance:
    """One step from support to opposition."""

    iri: str
    name: str
    label: str
    polarity: str
    definition: str
    example: str


@dataclass(frozen=True, slots=True)
class Ontology:
    """What the page shows."""

    title: str
    description: str
    comment: str
    version: str
    licence: str
    classes: tuple[Term, ...]
    properties: tuple[Term, ...]
    stances: tuple[Stance, ...]
    prefixes: tuple[tuple[str, str], ...]


def read_ontology() -> Ontology:
    """The ontology that ships with the program; classes in the order of the vocabulary, properties by name."""
    facts, stances = read_facts("claimgraph.ttl"), read_facts("stances.ttl")
    rules = _rules(read_facts("shapes.ttl"))
    head = CG.rstrip("#")
    return Ontology(
        title=facts.need(head, "dcterms:title"),
        description=facts.need(head, "dcterms:description"),
        comment=facts.need(head, "rdfs:comment"),
        version=facts.need(head, "owl:versionInfo"),
        licence=facts.need(head, "dcterms:license"),
        classes=tuple(_term(facts, name, rules) for name in CLASSES),
        properties=tuple(_term(facts, name, rules) for name in sorted(PROPERTIES, key=str.lower)),
        stances=tuple(_stance(stances, name) for name in _STANCES),
        prefixes=tuple(sorted(PREFIXES.items())),
    )


def _term(facts: Facts, name: str, rules: dict[str, tuple[str, ...]]) -> Term:
    term = CG + name
    used = sorted({*facts.holders("rdfs:domain", term), *facts.holders("schema:domainIncludes", term)})
    places = (
        ("is a", facts.all(term, "rdfs:subClassOf")),
        ("part of the meaning of", facts.all(term, "rdfs:subPropertyOf")),
        ("said of", facts.all(term, "rdfs:domain") + facts.all(term, "schema:domainIncludes")),
        ("value", facts.all(term, "rdfs:range") + facts.all(term, "schema:rangeIncludes")),
        ("properties", used),
        ("close to", facts.all(term, "skos:closeMatch")),
        ("related to", facts.all(term, "skos:relatedMatch")),
    )
    return Term(
        name=name,
        iri=term,
        label=facts.need(term, "rdfs:label"),
        kind=_KINDS[facts.need(term, "rdf:type")],
        comment=facts.need(term, "rdfs:comment"),
        example=facts.need(term, "skos:example"),
        notes=tuple(facts.all(term, "skos:note")),
        places=tuple((what, tuple(map(_link, found))) for what, found in places if found),
        rules=rules.get(term, ()),
    )


def _stance(facts: Facts, name: str) -> Stance:
    stance = STANCE + name
    label, definition = facts.need(stance, "skos:prefLabel"), facts.need(stance, "skos:definition")
    example = facts.need(stance, "skos:example")
    return Stance(stance, name, label, facts.need(stance, "cg:polarity"), definition, example)


def _rules(shapes: Facts) -> dict[str, tuple[str, ...]]:
    """The messages of the shapes of each class, which say what its nodes must be like."""
    rules: dict[str, list[str]] = {}
    for shape, target in shapes.pairs("sh:targetClass"):
        rules.setdefault(target, []).extend(shapes.beyond(shape, "sh:property", "sh:message"))
    return {target: tuple(dict.fromkeys(messages)) for target, messages in rules.items()}


def _link(term: str) -> Link:
    short = next((f"{p}:{term.removeprefix(n)}" for p, n in PREFIXES.items() if term.startswith(n)), term)
    if term.startswith(CG):
        return Link(short, f"#{term.removeprefix(CG)}")
    return Link(short, "#stances" if term.startswith(STANCE) else term)
