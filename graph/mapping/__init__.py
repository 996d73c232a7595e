"""The model as RDF and back: the only room that knows which triples a record becomes.

`quads` writes what one article yields into the article's own graph; `shared_quads` what articles have in common.
"""

from collections.abc import Iterator

from pyoxigraph import Quad

from graph.mapping.articles import article_quads, extraction_quads, mention_quads
from graph.mapping.canonical import canonical
from graph.mapping.page import CONTEXT, evidence_quads, page_of
from graph.mapping.reading_back import actors_from, proposals_from, read_back
from graph.mapping.shared import (
    actor_quads,
    agent_quads,
    candidate_quads,
    codebook_quads,
    ontology_quads,
    shared_quads,
)
from graph.mapping.statements import (
    candidate_evidence_quads,
    claim_quads,
    event_quads,
    membership_quads,
    position_quads,
    quantity_quads,
)
from graph.model import Reading
from graph.vocabulary import Minter

__all__ = [
    "CONTEXT",
    "actor_quads",
    "actors_from",
    "agent_quads",
    "candidate_quads",
    "canonical",
    "codebook_quads",
    "ontology_quads",
    "proposals_from",
    "quads",
    "read_back",
    "shared_quads",
]


def quads(reading: Reading, minter: Minter) -> Iterator[Quad]:
    """All that one article yields, in its named graph; no blank nodes, the same order every time."""
    form = canonical(reading)
    page = page_of(form.article, minter)
    yield from article_quads(page, form)
    yield from extraction_quads(page, form.extraction)
    yield from mention_quads(page, form.mentions)
    yield from membership_quads(page, form.memberships)
    yield from claim_quads(page, form.claims)
    yield from position_quads(page, form.positions)
    yield from candidate_evidence_quads(page, form.candidates)
    yield from event_quads(page, form.events)
    yield from quantity_quads(page, form.quantities)
    yield from evidence_quads(page)
