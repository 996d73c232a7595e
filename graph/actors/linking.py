"""Whom each name in the text means, with a score and a reason."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.actors.authority import Authority, Meaning, NameKind
from graph.actors.gender import gender
from graph.actors.lexicon import Alias, Lexicon
from graph.actors.scan import Found
from graph.actors.seats import adjective_stands_for, stands_for_government
from graph.actors.tables import pairs
from graph.actors.tables import words as table
from graph.model import Actor, Mention

if TYPE_CHECKING:
    pass

# countries whose names are also those of a state of the US, a given name or a family name
_DOUBTFUL = frozenset({"Georgia", "Jordan", "Chad", "Jersey", "Guinea", "Niger", "Turkey", "Mali", "Israel", "Cuba"})
_STATES_TOO = frozenset({"Georgia", "Jersey"})
_FAR_MORE = 2


@dataclass(frozen=True, slots=True)
class Link:
    """A name in the text and the actor that it means."""

    mention: Mention
    found: Found

    @property
    def presence(self) -> float:
        """How much the name brings its actor to mind: less in a title, less as an adjective."""
        return self.mention.score * (0.3 if self.found.region == "title" else 1.0)


def link(names: Iterable[Found], words: Lexicon) -> Iterator[Link]:
    """Link each name; names that are only places, or that nothing speaks for, are left out."""
    names = list(names)
    sure = _signs(names)
    seen: dict[str, None] = {}
    for found in names:
        mention = _own(found, words, seen) or _known(found, words, sure)
        if mention:
            seen[mention.actor] = None
            yield Link(mention, found)


Signs = Mapping[str, frozenset[tuple[NameKind, str]]]


def _signs(names: Sequence[Found]) -> Signs:
    """By which names, adjectives and seats the text seems to speak of each listed actor."""
    signs: dict[str, set[tuple[NameKind, str]]] = {}
    for found in names:
        for meaning in found.known:
            signs.setdefault(meaning.actor, set()).add((meaning.kind, found.span.text))
    return {actor: frozenset(texts) for actor, texts in signs.items()}


def _own(found: Found, words: Lexicon, seen: Container[str]) -> Mention | None:
    """By the article's own names."""
    if not found.own:
        return None
    choice = _choose(found, found.own, words, seen)
    if choice is None:
        actor = words.minter.actor("Person", f"{found.span.text} {words.article.slug}")
        return Mention(found.span, actor, 0.4, "surname that several people of the article share")
    return Mention(found.span, choice.actor, choice.score, choice.reason)


def _choose(found: Found, own: tuple[Alias, ...], lexicon: Lexicon, seen: Container[str]) -> Alias | None:
    """The one alias that fits: by title and gender, by who was named so far, by who is named far more often."""
    own = _of_gender(found, own, lexicon)
    if len(own) <= 1:
        return own[0] if own else None
    surnames = [a for a in own if not a.reason.startswith("given name")]
    named = [a for a in surnames or own if a.actor in seen]
    if len(named) == 1:
        return named[0]
    counts = sorted(((lexicon.figures[a.actor].count, a) for a in named or own), key=lambda c: -c[0])
    if counts[0][0] >= _FAR_MORE * max(1, counts[1][0]):
        chosen = counts[0][1]
        return Alias(chosen.actor, 0.6, f"{chosen.reason}, by far the most named of that name")
    return None


def _of_gender(found: Found, own: tuple[Alias, ...], words: Lexicon) -> tuple[Alias, ...]:
    """The aliases that the title before a name allows: "Mrs. Clinton" is no man, and a known woman rather."""
    first = found.tokens[0]
    wanted = pairs("titles").get(first.nbor(-1).text if first.i else "", "-")
    if wanted == "-":
        return own
    figures = {a: words.figures[a.actor] for a in own}
    told = {a: gender(figure.actor, figure.titles, (), words.authority) for a, figure in figures.items()}
    return tuple(a for a in own if told[a] == wanted) or tuple(a for a in own if told[a] is None)


def _known(found: Found, words: Lexicon, signs: Signs) -> Mention | None:
    """By the authority file."""
    for meaning in sorted(found.known, key=lambda m: ("name", "adjective", "seat").index(m.kind)):
        mention = _meant(found, meaning, words, signs)
        if mention:
            return mention
    return None


def _meant(found: Found, meaning: Meaning, words: Lexicon, signs: Signs) -> Mention | None:
    actor = words.authority.actors[meaning.actor]
    text = found.span.text
    if not words.may_be(text, actor):
        return None
    if meaning.kind == "name":
        doubtful = text in _DOUBTFUL and not _supported(found, actor.id, words.authority, signs)
        if doubtful or _another(text, actor, words.authority, signs) or _part_of_longer(found, words.authority):
            return None
        return Mention(found.span, actor.id, 1.0, "exact alias")
    if meaning.kind == "seat":
        if stands_for_government(found.head, text):
            return Mention(found.span, actor.id, 0.85, f"seat of government of {actor.label}")
        return None
    named = any(kind == "name" and name not in _DOUBTFUL for kind, name in signs[actor.id])
    if adjective_stands_for(found.head) or named:
        return Mention(found.span, actor.id, 0.6, f"adjective of {actor.label}")
    return None


def _supported(found: Found, actor: str, authority: Authority, signs: Signs) -> bool:
    """Whether a doubtful country name is backed by the country's adjective or capital, by its company, or by spaCy."""
    if any(kind != "name" for kind, _ in signs[actor]):
        return True
    beside = [*found.head.conjuncts]
    if any(authority.actors[m.actor].kind == "Country" for t in beside for m in authority.named(t.text)):
        return True
    inside = found.head.dep_ == "pobj" and found.head.head.lower_ == "in" and len(found.tokens) == 1
    return (inside or found.tokens[0].ent_type_ == "GPE") and found.span.text not in _STATES_TOO


def _another(text: str, actor: Actor, authority: Authority, signs: Signs) -> bool:
    """Whether a short name means another country of that name here ("Korea" in a text on North Korea alone)."""
    if actor.kind != "Country" or text == actor.label or signs[actor.id] - {("name", text)}:
        return False
    others = (authority.actors[a] for a in signs if a != actor.id)
    return any(other.label.endswith(f" {text}") for other in others)


def _part_of_longer(found: Found, authority: Authority) -> bool:
    """Whether a body's general name ("Congress") is only the end of another body's ("the FIFA Congress")."""
    first = found.tokens[0]
    if found.span.text not in table("organizations") or not first.i:
        return False
    left = first.nbor(-1)
    country = any(authority.actors[m.actor].kind == "Country" for m in authority.named(left.text))
    return left.pos_ == "PROPN" and left.text[0].isupper() and left.dep_ == "compound" and not country
