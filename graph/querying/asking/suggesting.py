"""The nearest questions that can be asked, filled with what a question names."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graph.querying.asking.choices import chosen, is_choice
from graph.querying.asking.naming import Names, content
from graph.querying.asking.patterns import Pattern
from graph.querying.asking.words import Word, stems
from graph.querying.labels import Thing

_MOST = 3  # questions are suggested
_LONGEST = 8  # words of a name that is looked for in a question
_DEFAULTS = ("stance-of", "who-stands-where", "contested")  # where nothing is near
_SAID = {"stance": "supports", "kind": "countries", "relation": "agree", "integer": "2", "number": "0.5", "text": "WORDS"}
_PLACE = re.compile(r'"?\{(any:)?(\w+)\}"?')


class Found(NamedTuple):
    """A thing that a question names, and by which of its words."""

    thing: Thing
    start: int
    end: int


def recognised(question: str, words: Sequence[Word], names: Names) -> list[Found]:
    """The proposals and actors that a question names, the longest names first, no word twice."""
    known = [_by_words(names.all(kind)) for kind in ("proposal", "actor")]
    found: list[Found] = []
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            named = content(question[words[start].start : words[start + length - 1].end])
            thing = next((things[named] for things in known if named and named in things), None)
            if thing and not any(one.start < start + length and start < one.end for one in found):
                found.append(Found(thing, start, start + length))
    return sorted(found, key=lambda one: one.start)


def nearest(question: str, words: Sequence[Word], patterns: Iterable[Pattern], found: Sequence[Found]) -> list[str]:
    """The ways of asking with most of the question's words and names in them, one for a query."""
    named = {index for one in found for index in range(one.start, one.end)}
    rest = [word for index, word in enumerate(words) if index not in named]
    scored: dict[str, tuple[float, str]] = {}
    for pattern in patterns:
        score, text = _filled(pattern, {word.stem for word in rest}, _choices(question, rest), found)
        name = pattern.query.name or ""
        if name not in scored or score > scored[name][0]:
            scored[name] = (score, text)
    best = sorted(scored, key=lambda name: (-scored[name][0], name not in _DEFAULTS, name))
    return [scored[name][1] for name in best[:_MOST]]


def plainest(text: str) -> str:
    """A pattern at its shortest: nothing that may be left out, the first of each choice.

    >>> plainest("who [(is|has)] {stance} (the idea|the plan) [of {who}]")
    'who {stance} the idea'
    """
    while (shorter := re.sub(r"\[[^\[\]()]*\]|\(([^\[\]()|]*)(?:\|[^\[\]()]*)?\)", r"\1", text)) != text:
        text = shorter
    return re.sub(r" ('s)\b", r"\1", " ".join(text.split()))


def _by_words(things: Sequence[Thing]) -> dict[frozenset[str], Thing]:
    """Things by all words of a name, and by one word that a single thing has in its names."""
    having: dict[str, dict[str, Thing]] = {}
    for thing in things:
        for word in content(thing.label):
            having.setdefault(word, {}).setdefault(thing.iri, thing)
    alone = {frozenset((word,)): next(iter(some.values())) for word, some in having.items() if len(some) == 1}
    return {**alone, **{content(thing.label): thing for thing in reversed(things)}}


def _choices(question: str, words: Sequence[Word]) -> dict[str, str]:
    """By type, the first word of the question that chooses a value, as it is written there."""
    found: dict[str, str] = {}
    for kind in ("stance", "kind"):
        for word in words:
            if chosen(kind, (word.stem,)):
                found.setdefault(kind, question[word.start : word.end])
    return found


def _filled(
    pattern: Pattern, rest: set[str], choices: Mapping[str, str], found: Sequence[Found]
) -> tuple[float, str]:
    """How near a pattern is, and what it is with the names and choices of the question."""
    types = {param.name: param.type for param in pattern.query.params}
    things = [one.thing for one in found]
    score = 0.0

    def fill(match: re.Match[str]) -> str:
        nonlocal score
        kind = match[2] if match[1] else types[match[2]]
        if is_choice(kind) or kind == "text":
            score += 0.5 if kind in choices else 0
            return choices.get(kind, _SAID[kind])
        thing = next((one for one in things if one.kind == kind), None)
        if thing is None:
            return kind.upper()
        things.remove(thing)
        score += 1
        return thing.label

    text = _PLACE.sub(fill, plain := plainest(pattern.text))
    literal = set(stems(_PLACE.sub(" ", plain)))
    score += 2 * len(literal & rest) / max(1, len(literal | rest)) - 0.5 * len(things)
    return score, text
