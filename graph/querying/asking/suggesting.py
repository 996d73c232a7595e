"""The nearest questions that can be asked, filled with what a question names."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from graph.querying.asking.choices import chosen, is_choice, phrases
from graph.querying.asking.naming import Names, content, plain
from graph.querying.asking.paraphrases import sense
from graph.querying.asking.patterns import Pattern
from graph.querying.asking.wording import PLACE, plainest
from graph.querying.asking.words import POSSESSIVE, Word, stems
from graph.querying.names import Thing

_MOST = 3  # questions are suggested
_LONGEST = 8  # words of a name that is looked for in a question
_LONGEST_PHRASE = 12  # which says at length what a name says
_NOTHING = Thing("proposal", "", "", True)
_DEFAULTS = ("stance-of", "who-stands-where", "contested")  # where nothing is near
_SAID = {
    "stance": "supports",
    "kind": "countries",
    "relation": "agree",
    "integer": "2",
    "number": "0.5",
    "text": "WORDS",
}
_STANCES = {"support": "supports", "conditional": "conditionally supports", "undecided": "is undecided on",
            "doubt": "doubts", "oppose": "opposes"}  # fmt: skip


class Found(NamedTuple):
    """A thing that a question names, and by which of its words."""

    thing: Thing
    start: int
    end: int


def recognised(
    question: str, words: Sequence[Word], names: Names, known_words: Collection[str], *, paraphrased: bool = True
) -> list[Found]:
    """The proposals and actors that a question names, the longest names first, no word twice.

    A single word that a pattern knows is no name: "who" is not the WHO. With `paraphrased` also proposals in other
    words, which may have the name of an actor among them: "Taiwan and Korea negotiating jointly".
    """
    found = _by_name(question, words, names, known_words)
    if paraphrased:
        proposals = [one for one in found if one.thing.kind == "proposal"]
        longer = _by_paraphrase(question, words, names, known_words, proposals)
        found = longer + [one for one in found if not any(_overlap(one, other) for other in longer)]
    return sorted(found, key=lambda one: one.start)


def _by_name(question: str, words: Sequence[Word], names: Names, known_words: Collection[str]) -> list[Found]:
    known = [names.by_words(kind) for kind in ("proposal", "actor")]
    found: list[Found] = []
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            named = content(question[words[start].start : words[start + length - 1].end])
            first = question[words[start].start : words[start].end]
            in_capitals = length == 1 and first.isupper() and not question.isupper()  # "us" is not the US
            if len(named) == 1 and not in_capitals and (words[start].stem in known_words or named <= set(known_words)):
                continue  # also "voice in", of which one word alone means something
            thing = next((things[named] for things in known if named and named in things), None)
            if thing and not any(_overlap(Found(thing, start, start + length), one) for one in found):
                found.append(Found(thing, start, start + length))
    return found


def _by_paraphrase(
    question: str, words: Sequence[Word], names: Names, known_words: Collection[str], found: Sequence[Found]
) -> list[Found]:
    """Proposals in other words than their names, the longest phrases first; no other than was found by a name of it."""
    more: list[Found] = []
    for length in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            one, phrase = Found(_NOTHING, start, start + length), words[start : start + length]
            if not _may_begin_and_end(phrase) or any(_overlap(one, other) for other in more):
                continue
            text = question[phrase[0].start : phrase[-1].end]
            if len(sense(text)) == 1 and any(word.stem in known_words for word in phrase):
                continue
            proposal = names.paraphrased(text)
            if proposal and all(other.thing.iri == proposal.iri for other in found if _overlap(one, other)):
                more.append(one._replace(thing=proposal))
    return more


def _may_begin_and_end(phrase: Sequence[Word]) -> bool:
    """Whether a phrase has no word of the question itself at its ends."""
    if (phrase[0].stem,) in phrases()["stance"]:
        return False
    return not any(word.stem in plain() or word.stem in ("", POSSESSIVE) for word in (phrase[0], phrase[-1]))


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def nearest(question: str, words: Sequence[Word], patterns: Iterable[Pattern], found: Sequence[Found]) -> list[str]:
    """The first way of asking for each query of which some way has most of the question's words and names in it."""
    named = {index for one in found for index in range(one.start, one.end)}
    rest = [word for index, word in enumerate(words) if index not in named]
    choices, things = _choices(question, rest), [one.thing for one in found]
    best: dict[str, tuple[float, str]] = {}
    for pattern in patterns:
        name = pattern.query.name or ""
        score, text = _filled(pattern, {word.stem for word in rest}, choices, things)
        before, first = best.get(name, (score, text))
        best[name] = (max(score, before), first)
    order = sorted(best, key=lambda name: (-best[name][0], name not in _DEFAULTS, name))
    return [best[name][1] for name in order[:_MOST]]


def _choices(question: str, words: Sequence[Word]) -> dict[str, str]:
    """By type, what the first word of the question that chooses a value is in a suggestion."""
    found: dict[str, str] = {}
    for word in words:
        if stance := chosen("stance", (word.stem,)):
            found.setdefault("stance", _STANCES[stance])
        if chosen("kind", (word.stem,)):
            found.setdefault("kind", question[word.start : word.end])
    return found


def _filled(pattern: Pattern, rest: set[str], choices: Mapping[str, str], found: Sequence[Thing]) -> tuple[float, str]:
    """How near a pattern is, and how it reads with the names and choices of the question."""
    types = {param.name: param.type for param in pattern.query.params}
    things, hits = list(found), 0.0

    def fill(match: re.Match[str]) -> str:
        nonlocal hits
        kind = types.get(match[1], match[1])
        if is_choice(kind) or kind == "text":
            hits += 0.5 if kind in choices else 0
            return choices.get(kind, _SAID[kind])
        thing = next((one for one in things if one.kind == kind), None)
        if thing is None:
            return kind.upper()
        things.remove(thing)
        hits += 1
        return thing.label

    plain = plainest(pattern.text)
    text = PLACE.sub(fill, plain)
    literal = set(stems(PLACE.sub(" ", plain)))
    return hits + 2 * len(literal & rest) / max(1, len(literal | rest)) - 0.5 * len(things), text
