"""What the model of entailment is asked: do the words of a place say that their holder is in favour of a proposal?"""

from dataclasses import dataclass

from graph.claims.positions.context import Context
from graph.claims.positions.units import Unit, Way
from graph.language import Question
from graph.model import Proposal

_BEFORE, _WORDS = 200, 480  # characters
_NAMES = 2  # other labels of a proposal that are told
_SAYING: dict[Way, str] = {"says": "{} says", "named": "{}", "before": "{} says", "author": "The author, {}"}


@dataclass(frozen=True, slots=True)
class Premise:
    """Words, what stands before them, and who takes a stand there if anybody does."""

    before: str
    words: str
    who: str


def premise(context: Context, unit: Unit) -> Premise:
    """A place of an article by its words: its sentence, or all of what is said there."""
    text = context.article.text
    start, end = unit.evidence.start, unit.evidence.end
    if unit.way == "says":
        end = max(end, *(e for _, e in unit.words))
    together = (
        [a.actor for a in context.authors] if unit.way == "author" else [unit.holder]
    )  # who write together say it all
    holder = " and ".join(context.cast.actor(one).label for one in together)
    named = _flat(text[slice(*unit.named)]) if unit.named else ""
    who = holder if named.lower() in holder.lower() else f"{holder} ({named})"
    words = _flat(text[start : min(end, start + _WORDS)])
    return Premise(_before(text, start), words, _SAYING[unit.way].format(who))


def question(asked: Premise, proposal: Proposal) -> Question:
    """Whether a passage says that its holder is in favour of a proposal."""
    also = "; ".join(proposal.aliases[:_NAMES])
    what = f"{proposal.label} ({also})" if also else proposal.label
    hypothesis = f"{asked.who}, in favour of: {what}. {proposal.definition or ''}".strip()
    return Question(asked.before, asked.words, hypothesis)


def _before(text: str, start: int) -> str:
    """What stands before a place, in whole words."""
    found = _flat(text[max(0, start - 2 * _BEFORE) : start])
    return found if len(found) < _BEFORE else found[-_BEFORE:].partition(" ")[2]


def _flat(text: str) -> str:
    return " ".join(text.split())
