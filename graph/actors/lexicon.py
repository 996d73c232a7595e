"""The names of one article: its figures, and the names by which it calls them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graph.actors.authority import Authority
from graph.model import Actor, Article, Kind
from graph.vocabulary import Minter


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that the article uses for an actor, and why it means that actor."""

    actor: str
    score: float
    reason: str


@dataclass(slots=True)
class Figure:
    """An actor of the article: the forms of its full name, how often they stand there, the titles before them."""

    actor: Actor
    forms: list[str] = field(default_factory=list)
    count: int = 0
    titles: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Lexicon:
    """All figures of an article, and the names that its text is searched for."""

    article: Article
    authority: Authority
    minter: Minter
    figures: dict[str, Figure] = field(default_factory=dict)
    aliases: dict[str, list[Alias]] = field(default_factory=dict)

    def call(self, name: str, figure: Figure, score: float, reason: str) -> None:
        """Let a name mean an actor in this article; where the authority file forbids that, an actor of its own."""
        if not self.may_be(name, figure.actor):
            figure, score, reason = self.scoped(figure.actor.kind, name), 0.5, "parted by the authority file"
        held = self.aliases.setdefault(name, [])
        if all(a.actor != figure.actor.id for a in held):
            held.append(Alias(figure.actor.id, score, reason))

    def may_be(self, name: str, actor: Actor) -> bool:
        """Whether the authority file lets a name mean an actor, everywhere and in this article."""
        minted = (self.minter.actor(actor.kind, n) for n in (name, f"{name} {self.article.slug}"))
        return all(self.authority.may_be(iri, actor.id) for iri in minted)

    def figure(self, kind: Kind, name: str, label: str | None = None) -> Figure:
        """The figure of a full name: the actor that the authority file says it is, or one of its own."""
        minted = self.minter.actor(kind, name)
        iri = self.authority.same.get(minted, minted)
        actor = self.authority.actors.get(iri) or Actor(iri, label or name, kind)
        return self.figures.setdefault(actor.id, Figure(actor))

    def scoped(self, kind: Kind, name: str) -> Figure:
        """A figure of this article alone, for a name that says too little to be anybody elsewhere."""
        minted = self.minter.actor(kind, f"{name} {self.article.slug}")
        iri = self.authority.same.get(minted, minted)
        actor = self.authority.actors.get(iri) or Actor(iri, name, kind)
        return self.figures.setdefault(actor.id, Figure(actor))

    def listed(self, iri: str) -> Figure:
        """The figure of an actor of the authority file."""
        actor = self.authority.actors[iri]
        return self.figures.setdefault(iri, Figure(actor, [actor.label]))


def own_actors(words: Lexicon) -> Iterator[Actor]:
    """The actors of the article with all the names that it has for them."""
    names: dict[str, list[str]] = {}
    for name, held in words.aliases.items():
        if len(held) == 1 and held[0].reason.startswith(("full name", "acronym", "short for")):
            names.setdefault(held[0].actor, []).append(name)
    for iri, figure in words.figures.items():
        others = sorted(n for n in names.get(iri, ()) if n != figure.actor.label)
        yield figure.actor if iri in words.authority.actors else replace(figure.actor, aliases=tuple(others))
