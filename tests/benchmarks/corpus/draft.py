"""An article while it is written: its text so far, and what was found in it."""

import random
from datetime import date

from graph.model import Actor, Claim, Event, Membership, Mention, Position, Proposal, Quantity, Span
from tests.benchmarks.corpus.words import Prose


class Draft:
    """A text that grows by `say`, with the statements that were put into it."""

    def __init__(self, slug: str, day: date, chance: random.Random, prose: Prose) -> None:
        self.slug, self.day, self.chance, self.prose = slug, day, chance, prose
        self._pieces: list[str] = []
        self.length = 0
        self.named: dict[str, Actor] = {}
        self.mentions: list[Mention] = []
        self.memberships: list[Membership] = []
        self.claims: list[Claim] = []
        self.positions: dict[str, Position] = {}
        self.candidates: dict[str, Proposal] = {}
        self.events: list[Event] = []
        self.quantities: list[Quantity] = []

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def say(self, text: str) -> Span:
        """Add to the text; where that stands."""
        span = Span(self.length, self.length + len(text), text)
        self._pieces.append(text)
        self.length = span.end
        return span

    def name(self, actor: Actor) -> Span:
        """Add the name of an actor, or one of its aliases, and note whom it means."""
        aliases = actor.aliases if actor.id in self.named else ()
        span = self.say(self.chance.choice((actor.label, *aliases)))
        self.named[actor.id] = actor
        self.mentions.append(Mention(span, actor.id, self.sure(), "an alias, and nobody else is called so here"))
        return span

    def sure(self) -> float:
        """A confidence: mostly high, for one in seven below 0.6."""
        return round(1 - 0.55 * self.chance.random() ** 2, 2)

    def happens(self, share: float) -> bool:
        """True in this share of all cases."""
        return self.chance.random() < share
