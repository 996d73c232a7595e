"""Proposals that no codebook holds: the measures that a sentence names and somebody takes a stand on."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.claims.matching import Match
from graph.claims.measures import is_direct, measures, name_of
from graph.claims.positions.context import Context
from graph.claims.positions.finding import held_by
from graph.claims.positions.merging import merged
from graph.claims.positions.taken import Taken
from graph.claims.stands import Verdict, verdicts
from graph.language import Sentence
from graph.model import Claim, Position, Proposal, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SURENESS = 0.8  # a position on a candidate is less sure than one on a proposal that the codebook holds
_LEAST = 0.45  # of those that are less sure, one in three is a stand on a measure


@dataclass(frozen=True, slots=True)
class Candidates:
    """The proposals found outside the codebook, who holds what of them, and the claims needed to express it."""

    proposals: tuple[Proposal, ...]
    positions: tuple[Position, ...]
    claims: tuple[Claim, ...]


def candidates(context: Context) -> Candidates:
    """The candidates of an article; words that name a proposal of the codebook make none."""
    evidence: dict[str, set[Span]] = defaultdict(set)
    labels: dict[str, str] = {}
    taken: list[Taken] = []
    for each, label in _taken(context):
        taken.append(each)
        labels.setdefault(each.proposal, label)
        evidence[each.proposal].add(each.evidence)
    positions, claims = merged(context, taken, _LEAST)
    held = {position.proposal for position in positions}
    proposals = (
        Proposal(name, label, candidate=True, evidence=tuple(sorted(evidence[name])))
        for name, label in labels.items()
        if name in held
    )
    return Candidates(tuple(proposals), positions, claims)


def _taken(context: Context) -> Iterator[tuple[Taken, str]]:
    """The stands on what no codebook holds, each with the name of its proposal."""
    for sentence in context.parsed.sentences:
        if sentence.kind == "body":
            for match, found in _matches(context, sentence):
                for taken in held_by(context, sentence, match, found):
                    yield taken, match.proposal.label


def _matches(context: Context, sentence: Sentence) -> Iterator[tuple[Match, Verdict]]:
    """The measures of a sentence with the stands on them; of those inside each other the outermost."""
    covered: set[int] = set()
    known: set[int] | None = None
    for head in measures(sentence):
        label = name_of(head) if head.i not in covered else None
        if label is None or context.speech.who(head) is not None:
            continue
        proposal = Proposal(context.minter.proposal(label), label, candidate=True)
        match = Match(proposal, _SURENESS, tuple(head.subtree), "no codebook holds")
        found = [v for v in verdicts(match, downward=False) if is_direct(head, v.spoken) and _is_told(context, head, v)]
        if not found:
            continue
        known = _known(context, sentence) if known is None else known
        covered |= {t.i for t in match.tokens}
        if not known & {t.i for t in match.tokens}:
            yield from ((match, verdict) for verdict in found)


def _is_told(context: Context, measure: "Token", found: Verdict) -> bool:
    """Whether somebody is made to take a stand; in the author's own voice only what should be done is told as one."""
    return found.holder is not None or found.spoken == measure or bool(context.speech.over(found.spoken))


def _known(context: Context, sentence: Sentence) -> set[int]:
    """The words of a sentence that name what the codebook holds."""
    named = frozenset(m.actor for m in context.cast.mentions)
    return {t.i for match in context.matcher.matches(sentence, context.countries(), named) for t in match.tokens}
