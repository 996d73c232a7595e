"""Coded articles as what the stance model is taught with: word pieces, places of units, and each unit's stances."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from graph.actors import Cast
from graph.claims.positions.finding import all_judged
from graph.claims.positions.places import Places
from graph.claims.positions.units import Stretch, Unit, units
from graph.language.stances import pieces_of, stretches
from graph.model import Article
from tests.benchmarks.positions.examples import STANCES, Proposal
from tests.benchmarks.positions.examples import Article as Coded
from tests.benchmarks.positions.reading import Reader, codebook_of, told


@dataclass(frozen=True, slots=True)
class Taught:
    """An article of n pieces with U units and P proposals.

    `stretches` are read at once; `words` are U lists of stretches, `named`, `before`, `whole` one stretch a unit;
    `hints` U by P by HINTS; `labels` U by P, 0 for no stand, else the number of the stance from 1.
    """

    ids: np.ndarray
    stretches: tuple[Stretch, ...]
    proposals: tuple[Proposal, ...]
    words: list[list[Stretch]]
    named: list[Stretch | None]
    before: list[Stretch | None]
    whole: list[Stretch]
    hints: np.ndarray
    labels: np.ndarray


def taught(articles: Iterable[Coded]) -> Iterator[Taught]:
    """Each article as the program reads it; those without any unit are left out."""
    reader = Reader()
    for coded in articles:
        found = _taught(coded, reader)
        if found is not None:
            yield found


def _taught(coded: Coded, reader: Reader) -> Taught | None:
    context = reader.read(coded)
    article: Article = context.article
    pieces = pieces_of(article)
    found = list(units(context))
    if not found:
        return None
    places = Places(found, list(all_judged(context)), codebook_of(coded).proposals, pieces)
    labels = labels_of(coded, context.cast, found)
    return Taught(
        np.array(pieces.ids), tuple(stretches(article.text, pieces)), coded.proposals,
        places.words, places.named, places.before, places.whole, places.hints, labels,
    )  # fmt: skip


def labels_of(coded: Coded, cast: Cast, found: Sequence[Unit]) -> np.ndarray:
    """Units by the coding's proposals: 0 for no stand, else the number of the stance from 1."""
    labels = np.zeros((len(found), len(coded.proposals)), np.int64)
    for each in told(coded, cast):
        for row, unit in enumerate(found):
            if each.is_at(unit):
                for proposal, stance in each.claim.stances.items():
                    labels[row, proposal] = 1 + STANCES.index(stance)
    return labels
