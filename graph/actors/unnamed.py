"""Speakers that a phrase makes by itself: groups, bodies called by a person, whoever issued a document."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from graph.actors.groups import group_label, is_document, issued_by, spoken_by
from graph.actors.issuers import issuers
from graph.actors.scene import Scene
from graph.actors.spelling import family_name
from graph.language import start_of
from graph.model import Actor, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

Who = Callable[["Token"], Mention | None]


def group(head: "Token", scene: Scene) -> Mention | None:
    """The phrase itself as a speaker without a name."""
    issuer = issued_by(head) if is_document(head) else None
    if issuer:
        found = scene.called(issuer[0], issuer[1])
        scene.mind().note(head, scene.meet(found))
        return Mention(scene.span(head), found.id, 0.65, f"issuer of the {head.lower_}")
    noun = spoken_by(head)
    return None if noun is None else as_group(head, noun, scene)


def people_of(head: "Token", scene: Scene) -> Mention | None:
    """Some of a people, who are not their country: "Mexicans", "many older Germans"; "the Germans" may well be it."""
    found = scene.at[start_of(head)]
    country = found.mention.actor
    demonym = any(meaning.kind == "adjective" and meaning.actor == country for meaning in found.found.known)
    definite = any(c.dep_ == "det" and c.lower_ == "the" for c in head.children)
    if not demonym or definite or head.tag_ not in ("NNS", "NNPS"):
        return None
    label = group_label(head)
    group = Actor(scene.minter.actor("Group", label), label, "Group", member_of=country)
    scene.mind().note(head, scene.meet(group))
    return Mention(scene.span(head), group.id, 0.7, f"people of {scene.actor(country).label}")


def as_group(head: "Token", noun: "Token", scene: Scene) -> Mention | None:
    """The group that a noun names, for the phrase of a head word."""
    found = scene.group_of(noun)
    if found is None:
        return None
    scene.mind().note(head, scene.meet(found))
    return Mention(scene.span(head), found.id, 0.7, "speaker without a name")


def issuer(document: "Token", scene: Scene, who: Who) -> Mention | None:
    """Who stands behind a document."""
    for noun in issuers(document):
        place = noun.ent_type_ == "GPE" and start_of(noun) not in scene.at
        found = None if place else who(noun)
        by = noun.tag_ == "PRP$" or noun.head.lower_ == "by"
        if found is not None and (by or scene.actor(found.actor).kind != "Country"):
            return Mention(scene.span(document), found.actor, 0.7, f"issuer of the {document.lower_}")
    return None


def country_of(adjective: "Token", scene: Scene) -> Mention | None:
    """The country by whose adjective a claim is called: "German calls for restraint"."""
    if adjective.dep_ not in ("amod", "compound", "nmod"):
        return None
    known = (m.actor for m in scene.authority.named(adjective.text) if m.kind == "adjective")
    country = next((a for a in known if scene.authority.actors[a].kind == "Country"), None)
    if country is None:
        return None
    scene.meet(scene.authority.actors[country])
    return Mention(scene.parsed.span(adjective, adjective), country, 0.6, "country by its adjective")


def campaign(head: "Token", scene: Scene, who: Who) -> Mention | None:
    """A body that is called by a person: "Smith's campaign", "his administration"."""
    if head.lower_ not in ("campaign", "administration"):
        return None
    owners = (who(child) for child in head.children if child.dep_ == "poss")
    for owner in owners:
        if owner and scene.actor(owner.actor).kind == "Person":
            name = f"{family_name(scene.actor(owner.actor).label)} {head.lower_}"
            minted = scene.minter.actor("Organization", name)
            scene.meet(scene.authority.actors.get(minted) or Actor(minted, name, "Organization"))
            scene.mind().note(head, minted)
            return Mention(scene.span(head), minted, 0.7, "body called by the name of its head")
    return None
