"""What a name means in a store: an actor, a proposal or an article, found by its label, an alias or its IRI."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from graph.errors import InputError
from graph.querying.terms import as_iri
from graph.store import Solutions, Store
from graph.store.values import visible

# what is named -> the pattern that binds ?thing, its ?label (any name) and ?best (1 for its own, 0 for an alias)
_NAMED = {
    "actor": "?thing a cg:Actor . { ?thing skos:prefLabel ?label BIND(1 AS ?best) } "
    "UNION { ?thing skos:altLabel ?label BIND(0 AS ?best) }",
    "proposal": "?thing a cg:Proposal . { ?thing skos:prefLabel ?label BIND(1 AS ?best) } "
    "UNION { ?thing skos:altLabel ?label BIND(0 AS ?best) }",
    "article": "?thing a cg:Article . { ?thing schema:headline ?label BIND(1 AS ?best) } "
    "UNION { ?thing dcterms:identifier ?label BIND(1 AS ?best) } "
    "UNION { ?thing a cg:Article BIND(REPLACE(STR(?thing), '^.*/', '') AS ?label) BIND(1 AS ?best) }",
}
# how a name may be meant: wholly, by words of it, by a part of it; in whatever case. What is looked for is written
# into the query: of a pattern that is a variable, the engine would make a machine for each label anew
_CONDITIONS = (
    "LCASE(STR(?label)) = LCASE({text})",
    'REGEX(STR(?label), {word}, "i")',
    "CONTAINS(LCASE(STR(?label)), LCASE({text}))",
)
_SHOWN = 8  # so many candidates are named in a message
_COMPARED = 20_000  # so many labels are compared to find the closest
_LOOKED_AT = 1000  # so many things of a kind are put in order where names are offered


KINDS = tuple(_NAMED)


class Thing(NamedTuple):
    """Something with a name: its kind, its IRI, and the label by which it was found."""

    kind: str
    iri: str
    label: str
    best: bool


def find(store: Store, text: str, kinds: Sequence[str] = KINDS) -> Thing:
    """The one thing of these kinds that is called so: exactly, else (in any case) the only one with this in its name.

    :raises InputError: where nothing is called so, or more than one thing; the message lists what comes near.
    """
    if node := as_iri(text):
        return Thing(_kind_of(store, node, kinds), node.value, text, True)
    words = " ".join(text.split())
    written = f"VALUES ?label {{ {Literal(words)} {Literal(words, language='en')} }} FILTER(?best = 1)"
    if len(exact := _one_each(_things(store, kinds, written))) == 1:
        return exact[0]  # as the graph itself writes it: found by its index, without looking at every name
    for condition in _CONDITIONS:
        found = _things(store, kinds, f"FILTER({condition.format(text=Literal(words), word=_whole_word(words))})")
        every = _one_each(found)
        for fewer in (every, _one_each(thing for thing in found if thing.best), _spoken_of(store, every)):
            if len(fewer) == 1:
                return fewer[0]
        if every:
            raise InputError(f"{text!r} may be {_listed(every)}: give more of the name, or the IRI.")
    raise InputError(f"Nothing in the store is called {text!r}{_nearest(store, kinds, words)}.")


def named_like(store: Store, text: str, kinds: Sequence[str] = KINDS, most: int = 20) -> list[Thing]:
    """Things with this text in one of their names, to choose from while typing; each once, the likeliest first.

    Likely is what an article speaks of, then what begins so or has a word that does; short names come first. Where
    only the inside of a word fits, it comes last. Of very many, the first that the store comes upon are put in order,
    so that no store is too large.
    """
    words = " ".join(text.split())
    condition = f"FILTER({_CONDITIONS[-1].format(text=Literal(words))})" if words else ""
    found = _one_each(_things(store, kinds, condition, _LOOKED_AT))
    news = _in_the_news(store, found)

    def order(thing: Thing) -> tuple[bool, bool, int, int]:
        place = _place(thing.label, words)
        return place == _INSIDE, thing.iri not in news, place, len(thing.label)

    return sorted(found, key=order)[:most]


_BEGINNING, _WORD, _INSIDE = range(3)


def _place(label: str, words: str) -> int:
    """Where in a label the words stand."""
    place = label.casefold().find(words.casefold())
    if place <= 0:
        return _BEGINNING if place == 0 else _INSIDE
    return _INSIDE if label[place - 1].isalnum() else _WORD


def _in_the_news(store: Store, things: Iterable[Thing]) -> set[str]:
    nodes = " ".join(f"<{thing.iri}>" for thing in things)
    rows = store.query(
        f"SELECT ?thing {{ VALUES ?thing {{ {nodes} }} FILTER EXISTS {{ ?by schema:mentions|schema:about ?thing }} }}"
    )
    assert isinstance(rows, Solutions)
    return {row["thing"].value for row in rows}


def _things(store: Store, kinds: Sequence[str], condition: str, limit: int = 1000) -> list[Thing]:
    found = []
    for kind in kinds:
        query = f"SELECT DISTINCT ?thing ?label ?best WHERE {{ {_NAMED[kind]} {condition} }} LIMIT {limit}"
        rows = store.query(query)
        assert isinstance(rows, Solutions)
        found += [Thing(kind, r["thing"].value, r["label"].value, r["best"].value == "1") for r in rows]
    return sorted(found, key=lambda thing: (not thing.best, len(thing.label), thing.label))


def _kind_of(store: Store, node: NamedNode, kinds: Sequence[str]) -> str:
    for kind in kinds:
        if store.query(f"ASK {{ {node} a cg:{kind.capitalize()} }}"):
            return kind
    raise InputError(f"The store holds no {' or '.join(kinds)} {node}: look for it by its name.")


def _whole_word(words: str) -> Literal:
    """A pattern for the words with nothing of a word before or after them."""
    escaped = re.sub(r"([!-/:;=?@\[-`{-~])", r"\\\1", words)  # what the engine's own syntax lets be escaped
    return Literal(rf"(^|[^\p{{L}}\p{{N}}]){escaped}($|[^\p{{L}}\p{{N}}])")


def _one_each(things: Iterable[Thing]) -> list[Thing]:
    found: dict[str, Thing] = {}
    for thing in things:
        found.setdefault(thing.iri, thing)
    return list(found.values())


def _spoken_of(store: Store, things: Sequence[Thing]) -> list[Thing]:
    """Those that an article names or takes up: of two that are called Brandt, the one who is in the news."""
    return [thing for thing in things if store.query(f"ASK {{ ?article schema:mentions|schema:about <{thing.iri}> }}")]


def _listed(things: Sequence[Thing]) -> str:
    names = [f"{visible(thing.label)} ({thing.kind} <{thing.iri}>)" for thing in things[:_SHOWN]]
    return "; or ".join(names) + ("; or more" if len(things) > _SHOWN else "")


def _nearest(store: Store, kinds: Sequence[str], text: str) -> str:
    from difflib import get_close_matches

    labels = {thing.label.casefold(): visible(thing.label) for thing in _things(store, kinds, "", _COMPARED)}
    close = get_close_matches(text.casefold(), labels, n=3, cutoff=0.5)
    return f"; the closest: {', '.join(labels[label] for label in close)}" if close else ""
