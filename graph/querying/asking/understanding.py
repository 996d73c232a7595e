"""A question in English as a saved query with its parameters: the one that all words of the question fit."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import NamedTuple

from graph.errors import InputError
from graph.querying.asking.alone import QUERIES, named_alone
from graph.querying.asking.gist import gist_of
from graph.querying.asking.naming import EXACT, WORDS, Names
from graph.querying.asking.openings import asked_words, openings_taken
from graph.querying.asking.patterns import Match, Pattern, matches, patterns_of
from graph.querying.asking.publications import publications
from graph.querying.asking.refusing import Unnamed, refusal
from graph.querying.asking.spelling import respelled
from graph.querying.asking.times import Period, periods
from graph.querying.asking.words import Word, words
from graph.querying.saved import Query, find_query, saved_queries
from graph.querying.texts import in_utf8
from graph.store import Store

_MOST = 60  # words of a question: matching tries every way to part them


class Asked(NamedTuple):
    """What a question was understood as.

    A saved query, its values as `-p` takes them, what these are called, and how a name was written in the question
    where that is not how the graph writes it; whether it was understood by its gist alone (see `gist`); and how it was
    read where its own words have slips (see `spelling`).
    """

    query: Query
    values: Mapping[str, str]
    called: Mapping[str, str]
    heard: Mapping[str, str]
    by_gist: bool = False
    read_as: str = ""


class _Reading(NamedTuple):
    """A pattern that the words of a text fit, and the times and the publisher that the question names besides."""

    text: str
    words: tuple[Word, ...]
    match: Match
    limits: Mapping[str, str]


class _Resolved(NamedTuple):
    asked: Asked
    sure: int


def understand(store: Store, question: str, names: Names | None = None) -> Asked:
    """The saved query that a question asks for; what leaves the fewest words to names is tried first.

    `names`: those of the store, for who asks several questions of one that does not change meanwhile.

    :raises InputError: where none fits, a name is not found or may mean several things, or two queries fit alike; the
        message names what was not understood, and what can be asked.
    """
    names, question = names or Names(store), in_utf8(question, "The question")
    try:
        return _understood(question, names)
    except InputError:
        read_as = respelled(question, tuple(pattern.text for pattern in patterns()), names.words())
        if read_as != question:
            with suppress(InputError):  # what is said of the question as it was written helps more
                return _understood(read_as, names)._replace(read_as=read_as)
        raise


def _understood(question: str, names: Names) -> Asked:
    readings = list(_readings(question, names))
    problems: list[InputError | Unnamed] = []
    for free in sorted({reading.match.free for reading in readings}):
        found = [_resolved(reading, names) for reading in readings if reading.match.free == free]
        if resolved := [one for one in found if isinstance(one, _Resolved)]:
            return _surest(question, resolved)
        problems += [one for one in found if not isinstance(one, _Resolved)]
    if asked := _by_gist(question, names) or _alone(question, names):
        return asked
    unlimited = _without(question, list(publications(question, names.publishers)))
    raise refusal(question, asked_words(unlimited), patterns(), names, problems)


def _by_gist(question: str, names: Names) -> Asked | None:
    """What a question asks for by what it names and by its words, where it fits no pattern."""
    limits = [*periods(question), *publications(question, names.publishers)]
    gist = gist_of(question, words(_without(question, limits)), names)
    if gist is None:
        return None
    query = find_query(gist.query)
    limiting = _values(limits)
    values = {**gist.chosen, **limiting}
    called = dict(values)
    free = list(query.params)
    for kind, thing in gist.things:
        param = next(param for param in free if kind in (param.type, param.name))
        free.remove(param)
        values[param.name], called[param.name] = f"<{thing.iri}>", names.called(thing)
    known = [param.name for param in query.params]
    if not limiting.keys() <= set(known):
        return None
    order = [name for name in known if name in values]
    return Asked(query, {n: values[n] for n in order}, {n: called[n] for n in order}, {}, by_gist=True)


def _alone(question: str, names: Names) -> Asked | None:
    """Who or what a name is, where a question says nothing else."""
    thing = named_alone(question, names)
    if thing is None:
        return None
    query, param = QUERIES[thing.kind]
    return Asked(find_query(query), {param: f"<{thing.iri}>"}, {param: names.called(thing)}, {})


@cache
def patterns() -> tuple[Pattern, ...]:
    """All ways of asking for all saved queries."""
    return tuple(pattern for query in saved_queries() for pattern in patterns_of(query))


def _readings(question: str, names: Names) -> Iterator[_Reading]:
    days, where = list(periods(question)), list(publications(question, names.publishers))
    ways: list[list[Period]] = [[*days, *where], days, where, []]  # a name may hold a time or a publisher as well
    for limits in (way for index, way in enumerate(ways) if way not in ways[:index]):
        text = _without(question, limits)
        for found in openings_taken(words(text)):
            if len(found) > _MOST:
                raise InputError(f"The question has {len(found)} words: ask in at most {_MOST}.")
            for pattern in patterns():
                yield from (_Reading(text, found, match, _values(limits)) for match in matches(pattern, found))


def _values(limits: Sequence[Period]) -> dict[str, str]:
    return {name: value for limit in limits for name, value in limit.values.items()}


def _without(question: str, limits: Sequence[Period]) -> str:
    for limit in limits:
        question = question[: limit.start] + " " * (limit.end - limit.start) + question[limit.end :]
    return question


def _resolved(reading: _Reading, names: Names) -> _Resolved | InputError | Unnamed:
    """The reading with what its slots name, or what stands against it."""
    query = reading.match.pattern.query
    rest = {**reading.match.chosen, **reading.limits}
    if strange := reading.limits.keys() - {param.name for param in query.params}:
        by = "a publisher" if "publisher" in strange else "a time"
        return InputError(f"{query.title!r} ({query.name}) cannot be asked for {by}")
    values, called, sure = dict(rest), dict(rest), EXACT
    heard: dict[str, str] = {}
    for slot, (start, end) in reading.match.slots.items():
        text = " ".join(reading.text[reading.words[start].start : reading.words[end - 1].end].split())
        if slot.type == "text":
            values[slot.name] = called[slot.name] = text
            continue
        named = names.find(text, slot.type)
        if named is None:
            return Unnamed(text, slot.type)
        if isinstance(named, InputError):
            return named
        values[slot.name], called[slot.name] = f"<{named.thing.iri}>", names.called(named.thing)
        heard |= {slot.name: text} if named.sure <= WORDS else {}
        sure = min(sure, named.sure)
    order = [param.name for param in query.params if param.name in values]
    return _Resolved(Asked(query, {n: values[n] for n in order}, {n: called[n] for n in order}, heard), sure)


def _surest(question: str, resolved: Sequence[_Resolved]) -> Asked:
    """The one whose names are surest; nothing is guessed where two that differ are equally sure."""
    best = max(one.sure for one in resolved)
    first, *others = [one.asked for one in resolved if one.sure == best]
    for other in others:
        if (other.query.name, other.values) != (first.query.name, first.values):
            raise InputError(f"{question!r} may ask for {_said(first)}, or for {_said(other)}: say it in other words.")
    return first


def _said(asked: Asked) -> str:
    values = ", ".join(f"{name} = {value}" for name, value in asked.called.items())
    return f"{asked.query.title!r} ({values or 'no parameters'})"
