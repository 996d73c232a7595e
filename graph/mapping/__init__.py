"""The model as RDF and back: the only room that knows which triples a record becomes.

`quads` writes what one article yields; the authority file, the codebook and the ontology have functions of their own.
"""

from collections.abc import Collection, Iterator

from pyoxigraph import Quad

from graph.mapping.articles import article_quads, extraction_quads, mention_quads
from graph.mapping.canonical import canonical
from graph.mapping.page import CONTEXT, evidence_quads, page_of
from graph.mapping.reading_back import actors_from, proposals_from, read_back
from graph.mapping.statements import (
    candidate_quads,
    claim_quads,
    event_quads,
    membership_quads,
    position_quads,
    quantity_quads,
)
from graph.mapping.things import actor_quads, codebook_quads, describe_actor, ontology_quads, topic_quads
from graph.model import Reading
from graph.vocabulary import Minter

__all__ = [
    "CONTEXT",
    "actor_quads",
    "actors_from",
    "canonical",
    "codebook_quads",
    "ontology_quads",
    "proposals_from",
    "quads",
    "read_back",
]


def quads(reading: Reading, minter: Minter, known: Collection[str] = frozenset()) -> Iterator[Quad]:
    """All that one article yields, in its named graph; no blank nodes, the same order every time.

    Actors in `known` (IRIs: those of the authority file) are described in the graph of actors and not again.
    """
    form = canonical(reading)
    page = page_of(form.article, minter)
    yield from article_quads(page, form)
    yield from extraction_quads(page, form.extraction)
    for actor in form.actors:
        if actor.id not in known:
            yield from describe_actor(page.graph, actor, form.article.language)
    yield from mention_quads(page, form.mentions)
    yield from membership_quads(page, form.memberships)
    yield from claim_quads(page, form.claims)
    yield from position_quads(page, form.positions)
    yield from topic_quads(page.graph, form.topics, form.article.language)
    yield from candidate_quads(page, form.candidates)
    yield from event_quads(page, form.events)
    yield from quantity_quads(page, form.quantities)
    yield from evidence_quads(page)
