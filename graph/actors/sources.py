"""Sources that nothing else has made an actor of: proper names, places that speak, authors."""

from typing import TYPE_CHECKING

from graph.actors.entities import where_person_begins
from graph.actors.groups import is_document
from graph.actors.phrases import proper_name
from graph.actors.plausible import full_name, given_name, headline_like, is_organization, no_name
from graph.actors.scan import dateline_end
from graph.actors.scene import Scene
from graph.actors.spelling import bare, is_acronym
from graph.actors.tables import words
from graph.model import Actor, Kind, Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def author(name: str, scene: Scene) -> Mention:
    """An author of the article as an actor, at the place where the text has the name."""
    text = scene.parsed.article.text
    start = text.find(name)
    span = scene.parsed.article.span(start, start + len(name)) if start >= 0 else Span(0, 0, "")
    return Mention(span, _author(name, scene), 0.9, "author of the article")


def _author(name: str, scene: Scene) -> str:
    listed = [m.actor for m in scene.authority.named(name) if m.kind == "name"]
    if listed:
        return listed[0]
    same = next((a.id for a in scene.own.values() if name in (a.label, *a.aliases)), None)
    kind: Kind = "Person" if full_name(name) and not is_organization(name) else "Organization"
    minted = same or scene.minter.actor(kind, name)
    return scene.meet(scene.own.get(minted) or Actor(minted, name, kind))


def unlisted(head: "Token", scene: Scene) -> Mention | None:
    """A proper name that nothing else has made an actor of: being asked for, it is a source, and so it is one."""
    run = proper_name(head)
    run = run[where_person_begins(run) :] if len(run) > 2 else run
    name = bare("".join(t.text_with_ws for t in run))
    if head.pos_ != "PROPN" or not name or headline_like(head.doc) or is_document(head):
        return None
    seat = next((m.actor for m in scene.authority.named(name)), None)
    if seat:
        return Mention(scene.span(head), scene.meet(scene.authority.actors[seat]), 0.6, "place that speaks")
    generic = name in words("organizations")
    if no_name(name) and not generic and name not in words("places"):
        return None
    kind = "Organization" if generic else _kind(name, head)
    full = len(name.split()) > 1 or (kind == "Organization" and not generic)
    minted = scene.minter.actor(kind, name if full else f"{name} {scene.parsed.article.slug}")
    scene.mind().note(head, scene.meet(Actor(minted, name, kind)))
    return Mention(scene.span(head), minted, 0.4, "name of a source, not known otherwise")


def _kind(name: str, head: "Token") -> Kind:
    first, several = name.split()[0], len(name.split()) > 1
    if given_name(first) or first in words("family_names_first"):
        return "Person"
    body = is_acronym(name) or is_organization(name) or head.ent_type_ not in ("PERSON", "") or head.tag_ == "NNPS"
    described = any(c.dep_ == "det" and c.lower_ == "the" for c in head.children)
    return "Organization" if body or described or not several else "Person"


def in_dateline(head: "Token") -> bool:
    """Whether a word stands in a dateline that the parser has taken for part of the sentence."""
    return head.idx < dateline_end(head.doc)
