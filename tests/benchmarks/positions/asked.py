"""Coded articles as questions with their answers: what the model of entailment is taught with."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from graph.claims.positions.judging import by_vectors
from graph.claims.positions.places import HERE
from graph.claims.positions.questions import Premise, premise, question
from graph.language import Stances
from graph.language.entailment import pieces
from graph.model import Proposal
from tests.benchmarks.positions.examples import Article as Coded
from tests.benchmarks.positions.labelled import labels_of
from tests.benchmarks.positions.reading import Reader, codebook_of, number_of

_STANDS = 16  # of an article that are asked about in an epoch, at the most
_OTHERS = 8  # places without a stand, at the least
_EVEN = 0.03  # so that nothing is out of the question
_NAMED = 0.1  # more where the words name a proposal


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in word pieces, what the grammar found there, and the answer: 0 for no stand, else 1 + the stance."""

    pieces: list[int]
    hints: np.ndarray
    answer: int


@dataclass(frozen=True, slots=True)
class Asking:
    """An article of U units and P proposals: U premises, U by P by HINTS, U by P shares of a stand, U by P answers."""

    premises: tuple[Premise, ...]
    proposals: tuple[Proposal, ...]
    hints: np.ndarray
    stands: np.ndarray
    answers: np.ndarray


def asking(articles: Iterable[Coded]) -> Iterator[Asking]:
    """Each article as the program reads it; those of which nothing can be asked are left out."""
    reader, model = Reader(), Stances()
    for coded in articles:
        context = reader.read(coded)
        judged = by_vectors(context, codebook_of(coded).proposals, model)
        if judged is not None:
            labels = labels_of(coded, context.cast, judged.units)
            yield Asking(
                tuple(premise(context, unit) for unit in judged.units), tuple(judged.proposals),
                judged.places.hints, 1 - judged.shares[..., 0], labels[:, [number_of(p.id) for p in judged.proposals]],
            )  # fmt: skip


def drawn(article: Asking, chance: Random) -> Iterator[Asked]:
    """What of an article is asked in one epoch: stands, the same places with other proposals, other places.

    Without a stand those are drawn that vectors hold likely to have one.
    """
    answers = article.answers
    likely = article.stands + _EVEN + _NAMED * article.hints[..., HERE]
    stands = [(int(u), int(p)) for u, p in np.argwhere(answers)]
    chance.shuffle(stands)
    stands = stands[:_STANDS]
    rest = [u for u in range(len(answers)) if not answers[u].any()]
    weights = [float(likely[u].max()) for u in rest]
    more = chance.choices(rest, weights, k=max(_OTHERS, len(stands) // 2)) if rest else []
    asked = set(stands)
    for unit in [*dict.fromkeys(u for u, _ in stands), *more]:
        left = [p for p in range(answers.shape[1]) if not answers[unit, p] and (unit, p) not in asked]
        if left:
            asked.add((unit, chance.choices(left, [float(likely[unit, p]) for p in left])[0]))
    for unit, proposal in sorted(asked):
        put = question(article.premises[unit], _worded(article.proposals[proposal], chance))
        yield Asked(pieces(put), article.hints[unit, proposal], int(answers[unit, proposal]))


def _worded(proposal: Proposal, chance: Random) -> Proposal:
    """A proposal as another codebook might have it: by another of its labels, with fewer, perhaps undefined."""
    names = [proposal.label, *proposal.aliases]
    if chance.random() < 0.3:
        chance.shuffle(names)
    aliases = names[1:]
    chance.shuffle(aliases)
    aliases = aliases[: chance.randint(0, 2)]
    without = bool(aliases) and chance.random() < 0.2
    return Proposal(proposal.id, names[0], tuple(aliases), None if without else proposal.definition)


def batches(articles: Sequence[Asking], size: int, chance: Random, among: int = 32) -> Iterator[list[Asked]]:
    """All that is drawn, in any order, questions of like length together."""
    found = [one for article in articles for one in drawn(article, chance)]
    chance.shuffle(found)
    for start in range(0, len(found), size * among):
        alike = sorted(found[start : start + size * among], key=lambda a: len(a.pieces))
        held = [alike[i : i + size] for i in range(0, len(alike), size)]
        chance.shuffle(held)
        yield from held
