"""The actors of one article, and whom a noun phrase of it means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph.actors.authority import Authority
from graph.actors.descriptions import Described
from graph.actors.gender import gender
from graph.actors.groups import can_speak, group_label, is_document, issued_by, plural, spoken_by
from graph.actors.linking import Link
from graph.actors.memberships import Held, memberships
from graph.actors.phrases import nearest_person, phrase, proper_name
from graph.actors.plausible import full_name, headline_like, is_organization, no_name
from graph.actors.pronouns import WE, resolve
from graph.actors.quotes import in_quotation
from graph.actors.roles import is_role
from graph.actors.salience import Memory, remember
from graph.actors.scan import dateline_end
from graph.actors.spelling import bare, family_name, is_acronym
from graph.actors.tables import pairs, words
from graph.language import Parsed, start_of
from graph.model import Actor, Kind, Membership, Mention, Span
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
    _implied: dict[str, Actor] = field(default_factory=dict)
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
        return memberships([self._with_body(held) for held in self.held])

    def _with_body(self, held: Held) -> Held:
        """A role whose body is only taken up: "its president", "the company's chairman"."""
        if held.bodies:
            return held
        owner = self.who(held.owner) if held.owner is not None else None
        post = None if owner else self._post(held)
        if post:
            return replace(held, bodies=(post,))
        if owner is None or self.actor(owner.actor).kind not in ("Organization", "Country"):
            return held
        return replace(held, bodies=(owner.actor,))

    def _post(self, held: Held) -> str | None:
        """The body of a known person's post, where the text gives the role of it alone: "Treasury Secretary"."""
        day, said = self.parsed.article.published, set(held.text.lower().split())
        for post in self.authority.posts:
            if post.person == held.person and post.held_on(day) and said == set(post.role.lower().split()):
                return post.organization
        return None

    def actors(self) -> tuple[Actor, ...]:
        """The actors that the article names, and those that `who` and `authors` have found so far."""
        used = dict.fromkeys(m.actor for m in self.mentions)
        return (*(self.actor(a) for a in used), *(a for a in self._met.values() if a.id not in used))

    def actor(self, iri: str) -> Actor:
        """The actor with an IRI that a mention of this article bears.

        :raises KeyError: for any other IRI.
        """
        return self.authority.actors.get(iri) or self.own.get(iri) or self._met.get(iri) or self._implied[iri]

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
            self._mind().note(head, self._meet(self.actor(found[0])))
            return Mention(self.parsed.span(head, head), *found)
        beside = self._beside(head)
        if beside:
            return self._as(head, beside)
        campaign = self._campaign(head)
        if campaign:
            return campaign
        described = self._described().resolve(head)
        if described:
            self._mind().note(head, self._meet(self.actor(described[0])))
            return Mention(self._span(head), *described)
        proper = head.tag_ == "NNP" and not is_role(head)
        proper = proper and (head.lower_ not in pairs("groups") or len(proper_name(head)) > 1)
        return (self._unlisted(head) if proper else None) or self._group(head) or self._unlisted(head)

    def _as(self, head: "Token", mention: Mention) -> Mention:
        return Mention(self._span(head), mention.actor, mention.score, mention.reason)

    def _span(self, head: "Token") -> Span:
        """The phrase of a head word, with the whole of a name that the parser has cut, without a dateline before it."""
        first, last = phrase(head)
        named = self._at.get(start_of(head))
        if named and named.found.tokens[0].doc is head.doc:
            first = min(first, named.found.tokens[0], key=start_of)
            last = max(last, named.found.tokens[-1], key=start_of)
        opening = dateline_end(head.doc)
        while first.i < head.i and first.idx < opening:
            first = first.nbor(1)
        return self.parsed.span(first, last)

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
        if verb.dep_ != "relcl":
            return None
        noun = nearest_person(verb.head, pronoun, self._is_person) if pronoun.lower_ == "who" else verb.head
        found = self.who(noun)
        if found is None and pronoun.lower_ == "who" and noun.pos_ == "NOUN":
            found = self._as_group(noun, noun)
        if found is None:
            return None
        return Mention(self.parsed.span(pronoun, pronoun), found.actor, round(found.score * 0.95, 2), found.reason)

    def _is_person(self, token: "Token") -> bool:
        actor = self._named(token)
        return self.actor(actor).kind == "Person" if actor else token.pos_ == "NOUN" and can_speak(token)

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
        return Mention(span, self._author_iri(name), 0.9, "author of the article")

    def _author_iri(self, name: str) -> str:
        listed = [m.actor for m in self.authority.named(name) if m.kind == "name"]
        if listed:
            return listed[0]
        same = next((a.id for a in self.own.values() if name in (a.label, *a.aliases)), None)
        kind: Kind = "Person" if full_name(name) and not is_organization(name) else "Organization"
        minted = same or self.minter.actor(kind, name)
        return self._meet(self.own.get(minted) or Actor(minted, name, kind))

    def _meet(self, actor: Actor) -> str:
        """Take an actor that the text only implies into the cast."""
        self._met.setdefault(actor.id, actor)
        return actor.id

    def _unlisted(self, head: "Token") -> Mention | None:
        """A proper name that nothing else has made an actor of: being asked for, it is a source, and so it is one."""
        if head.idx < dateline_end(head.doc):
            return self._after_dateline(head)
        run = proper_name(head)
        name = bare("".join(t.text_with_ws for t in run))
        if head.pos_ != "PROPN" or not name or headline_like(head.doc) or is_document(head):
            return None
        seat = next((m.actor for m in self.authority.named(name)), None)
        if seat:
            return Mention(self._span(head), self._meet(self.authority.actors[seat]), 0.6, "place that speaks")
        generic = name in words("organizations")
        if no_name(name) and not generic and name not in words("places"):
            return None
        kind = "Organization" if generic else self._kind(name, head)
        full = len(name.split()) > 1 or (kind == "Organization" and not generic)
        minted = self.minter.actor(kind, name if full else f"{name} {self.parsed.article.slug}")
        self._meet(Actor(minted, name, kind))
        return Mention(self._span(head), minted, 0.4, "name of a source, not known otherwise")

    def _after_dateline(self, head: "Token") -> Mention | None:
        """A dateline that the parser took for the subject: the first name or noun after it is."""
        opening = dateline_end(head.doc)
        after = (t for t in head.sent if t.idx >= opening and (start_of(t) in self._at or t.pos_ == "NOUN"))
        found = next(after, None)
        return None if found is None else self.who(found)

    def _kind(self, name: str, head: "Token") -> Kind:
        given = name.split()[0] in pairs("given_names") and len(name.split()) > 1
        body = is_acronym(name) or is_organization(name) or head.ent_type_ not in ("PERSON", "") or head.tag_ == "NNPS"
        return "Organization" if body and not given else "Person"

    def _group(self, head: "Token") -> Mention | None:
        """The phrase itself as a speaker without a name."""
        issuer = issued_by(head) if is_document(head) else None
        if issuer:
            group = self._called(issuer[0], issuer[1])
            self._mind().note(head, self._meet(group))
            return Mention(self._span(head), group.id, 0.65, f"issuer of the {head.lower_}")
        noun = spoken_by(head)
        return None if noun is None else self._as_group(head, noun)

    def _as_group(self, head: "Token", noun: "Token") -> Mention | None:
        group = self._group_of(noun)
        if group is None:
            return None
        self._mind().note(head, self._meet(group))
        return Mention(self._span(head), group.id, 0.7, "speaker without a name")

    def _group_of(self, noun: "Token") -> Actor | None:
        """The group that a noun names: a plural one is the same in every article, "a spokesman" is this article's."""
        label = self._whose(noun) + group_label(noun)
        if not label or headline_like(noun.doc):
            return None
        return self._called(noun, label)

    def _called(self, noun: "Token", label: str) -> Actor:
        name = label if plural(noun) else f"{label} {self.parsed.article.slug}"
        return Actor(self.minter.actor("Group", name), label, "Group", member_of=self._body_of(noun))

    def _whose(self, noun: "Token") -> str:
        """Whose people a group is, where a pronoun says so: "his aides" are "Donald Trump's aides"."""
        pronoun = next((c for c in noun.children if c.tag_ == "PRP$"), None)
        found = None if pronoun is None else resolve(pronoun, self._mind(), self.actor, self._gender)
        if found is None or self.actor(found[0]).kind == "Group":
            return ""
        label = self.actor(found[0]).label
        return f"{label}' " if label.endswith("s") else f"{label}'s "

    def _campaign(self, head: "Token") -> Mention | None:
        """A body that is called by a person: "Smith's campaign", "his administration"."""
        if head.lower_ not in ("campaign", "administration"):
            return None
        for child in head.children:
            if child.dep_ == "poss":
                owner = self.who(child)
                if owner and self.actor(owner.actor).kind == "Person":
                    name = f"{family_name(self.actor(owner.actor).label)} {head.lower_}"
                    minted = self.minter.actor("Organization", name)
                    self._meet(self.authority.actors.get(minted) or Actor(minted, name, "Organization"))
                    self._mind().note(head, minted)
                    return Mention(self._span(head), minted, 0.7, "body called by the name of its head")
        return None

    def _body_of(self, noun: "Token") -> str | None:
        """The country or organisation that a group belongs to, where the phrase says so."""
        owner = self._described().owner(noun)
        return owner if owner and self.actor(owner).kind in ("Country", "Organization") else None

    def _mind(self) -> Memory:
        if self._memory is None:
            self._memory = remember(self.parsed, ((f.found.head, f.mention.actor, f.presence) for f in self.links))
            self._note_subjects(self._memory)
        return self._memory

    def _note_subjects(self, memory: Memory) -> None:
        """Remember people without a name that are subjects, for "they" and "she" to take up."""
        for sentence in self.parsed.sentences:
            for token in sentence.tokens:
                if token.pos_ == "NOUN" and token.dep_ in ("nsubj", "nsubjpass") and can_speak(token):
                    described = self._described().resolve(token)
                    group = None if described else self._group_of(token)
                    actor = described[0] if described else group.id if group else None
                    if group:
                        self._implied.setdefault(group.id, group)
                    if actor:
                        memory.note(token, actor)

    def _described(self) -> Described:
        return Described(self._mind(), self.held, self.actor, self._named, self.authority.part_of)

    def _named(self, token: "Token") -> str | None:
        found = self._at.get(start_of(token))
        return found.mention.actor if found else None

    def _gender(self, iri: str) -> str | None:
        roles = (h.noun for h in self.held if h.person == iri)
        return gender(self.actor(iri), self.titles.get(iri, frozenset()), roles, self.authority)
