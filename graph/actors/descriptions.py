"""Whom a description means: "the minister", "the company", "the government", "CIER's report"."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from graph.actors.callings import Callings, called
from graph.actors.groups import is_document
from graph.actors.held import Held, Offices
from graph.actors.nameless import is_body
from graph.actors.roles import is_role
from graph.actors.salience import Memory, Mentioned
from graph.actors.tables import pairs, words
from graph.language import start_of
from graph.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_STATE = frozenset({"government", "cabinet", "country", "nation", "island", "kingdom", "republic", "state"})
_OWNED_STATE = frozenset({"side", "administration", "regime", "leadership", "delegation"})
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their"})
_PARTIES = {"gop": "republican", "dnc": "democratic", "tory": "conservative"}

_PARTY_WORDS = frozenset({"republican", "democratic", "conservative", "labour", "liberal", "libertarian", "green"})
_PART = frozenset({"bench"})
_SUBJECT = 0.8
_SOON = 2  # sentences
_REACH = 8  # words
_MANY = 40  # roles, or sentences
_LESSER = frozenset({"vice", "deputy", "assistant", "associate"})

Answer = tuple[str, float, str]


@dataclass(frozen=True, slots=True)
class Described:
    """What is needed to tell whom a description means."""

    memory: Memory
    held: Offices
    look: Callable[[str], Actor]
    named: Callable[["Token"], str | None]
    part_of: Mapping[str, str]
    callings: Callings
    firsts: dict[frozenset[str], list[tuple[int, str]]] = field(default_factory=dict)

    def resolve(self, head: "Token") -> Answer | None:
        """The actor that a noun phrase without a name means, with score and reason."""
        if is_document(head) and _definite(head) and (told := self._called(head)) is not None:
            return told
        if is_document(head) or head.tag_ in ("NNS", "NNPS") or not (_definite(head) or head.lower_ in _PART):
            return None
        if head.lower_ in _STATE:
            return self._state(head)
        if head.lower_ in _OWNED_STATE and (owner := self.owner(head)) and self.look(owner).kind == "Country":
            return owner, 0.75, f"{head.lower_} of {self.look(owner).label}"
        return self._holder(head) or self._body(head)

    def owner(self, head: "Token") -> str | None:
        """The country or organisation that a phrase names as the one it belongs to."""
        for child in head.children:
            if child.dep_ in ("poss", "compound", "amod", "nmod") and self.named(child):
                return self.named(child)
            if child.dep_ == "poss" and child.lower_ in _STATE:
                state = self._state(child)
                return state[0] if state else None
            if child.dep_ == "prep" and child.lower_ in ("of", "for", "at"):
                for inner in child.children:
                    if inner.dep_ == "pobj" and self.named(inner):
                        return self.named(inner)
        return None

    def _state(self, head: "Token") -> Answer | None:
        owner = self.owner(head)
        if owner is None and any(c.dep_ in ("amod", "compound") and c.is_title for c in head.children):
            return None  # the government of a country or a place that nobody has listed
        if owner and self.look(owner).kind == "Country":
            return owner, 0.8, f"{head.lower_} of {self.look(owner).label}"
        if owner:
            return None
        if (told := next(self._states_before(head), None)) is not None:
            return told, 0.6, f"the {head.lower_}: that of {self.look(told).label} was named before"
        ranked = self.memory.rank(head, lambda m: self.look(m.actor).kind == "Country" and m.weight > 0.15)
        if not ranked:
            return None
        return ranked[0][1], 0.6, f"the {head.lower_}: {self.look(ranked[0][1]).label} was named last"

    def _states_before(self, head: "Token") -> Iterator[str]:
        """The countries whose state was spoken of before, the last first: "the Spanish government"."""
        for _, found in islice(self.memory.sentences_before(start_of(head)), _MANY):
            for m in reversed(found):
                if self.look(m.actor).kind == "Country" and (m.head.lower_ in _STATE or m.head.head.lower_ in _STATE):
                    yield m.actor

    def _holder(self, head: "Token") -> Answer | None:
        """The person who has the role in this article; "his lawyer" and "Smith's lawyer" are others."""
        if not is_role(head) or self._of_a_person(head):
            return None
        noun, owner = head.lemma_.lower(), self.owner(head)
        second = any(c.lower_ in _LESSER for c in head.children)
        broader = frozenset(pairs("broader").get(noun, "").split())
        for level, nouns in (("role", {noun, "deputy"} if second else {noun}), ("kind of role", broader)):
            if last := self._last_held(head, nouns, owner):
                if (nameless := self._nameless_since(head, last.person)) is not None:
                    return nameless, 0.6, f"the {noun}: one without a name was told of last"
                return last.person, 0.75 if level == "role" else 0.6, f"{level} of {self.look(last.person).label}"
        return self._named_later(head, owner)

    def _nameless_since(self, head: "Token", person: str) -> str | None:
        """Somebody without a name, called by the same noun, who is more present than a person who has such a role."""
        noun = head.lemma_.lower()

        def fits(m: Mentioned) -> bool:
            alike = m.head.lemma_.lower() == noun and m.head.tag_ == "NN" and self.look(m.actor).kind == "Group"
            return m.actor == person or alike

        ranked = self.memory.rank(head, fits)
        return ranked[0][1] if ranked and ranked[0][1] != person else None

    def _last_held(self, head: "Token", nouns: Iterable[str], owner: str | None) -> Held | None:
        """Who has one of the roles: the most present, else the last; who had it before only where nobody has."""
        before = islice(self.held.before(start_of(head), nouns), _MANY)
        fitting = [h for h in before if self._agrees(h, owner) and _matches(h, head, self.named)]
        having = [h for h in fitting if "former" not in h.text.lower()] or fitting
        people = {h.person for h in having}
        ranked = self.memory.rank(head, lambda m: m.actor in people) if len(people) > 1 else ()
        return next((h for h in having if not ranked or h.person == ranked[0][1]), None)

    def _of_a_person(self, head: "Token") -> bool:
        for child in head.children:
            if child.dep_ == "poss":
                actor = self.named(child)
                if child.lower_ in ("his", "her", "my", "your") or (actor and self.look(actor).kind == "Person"):
                    return True
        return False

    def _agrees(self, held: Held, owner: str | None) -> bool:
        """Whether a role may be the one of a description that names a body."""
        if owner is None or not held.bodies:
            return owner is None or self.look(owner).kind == "Country" or _names(self.look(owner), held.text)
        return (
            owner in held.bodies
            or any(self.part_of.get(b) == owner for b in held.bodies)
            or (self.part_of.get(owner) in held.bodies)
        )

    def _named_later(self, head: "Token", owner: str | None) -> Answer | None:
        """A lead that describes whom the next sentences name: the only person of that body who comes with a role."""
        here = self.memory.sentence_of(head)
        if (bearer := self._next_held(head, owner)) is not None:
            return bearer, 0.6, f"described before named: the next {head.lemma_.lower()} is {self.look(bearer).label}"
        if owner is None or here > 3:
            return None
        later = [h for h in self.held if h.at > start_of(head) and owner in h.bodies]
        people = list(dict.fromkeys(h.person for h in later))
        if len(people) != 1 or any(h.at < start_of(head) and h.person == people[0] for h in self.held):
            return None
        return people[0], 0.55, f"described before named: the only one of {self.look(owner).label}"

    def _next_held(self, head: "Token", owner: str | None) -> str | None:
        """Who is named soon with the bare role that a description has: "its trade minister ... The minister, X,"."""
        noun = head.lemma_.lower()
        told = any(c.dep_ in ("amod", "compound", "poss") and c.i < head.i for c in head.children)
        if not told:
            return None
        later = sorted((h for h in self.held if h.at > start_of(head) and h.noun == noun), key=lambda h: h.at)
        if not later or any(h.person == later[0].person and h.at < start_of(head) for h in self.held):
            return None
        first = later[0]
        near = first.head is not None and self.memory.sentence_of(first.head) - self.memory.sentence_of(head) <= _SOON
        bare = first.text.lower() == noun and (not first.bodies or owner in first.bodies)
        bare = bare and _definite_before(first)
        return first.person if near and bare and first.owner is None else None

    def _body(self, head: "Token") -> Answer | None:
        """The organisation that a noun like "the agency" takes up."""
        if (told := self._called(head)) is not None:
            return told
        if any(c.tag_ == "PRP$" and c.lower_ != "its" for c in head.children):
            return None
        fitting = pairs("bodies").get(head.lower_) or (head.lower_.title() if is_body(head) else None)
        owner = self.owner(head)
        if owner and head.lower_ in _PART and self.look(owner).kind == "Organization":
            return owner, 0.65, f"the {head.lower_} of {self.look(owner).label}"
        if fitting and owner and self.look(owner).kind == "Country" and _of_nation(head):
            return self._subject_before(head, frozenset(fitting.split()))
        if fitting is None or owner:
            return None
        marks = frozenset(fitting.split())
        ranked = self.memory.rank(head, lambda m: self._is_body(m.actor, marks | {head.lower_}))
        if ranked:
            return ranked[0][1], 0.65, f"the {head.lower_}: {self.look(ranked[0][1]).label} was named last"
        before = self._all(marks - {"company", "any"} | {head.lower_})
        if not before or before[0][0] >= start_of(head) or (len(before) > 1 and before[1][0] < start_of(head)):
            return None
        return before[0][1], 0.6, f"the {head.lower_}: {self.look(before[0][1]).label} is the only one named before"

    def _all(self, marks: frozenset[str]) -> Sequence[tuple[int, str]]:
        """Where each body that a noun may take up is named first, in order."""
        if marks not in self.firsts:
            first: dict[str, int] = {}
            for m in self.memory.mentioned:
                first.setdefault(m.actor, m.place)
            fitting = ((place, actor) for actor, place in first.items() if self._is_body(actor, marks))
            self.firsts[marks] = sorted(fitting)
        return self.firsts[marks]

    def _called(self, head: "Token") -> Answer | None:
        """The organisation that the article has called so: "the paper" after "the daily X"."""
        if any(c.dep_ in ("poss", "relcl", "compound") or (c.dep_ == "prep" and c.i > head.i) for c in head.children):
            return None

        def fits(m: Mentioned) -> bool:
            before = self.callings.get(m.actor, frozenset())
            return called(head.lower_, before) and self.look(m.actor).kind in ("Organization", "Country")

        ranked = self.memory.rank(head, fits)
        if not ranked:
            return None
        return ranked[0][1], 0.75, f"the {head.lower_}: {self.look(ranked[0][1]).label} was called so"

    def _subject_before(self, head: "Token", marks: frozenset[str]) -> Answer | None:
        """The body that is the subject just before, where a country's adjective varies it: "the Swiss group"."""
        here = self.memory.sentence_of(head)

        def fits(m: Mentioned) -> bool:
            return m.weight >= _SUBJECT and here - m.sentence <= 1 and self._is_body(m.actor, marks)

        ranked = self.memory.rank(head, fits)
        return (
            (ranked[0][1], 0.6, f"the {head.lower_}: {self.look(ranked[0][1]).label} was named last")
            if ranked
            else None
        )

    def _is_body(self, actor: str, marks: frozenset[str]) -> bool:
        found = self.look(actor)
        parts = {w for name in (found.label, *found.aliases) for w in name.split()}
        if found.kind != "Organization" or any(f"!{part}" in marks for part in parts):
            return False
        if parts & marks:
            return True
        public = parts & (words("organizations") - words("company_words"))
        return "any" in marks or ("company" in marks and not public)


def _definite_before(held: Held) -> bool:
    """Whether a role before a name takes up one that was told: "The minister, X,"."""
    if held.head is None or held.place is None:
        return False
    before = list(held.head.doc[max(held.head.sent.start, held.head.i - _REACH) : held.head.i])
    noun = next((t for t in before if start_of(t) == held.place), None)
    return noun is not None and noun.i > 0 and noun.nbor(-1).lower_ == "the"


def _of_nation(head: "Token") -> bool:
    """Whether only the adjective of a country stands before a noun."""
    return any(c.dep_ in ("amod", "compound") and c.ent_type_ in ("NORP", "GPE") for c in head.children)


def _definite(head: "Token") -> bool:
    """Whether a phrase takes up something known: with "the", a possessive, or a title without an article."""
    return any((c.dep_ == "det" and c.lower_ in _DEFINITE) or c.dep_ == "poss" for c in head.children)


def _matches(held: Held, head: "Token", named: Callable[["Token"], str | None]) -> bool:
    """Whether what describes a role fits the role held: "the foreign minister" is no finance minister."""
    own = {c.lower_ for c in head.children if c.dep_ in ("amod", "compound") and not _is_country(c, named)}
    own = {_PARTIES.get(word, word) for word in own - words("vague_adjectives")}
    said = {_PARTIES.get(word, word) for word in held.text.lower().replace("-", " ").split()}
    if held.noun == "deputy" and own & _LESSER:
        return True
    if said & _LESSER - own or own & _PARTY_WORDS - said:
        return False
    rest = own - _PARTY_WORDS
    return not rest or bool(rest & said)


def _is_country(token: "Token", named: Callable[["Token"], str | None]) -> bool:
    actor = named(token)
    return actor is not None and "/country/" in actor


def _names(body: Actor, text: str) -> bool:
    """Whether a role's own words name a body by one of its words ("Republican nominee", the Republican Party)."""
    parts = {w for name in (body.label, *body.aliases) for w in name.split() if w[0].isupper()}
    return bool(parts & set(text.split()))
