"""The actors of one article, and whom a noun phrase of it means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.actors.authority import Authority
from graph.actors.descriptions import Described
from graph.actors.gender import gender
from graph.actors.groups import group_label, plural, spoken_by
from graph.actors.linking import Link
from graph.actors.memberships import Held, memberships
from graph.actors.phrases import phrase
from graph.actors.pronouns import WE, resolve
from graph.actors.quotes import in_quotation
from graph.actors.salience import Memory, remember
from graph.language import Parsed, start_of
from graph.model import Actor, Membership, Mention, Span
from graph.vocabulary import Minter

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class Cast:
    """Who is who in one article: `mentions` in the order of the text, `memberships`, and `who` for any phrase."""

    parsed: Parsed
    authority: Authority
    minter: Minter
    links: Sequence[Link]
    held: Sequence[Held]
    own: Mapping[str, Actor]
    titles: Mapping[str, frozenset[str]]
    _met: dict[str, Actor] = field(default_factory=dict)
    _at: dict[int, Link] = field(default_factory=dict)
    _memory: Memory | None = None
    _answers: dict[int, Mention | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for found in self.links:
            for token in found.found.tokens:
                self._at.setdefault(start_of(token), found)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every place where the article names an actor, in order."""
        return tuple(found.mention for found in self.links)

    @property
    def memberships(self) -> tuple[Membership, ...]:
        """Roles at named bodies, with the words that say so."""
        return memberships(self.held)

    def actors(self) -> tuple[Actor, ...]:
        """The actors that the article names, and those that `who` and `authors` have found so far."""
        used = dict.fromkeys(m.actor for m in self.mentions)
        return (*(self.actor(a) for a in used), *(a for a in self._met.values() if a.id not in used))

    def actor(self, iri: str) -> Actor:
        """The actor with an IRI that a mention of this article bears.

        :raises KeyError: for any other IRI.
        """
        return self.authority.actors.get(iri) or self.own.get(iri) or self._met[iri]

    def author(self) -> Mention | None:
        """The article's first author as an actor, for what it says in its own voice."""
        return next(iter(self.authors()), None)

    def authors(self) -> tuple[Mention, ...]:
        """The article's authors as actors, where it names them."""
        return tuple(self._author(name) for name in self.parsed.article.authors if name.strip())

    def who(self, head: "Token") -> Mention | None:
        """Whom the noun phrase with this head word means; None where it means nobody, or nobody who can be known.

        Inside a quotation "I" and "we" are its speaker, whom the caller knows: None.
        """
        place = start_of(head)
        if place not in self._answers:
            self._answers[place] = None  # a relative clause that a parser hung on itself ends here
            self._answers[place] = self._who(head)
        return self._answers[place]

    def _who(self, head: "Token") -> Mention | None:
        if start_of(head) in self._at:
            return self._as(head, self._at[start_of(head)].mention)
        if head.tag_ in ("WP", "WDT"):
            return self._antecedent(head)
        if head.pos_ == "PRON" and head.lower_ in WE:
            return self._first_person(head)
        found = resolve(head, self._mind(), self.actor, self._gender) if head.pos_ == "PRON" else None
        if found:
            self._mind().note(head, found[0])
            return Mention(self.parsed.span(head, head), *found)
        beside = self._beside(head)
        if beside:
            return self._as(head, beside)
        described = self._described().resolve(head)
        if described:
            self._mind().note(head, described[0])
            return Mention(self._span(head), *described)
        return self._group(head)

    def _as(self, head: "Token", mention: Mention) -> Mention:
        return Mention(self._span(head), mention.actor, mention.score, mention.reason)

    def _span(self, head: "Token") -> Span:
        return self.parsed.span(*phrase(head))

    def _beside(self, head: "Token") -> Mention | None:
        """The name that stands beside a role: "the minister, Da-Nien Liu"."""
        for child in head.children:
            found = self._at.get(start_of(child)) if child.dep_ == "appos" else None
            if found and self.actor(found.mention.actor).kind == "Person":
                return found.mention
        return None

    def _antecedent(self, pronoun: "Token") -> Mention | None:
        """Whom "who" or "which" takes up: the noun that its clause is about."""
        verb = pronoun.head
        while verb.dep_ in ("ccomp", "xcomp", "conj", "aux", "pcomp", "advcl") and verb.head is not verb:
            verb = verb.head
        found = self.who(verb.head) if verb.dep_ == "relcl" else None
        if found is None:
            return None
        return Mention(self.parsed.span(pronoun, pronoun), found.actor, round(found.score * 0.95, 2), found.reason)

    def _first_person(self, pronoun: "Token") -> Mention | None:
        """The author, outside quotations."""
        author = None if in_quotation(pronoun) else self.author()
        if author is None or (len(self.authors()) == 1) != (pronoun.lower_ in ("i", "me", "my", "mine", "myself")):
            return None if author is None or pronoun.lower_.startswith(("i", "m")) else self._author_as(pronoun, author)
        return self._author_as(pronoun, author)

    def _author_as(self, pronoun: "Token", author: Mention) -> Mention:
        return Mention(self.parsed.span(pronoun, pronoun), author.actor, 0.7, "the author speaks")

    def _author(self, name: str) -> Mention:
        text = self.parsed.article.text
        start = text.find(name)
        span = self.parsed.article.span(start, start + len(name)) if start >= 0 else Span(0, 0, "")
        named = self.authority.named(name)
        if named:
            return Mention(span, named[0].actor, 0.9, "author of the article")
        minted = self.minter.actor("Person", name)
        actor = self.own.get(minted) or Actor(minted, name, "Person")
        same = next((a for a in self.own.values() if name in (a.label, *a.aliases)), actor)
        if same.id not in self.own:
            self._met.setdefault(same.id, same)
        return Mention(span, same.id, 0.9, "author of the article")

    def _group(self, head: "Token") -> Mention | None:
        """The phrase itself as a speaker without a name."""
        noun = spoken_by(head)
        if noun is None:
            return None
        label = group_label(noun)
        if not label:
            return None
        name = label if plural(noun) else f"{label} {self.parsed.article.slug}"
        actor = Actor(self.minter.actor("Group", name), label, "Group", member_of=self._body_of(noun))
        self._met.setdefault(actor.id, actor)
        if start_of(head) not in self._at:
            self._mind().note(head, actor.id)
        return Mention(self._span(head), actor.id, 0.7, "speaker without a name")

    def _body_of(self, noun: "Token") -> str | None:
        """The country or organisation that a group belongs to, where the phrase says so."""
        owner = self._described().owner(noun)
        return owner if owner and self.actor(owner).kind in ("Country", "Organization") else None

    def _mind(self) -> Memory:
        if self._memory is None:
            self._memory = remember(self.parsed, ((f.found.head, f.mention.actor, f.presence) for f in self.links))
        return self._memory

    def _described(self) -> Described:
        return Described(self._mind(), self.held, self.actor, self._named, self.authority.part_of)

    def _named(self, token: "Token") -> str | None:
        found = self._at.get(start_of(token))
        return found.mention.actor if found else None

    def _gender(self, iri: str) -> str | None:
        roles = (h.noun for h in self.held if h.person == iri)
        return gender(self.actor(iri), self.titles.get(iri, frozenset()), roles, self.authority)
