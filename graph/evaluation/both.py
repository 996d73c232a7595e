"""Two readings of one article, by hand and by an extractor, and which actors of the one are which of the other."""

from collections.abc import Collection, Iterator
from functools import cached_property

from graph.model import Actor, Reading, Span


class Both:
    """What is compared."""

    def __init__(self, gold: Reading, found: Reading) -> None:
        self.gold, self.found = gold, found
        self.label = {actor.id: actor.label for actor in (*found.actors, *gold.actors)}

    @cached_property
    def same(self) -> dict[str, str]:
        """From the IRI of an actor that was found to that of the gold actor that it is."""
        ids = {actor.id for actor in self.gold.actors}
        names = {name: actor.id for actor in self.gold.actors for name in _names(actor)}
        met = {a.id: a.id if a.id in ids else next((names[n] for n in _names(a) if n in names), None)
               for a in self.found.actors}  # fmt: skip
        return {found: gold for found, gold in met.items() if gold}

    def who(self, actor: str) -> str:
        """The gold actor, or the one found where the gold coding has none."""
        return self.same.get(actor, actor)

    def named(self, actors: Collection[str]) -> str:
        """The labels of actors, for people to read."""
        return " and ".join(self.label.get(actor, actor) for actor in actors) or "nobody"


def first_mention(reading: Reading, actor: str) -> tuple[Span, ...]:
    """The first place where a reading sees an actor, if it sees any."""
    return tuple(sorted(m.span for m in reading.mentions if m.actor == actor)[:1])


def _names(actor: Actor) -> Iterator[tuple[str, str]]:
    """An actor's names, each with its kind: a country and a group of one name are not the same."""
    yield from ((actor.kind, name.casefold()) for name in (actor.label, *actor.aliases))
