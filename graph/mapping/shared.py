"""What articles share as quads: actors, proposals, topics, extractors, the ontology; each in its own named graph.

The union of named graphs keeps repeated triples apart, so a shared thing is described in one graph only.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from graph.mapping.articles import agent_of
from graph.mapping.terms import facts, label, literal, node, term, truth, web_address
from graph.model import Actor, Extraction, Proposal, Reading
from graph.resources import resource
from graph.vocabulary import Minter

KINDS: dict[str, tuple[str, ...]] = {
    "Person": ("cg:Person", "cg:Actor", "foaf:Person", "prov:Agent"),
    "Organization": ("cg:Organization", "cg:Actor", "org:Organization", "prov:Agent"),
    "Country": ("cg:Country", "cg:Actor", "schema:Country", "prov:Agent"),
    "Group": ("cg:Group", "cg:Actor", "foaf:Group", "prov:Agent"),
}


def shared_quads(reading: Reading, minter: Minter, known: Collection[str] = frozenset()) -> Iterator[Quad]:
    """What a reading adds to the shared graphs; IRIs in `known` are described already and left out."""
    language = reading.article.language
    yield from actor_quads((a for a in reading.actors if a.id not in known), minter, language)
    yield from candidate_quads((c for c in reading.candidates if c.id not in known), minter, language)
    if agent_of(reading.extraction, minter) not in known:
        yield from agent_quads(reading.extraction, minter)


def actor_quads(actors: Iterable[Actor], minter: Minter, language: str = "en") -> Iterator[Quad]:
    """Actors in the graph of actors, whatever article names them."""
    graph = node(minter.graph("actors"))
    for actor in actors:
        yield from facts(
            graph,
            node(actor.id),
            *(("rdf:type", term(kind)) for kind in KINDS[actor.kind]),
            ("skos:prefLabel", label(actor.label, language)),
            *(("skos:altLabel", label(alias, language)) for alias in sorted(set(actor.aliases) - {actor.label})),
            *(("owl:sameAs", web_address(same)) for same in sorted(set(actor.same_as))),
            ("skos:notation", None if actor.notation is None else literal(actor.notation)),
            ("cg:memberOf", None if actor.member_of is None else node(actor.member_of)),
        )


def agent_quads(extraction: Extraction, minter: Minter) -> Iterator[Quad]:
    """The extractor of one version, as a software agent, in the graph of actors."""
    yield from facts(
        node(minter.graph("actors")),
        node(agent_of(extraction, minter)),
        ("rdf:type", term("prov:SoftwareAgent")),
        ("skos:prefLabel", label(f"{extraction.extractor} {extraction.version}", "en")),
    )


def candidate_quads(candidates: Iterable[Proposal], minter: Minter, language: str = "en") -> Iterator[Quad]:
    """Proposals that no codebook holds, in the graph of candidates."""
    yield from _proposals(node(minter.graph("candidates")), candidates, language)


def codebook_quads(
    proposals: Iterable[Proposal], topics: Mapping[str, str], minter: Minter, language: str = "en"
) -> Iterator[Quad]:
    """The proposals of the codebooks and their topics (IRI -> label), in the graph of the codebook."""
    graph = node(minter.graph("codebook"))
    for topic, name in sorted(topics.items()):
        yield from facts(
            graph,
            node(topic),
            ("rdf:type", term("cg:Topic")),
            ("rdf:type", term("skos:Concept")),
            ("skos:prefLabel", label(name, language)),
        )
    yield from _proposals(graph, proposals, language)


def ontology_quads(minter: Minter) -> Iterator[Quad]:
    """The ontology and the stance scheme, in the graph of the ontology."""
    graph = node(minter.graph("ontology"))
    for name in ("claimgraph.ttl", "stances.ttl"):
        for triple in parse(path=resource("ontology", name), format=RdfFormat.TURTLE):
            yield Quad(triple.subject, triple.predicate, triple.object, graph)


def _proposals(graph: NamedNode, proposals: Iterable[Proposal], language: str) -> Iterator[Quad]:
    for one in proposals:
        yield from facts(
            graph,
            node(one.id),
            ("rdf:type", term("cg:Proposal")),
            ("rdf:type", term("skos:Concept")),
            ("skos:prefLabel", label(one.label, language)),
            *(("skos:altLabel", label(alias, language)) for alias in sorted(set(one.aliases) - {one.label})),
            ("skos:definition", None if one.definition is None else label(one.definition, language)),
            *(("cg:topic", node(topic)) for topic in sorted(set(one.topics))),
            ("cg:candidate", truth(one.candidate)),
        )
