"""Whom a noun phrase of an article means: one way after another, the surest first."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.actors.groups import can_speak, is_document, issued_by, spoken_by
from graph.actors.issuers import issuers
from graph.actors.phrases import nearest_person, proper_name
from graph.actors.pronouns import WE, resolve
from graph.actors.quotes import in_quotation
from graph.actors.roles import is_role
from graph.actors.scan import dateline_end
from graph.actors.scene import Scene
from graph.actors.sources import author, in_dateline, unlisted
from graph.actors.spelling import family_name
from graph.actors.tables import pairs
from graph.language import start_of
from graph.model import Actor, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class Resolver:
    """Answers for the phrases of one article, each found once."""

    scene: Scene
    _answers: dict[int, Mention | None] = field(default_factory=dict)

    def authors(self) -> tuple[Mention, ...]:
        """The article's authors as actors, where it names them."""
        return tuple(author(name, self.scene) for name in self.scene.parsed.article.authors if name.strip())

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
        if start_of(head) in self.scene.at:
            return self._as(head, self.scene.at[start_of(head)].mention)
        if head.tag_ in ("WP", "WDT"):
            return self._antecedent(head)
        if head.pos_ == "PRON" and head.lower_ in WE:
            return self._first_person(head)
        found = resolve(head, self.scene.mind(), self.scene.actor, self.scene.gender) if head.pos_ == "PRON" else None
        if found:
            self.scene.mind().note(head, self.scene.meet(self.scene.actor(found[0])))
            return Mention(self.scene.parsed.span(head, head), *found)
        if in_dateline(head):
            return self._after_dateline(head)
        nameless = self.scene.bodies.get(start_of(head))
        if nameless:
            return Mention(self.scene.span(head), self.scene.meet(nameless), 0.75, "body without a name")
        beside = self.scene.named_beside(head)
        if beside:
            return self._as(head, beside)
        campaign = self._campaign(head)
        if campaign:
            return campaign
        issuer = self._issuer(head) if is_document(head) else None
        if issuer:
            return issuer
        described = self.scene.described().resolve(head)
        if described:
            self.scene.mind().note(head, self.scene.meet(self.scene.actor(described[0])))
            return Mention(self.scene.span(head), *described)
        proper = head.tag_ in ("NNP", "NNPS") and head.is_title and not is_role(head)
        proper = proper and (head.lower_ not in pairs("groups") or len(proper_name(head)) > 1)
        return (unlisted(head, self.scene) if proper else None) or self._group(head) or unlisted(head, self.scene)

    def _as(self, head: "Token", mention: Mention) -> Mention:
        return Mention(self.scene.span(head), mention.actor, mention.score, mention.reason)

    def _antecedent(self, pronoun: "Token") -> Mention | None:
        """Whom "who" or "which" takes up: the noun that its clause is about."""
        verb = pronoun.head
        while verb.dep_ in ("ccomp", "xcomp", "conj", "aux", "pcomp", "advcl") and verb.head != verb:
            verb = verb.head
        if verb.dep_ != "relcl":
            return None
        noun = nearest_person(verb.head, pronoun, self._is_person) if pronoun.lower_ == "who" else verb.head
        found = self.who(noun)
        if found is None and pronoun.lower_ == "who" and noun.pos_ == "NOUN":
            found = self._as_group(noun, noun)
        if found is None:
            return None
        return Mention(
            self.scene.parsed.span(pronoun, pronoun), found.actor, round(found.score * 0.95, 2), found.reason
        )

    def _is_person(self, token: "Token") -> bool:
        actor = self.scene.named(token)
        return self.scene.actor(actor).kind == "Person" if actor else token.pos_ == "NOUN" and can_speak(token)

    def _first_person(self, pronoun: "Token") -> Mention | None:
        """The author, outside quotations."""
        writer = None if in_quotation(pronoun) else next(iter(self.authors()), None)
        if writer is None or (len(self.authors()) == 1) != (pronoun.lower_ in ("i", "me", "my", "mine", "myself")):
            return None if writer is None or pronoun.lower_.startswith(("i", "m")) else self._author_as(pronoun, writer)
        return self._author_as(pronoun, writer)

    def _author_as(self, pronoun: "Token", writer: Mention) -> Mention:
        return Mention(self.scene.parsed.span(pronoun, pronoun), writer.actor, 0.7, "the author speaks")

    def _after_dateline(self, head: "Token") -> Mention | None:
        """A dateline that the parser took for the subject: the first name or noun after it is."""
        opening = dateline_end(head.doc)
        after = (t for t in head.sent if t.idx >= opening and (start_of(t) in self.scene.at or t.pos_ == "NOUN"))
        found = next(after, None)
        return None if found is None else self.who(found)

    def _issuer(self, document: "Token") -> Mention | None:
        """Who stands behind a document."""
        for noun in issuers(document):
            place = noun.ent_type_ == "GPE" and start_of(noun) not in self.scene.at
            found = None if place else self.who(noun)
            by = noun.tag_ == "PRP$" or noun.head.lower_ == "by"
            if found is not None and (by or self.scene.actor(found.actor).kind != "Country"):
                return Mention(self.scene.span(document), found.actor, 0.7, f"issuer of the {document.lower_}")
        return None

    def _group(self, head: "Token") -> Mention | None:
        """The phrase itself as a speaker without a name."""
        issuer = issued_by(head) if is_document(head) else None
        if issuer:
            group = self.scene.called(issuer[0], issuer[1])
            self.scene.mind().note(head, self.scene.meet(group))
            return Mention(self.scene.span(head), group.id, 0.65, f"issuer of the {head.lower_}")
        noun = spoken_by(head)
        return None if noun is None else self._as_group(head, noun)

    def _as_group(self, head: "Token", noun: "Token") -> Mention | None:
        group = self.scene.group_of(noun)
        if group is None:
            return None
        self.scene.mind().note(head, self.scene.meet(group))
        return Mention(self.scene.span(head), group.id, 0.7, "speaker without a name")

    def _campaign(self, head: "Token") -> Mention | None:
        """A body that is called by a person: "Smith's campaign", "his administration"."""
        if head.lower_ not in ("campaign", "administration"):
            return None
        for child in head.children:
            if child.dep_ == "poss":
                owner = self.who(child)
                if owner and self.scene.actor(owner.actor).kind == "Person":
                    name = f"{family_name(self.scene.actor(owner.actor).label)} {head.lower_}"
                    minted = self.scene.minter.actor("Organization", name)
                    self.scene.meet(self.scene.authority.actors.get(minted) or Actor(minted, name, "Organization"))
                    self.scene.mind().note(head, minted)
                    return Mention(self.scene.span(head), minted, 0.7, "body called by the name of its head")
        return None
