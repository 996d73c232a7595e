"""Whose officer somebody is where the role names no body: "its president", "Mayor X", "Finance Minister X"."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from graph.actors.held import Held, post_of
from graph.actors.homes import country_before, country_just_named, country_of
from graph.actors.one_word_names import european
from graph.actors.salience import Mentioned
from graph.actors.scene import Scene
from graph.actors.tables import pairs, words
from graph.language import start_of
from graph.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNCILS = frozenset({"council", "assembly", "municipality", "borough"})
_GOVERNMENTS = frozenset({"government", "executive", "cabinet", "administration"})
_LOCAL = frozenset({"city", "town", "borough", "municipal", "county", "district", "local", "parish", "community",
                    "village", "metropolitan", "municipality"})  # fmt: skip
_HEADS_OF_STATE = frozenset({"President", "Chancellor", "Premier", "Vice President", "Vice-President", "Taoiseach"})
_OF_COUNTRIES = frozenset({"president", "vice-president", "leader", "head", "adviser", "advisor", "secretary",
                           "spokesman", "spokesperson", "spokeswoman", "governor", "captain", "coach"})  # fmt: skip
_TOWNS = frozenset({"city", "town", "village"})
_HOUSES = frozenset({"senate", "european parliament"})
_LOCAL_COMMISSIONER = re.compile(r"\b(?:city|county|fire|high|parish|parks|police|traffic)\b", re.IGNORECASE)
_OF_PLACE = re.compile(r"(?:[A-Z][\w-]*(?: [A-Z][\w-]*)*'s \w+|[a-z]+ of [A-Z][\w-]*(?: [A-Z][\w-]*)*)")
_COURTS = frozenset({"court", "tribunal"})
_DEPARTMENT = re.compile(
    r"(?:secretary of (?:state|the \w+|\w+)|(?:state|home|foreign|treasury|health|education|defen[cs]e|commerce|energy"
    r"|transport\w*|labou?r|justice|interior|trade|environment|agriculture|culture|housing|finance|business|economy"
    r"|economic|farm\w*|fisher\w+|immigration|industry|migration|science|security|tourism|welfare) secretary"
    r"|secretary for [A-Z]?\w+)",
    re.IGNORECASE,
)
_NEAR = 1
_CHAIN, _EARLIER = 8, 3  # words, sentences
_MANY = 40  # roles

Who = Callable[["Token"], Mention | None]


def with_body(held: Held, scene: Scene, who: Who) -> Held:
    """A role with the body that it is a role at, as far as the text tells; the role as it is where it does not."""
    if held.bodies or not held.noun:
        return held
    owner = who(held.owner) if held.owner is not None else None
    post = None if owner else post_of(held, scene.authority, scene.parsed.article.published)
    if owner is not None:
        kind = scene.actor(owner.actor).kind
        whole = kind == "Organization" or (kind == "Country" and not _of_a_body(held))
        found = owner.actor if whole else _shared(held, owner.actor, scene, who)
    else:
        found = post or (_of_office(held, scene, who) if held.owner is None else None)
    return replace(held, bodies=(found,)) if found else held


def _of_a_body(held: Held) -> bool:
    """Whether a role that is taken up is none of a country: "its chairman" is no chairman of Norway."""
    return pairs("officers").get(held.noun) == "house" and held.noun not in _OF_COUNTRIES


def _shared(held: Held, owner: str, scene: Scene, who: Who) -> str | None:
    """The body of the one whose deputy somebody is: "the mayor ... His deputy, X"."""
    if held.noun != "deputy":
        return None
    nouns = [noun for noun in scene.held.nouns(owner) if noun != "deputy"]
    superior = next((h for h in scene.held.before(held.at, nouns) if h.person == owner), None)
    return next(iter(with_body(superior, scene, who).bodies), None) if superior else None


def _of_office(held: Held, scene: Scene, who: Who) -> str | None:
    """The body of an officer who is named with the bare role."""
    if held.head is None:
        return None
    whose = pairs("officers").get(held.noun)
    if whose == "state" or _DEPARTMENT.search(held.text):
        return _state(held, held.head, scene, who)
    if whose in ("council", "court"):
        found = _kind_of_body(scene, _COUNCILS if whose == "council" else _COURTS)
        return found or (_kind_of_body(scene, _TOWNS) if whose == "council" else None)
    if whose in _HOUSES:
        return _legislature(whose, scene)
    if held.noun == "commissioner" and european(scene.parsed) and not _LOCAL_COMMISSIONER.search(held.text):
        return scene.listed("European Commission")
    if held.text in _HEADS_OF_STATE and _just_before(held):
        return _state(held, held.head, scene, who)
    modifiers = set(held.text.lower().replace("-", " ").split()[:-1])
    if (called := _called(held, scene)) is not None:
        return called
    return _house(held, held.head, scene) if whose == "house" and modifiers <= words("house_modifiers") else None


def _legislature(whose: str, scene: Scene) -> str | None:
    """The house of a senator or a member: the one that the article speaks of, a listed one where it has no choice."""
    if whose == "european parliament":
        return scene.listed("European Parliament")
    return _kind_of_body(scene, frozenset({whose}))


def _just_before(held: Held) -> bool:
    """Whether a role is a title before the name: "President X"."""
    return held.place is not None and held.place < held.at


def _called(held: Held, scene: Scene) -> str | None:
    """The one body that the first word of a role takes up: "Council leader", "union leader"."""
    noun, *rest = held.text.lower().split() or [""]
    if not rest or not (noun in pairs("bodies") or pairs("groups").get(noun) == "body"):
        return None
    bodies = scene.named_of_kind("Organization")
    fitting = [b for b in bodies if noun in scene.actor(b).label.lower().split() or noun in scene.callings.get(b, ())]
    return fitting[0] if len(fitting) == 1 else None


def _state(held: Held, head: "Token", scene: Scene, who: Who) -> str | None:
    """The country of a minister: by another role, by the sentences at the name, else the one of the article."""
    countries = scene.named_of_kind("Country")
    told = next((b for h in scene.held if h.person == held.person for b in h.bodies if b in countries), None)
    at = (head, scene.named, countries.__contains__)
    told = told or _told_of_before(held, head, scene, who) or country_of(*at) or country_before(*at)
    if told or _of_elsewhere(held, head, scene):
        return told
    near, home = country_just_named(*at), scene.home()
    return _subject(head, scene, _GOVERNMENTS, named=True) or near or home or _subject(head, scene, _GOVERNMENTS)


def _told_of_before(held: Held, head: "Token", scene: Scene, who: Who) -> str | None:
    """The country of the officer whom a bare role takes up: "its trade minister said ... The minister, X, said"."""
    if held.text.lower() != held.noun:
        return None
    memory = scene.mind()
    here = memory.sentence_of(head)
    for sentence in reversed(scene.parsed.sentences[max(0, here - _EARLIER) : here + 1]):
        for noun in reversed([t for t in sentence.tokens if t.lemma_.lower() == held.noun and start_of(t) < held.at]):
            for owner in (c for c in noun.children if c.dep_ == "poss" and start_of(noun) != held.place):
                found = who(owner)
                if found and scene.actor(found.actor).kind == "Country":
                    return found.actor
    return None


def _of_elsewhere(held: Held, head: "Token", scene: Scene) -> bool:
    """Whether a role is that of a place or a people that nobody has listed: "Bavarian interior minister"."""
    before = head.doc[max(head.sent.start, head.i - _CHAIN) : head.i]
    inside = [t for t in before if start_of(t) >= held.evidence.start and scene.named(t) is None]
    placed = any(t.ent_type_ in ("GPE", "NORP") and t.is_title for t in inside)
    return placed or "'s" in held.text.replace("’", "'") or "chief minister" in held.text.lower()


def _kind_of_body(scene: Scene, nouns: frozenset[str]) -> str | None:
    """The council, or the court, that the article speaks of most: a mayor's, a judge's."""
    if nouns not in scene.spoken_of:
        fits = _named_by(scene, nouns)
        weights: Counter[str] = Counter()
        for m in scene.mind().mentioned:
            weights[m.actor] += round(100 * m.weight) if fits(m) else 0
        most = weights.most_common(1)
        scene.spoken_of[nouns] = most[0][0] if most and most[0][1] else None
    return scene.spoken_of[nouns]


def _named_by(scene: Scene, nouns: frozenset[str]) -> Callable[[Mentioned], bool]:
    def fits(m: Mentioned) -> bool:
        actor = scene.actor(m.actor)
        named = actor.label.split()
        own = len(named) == 1 or named[0] in words("places") or bool({w.lower() for w in named} & _LOCAL)
        own = (own and nouns is not _TOWNS) or nouns not in (_COUNCILS, _TOWNS) or _of_a_place(actor.label)
        return actor.kind == "Organization" and bool({w.lower() for w in named} & nouns) and own

    return fits


def _of_a_place(label: str) -> bool:
    """Whether a council is called by a name: "Hamm's council", "council of Hamm"."""
    return _OF_PLACE.fullmatch(label) is not None


def _house(held: Held, head: "Token", scene: Scene) -> str | None:
    """The body that is the subject just before, else the one at which somebody else has the same office."""
    same = (h.bodies[0] for h in islice(scene.held.before(held.at, [held.noun]), _MANY) if h.bodies)
    found = _subject(head, scene) or next(same, None)
    bank = found is None or held.noun != "governor" or "bank" in scene.actor(found).label.lower()
    return found if bank else None


def _subject(head: "Token", scene: Scene, nouns: frozenset[str] = frozenset(), named: bool = False) -> str | None:
    """The organisation, with one of the nouns in its name, that is the subject of this sentence or the one before.

    `named`: only one with a name in its label, "the Example regional government".
    """
    memory = scene.mind()
    here = memory.sentence_of(head)

    def fits(m: Mentioned) -> bool:
        actor = scene.actor(m.actor)
        fitting = not nouns or bool({w.lower() for w in actor.label.split()} & nouns)
        fitting = fitting and not (named and actor.label.islower())
        return actor.kind == "Organization" and fitting and m.weight >= _SUBJECT and here - m.sentence <= _NEAR

    ranked = memory.rank(head, fits)
    return ranked[0][1] if ranked else None


_SUBJECT = 0.8
