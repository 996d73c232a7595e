"""Whom a noun phrase of an article means: one way after another, the surest first."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.actors.epithets import is_epithet
from graph.actors.groups import can_speak, is_document
from graph.actors.issuers import issuers
from graph.actors.nameless import is_body, named_before
from graph.actors.parties import party_of
from graph.actors.phrases import nearest_person, proper_name
from graph.actors.pronouns import FEMALE, MALE, is_first_person, resolve
from graph.actors.roles import is_role
from graph.actors.scan import dateline_end
from graph.actors.scene import Scene
from graph.actors.sources import in_dateline, unlisted
from graph.actors.tables import pairs
from graph.actors.unnamed import as_group, campaign, country_of, group, issuer, people_of
from graph.actors.writers import called_author, first_person
from graph.language import start_of
from graph.model import Actor, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class Resolver:
    """Answers for the phrases of one article, each found once."""

    scene: Scene
    _answers: dict[int, Mention | None] = field(default_factory=dict)
    _together: dict[int, tuple[Mention, ...]] = field(default_factory=dict)

    def whom(self, head: "Token") -> tuple[Mention, ...]:
        """The actors that a noun phrase means: several for "both ministers" or "they", else the one or nobody."""
        several = self._several(head)
        found = None if several else self.who(head)
        return several or (() if found is None else (found,))

    def who(self, head: "Token") -> Mention | None:
        """Whom a noun phrase means; None where it means nobody, several, or nobody who can be known.

        Inside a quotation "I" and "we" are its speaker, whom the caller knows: None.
        """
        place = start_of(head)
        if place not in self._answers:
            self._answers[place] = None  # a relative clause that a parser hung on itself ends here
            self._answers[place] = None if self._several(head) else self._one(head)
        return self._answers[place]

    def source(self, head: "Token") -> tuple[Mention, ...]:
        """Whom a phrase means that is known to be a source, where need be by whose it is: "in the mayor's view"."""
        if head.dep_ == "compound" and is_document(head.head) and not self.scene.named(head):
            return self.whom(head.head)
        found = self.whom(head) or self._called_a_body(head)
        owners = () if found or head.pos_ != "NOUN" else issuers(head)
        found = found or next((meant for owner in owners if (meant := self.whom(owner))), ())
        if not found and (country := country_of(head, self.scene)) is not None:
            return (country,)
        people = not found and head.tag_ == "NNS" and not is_document(head) and head.dep_ == "conj"
        made = as_group(head, head, self.scene) if people else None
        return found if made is None else (made,)

    def _called_a_body(self, head: "Token") -> tuple[Mention, ...]:
        """The body that a phrase is said to be: "Rights in Action, a coalition"."""
        called = (t for t in head.subtree if t.dep_ == "appos" and t.i > head.i and is_body(t))
        body = next(called, None) if head.is_title and head.pos_ in ("NOUN", "PROPN") else None
        name = named_before(body) if body is not None else ""
        if body is None or not name:
            return ()
        actor = Actor(self.scene.minter.actor("Organization", name), name, "Organization")
        self.scene.mind().note(head, self.scene.meet(actor))
        return (Mention(self.scene.span(head), actor.id, 0.6, f"name of a {body.lower_}"),)

    def _several(self, head: "Token") -> tuple[Mention, ...]:
        place = start_of(head)
        if place not in self._together:
            self._together[place] = ()
            found = tuple(self._all(head))
            self._together[place] = found if len(found) > 1 else ()
        return self._together[place]

    def _all(self, head: "Token") -> Iterator[Mention]:
        """The actors of a phrase that takes up several."""
        scene = self.scene
        if start_of(head) in scene.at:
            return
        if is_first_person(head):
            yield from first_person(head, scene)
        elif head.tag_ in ("WP", "WDT"):
            noun = self._antecedent(head)
            yield from self._several(noun) if noun is not None else ()
        elif is_document(head):
            yield from next((found for noun in issuers(head) if (found := self._several(noun))), ())
        elif taken_up := scene.several(head):
            scene.mind().note_all(head, [scene.meet(scene.actor(actor)) for actor in taken_up[0]])
            span = scene.span(head)
            yield from (Mention(span, actor, 0.7, taken_up[1]) for actor in taken_up[0])
        else:
            yield from called_author(head, scene)

    def _one(self, head: "Token") -> Mention | None:
        scene = self.scene
        if start_of(head) in scene.at:
            return self._epithet(head) or people_of(head, scene) or self._as(head, scene.at[start_of(head)].mention)
        if head.tag_ in ("WP", "WDT"):
            return self._relative(head)
        if head.pos_ == "PRON" and is_first_person(head):
            return next(iter(first_person(head, scene)), None)
        found = resolve(head, scene.mind(), scene.actor, scene.gender) if head.pos_ == "PRON" else None
        if found:
            scene.mind().note(head, scene.meet(scene.actor(found[0])))
            return Mention(scene.parsed.span(head, head), *found)
        return self._after_dateline(head) if in_dateline(head) else self._described(head)

    def _described(self, head: "Token") -> Mention | None:
        """Whom a noun that is no name means."""
        scene = self.scene
        nameless = scene.bodies.get(start_of(head))
        if nameless:
            return Mention(scene.span(head), scene.meet(nameless), 0.75, "body without a name")
        beside = scene.named_beside(head)
        if beside:
            return self._as(head, beside)
        made = party_of(head, scene, self.who) or campaign(head, scene, self.who)
        made = made or next(iter(called_author(head, scene)), None)
        made = made or (issuer(head, scene, self.who) if is_document(head) else None)
        if made:
            return made
        described = scene.described().resolve(head)
        if described:
            scene.mind().note(head, scene.meet(scene.actor(described[0])))
            return Mention(scene.span(head), *described)
        return self._epithet(head) or self._otherwise(head)

    def _otherwise(self, head: "Token") -> Mention | None:
        proper = head.tag_ in ("NNP", "NNPS") and head.is_title and not is_role(head)
        proper = proper and (head.lower_ not in pairs("groups") or len(proper_name(head)) > 1)
        named = unlisted(head, self.scene) if proper else None
        return named or group(head, self.scene) or unlisted(head, self.scene)

    def _epithet(self, head: "Token") -> Mention | None:
        """Somebody named before, whom "the Romanian" or "the 54-year-old" means."""
        if is_epithet(head):  # who is "she" in the words before it is in mind
            for pronoun in (t for t in head.doc[head.sent.start : head.i] if t.lower_ in MALE | FEMALE):
                self.who(pronoun)
        found = self.scene.epithets().resolve(head)
        if found is None:
            return None
        self.scene.mind().note(head, self.scene.meet(self.scene.actor(found[0])))
        return Mention(self.scene.span(head), *found)

    def _as(self, head: "Token", mention: Mention) -> Mention:
        return Mention(self.scene.span(head), mention.actor, mention.score, mention.reason)

    def _antecedent(self, pronoun: "Token") -> "Token | None":
        """The noun that the clause of "who" or "which" is about."""
        verb = pronoun.head
        while verb.dep_ in ("ccomp", "xcomp", "conj", "aux", "pcomp", "advcl") and verb.head != verb:
            verb = verb.head
        if verb.dep_ != "relcl":
            return _just_before(pronoun) if pronoun.lower_ == "who" else None
        return nearest_person(verb.head, pronoun, self._is_person) if pronoun.lower_ == "who" else verb.head

    def _relative(self, pronoun: "Token") -> Mention | None:
        """Whom "who" or "which" takes up."""
        noun = self._antecedent(pronoun)
        if noun is None:
            return None
        found = self.who(noun)
        if found is None and pronoun.lower_ == "who" and noun.pos_ == "NOUN":
            found = as_group(noun, noun, self.scene)
        if found is None:
            return None
        span = self.scene.parsed.span(pronoun, pronoun)
        return Mention(span, found.actor, round(found.score * 0.95, 2), found.reason)

    def _is_person(self, token: "Token") -> bool:
        actor = self.scene.named(token)
        return self.scene.actor(actor).kind == "Person" if actor else token.pos_ == "NOUN" and can_speak(token)

    def _after_dateline(self, head: "Token") -> Mention | None:
        """A dateline that the parser took for the subject: the first name or noun after it is."""
        opening = dateline_end(head.doc)
        after = (t for t in head.sent if t.idx >= opening and (start_of(t) in self.scene.at or t.pos_ == "NOUN"))
        found = next(after, None)
        return None if found is None else self.who(found)


def _just_before(pronoun: "Token") -> "Token | None":
    """The noun just before "who", where the parser has hung its clause on something else."""
    before = list(pronoun.doc[max(pronoun.sent.start, pronoun.i - 2) : pronoun.i])
    return next((t for t in reversed(before) if t.pos_ in ("NOUN", "PROPN")), None) if before else None
