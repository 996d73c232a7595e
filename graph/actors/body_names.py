"""The organisations of an article by their labels, and by the end of a description: "ministry" of "port ministry"."""

from collections import defaultdict
from dataclasses import dataclass, field

from graph.model import Actor


@dataclass(slots=True)
class BodyNames:
    """Labels to organisations, whatever their capitals."""

    _whole: dict[str, dict[str, Actor]] = field(default_factory=lambda: defaultdict(dict))
    _ends: dict[str, dict[str, Actor]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, actor: Actor) -> None:
        """Take in an organisation with a name; others are passed over."""
        if actor.kind == "Organization":
            self._whole[actor.label.lower()][actor.id] = actor

    def add_described(self, actor: Actor) -> None:
        """Take in an organisation that only a description names: the end of it means it too."""
        self.add(actor)
        words = actor.label.lower().split()
        for at in range(1, len(words)):
            self._ends[" ".join(words[at:])][actor.id] = actor

    def named(self, label: str) -> Actor | None:
        """The one organisation of a label."""
        return _only(self._whole.get(label.lower()))

    def ending(self, label: str) -> Actor | None:
        """The one organisation of a label, else the one whose description ends in it."""
        return _only(self._whole.get(label.lower()) or self._ends.get(label.lower()))


def _only(found: dict[str, Actor] | None) -> Actor | None:
    return next(iter(found.values())) if found and len(found) == 1 else None
