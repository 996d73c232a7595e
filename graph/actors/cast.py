"""The actors of one article, and whom a noun phrase of it means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.actors.authority import Authority
from graph.actors.groups import can_speak, is_document
from graph.actors.lexicon import Lexicon
from graph.actors.linking import Link
from graph.actors.phrases import phrase
from graph.language import Parsed, start_of
from graph.model import Actor, Kind, Membership, Mention, Span
from graph.vocabulary import Minter

if TYPE_CHECKING:
    from spacy.tokens import Token

_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_THEY, _IT = frozenset({"they", "them", "their", "themselves"}), frozenset({"it", "its", "itself"})


@dataclass(slots=True)
class Cast:
    """Who is who in one article."""

    parsed: Parsed
    authority: Authority
    minter: Minter
    lexicon: Lexicon
    links: Sequence[Link]
    memberships: tuple[Membership, ...] = ()
    _groups: dict[str, Actor] = field(default_factory=dict)
    _at: dict[int, Link] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for found in self.links:
            for token in found.found.tokens:
                self._at.setdefault(start_of(token), found)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every place where the article names an actor, in order."""
        return tuple(found.mention for found in self.links)

    def actors(self) -> tuple[Actor, ...]:
        """The actors that the article names, and the groups and bodies that `who` has found so far."""
        used = dict.fromkeys(m.actor for m in self.mentions)
        return (*(self.actor(a) for a in used), *(g for g in self._groups.values() if g.id not in used))

    def actor(self, iri: str) -> Actor:
        """The actor with an IRI."""
        if iri in self.authority.actors:
            return self.authority.actors[iri]
        if iri in self.lexicon.figures:
            return self.lexicon.figures[iri].actor
        if iri in self._groups:
            return self._groups[iri]
        text = next(m.span.text for m in self.mentions if m.actor == iri)
        return Actor(iri, text, "Person")

    def author(self) -> Mention | None:
        """The article's first author as an actor, for what it says in its own voice."""
        return next(iter(self.authors()), None)

    def authors(self) -> tuple[Mention, ...]:
        """The article's authors as actors."""
        found = []
        for name in self.parsed.article.authors:
            start = self.parsed.article.text.find(name)
            span = self.parsed.article.span(start, start + len(name)) if start >= 0 else Span(0, 0, "")
            actor = Actor(self.minter.actor("Person", name), name, "Person")
            if actor.id not in self.lexicon.figures and actor.id not in self.authority.actors:
                self._groups[actor.id] = actor
            found.append(Mention(span, actor.id, 0.9, "author of the article"))
        return tuple(found)

    def who(self, head: "Token") -> Mention | None:
        """Whom the noun phrase with this head word means; None where it means nobody, or nobody who can be known."""
        if start_of(head) in self._at:
            return self._named(head)
        if head.dep_ in ("nsubj", "nsubjpass") and head.tag_ in ("WP", "WDT") and head.head.dep_ == "relcl":
            return self.who(head.head.head)
        if head.pos_ == "PRON" or head.tag_ == "PRP$":
            return self._pronoun(head)
        named = self._named_in(head)
        if named:
            return named
        if is_document(head):
            return None
        if can_speak(head):
            return self._group(head)
        return None

    def _named(self, head: "Token") -> Mention:
        found = self._at[start_of(head)].mention
        return Mention(self._span(head), found.actor, found.score, found.reason)

    def _span(self, head: "Token") -> Span:
        return self.parsed.span(*phrase(head))

    def _named_in(self, head: "Token") -> Mention | None:
        """A name that stands beside a role: "the minister, Da-Nien Liu"."""
        for child in head.children:
            if child.dep_ == "appos" and start_of(child) in self._at:
                found = self._at[start_of(child)].mention
                return Mention(self._span(head), found.actor, found.score, found.reason)
        return None

    def _pronoun(self, head: "Token") -> Mention | None:
        word = head.lower_
        kinds: tuple[Kind, ...] = ("Person",) if word in _HE | _SHE else ("Organization", "Country")
        if word not in _HE | _SHE | _IT | _THEY:
            return None
        for found in self._before(head):
            actor = self.actor(found.mention.actor)
            if actor.kind in kinds and found.found.head.dep_ in ("nsubj", "nsubjpass", "appos", "ROOT", "compound"):
                return Mention(self._span(head), actor.id, 0.6, f"pronoun {word}: last named {actor.kind.lower()}")
        return None

    def _before(self, token: "Token") -> Iterable[Link]:
        """The names before a word, the nearest first."""
        place = start_of(token)
        return [found for found in reversed(self.links) if found.mention.span.start < place]

    def _group(self, head: "Token") -> Mention:
        span = self._span(head)
        name = span.text.removeprefix("the ").removeprefix("The ").removeprefix("a ").removeprefix("A ")
        kind: Kind = "Group"
        actor = Actor(self.minter.actor(kind, name), name, kind, member_of=self._country_of(head))
        self._groups.setdefault(actor.id, actor)
        return Mention(span, actor.id, 0.7, "speaker without a name")

    def _country_of(self, head: "Token") -> str | None:
        """The country or organisation that a group belongs to, where an adjective or a compound says so."""
        for child in head.children:
            if child.dep_ in ("amod", "compound", "poss", "nmod") and start_of(child) in self._at:
                return self._at[start_of(child)].mention.actor
        return None
