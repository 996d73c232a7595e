"""One actor, proposal or article as a page of text: what is known of it, and every word that proves it."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from graph.querying.labels import find
from graph.querying.names import Thing
from graph.querying.rows import Term
from graph.querying.run import rows
from graph.store import Solutions, Store
from graph.store.values import shortened, shown

Row = Mapping[str, Term]
_MOST = 12  # claims are listed up to this number, then counted


def portrait(store: Store, name: str) -> str:
    """What the store knows of the one thing that is called so.

    :raises InputError: where nothing is called so, or more than one thing.
    """
    thing = find(store, name)
    sections = {"actor": _actor, "proposal": _proposal, "article": _article}[thing.kind](store, f"<{thing.iri}>")
    return "\n".join([*_head(store, thing), *sections]) + "\n"


def _actor(store: Store, node: str) -> Iterator[str]:
    yield from _section("Roles", (
        _line(row, "{role}, {at}", "words") for row in rows(store, "roles", {"who": node})
    ))  # fmt: skip
    positions = sorted(rows(store, "positions-of", {"who": node}), key=lambda row: _text(row, "date"))
    yield from _section("Positions", (_line(row, "{date}  {stance}: {proposal}", "words") for row in positions))
    yield from _section("Quoted", _some(
        [_line(row, "{cue}", "said") for row in _said_by(store, node)]
    ))  # fmt: skip


def _proposal(store: Store, node: str) -> Iterator[str]:
    positions = list(rows(store, "who-stands-where", {"proposal": node}))
    for stance in dict.fromkeys(_text(row, "stance") for row in positions):
        group = sorted((r for r in positions if _text(r, "stance") == stance), key=lambda row: _text(row, "date"))
        yield from _section(stance.capitalize(), (_line(row, "{date}  {who}", "words") for row in group))


def _article(store: Store, node: str) -> Iterator[str]:
    positions = _select(
        store,
        f"""SELECT (MIN(?label) AS ?who) (MIN(?name) AS ?proposal) (MIN(?kind) AS ?stance)
                   (GROUP_CONCAT(DISTINCT ?exact; SEPARATOR=" … ") AS ?words) WHERE {{ {{
            SELECT ?position ?label ?name ?kind ?exact WHERE {{
                ?position dcterms:isPartOf {node} ; cg:holder/skos:prefLabel ?label ; cg:stance ?held ;
                          cg:target/skos:prefLabel ?name ; cg:evidence ?evidence .
                ?evidence oa:hasSelector/oa:exact ?exact ; oa:hasSelector/oa:start ?start .
                BIND(REPLACE(STR(?held), "^.*/", "") AS ?kind)
            }} ORDER BY ?start }}
        }} GROUP BY ?position ORDER BY ?who ?proposal""",
    )
    yield from _section("Positions", (_line(row, "{who}  {stance}: {proposal}", "words") for row in positions))
    claims = rows(store, "what-an-article-says", {"article": node})
    yield from _section("Claims", (_line(row, "{speaker}: {cue}", "said") for row in claims))
    told = ({**row, "article": Literal("")} for row in rows(store, "events", {"in": node}))
    yield from _section("Events", (_line(row, "{time}  {event}", "words") for row in told))
    amounts = ({**row, "article": Literal("")} for row in rows(store, "quantities", {"in": node}))
    yield from _section("Quantities", (_line(row, "{amount}: {of_what}", "none") for row in amounts))


def _said_by(store: Store, node: str) -> Iterator[Row]:
    return _select(
        store,
        f"""SELECT ?claim (MIN(?cueExact) AS ?cue) (GROUP_CONCAT(DISTINCT ?exact; SEPARATOR=" … ") AS ?said)
                   (MIN(?title) AS ?article) (MIN(?by) AS ?publisher) (MIN(?start) AS ?place) WHERE {{
            {{ SELECT ?claim ?source ?exact ?start WHERE {{
                ?claim cg:speaker {node} ; dcterms:isPartOf ?source ; cg:content ?evidence .
                ?evidence oa:hasSelector/oa:exact ?exact ; oa:hasSelector/oa:start ?start .
            }} ORDER BY ?start }}
            OPTIONAL {{ ?claim cg:cue/oa:hasSelector/oa:exact ?cueExact }}
            OPTIONAL {{ ?source schema:headline ?title }}
            OPTIONAL {{ ?source schema:publisher ?by }}
        }} GROUP BY ?claim ORDER BY ?article ?place""",
    )


def _head(store: Store, thing: Thing) -> Iterator[str]:
    """The name, the kind, the IRI, and the simple facts."""
    facts: dict[str, list[str]] = {}
    for row in _select(store, f"SELECT ?p ?o WHERE {{ {NamedNode(thing.iri)} ?p ?o }} ORDER BY ?p ?o"):
        facts.setdefault(shortened(row["p"].value), []).append(shown(row["o"]))  # type: ignore[union-attr]
    name = next(iter(facts.get("skos:prefLabel", facts.get("schema:headline", [thing.label]))))
    kinds = [kind.removeprefix("cg:").lower() for kind in facts.get("rdf:type", ()) if kind.startswith("cg:")]
    kind = next((kind for kind in kinds if kind != "actor"), thing.kind)
    yield from _wrapped(f"{name} ({kind})", "")
    yield shortened(thing.iri)
    for predicate, words in _FACTS.items():
        if values := facts.get(predicate):
            yield from _wrapped(f"{words}: {', '.join(values)}", "")


_FACTS = {
    "skos:altLabel": "also called",
    "skos:definition": "definition",
    "cg:candidate": "candidate",
    "owl:sameAs": "same as",
    "schema:publisher": "publisher",
    "schema:author": "by",
    "schema:datePublished": "published",
    "schema:url": "address",
    "cg:location": "read from",
}


def _section(title: str, entries: Iterable[list[str]]) -> Iterator[str]:
    lines = [line for entry in entries for line in entry]
    if lines:
        yield from ("", title, *lines)


def _some(entries: list[list[str]]) -> list[list[str]]:
    more = len(entries) - _MOST
    return entries if more <= 0 else [*entries[:_MOST], [f"  and {more} more"]]


def _line(row: Row, form: str, words: str) -> list[str]:
    """A line of facts, and below it the words with the article that they stand in."""
    facts = " ".join(form.format_map({name: _text(row, name) for name in _names(form)}).split(" ")).strip(" ,:")
    where = ", ".join(part for part in (_text(row, "article"), _text(row, "publisher")) if part)
    said = f"“{_text(row, words)}”" if _text(row, words) else ""
    proof = " — ".join(part for part in (said, where) if part)
    return [*_wrapped(facts, "  "), *_wrapped(proof, "      ")]


def _names(form: str) -> list[str]:
    return [part.partition("}")[0] for part in form.split("{")[1:]]


def _text(row: Row, name: str) -> str:
    return " ".join(shown(row.get(name)).split())


def _wrapped(text: str, indent: str) -> list[str]:
    width = max(40, min(100, shutil.get_terminal_size((100, 40)).columns))
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _select(store: Store, sparql: str) -> Iterator[Row]:
    answer = store.query(sparql)
    assert isinstance(answer, Solutions)
    names = answer.variables
    for solution in answer:
        yield {name: term for name, term in zip(names, solution, strict=True) if term is not None}
