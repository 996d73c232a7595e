"""Which country an article is at home in: the one that a minister is a minister of where nothing says so."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from graph.actors.authority import Authority
from graph.actors.linking import Link
from graph.actors.scan import dateline_end
from graph.language import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROLE = {"nsubj": 1.0, "nsubjpass": 1.0, "poss": 1.0, "dobj": 0.7}  # of the name in its sentence
_OTHER, _TITLE, _DATELINE = 0.5, 1.5, 1.5
_FAR_MORE = 1.5
# seats of bodies of many countries: a line from there says little of the country it lies in
_SHARED = frozenset({"Brussels", "Strasbourg", "Luxembourg", "Geneva", "New York"})


def home(parsed: Parsed, links: Iterable[Link], authority: Authority, country: Callable[[str], bool]) -> str | None:
    """The country that an article speaks of far more than of any other, a line of place at its head counted in."""
    weights: Counter[str] = Counter()
    for link in links:
        if country(link.mention.actor):
            title = link.found.region == "title"
            weights[link.mention.actor] += _TITLE if title else _ROLE.get(link.found.head.dep_, _OTHER)
    for actor in _written_at(parsed, authority):
        weights[actor] += _DATELINE
    ranked = weights.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _FAR_MORE * ranked[1][1]):
        return None
    return ranked[0][0]


def country_before(head: "Token", named: Callable[["Token"], str | None], country: Callable[[str], bool]) -> str | None:
    """The one country that a sentence names before a person, the one that is a subject where there are several."""
    found = [(t, actor) for t in head.sent if t.i < head.i and (actor := named(t)) and country(actor)]
    subjects = {actor for token, actor in found if token.dep_ in ("nsubj", "nsubjpass")}
    every = {actor for _, actor in found}
    fitting = every if len(every) == 1 else subjects
    return next(iter(fitting)) if len(fitting) == 1 else None


def _written_at(parsed: Parsed, authority: Authority) -> Iterator[str]:
    """The countries whose capital a line of place names: "PRAGUE, May 3 - "."""
    kinds = {id(sentence.tokens.doc): sentence.kind for sentence in parsed.sentences}
    seen: set[str] = set()
    for doc in parsed.docs:
        end = len(doc.text) if kinds.get(id(doc)) == "dateline" else dateline_end(doc)
        opening = doc.text[:end]
        for size in range(min(3, len(opening.split())), 0, -1):
            place = " ".join(opening.split()[:size]).strip(" ,.-–—").title()
            for meaning in authority.named(place) if place not in _SHARED else ():
                if meaning.kind == "seat" and place not in seen:
                    seen.add(place)
                    yield meaning.actor
