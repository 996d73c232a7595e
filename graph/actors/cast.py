"""The actors of one article, and whom a noun phrase of it means."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.actors.bodies_of_roles import with_body
from graph.actors.heads import heads, tokens_in
from graph.actors.memberships import memberships
from graph.actors.parties import with_party
from graph.actors.resolving import Resolver
from graph.actors.scene import Scene
from graph.actors.writers import writers
from graph.language import Parsed, start_of
from graph.model import Actor, Membership, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class Cast:
    """Who is who in one article: `mentions` in the order of the text, `memberships`, and `who` for any phrase."""

    scene: Scene
    _resolver: Resolver = field(init=False)
    _memberships: tuple[Membership, ...] | None = None

    def __post_init__(self) -> None:
        self._resolver = Resolver(self.scene)

    @property
    def parsed(self) -> Parsed:
        """The article that the cast is of."""
        return self.scene.parsed

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every place where the article names an actor, in order."""
        return tuple(found.mention for found in self.scene.links)

    @property
    def memberships(self) -> tuple[Membership, ...]:
        """Roles at named bodies, with the words that say so."""
        if self._memberships is None:
            roles = (role for held in self.scene.held for role in with_party(held, self.scene))
            self._memberships = memberships([with_body(role, self.scene, self.who) for role in roles])
            for body in (self.scene.implied.get(m.organization) for m in self._memberships):
                if body is not None:
                    self.scene.meet(body)
        return self._memberships

    def actors(self, speaking: Collection[str] | None = None) -> tuple[Actor, ...]:
        """The actors that the article names, and those that phrases without a name mean.

        `speaking`: of the latter only these, who say, hold or do something; without it all that have been asked for.
        """
        acting = {self.scene.meet(self.scene.bodies[start_of(n.head)]) for n in self.scene.nameless if n.acts}
        named = [*(m.actor for m in self.mentions), *(a for m in self.memberships for a in (m.member, m.organization))]
        used = dict.fromkeys(named)
        wanted = self.scene.met.keys() if speaking is None else acting.union(speaking)
        wanted |= {of for a in wanted if a in self.scene.met and (of := self.scene.met[a].member_of)}
        return (*map(self.actor, used), *(a for a in self.scene.met.values() if a.id in wanted and a.id not in used))

    def actor(self, iri: str) -> Actor:
        """The actor with an IRI that a mention of this article bears.

        :raises KeyError: for any other IRI.
        """
        return self.scene.actor(iri)

    def author(self) -> Mention | None:
        """The article's first author as an actor, for what it says in its own voice."""
        return next(iter(self.authors()), None)

    def authors(self) -> tuple[Mention, ...]:
        """The article's authors as actors, where it names them."""
        return writers(self.scene)

    def who(self, head: "Token") -> Mention | None:
        """Whom the noun phrase with this head word means; None where it means nobody, or nobody who can be known.

        Inside a quotation "I" and "we" are its speaker, whom the caller knows: None.
        """
        return self._resolver.who(head)

    def whom(self, head: "Token") -> tuple[Mention, ...]:
        """The actors that a phrase means: several for "both ministers" or "they", else as `who`."""
        return self._resolver.whom(head)

    def source_of(self, head: "Token") -> tuple[Mention, ...]:
        """The actors that a phrase means that is known to be a source: as `whom`, else those whose it is."""
        return self._resolver.source(head)

    def heads_of(self, start: int, end: int) -> tuple["Token", ...]:
        """The head words of a source: its head by the parse, and what is joined to it by "and" within the span.

        A name is one even where the parser takes it for no noun ("Pike said").
        """
        found = heads(self.parsed, start, end)
        named = () if found else (self.scene.at.get(start_of(t)) for t in tokens_in(self.parsed, start, end))
        return found or tuple(link.found.head for link in dict.fromkeys(named) if link is not None)[:1]

    def speakers_of(self, start: int, end: int) -> tuple[Mention, ...]:
        """The actors that the source between two offsets of the article means, each once.

        Empty where it means nobody who can be known, as "I" and "we" in a quotation, whose speaker the caller knows.
        """
        found = (mention for head in self.heads_of(start, end) for mention in self.source_of(head))
        return tuple({mention.actor: mention for mention in found}.values())
