"""Which country an article is at home in: the one that a minister is a minister of where nothing says so."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from graph.actors.authority import Authority
from graph.actors.linking import Link
from graph.language import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

Named = Callable[["Token"], str | None]
_SUBJECT, _OTHER, _TITLE, _DATELINE = 1.0, 0.5, 1.5, 1.5
_FAR_MORE, _OPENED = 2.0, 1.2  # times as much as the next: by itself, where the head of the article names it alone
_ENOUGH = 1.5
_ABOUT = frozenset({"nsubj", "nsubjpass", "poss"})
_PLACE = re.compile(r"([A-Z][A-Z]{2,}(?: [A-Z]{2,})?)[., /(–—-]")
# seats of bodies of many countries: a line from there says little of the country it lies in
_SHARED = frozenset({"Brussels", "Strasbourg", "Luxembourg", "Geneva", "New York"})


def home(parsed: Parsed, links: Sequence[Link], authority: Authority, country: Callable[[str], bool]) -> str | None:
    """The country that an article speaks of far more than of any other; its capital and a line of place count too.

    One mention of one country in a sentence makes no home: it may be where a fund or a report is from.
    """
    weights: dict[str, float] = defaultdict(float)
    opened: set[str] = set()
    for link in links:
        if country(link.mention.actor):
            title = link.found.region == "title"
            weights[link.mention.actor] += _TITLE if title else _SUBJECT if _is_about(link.found.head) else _OTHER
            opened |= {link.mention.actor} if title else set()
    for actor, weight in _hints(parsed, authority):
        weights[actor] += weight
        opened |= {actor} if weight > _OTHER else set()
    named = {link.mention.actor for link in links}
    if len(weights) == 1 and (only := next(iter(weights))) not in named:
        return only  # nothing but its adjective or capital, and those of no other
    ranked = sorted(weights.items(), key=lambda weighed: -weighed[1])
    (first, most), (_, next_most) = [*ranked, ("", 0.0), ("", 0.0)][:2]
    told = len(opened) == 1 and first in opened
    enough, more = (_TITLE, _OPENED) if told else (_ENOUGH, _FAR_MORE)
    return first if most >= max(enough, more * next_most) else None


def country_before(head: "Token", named: Named, country: Callable[[str], bool]) -> str | None:
    """The country that the sentence of a person is about, named before: its subject, a possessor, "In Norway,"."""
    return _about((t for t in head.sent if t.i < head.i), named, country)


def country_of(last: "Token", named: Named, country: Callable[[str], bool]) -> str | None:
    """The country that follows a name: "minister X of Norway"."""
    after = list(last.doc[last.i + 1 : min(last.i + 4, last.sent.end)])
    if len(after) < 2 or after[0].lower_ != "of":
        return None
    actor = named(after[2] if after[1].lower_ == "the" and len(after) > 2 else after[1])
    return actor if actor and country(actor) else None


def country_just_named(head: "Token", named: Named, country: Callable[[str], bool]) -> str | None:
    """The country that the sentence before, in the same paragraph, is about."""
    if head.sent.start == 0:
        return None
    return _about(head.doc[head.sent.start - 1].sent, named, country)


def _about(tokens: Iterable["Token"], named: Named, country: Callable[[str], bool]) -> str | None:
    """The one country that words are about: a subject, a possessor, "In Norway,"."""
    about = {actor for t in tokens if (actor := named(t)) and country(actor) and _is_about(t)}
    return next(iter(about)) if len(about) == 1 else None


def _is_about(token: "Token") -> bool:
    """Whether a sentence is about a country: its subject or one of them, a possessor, the place that opens it."""
    while token.dep_ == "conj" and token.head.pos_ == "PROPN":
        token = token.head
    opens = token.i == token.sent.start + 1 and token.sent[0].lower_ == "in"  # "In Norway,"
    return token.dep_ in _ABOUT or opens


def _hints(parsed: Parsed, authority: Authority) -> Iterator[tuple[str, float]]:
    """The countries by whose capital or adjective an article calls something, most in a line of place or a title."""
    for actor in _written_at(parsed, authority):
        yield actor, _DATELINE
    kinds = {id(sentence.tokens.doc): sentence.kind for sentence in parsed.sentences}
    for doc in parsed.docs:
        for name in doc.ents:
            if name.label_ in ("GPE", "NORP") and name.text not in _SHARED:
                meant = {m.actor for m in authority.named(name.text) if m.kind != "name"}
                weight = _TITLE if kinds.get(id(doc)) == "title" else _OTHER
                yield from ((actor, weight) for actor in meant if authority.actors[actor].kind == "Country")


def _written_at(parsed: Parsed, authority: Authority) -> Iterator[str]:
    """The countries whose capital a line of place names: "PRAGUE, May 3 - ", "ATHENS."."""
    for doc in parsed.docs:
        opening = _PLACE.match(doc.text)
        place = opening[1].title() if opening else ""
        if place and place not in _SHARED:
            yield from (m.actor for m in authority.named(place) if m.kind == "seat")
