"""Clusters of candidates as a codebook to edit: SKOS in Turtle, as data/codebooks/ has it."""

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from graph.candidates.cluster import Cluster
from graph.mapping.terms import Value, label, literal, node, term
from graph.vocabulary import BASE, PREFIXES

_EXAMPLES = 3
_HEAD = """\
# Candidates for a codebook, as found in articles. To use them: delete what is no proposal, put together what is one
# (move its labels under one skos:altLabel), mend the labels, add a skos:definition; then
#     claimgraph build ARTICLES --codebook THIS-FILE
"""


def codebook_of(clusters: Sequence[Cluster]) -> bytes:
    """A concept scheme with a proposal for each cluster.

    Every name is written by the serialiser, so that no text of an article can break out of its quotation marks.
    """
    base = next((c.id.rpartition("proposal/")[0] for c in clusters), "") or BASE
    prefixes = {name: PREFIXES[name] for name in ("cg", "dcterms", "skos")} | {"proposal": f"{base}proposal/"}
    lines = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(prefixes.items()))
    scheme = node(f"{base}codebook/candidates")
    blocks = [_block(_scheme(scheme), prefixes), *(_block(_proposal(c, scheme), prefixes) for c in clusters)]
    return b"\n".join([(_HEAD + lines).encode(), *blocks])


def _scheme(scheme: NamedNode) -> Iterator[Triple]:
    return _facts(
        scheme,
        ("rdf:type", term("skos:ConceptScheme")),
        ("dcterms:title", label("Candidates", "en")),
    )


def _proposal(cluster: Cluster, scheme: NamedNode) -> Iterator[Triple]:
    """A proposal with all its labels, how much is known of it, and examples of the words in which it is spoken of."""
    articles, number = len(cluster.articles), len(cluster.voices)
    note = f"{articles} article{'s' * (articles != 1)}, {number} statement{'s' * (number != 1)}"
    said = f": {', '.join(cluster.stances)}" if number else ""
    return _facts(
        node(cluster.id),
        ("rdf:type", term("cg:Proposal")),
        ("skos:prefLabel", label(cluster.label, "en")),
        *(("skos:altLabel", label(alias, "en")) for alias in cluster.aliases),
        ("skos:editorialNote", literal(note + said)),
        *(("skos:example", literal(words)) for words in cluster.examples[:_EXAMPLES]),
        ("skos:inScheme", scheme),
    )


def _facts(subject: NamedNode, *pairs: tuple[str, Value]) -> Iterator[Triple]:
    return (Triple(subject, term(predicate), value) for predicate, value in pairs)


def _block(triples: Iterable[Triple], prefixes: dict[str, str]) -> bytes:
    """The triples of one subject, without the prefixes, which stand once at the head."""
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes) or b""
    while text.startswith(b"@prefix "):
        text = text.partition(b"\n")[2]
    return text
