"""The model as quads, and back."""

import re
from dataclasses import fields, replace

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.mapping import (
    actor_quads,
    actors_from,
    canonical,
    codebook_quads,
    proposals_from,
    quads,
    read_back,
)
from graph.mapping.canonical import canonical_actor
from graph.mapping.terms import label, literal, node, plain_decimal, web_address
from graph.model import Actor, Proposal, Reading
from graph.vocabulary import CG, CLASSES, PROPERTIES, Minter, iri, slug
from tests.sample import MINTER, TEXTS, readings, sample, shelf


def back(reading: Reading, through_store: bool = True) -> Reading | None:
    """The reading after a journey through its quads."""
    own = list(quads(reading, MINTER))
    if through_store:
        store = ox.Store()
        store.extend(own)
        own = list(store)
    return read_back(own)


def ask(reading: Reading, where: str) -> bool:
    """Whether a pattern holds in the reading's graphs."""
    return bool(shelf(reading).query(f"ASK {{ {where} }}"))


def test_a_reading_comes_back_as_it_went() -> None:
    """One of everything survives the journey through quads and a store."""
    assert back(sample()) == canonical(sample())


@settings(max_examples=60, deadline=None)
@given(readings())
def test_hostile_readings_come_back_as_they_went(reading: Reading) -> None:
    """Control characters, every script and odd numbers survive, with and without a store between."""
    stored, wanted = back(reading), canonical(reading)
    for field in fields(reading):
        assert getattr(stored, field.name) == getattr(wanted, field.name)
    assert back(reading, through_store=False) == wanted


@settings(max_examples=30, deadline=None)
@given(readings())
def test_hostile_readings_survive_nquads(reading: Reading) -> None:
    """What is written as N-Quads parses to the same quads."""
    written = set(quads(reading, MINTER))
    assert set(ox.parse(ox.serialize(written, format=ox.RdfFormat.N_QUADS), format=ox.RdfFormat.N_QUADS)) == written


def test_the_canonical_form_is_a_fixed_point() -> None:
    """Putting a reading in order twice changes nothing more."""
    assert canonical(canonical(sample())) == canonical(sample())


def test_quads_come_in_the_same_order_whatever_the_order_of_the_records() -> None:
    """Two runs over one article write the same lines."""
    reading = sample()
    shuffled = replace(
        reading, claims=reading.claims[::-1], mentions=reading.mentions[::-1], actors=reading.actors[::-1]
    )
    assert list(quads(reading, MINTER)) == list(quads(shuffled, MINTER))


def test_there_is_no_blank_node_and_only_one_graph() -> None:
    """Everything is named, so that the same article always yields the same quads."""
    written = list(quads(sample(), MINTER))
    assert {q.graph_name.value for q in written} == {MINTER.graph("harbour-fee")}
    assert not any(isinstance(t, ox.BlankNode) for q in written for t in (q.subject, q.object))
    assert len(set(written)) == len(written)


def test_our_terms_are_those_of_the_vocabulary() -> None:
    """Mapping uses no term that the vocabulary does not list."""
    known = {CG + name for name in (*CLASSES, *PROPERTIES)}
    written = list(quads(sample(), MINTER))
    used = {t.value for q in written for t in (q.predicate, q.object) if isinstance(t, ox.NamedNode)}
    assert {name for name in used if name.startswith(CG)} <= known


def test_the_simple_question_is_a_simple_query() -> None:
    """The example of the vocabulary holds: who opposes what."""
    assert ask(sample(), '?a cg:opposes ?p; skos:prefLabel "Mara Lind"@en')
    assert ask(sample(), "?p cg:holder ?a; cg:target ?t; cg:stance stance:oppose; cg:expressedIn/cg:speaker ?a")
    assert ask(sample(), "?m org:member ?a; org:organization ?o; org:role 'director'. ?a cg:affiliatedWith ?o")


def test_every_class_carries_what_the_contract_says() -> None:
    """Claims, positions, evidence, extraction and article have their properties of the vocabulary."""
    assert ask(sample(), """?c a cg:Claim, schema:Claim, prov:Entity; cg:speaker ?s; cg:source ?e; cg:cue ?u;
        cg:content ?t; cg:quotation 'mixed';
        cg:reportedBy ?a; cg:negated false; prov:wasGeneratedBy ?x; cg:confidence 0.93;
        cg:reason ?r; dcterms:isPartOf ?a; cg:evidence ?t .
        ?a a cg:Article, schema:Article, prov:Entity; schema:headline ?h; schema:publisher 'The Gazette';
        schema:datePublished '2025-03-02'^^xsd:date; schema:inLanguage 'en'; schema:url <https://gazette.example/harbour-fee>;
        schema:articleBody ?body; cg:sha256 ?sha; schema:isBasedOn ?o .
        ?t a cg:Evidence, oa:SpecificResource; oa:hasSource ?a; oa:hasSelector [a oa:TextQuoteSelector; oa:exact ?exact;
        oa:prefix ?before; oa:suffix ?after], [a oa:TextPositionSelector; oa:start ?start; oa:end ?end] .
        ?x a cg:Extraction, prov:Activity; prov:used ?a; prov:wasAssociatedWith ?w; prov:endedAtTime ?when .
        FILTER(SUBSTR(?body, ?start + 1, ?end - ?start) = ?exact)
        FILTER(CONTAINS(?body, CONCAT(?before, ?exact, ?after)))""")  # fmt: skip
    assert ask(sample(), "?g a cg:Group, foaf:Group, cg:Actor; cg:memberOf ?o . ?o a cg:Organization, org:Organization")


def test_two_articles_share_only_what_is_of_neither() -> None:
    """Apart from actors, candidates and the extractor, two articles repeat the shortcuts alone."""
    one, two = (list(quads(sample(name), MINTER)) for name in ("harbour-fee", "harbour-fee-2"))
    twice = {q.triple for q in one} & {q.triple for q in two}
    statements = {t.predicate.value.removeprefix(CG) for t in twice if t.predicate.value.startswith(CG)}
    assert statements == {"opposes", "conditionallySupports", "affiliatedWith", "memberOf", "candidate"}


def test_actors_of_the_authority_file_are_not_described_again() -> None:
    """Their description is in the graph of actors, and reading back finds it there."""
    reading = sample()
    known = {actor.id: actor for actor in canonical(reading).actors[:2]}
    written = list(quads(reading, MINTER, known))
    label_of = {q.subject.value for q in written if q.predicate.value == iri("skos:prefLabel")}
    assert not label_of & set(known)
    assert read_back(written, actors_from(actor_quads(known.values(), MINTER))) == canonical(reading)


def test_speakers_come_in_the_order_in_which_the_text_names_them() -> None:
    """The first speaker of a record is the first one named, before and after the store."""
    reading = sample()
    union, lind = reading.mentions[1].actor, reading.mentions[0].actor
    wide = reading.article.span(0, len(reading.article.text))
    both = replace(reading.claims[0], speakers=(union, lind), source=(wide,))
    assert canonical(replace(reading, claims=(both,))).claims[0].speakers == (lind, union)


def test_a_codebook_comes_back() -> None:
    """Proposals and topics go into the graph of the codebook."""
    topic = f"{MINTER.base}topic/ports"
    fee = Proposal(MINTER.proposal("Harbour fee"), "Harbour fee", ("fee on ships",), "Ships pay.", (topic,))
    written = list(codebook_quads([fee], {topic: "Ports"}, MINTER))
    assert proposals_from(written) == {fee.id: fee}
    assert {q.graph_name.value for q in written} == {MINTER.graph("codebook")}


@given(TEXTS, TEXTS)
def test_actors_with_hostile_labels_come_back(name: str, address: str) -> None:
    """No label breaks the graph, and what is no web address is left out."""
    actor = Actor(MINTER.actor("Person", name), name, "Person", (address,), (address, "javascript:alert(1)"))
    assert actors_from(actor_quads([actor], MINTER)) == {actor.id: canonical_actor(actor)}


@given(st.text(max_size=40))
def test_no_text_makes_an_invalid_term(text: str) -> None:
    """Lone surrogates included, every text becomes an IRI, a literal and a label."""
    assert node(text).value and literal(text) is not None and label(text, text[:5]) is not None
    assert node(MINTER.base + text).value.startswith(MINTER.base) or re.search(r"[^\w/:.-]", text)
    web_address(text)
    assert ox.NamedNode(Minter().proposal(text)).value


@given(TEXTS)
def test_a_slug_is_always_part_of_a_valid_iri(text: str) -> None:
    """Minted IRIs need no escaping."""
    assert node(MINTER.article(slug(text))).value == MINTER.article(slug(text))


def test_only_web_addresses_are_addresses() -> None:
    """Schemes that a browser would run or read from disk are refused, and nothing is mended."""
    assert web_address("https://gazette.example/a?b=c#d")
    for bad in (
        "javascript:alert(1)",
        "file:///etc/hosts",
        "//gazette.example",
        "https://",
        "http://a b",
        "http://[::",
        None,
        "",
    ):
        assert web_address(bad) is None


def test_labels_carry_the_language_of_the_article() -> None:
    """English by default; another script is not called English."""
    assert label("Port", "en").language == "en"
    assert label("Hafen", "de").language == "de"
    assert label("賴清德", "en").language is None
    assert label("Port", "not a language").language is None


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6))
def test_decimals_have_the_form_that_the_store_keeps(value) -> None:
    """A decimal is written as Oxigraph gives it back."""
    store, form = ox.Store(), plain_decimal(format(value, "f"))
    kept = ox.Literal(form, datatype=ox.NamedNode(iri("xsd:decimal")))
    store.add(ox.Quad(node("x:s"), node("x:p"), kept))
    assert next(iter(store)).object == kept
