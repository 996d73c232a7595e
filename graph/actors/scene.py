"""What is known of an article while its phrases are resolved: names by place, actors met, memory, roles, groups."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.actors.authority import Authority
from graph.actors.body_names import BodyNames
from graph.actors.callings import Callings, callings
from graph.actors.descriptions import Described
from graph.actors.epithets import Epithets
from graph.actors.gender import gender
from graph.actors.groups import can_speak, group_label, is_document, plural
from graph.actors.held import Offices
from graph.actors.homes import home
from graph.actors.linking import Link
from graph.actors.nameless import Nameless, body, called_before, is_body
from graph.actors.phrases import phrase
from graph.actors.plausible import headline_like
from graph.actors.pronouns import THEY, rank_they, resolve
from graph.actors.roles import is_role, noun_of
from graph.actors.salience import Memory, remember
from graph.actors.scan import dateline_end
from graph.actors.several import Several
from graph.actors.tables import pairs, words
from graph.language import Parsed, start_of
from graph.model import Actor, Kind, Mention, Span
from graph.vocabulary import Minter

if TYPE_CHECKING:
    from spacy.tokens import Token

# "the above-mentioned firms" have names
_REFERRING = frozenset({"above", "aforementioned", "abovementioned"})


_PLACED = re.compile(r" (?:at|behind|for|from|in|near|of|on|with) ")
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj"})


@dataclass(slots=True)
class Scene:
    """An article and who is in it; `met` are the actors that only phrases without a name have brought in."""

    parsed: Parsed
    authority: Authority
    minter: Minter
    links: Sequence[Link]
    held: Offices
    own: Mapping[str, Actor]
    titles: Mapping[str, frozenset[str]]
    nameless: Sequence[Nameless] = ()
    met: dict[str, Actor] = field(default_factory=dict)
    implied: dict[str, Actor] = field(default_factory=dict)
    at: dict[int, Link] = field(default_factory=dict)
    bodies: dict[int, Actor] = field(default_factory=dict)
    offices: dict[int, str] = field(default_factory=dict)
    callings: Callings = field(default_factory=dict)
    writers: tuple[Mention, ...] | None = None
    spoken_of: dict[frozenset[str], str | None] = field(default_factory=dict)
    _kinds: dict[Kind, frozenset[str]] = field(default_factory=dict)
    _home: tuple[str | None] | None = None
    _memory: Memory | None = None
    _described: Described | None = None
    _called: BodyNames = field(default_factory=BodyNames)

    def __post_init__(self) -> None:
        for found in self.links:
            for token in found.found.tokens:
                self.at.setdefault(start_of(token), found)
        self.callings = callings(self.links)
        for actor in self.own.values():
            self._called.add(actor)
        self.offices = {held.place: held.person for held in self.held if held.place is not None}
        for body_ in self.nameless:
            actor = self._called.named(body_.actor.label) or self._just_named(body_) or body_.actor
            self.bodies[start_of(body_.head)] = actor
            self._called.add_described(actor)
            self.implied.setdefault(actor.id, actor)

    def _just_named(self, found: Nameless) -> Actor | None:
        """The body that is the subject just before and that a description takes up: "the safety watchdog"."""
        noun = found.head
        definite = any(c.dep_ == "det" and c.lower_ == "the" for c in noun.children)
        marks = frozenset(pairs("bodies").get(noun.lower_, "").split()) if noun.lower_ in words("varied_bodies") else ()
        if not definite or not marks:
            return None
        first = max(noun.sent.start - 1, 0)
        before = [f for t in noun.doc[noun.doc[first].sent.start : noun.i] if (f := self.at.get(start_of(t)))]
        subject = next((f for f in reversed(before) if f.found.head.dep_ == "nsubj"), None)
        actor = self.actor(subject.mention.actor) if subject else None
        told = actor is not None and ("any" in marks or bool(set(actor.label.split()) & set(marks)))
        fits = actor is not None and actor.kind == "Organization" and told
        return actor if fits else None

    def actor(self, iri: str) -> Actor:
        """The actor with an IRI that a mention of this article bears.

        :raises KeyError: for any other IRI.
        """
        return self.authority.actors.get(iri) or self.own.get(iri) or self.met.get(iri) or self.implied[iri]

    def named(self, token: "Token") -> str | None:
        """The actor whose name a word is part of."""
        found = self.at.get(start_of(token))
        return found.mention.actor if found else None

    def named_of_kind(self, kind: Kind) -> frozenset[str]:
        """The actors of a kind that the article names; reckoned once."""
        if kind not in self._kinds:
            named = dict.fromkeys(f.mention.actor for f in self.links)
            self._kinds[kind] = frozenset(actor for actor in named if self.actor(actor).kind == kind)
        return self._kinds[kind]

    def listed(self, label: str) -> str | None:
        """The organisation of the authority file with a label."""
        iri = self.minter.actor("Organization", label)
        return iri if iri in self.authority.actors else None

    def home(self) -> str | None:
        """The country that the article is at home in; reckoned once."""
        if self._home is None:

            def country(iri: str) -> bool:
                return self.actor(iri).kind == "Country"

            self._home = (home(self.parsed, self.links, self.authority, country),)
        return self._home[0]

    def named_beside(self, head: "Token") -> Mention | None:
        """The name that stands beside a role or a noun for a body: "the minister, Da-Nien Liu", "the bank Example"."""
        own = self.at.get(start_of(called_before(head)))
        if own and self.actor(own.mention.actor).kind == "Organization":
            return own.mention
        person = self.offices.get(start_of(head))
        if person:
            return Mention(self.span(head), person, 0.85, f"role of {self.actor(person).label}, who is named beside it")
        wanted = "Organization" if is_body(head) else "Person" if is_role(head) or _one_of(head) else None
        after = (head.nbor(n) for n in (1, 2) if head.i + n < len(head.doc))
        near = [t for t in after if t.i == head.i + 1 or t.nbor(-1).text == ","]
        for token in (*(c for c in head.children if c.dep_ == "appos"), *near):
            found = self.at.get(start_of(token))
            beside = token.dep_ == "appos" or (token.i == head.i + 1 and token.head.i >= head.i)
            kinds = (wanted, "Person", "Organization" if noun_of(head) in words("roles_of_bodies") else wanted)
            if found and beside and (kind := self.actor(found.mention.actor).kind) in kinds:
                paused = token.dep_ == "appos" and head.nbor(1).text == ","  # "the king's brother, X"
                return found.mention if wanted or (paused and kind == "Person" and not is_document(head)) else None
            if token.dep_ == "appos" and not found and can_speak(token) and (inner := self.named_beside(token)):
                return inner
        if head.dep_ == "appos" and wanted == "Person" and (host := self.at.get(start_of(head.head))):
            return host.mention if self.actor(host.mention.actor).kind == "Person" else None
        return None

    def meet(self, actor: Actor) -> str:
        """Take an actor that the text only implies into the cast."""
        self.met.setdefault(actor.id, actor)
        return actor.id

    def gender(self, iri: str) -> str | None:
        """The letter m or f, where titles, roles, the given name or the authority file tell."""
        return gender(self.actor(iri), self.titles.get(iri, frozenset()), self.held.nouns(iri), self.authority)

    def span(self, head: "Token") -> Span:
        """The phrase of a head word, with the whole of a name that the parser has cut, without a dateline before it."""
        first, last = phrase(head)
        named = self.at.get(start_of(head))
        if named and named.found.tokens[0].doc is head.doc:
            first = min(first, named.found.tokens[0], key=start_of)
            last = max(last, named.found.tokens[-1], key=start_of)
        opening = dateline_end(head.doc)
        while first.i < head.i and first.idx < opening:
            first = first.nbor(1)
        return self.parsed.span(first, last)

    def mind(self) -> Memory:
        """Who is named where; made when it is first asked for."""
        if self._memory is None:
            self._memory = remember(self.parsed, ((f.found.head, f.mention.actor, f.presence) for f in self.links))
            for found in self.nameless:
                self._memory.note(found.head, self.bodies[start_of(found.head)].id)
            self._note_subjects(self._memory)
        return self._memory

    def _note_subjects(self, memory: Memory) -> None:
        """Remember people without a name that are subjects, for "they" and "she" to take up."""
        for sentence in self.parsed.sentences:
            for token in sentence.tokens:
                if token.pos_ != "NOUN" or token.dep_ not in _ARGUMENTS or start_of(token) in self.bodies:
                    continue
                if can_speak(token) and not self.named_beside(token):
                    self._note(token, memory)

    def _note(self, noun: "Token", memory: Memory) -> None:
        """Remember whom a noun means that is no name; groups only where they are subjects."""
        several = self.several(noun)
        described = self.described().resolve(noun) or self.epithets().resolve(noun)
        subject = noun.dep_ in ("nsubj", "nsubjpass")
        if several:
            memory.note_all(noun, several[0])
        elif described:
            memory.note(noun, described[0])
        elif subject and (group := self.group_of(noun)):
            self.implied.setdefault(group.id, group)
            memory.note(noun, group.id)

    def described(self) -> Described:
        """What tells whom a description means; made when it is first asked for."""
        if self._described is None:
            told = (self.mind(), self.held, self.actor, self.named, self.authority.part_of, self.callings)
            self._described = Described(*told)
        return self._described

    def epithets(self) -> Epithets:
        """What tells whom an epithet means."""
        return Epithets(self.mind(), self.actor, self.gender, self.held)

    def several(self, head: "Token") -> tuple[tuple[str, ...], str] | None:
        """The actors that a plural phrase or "they" takes up, and why."""
        several = Several(self.mind(), self.held, self.actor)
        if head.lower_ not in THEY:
            return several.resolve(head)
        groups = rank_they(head, self.mind(), self.actor)
        return several.of_they(head, groups[0][0] if groups else 0.0)

    def group_of(self, noun: "Token") -> Actor | None:
        """The group that a noun names: a plural one is the same in every article, "a spokesman" is this article's."""
        label = self._whose(noun) + group_label(noun)
        if not label or headline_like(noun.doc) or label.lower() in words("too_general"):
            return None
        if any(t.lower_ in _REFERRING for t in noun.subtree) or self._opens_another(noun):
            return None
        return self.called(noun, label)

    def _opens_another(self, noun: "Token") -> bool:
        """Whether a noun is but the beginning of what follows: "vice-chair", "transport lead Councillor X"."""
        after = list(noun.doc[noun.i + 1 : min(noun.i + 3, noun.sent.end)])
        if len(after) < 2 or noun.tag_ != "NN":
            return False
        if after[0].text == "-" and not noun.nbor(1).whitespace_ and is_role(after[1]):
            return True
        found = self.at.get(start_of(after[1]))
        titled = after[0].is_title and (is_role(after[0]) or after[0].text in pairs("titles"))
        return found is not None and titled and self.actor(found.mention.actor).kind == "Person"

    def called(self, noun: "Token", label: str) -> Actor:
        """The group of a label, or the organisation where its noun means one."""
        if is_body(noun):
            known = self._called.ending(label)
            return known or body(label, self.parsed.article.slug, self.minter, self._body_of(noun))
        name = label if plural(noun) else f"{label} {self.parsed.article.slug}"
        return Actor(self.minter.actor("Group", name), label, "Group", member_of=self._body_of(noun))

    def _whose(self, noun: "Token") -> str:
        """Whose people a group is, where a pronoun says so: "his aides" are "Donald Trump's aides"."""
        pronoun = next((c for c in noun.children if c.tag_ == "PRP$"), None)
        found = None if pronoun is None else resolve(pronoun, self.mind(), self.actor, self.gender)
        if found is None or (self.actor(found[0]).kind == "Group" and not (is_body(noun) and found[0].islower())):
            return ""
        label = self.actor(found[0]).label
        label = _PLACED.split(label)[0] if self.actor(found[0]).kind == "Group" else label
        return f"{label}' " if label.endswith("s") else f"{label}'s "

    def _body_of(self, noun: "Token") -> str | None:
        """The country or organisation that a group belongs to, where the phrase says so."""
        owner = self.described().owner(noun)
        return owner if owner and self.actor(owner).kind in ("Country", "Organization") else None


def _one_of(head: "Token") -> bool:
    """Whether a phrase means one of several people: "one of them, X", "a man from the gallery, X"."""
    return head.tag_ in ("NN", "CD") and (head.lower_ == "one" or can_speak(head))
