"""SHACL and the proof of quotations: what is right passes, and each kind of wrong is named."""

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from graph.mapping import actor_quads, canonical, codebook_quads, ontology_quads, quads
from graph.mapping.terms import literal, node, number, term, typed
from graph.model import Proposal, Reading
from graph.store import Store, open_store
from graph.validation import validate
from graph.validation.problem import short
from graph.vocabulary import CLASSES
from tests.sample import MINTER, readings, sample

GRAPH = MINTER.graph("harbour-fee")
ARTICLE, LIND = MINTER.article("harbour-fee"), MINTER.actor("Person", "Mara Lind")
FEE, TOPIC = MINTER.proposal("Harbour fee"), f"{MINTER.base}topic/ports"
CLAIM, POSITION = sample().claims[0].id, sample().positions[0].id
EVIDENCE = MINTER.evidence("harbour-fee", *(getattr(sample().claims[0].content[0], end) for end in ("start", "end")))


def filled(*readings: Reading, known: bool = False) -> Store:
    """A store with a codebook and these readings; their actors in the graph of actors if they are known."""
    store = open_store(":memory:", write=True)
    fee = Proposal(FEE, "Harbour fee", topics=(TOPIC,))
    store.replace_graph(MINTER.graph("codebook"), codebook_quads([fee], {TOPIC: "Ports"}, MINTER))
    store.replace_graph(MINTER.graph("ontology"), ontology_quads(MINTER))
    actors = {actor.id: actor for reading in readings for actor in canonical(reading).actors} if known else {}
    store.replace_graph(MINTER.graph("actors"), actor_quads(actors.values(), MINTER))
    for reading in readings:
        store.replace_graph(MINTER.graph(reading.article.slug), quads(reading, MINTER, actors))
    return store


def changed(
    *, drop: tuple[str, str] | None = None, add: tuple[str, str, ox.NamedNode | ox.Literal] | None = None
) -> list[str]:
    """The messages about the sample when a property is taken from a node, or put there."""
    store = filled(sample())
    kept = [q for q in store.quads(GRAPH) if drop is None or (q.subject, q.predicate) != (node(drop[0]), term(drop[1]))]
    if add:
        kept.append(ox.Quad(node(add[0]), term(add[1]), add[2]))
    store.replace_graph(GRAPH, kept)
    return [f"{short(p.focus)}: {p.message}" for p in validate(store)]


@pytest.mark.parametrize("known", [True, False])
def test_what_mapping_writes_is_valid(known: bool) -> None:
    """One of everything passes, with its actors in its own graph or in the graph of actors."""
    assert list(validate(filled(sample(), sample("second"), known=known))) == []


@settings(max_examples=40, deadline=None)
@given(readings())
def test_hostile_text_is_proved(reading: Reading) -> None:
    """Whatever the text holds, the quotations that mapping writes stand in it."""
    found = [p for p in validate(filled(reading), proof_only=True) if "no piece of the text" not in p.message]
    assert [p for p in found if "SHA-256" not in p.message and "region" not in p.message] == []


WRONG = {
    "A claim must say which article it is part of": {"drop": (CLAIM, "dcterms:isPartOf")},
    "A claim must have evidence": {"drop": (CLAIM, "cg:evidence")},
    "A claim must say which extraction made it": {"drop": (CLAIM, "prov:wasGeneratedBy")},
    "A claim must say how its words are given": {
        "drop": (CLAIM, "cg:quotation"),
        "add": (CLAIM, "cg:quotation", literal("loud")),
    },
    "A claim must say how sure it is": {
        "drop": (CLAIM, "cg:confidence"),
        "add": (CLAIM, "cg:confidence", typed("1.5", "decimal")),
    },
    "A claim must say which claim or article passes it on": {
        "drop": (CLAIM, "cg:reportedBy"),
        "add": (CLAIM, "cg:reportedBy", node(LIND)),
    },
    "The speaker of a claim must be an actor": {"add": (CLAIM, "cg:speaker", node(ARTICLE))},
    "A position must have one holder": {"drop": (POSITION, "cg:holder")},
    "A position must be towards one proposal": {"add": (POSITION, "cg:target", node(LIND))},
    "A position must have one of the five stances": {"add": (POSITION, "cg:stance", term("stance:doubt"))},
    "A position may have one day": {"add": (POSITION, "cg:heldOn", literal("soon"))},
    "An article must have its text": {"drop": (ARTICLE, "schema:articleBody")},
    "The address of an article": {"add": (ARTICLE, "schema:url", node("ftp://gazette.example/"))},
    "An actor must have a name": {"drop": (LIND, "skos:prefLabel")},
    "Evidence must have two selectors": {"add": (EVIDENCE, "oa:hasSelector", node("urn:x:third"))},
    "Evidence must end at one offset": {"drop": (f"{EVIDENCE}#position", "oa:end")},
    "What somebody supports, doubts or opposes must be a proposal": {"add": (LIND, "cg:doubts", node(ARTICLE))},
}


@pytest.mark.parametrize("message", WRONG)
def test_shapes_name_what_is_wrong(message: str) -> None:
    """Each kind of wrong data is told in words, and only of the node that is wrong."""
    assert any(message in said for said in changed(**WRONG[message]))


LIES = {
    "It quotes 'nonsense'": (f"{EVIDENCE}#quote", "oa:exact", literal("nonsense")),
    "The prefix (oa:prefix) is 'nonsense'": (f"{EVIDENCE}#quote", "oa:prefix", literal("nonsense")),
    "The suffix (oa:suffix) is 'nonsense'": (f"{EVIDENCE}#quote", "oa:suffix", literal("nonsense")),
    "but at 0-": (f"{EVIDENCE}#position", "oa:start", number(0)),
    "are no piece of the text": (f"{EVIDENCE}#position", "oa:end", number(9999)),
    "The source of this evidence": (EVIDENCE, "oa:hasSource", node(LIND)),
    "The SHA-256": (ARTICLE, "cg:sha256", literal("0" * 64)),
    "does not lie in the text": (f"{ARTICLE}#char=0,29", "oa:end", number(9999)),
    "overlaps the one that ends at 40": (f"{ARTICLE}#char=0,29", "oa:end", number(40)),
    "The shortcut cg:supports proposal/harbour-fee of a position is missing": (
        POSITION,
        "cg:stance",
        term("stance:support"),
    ),
    "The shortcut cg:opposes proposal/harbour-fee has no position": (POSITION, "cg:stance", term("stance:doubt")),
    "The shortcut cg:affiliatedWith org/nobody has no membership": (
        LIND,
        "cg:affiliatedWith",
        node(f"{MINTER.base}org/nobody"),
    ),
}


@pytest.mark.parametrize("message", LIES)
def test_the_proof_finds_each_lie(message: str) -> None:
    """A changed quotation, offset, hash or shortcut is found against the text itself."""
    subject, predicate, value = LIES[message]
    assert any(message in said for said in changed(drop=(subject, predicate), add=(subject, predicate, value)))


def test_a_mention_is_proved_too() -> None:
    """Where the text is said to name somebody, it must have these words."""
    mention = next(q.subject.value for q in quads(sample(), MINTER) if q.object == term("cg:Mention"))
    said = changed(drop=(mention, "oa:exact"), add=(mention, "oa:exact", literal("Mr Nobody")))
    assert any("It quotes 'Mr Nobody'" in one for one in said)


def test_problems_come_article_by_article() -> None:
    """The first article's problems are told before the next article is looked at."""
    asked: list[str] = []

    class Watched:
        """A store that notes which graphs are read."""

        def __init__(self, store: Store) -> None:
            self.graphs = store.graphs
            self._store = store

        def quads(self, graph: str) -> Iterator[ox.Quad]:
            asked.append(short(graph))
            return self._store.quads(graph)

    store = filled(sample("a"), sample("b"))
    broken = [q for q in store.quads(MINTER.graph("a")) if q.predicate != term("cg:sha256")]
    store.replace_graph(MINTER.graph("a"), broken)
    assert "SHA-256" in next(validate(Watched(store))).message
    assert "graph/b" not in asked


def test_every_class_of_the_sample_is_there() -> None:
    """The sample that is valid has one of every class, so that every shape was tried."""
    store = filled(sample())
    for name in CLASSES:
        assert store.query(f"ASK {{ ?x a cg:{name} }}"), name
