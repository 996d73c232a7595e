"""What statements are about, as quads: actors, proposals, topics, extractors, the ontology.

The actors of the authority file, the codebook and the ontology have a named graph each; what only an article knows
of (an actor that no authority file names, a proposal that no codebook holds) is described in the article's graph.
"""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from graph.mapping.terms import facts, label, literal, node, term, truth, web_address
from graph.model import Actor, Proposal, Topic
from graph.resources import resource
from graph.vocabulary import Minter

KINDS: dict[str, tuple[str, ...]] = {
    "Person": ("cg:Person", "cg:Actor", "foaf:Person", "prov:Agent"),
    "Organization": ("cg:Organization", "cg:Actor", "org:Organization", "prov:Agent"),
    "Country": ("cg:Country", "cg:Actor", "schema:Country", "prov:Agent"),
    "Group": ("cg:Group", "cg:Actor", "foaf:Group", "prov:Agent"),
}


def actor_quads(actors: Iterable[Actor], minter: Minter, language: str = "en") -> Iterator[Quad]:
    """The actors of the authority file, in the graph of actors."""
    graph = node(minter.graph("actors"))
    for actor in actors:
        yield from describe_actor(graph, actor, language)


def codebook_quads(
    proposals: Iterable[Proposal], topics: Mapping[str, str], minter: Minter, language: str = "en"
) -> Iterator[Quad]:
    """The proposals of the codebooks and their topics (IRI -> label), in the graph of the codebook."""
    graph = node(minter.graph("codebook"))
    yield from topic_quads(graph, (Topic(topic, name) for topic, name in sorted(topics.items())), language)
    for proposal in proposals:
        yield from describe_proposal(graph, proposal, language)


def topic_quads(graph: NamedNode, topics: Iterable[Topic], language: str) -> Iterator[Quad]:
    """Topics in the graph that knows them."""
    for topic in topics:
        yield from facts(
            graph,
            node(topic.id),
            ("rdf:type", term("cg:Topic")),
            ("rdf:type", term("skos:Concept")),
            ("skos:prefLabel", label(topic.label, language)),
        )


def ontology_quads(minter: Minter) -> Iterator[Quad]:
    """The ontology and the stance scheme, in the graph of the ontology."""
    graph = node(minter.graph("ontology"))
    for name in ("claimgraph.ttl", "stances.ttl"):
        for triple in parse(path=resource("ontology", name), format=RdfFormat.TURTLE):
            yield Quad(triple.subject, triple.predicate, triple.object, graph)


def describe_actor(graph: NamedNode, actor: Actor, language: str) -> Iterator[Quad]:
    """An actor in the graph that knows it."""
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


def describe_proposal(graph: NamedNode, proposal: Proposal, language: str) -> Iterator[Quad]:
    """A proposal in the graph that knows it."""
    yield from facts(
        graph,
        node(proposal.id),
        ("rdf:type", term("cg:Proposal")),
        ("rdf:type", term("skos:Concept")),
        ("skos:prefLabel", label(proposal.label, language)),
        *(("skos:altLabel", label(alias, language)) for alias in sorted(set(proposal.aliases) - {proposal.label})),
        ("skos:definition", None if proposal.definition is None else label(proposal.definition, language)),
        *(("cg:topic", node(topic)) for topic in sorted(set(proposal.topics))),
        ("cg:candidate", truth(proposal.candidate)),
    )
