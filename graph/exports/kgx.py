"""KGX: nodes.tsv and edges.tsv in a folder, with CURIEs, for scripts and for the tools of biomedical graphs.

Specification: Biolink, KGX Format, https://github.com/biolink/kgx/blob/master/specification/kgx-format.md
"""

from pathlib import Path

from graph.exports.cells import write_tsv
from graph.exports.rows import Row, edges, nodes
from graph.networks.debate import Debate
from graph.networks.graphs import Graph
from graph.vocabulary import PREFIXES

NODE = {"id": str, "category": str, "name": str, "synonym": str, "iri": str}
EDGE = {
    "id": str, "subject": str, "predicate": str, "object": str, "relation": str, "knowledge_source": str,
    "polarity": float, "weight": float, "confidence": float, "statements": int, "first": str, "last": str,
}  # fmt: skip
# how a relation of a network is named in RDF, where its name is not already that
_PREDICATES = {
    "support": "cg:supports", "conditional": "cg:conditionallySupports", "undecided": "cg:isUndecidedOn",
    "doubt": "cg:doubts", "oppose": "cg:opposes", "affiliated": "cg:affiliatedWith",
}  # fmt: skip
_INVERSE = {"says": "cg:speaker", "reports": "cg:reportedBy", "in": "schema:mentions"}  # from the other end


def write_kgx(graph: Graph, debate: Debate, folder: Path) -> None:
    """Write the two files."""
    with (folder / "nodes.tsv").open("wb") as out:
        write_tsv((_node(row) for row in nodes(graph, debate)), NODE, out)
    with (folder / "edges.tsv").open("wb") as out:
        write_tsv((_edge(row) for row in edges(graph, debate)), EDGE, out)


def _node(row: Row) -> Row:
    return {
        "id": curie(str(row["id"])),
        "category": f"cg:{row['kind']}",
        "name": row["label"],
        "synonym": row["aliases"],
        "iri": row["id"],
    }


def _edge(row: Row) -> Row:
    relation, ends = str(row["relation"]), (curie(str(row["source"])), curie(str(row["target"])))
    subject, object_ = reversed(ends) if relation in _INVERSE else ends
    return {
        **row,
        "subject": subject,
        "predicate": _INVERSE.get(relation) or _PREDICATES.get(relation, f"cg:{relation}"),
        "object": object_,
        "knowledge_source": "infores:claimgraph",
    }


def curie(iri: str) -> str:
    """An IRI with its longest known prefix, else as it is.

    >>> curie("https://w3id.org/claimgraph/id/person/da-nien-liu")
    'id:person/da-nien-liu'
    """
    fitting = [(space, prefix) for prefix, space in PREFIXES.items() if iri.startswith(space) and iri != space]
    space, prefix = max(fitting, key=lambda found: len(found[0]), default=("", ""))
    return f"{prefix}:{iri[len(space) :]}" if space else iri
