"""What a name means in a store: an actor, a proposal or an article, found by its label, an alias or its IRI."""

import re
from collections.abc import Callable, Iterable, Sequence

from pyoxigraph import Literal, NamedNode

from graph.errors import InputError
from graph.querying.names import KINDS, Thing, names, one_each, things_named
from graph.querying.terms import as_iri
from graph.querying.texts import in_utf8
from graph.store import Solutions, Store
from graph.terminal.visible import visible
from graph.vocabulary import BASE

# what is named -> the parts of IRIs under which it stands; articles have theirs among their names
_PARTS = {"actor": ("person", "org", "country", "group"), "proposal": ("proposal",)}
_SHOWN = 8  # so many candidates are named in a message
_COMPARED_BY_ARTICLE = 50
_NEAR = 10  # names, and things of one name, of which the nearest are told


def find(store: Store, text: str, kinds: Sequence[str] = KINDS) -> Thing:
    """The one thing of these kinds that is called so: exactly, else (in any case) the only one with this in its name.

    :raises InputError: where nothing is called so, or more than one thing; the message lists what comes near.
    """
    things = clearest(store, meant(store, text, kinds))
    if len(things) == 1:
        return things[0]
    raise ambiguous(text, things) if things else unknown(store, text, kinds)


def meant(store: Store, text: str, kinds: Sequence[str]) -> list[Thing]:
    """The things that a name may mean, each by its best name: those called so, else those with it in their name.

    Between the two comes the country whose seat of government is called so: "Washington" is no newspaper.

    :raises InputError: for an IRI that the store does not hold, and for what is no text.
    """
    if node := as_iri(text):
        return [Thing(_kind_of(store, node, kinds), node.value, text, True)]
    words = in_utf8(" ".join(text.split()), "The name")
    if not words:
        raise InputError("The name is empty: write one, or a part of it, of an actor, a proposal or an article.")
    written = f"VALUES ?label {{ {Literal(words)} {Literal(words, language='en')} }}"
    if len(exact := one_each(things_named(store, kinds, written, aliases=False))) == 1:
        return exact  # as the graph itself writes it: found by its index, without looking at every name
    near = names(store, kinds, words)
    wholly, *partly = _ways(words)
    if found := [thing for thing in near if wholly(thing.label)]:
        return one_each(found)
    if country := _by_seat(store, words, kinds):
        return [country, *_people(store, one_each(thing for thing in near if partly[0](thing.label)))]
    for is_so in partly:
        if found := [thing for thing in near if is_so(thing.label)]:
            return one_each(found)
    return _by_end(store, words, kinds)


def _by_end(store: Store, text: str, kinds: Sequence[str]) -> list[Thing]:
    """What is called so by the last part of its IRI, as tables show it: "fifty-fifty-chip-split"."""
    if not re.fullmatch(r"[\w.-]{1,200}", text) or not text.isascii():
        return []
    nodes = {kind: [NamedNode(f"{BASE}{part}/{text}") for part in _PARTS[kind]] for kind in kinds if kind in _PARTS}
    return [
        Thing(kind, node.value, text, True)
        for kind, some in nodes.items()
        for node in some
        if store.query(f"ASK {{ {node} a cg:{kind.capitalize()} }}")
    ]


def _by_seat(store: Store, text: str, kinds: Sequence[str]) -> Thing | None:
    """The country of the store whose seat of government is called so, by its own name."""
    from graph.querying.seats import country_of

    country = country_of(text) if "actor" in kinds else None
    if country is None:
        return None
    rows = store.query(f"SELECT ?label {{ <{country}> a cg:Actor ; skos:prefLabel ?label }} ORDER BY ?label LIMIT 1")
    return next((Thing("actor", country, row["label"].value, True) for row in rows), None)  # type: ignore[union-attr]


def _people(store: Store, things: Sequence[Thing]) -> list[Thing]:
    """Those that are people: a part of a person's name is a name of theirs, so that "Kingston" may be one."""
    return [thing for thing in things[:_SHOWN] if store.query(f"ASK {{ <{thing.iri}> a cg:Person }}")]


def clearest(store: Store, things: Sequence[Thing]) -> Sequence[Thing]:
    """The one that is meant, by its own name rather than an alias, or since articles speak of it; else all."""
    if len(things) > 1:
        for fewer in ([thing for thing in things if thing.best], spoken_of(store, things)):
            if len(fewer) == 1:
                return fewer
    return things


def ambiguous(text: str, things: Sequence[Thing]) -> InputError:
    """What to say of a name that may mean several things."""
    return InputError(f"{text!r} may be {_listed(things)}: give more of the name, or the IRI.")


def unknown(store: Store, text: str, kinds: Sequence[str]) -> InputError:
    """What to say of a name that nothing has, with those that come near."""
    return InputError(f"Nothing in the store is called {text!r}{_nearest(store, kinds, ' '.join(text.split()))}.")


def _kind_of(store: Store, node: NamedNode, kinds: Sequence[str]) -> str:
    for kind in kinds:
        if store.query(f"ASK {{ {node} a cg:{kind.capitalize()} }}"):
            return kind
    raise InputError(f"The store holds no {' or '.join(kinds)} {node}: look for it by its name.")


def _ways(words: str) -> tuple[Callable[[str], object], ...]:
    """How a name may be meant: wholly, by words of it, by a part of it; in whatever case."""
    whole_words = re.compile(rf"(?<![^\W_]){re.escape(words)}(?![^\W_])", re.IGNORECASE)
    return (lambda label: label.lower() == words.lower(), whole_words.search, lambda label: True)


def spoken_of(store: Store, things: Sequence[Thing]) -> list[Thing]:
    """Those that an article names or takes up: of two that are called Brandt, the one who is in the news."""
    if len(things) > _COMPARED_BY_ARTICLE:
        return []
    news = in_the_news(store, things)
    return [thing for thing in things if thing.iri in news]


def in_the_news(store: Store, things: Iterable[Thing]) -> set[str]:
    """The IRIs of those that some article names or takes up."""
    nodes = " ".join(f"<{thing.iri}>" for thing in things)
    rows = store.query(
        f"SELECT ?thing {{ VALUES ?thing {{ {nodes} }} FILTER EXISTS {{ ?by schema:mentions|schema:about ?thing }} }}"
    )
    assert isinstance(rows, Solutions)
    return {row["thing"].value for row in rows}


def _listed(things: Sequence[Thing]) -> str:
    names = [f"{visible(thing.label)} ({thing.kind} <{thing.iri}>)" for thing in things[:_SHOWN]]
    return "; or ".join(names) + ("; or more" if len(things) > _SHOWN else "")


def _nearest(store: Store, kinds: Sequence[str], text: str) -> str:
    """The names that look most like the text, as wholes or by a part; of alike ones first those in the news."""
    from rapidfuzz import fuzz, process

    written = text.casefold()
    having: dict[str, list[Thing]] = {}
    for thing in names(store, kinds):
        having.setdefault(thing.label.casefold(), []).append(thing)
    whole = process.extract(written, list(having), scorer=fuzz.ratio, limit=_NEAR, score_cutoff=55)
    parts = process.extract(written, list(having), scorer=fuzz.partial_ratio, limit=_NEAR, score_cutoff=80)
    parts = [one for one in parts if len(one[0]) >= len(written)]  # a short name is a part of nearly anything
    found = [(near, thing) for label, near, _ in (*whole, *parts) for thing in having[label]]
    news = in_the_news(store, (thing for _, thing in found[:_COMPARED_BY_ARTICLE])) if found else set()
    found.sort(key=lambda one: (-one[0], one[1].iri not in news))
    shown = dict.fromkeys(visible(thing.label) for thing in one_each(thing for _, thing in found))
    return f"; the closest: {', '.join(list(shown)[:3])}" if shown else ""
