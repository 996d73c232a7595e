"""The ways in which a saved query can be asked for, from the `# ask:` lines of its header.

# ask: who [(is|has)] {stance} {proposal}
# ask: on what do {who} and {other} disagree -> relation=disagree

A word stands for itself in whatever form, [...] may be left out, (a|b) is either, {name} is the value of a parameter,
"{name}" a value in quotation marks. {any:stance} is a word of that type which narrows nothing: "does Liu support it" is
answered by how Liu stands. What follows the arrow is what this way of asking fixes.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from graph.errors import InputError
from graph.querying.asking.choices import chosen, is_choice
from graph.querying.asking.words import POSSESSIVE, Word, stems
from graph.querying.saved import Param, Query

_SIGNS = re.compile(r'"?\{(?:any:)?\w+\}"?|[()\[\]|]|[^\s()\[\]|{}"]+')
Range = tuple[int, int]  # the words from one to before another


class Slot(NamedTuple):
    """A place for a value of a parameter; with an empty name for a word of a type that narrows nothing."""

    name: str
    type: str
    quoted: bool = False


class Choice(NamedTuple):
    """One of several sequences; an empty one among them may be left out."""

    options: tuple["Parts", ...]


Parts: TypeAlias = tuple["str | Slot | Choice", ...]


class Pattern(NamedTuple):
    """A way of asking: of which query, what was written, its parts, and the values that it fixes."""

    query: Query
    text: str
    parts: Parts
    fixed: Mapping[str, str]


class Match(NamedTuple):
    """A pattern that all words of a question fit: the words of its slots, and the values of chosen ones."""

    pattern: Pattern
    slots: Mapping[Slot, Range]
    chosen: Mapping[str, str]

    @property
    def free(self) -> int:
        """How many words stand in names: the fewer, the more the pattern itself has said."""
        return sum(end - start for start, end in self.slots.values())


def patterns_of(query: Query) -> Iterator[Pattern]:
    """The patterns of a query's header.

    :raises InputError: where one cannot be understood.
    """
    for line in query.asks:
        text, _, fixed = line.partition("->")
        signs = _SIGNS.findall(text)
        parts, rest = _sequence(signs, {param.name: param for param in query.params}, line)
        if rest:
            raise InputError(f"`# ask: {line}` is not understood: a bracket closes what was not opened.")
        pairs = (pair.partition("=") for pair in fixed.split())
        yield Pattern(query, " ".join(text.split()), parts, {name: value for name, _, value in pairs})


def matches(pattern: Pattern, words: tuple[Word, ...]) -> Iterator[Match]:
    """Every way in which all of the words fit the pattern."""
    for slots in _fits(pattern.parts, words, 0):
        values = dict(pattern.fixed)
        names = {}
        for slot, (start, end) in slots.items():
            if is_choice(slot.type):
                values[slot.name] = chosen(slot.type, tuple(word.stem for word in words[start:end])) or ""
            else:
                names[slot] = (start, end)
        values.pop("", None)
        yield Match(pattern, names, values)


def _sequence(signs: list[str], params: Mapping[str, Param], line: str) -> tuple[Parts, list[str]]:
    """The parts up to the bracket or bar that ends them, and the signs from there on."""
    parts: list[str | Slot | Choice] = []
    while signs and signs[0] not in ("|", ")", "]"):
        sign, signs = signs[0], signs[1:]
        if sign in ("(", "["):
            choice, signs = _choice(signs, params, line, ")" if sign == "(" else "]")
            parts.append(choice)
        elif "{" in sign:
            parts.append(_slot(sign, params, line))
        else:
            parts.extend(stems(sign))
    return tuple(parts), signs


def _choice(signs: list[str], params: Mapping[str, Param], line: str, closing: str) -> tuple[Choice, list[str]]:
    options = []
    sign = "|"
    while sign == "|":
        option, signs = _sequence(signs, params, line)
        options.append(option)
        sign, signs = (signs[0], signs[1:]) if signs else ("", signs)
    if sign != closing:
        raise InputError(f"`# ask: {line}` is not understood: a bracket is not closed.")
    if closing == "]":
        options.append(())
    return Choice(tuple(dict.fromkeys(options))), signs


def _slot(sign: str, params: Mapping[str, Param], line: str) -> Slot:
    name = sign.strip('"{}')
    if name.startswith("any:"):
        return Slot("", name.removeprefix("any:"))
    if name not in params:
        raise InputError(f"`# ask: {line}` is not understood: the query has no parameter {name}.")
    return Slot(name, params[name].type, sign.startswith('"'))


def _fits(parts: Parts, words: tuple[Word, ...], at: int) -> Iterator[dict[Slot, Range]]:
    if not parts:
        if at == len(words):
            yield {}
        return
    part, rest = parts[0], parts[1:]
    if isinstance(part, Choice):
        for option in part.options:
            yield from _fits((*option, *rest), words, at)
    elif isinstance(part, Slot):
        for end in range(at + 1, len(words) + 1):
            if _may_be(part, words[at:end]):
                yield from ({part: (at, end), **found} for found in _fits(rest, words, end))
    elif at < len(words) and words[at].stem == part:
        yield from _fits(rest, words, at + 1)


def _may_be(slot: Slot, words: tuple[Word, ...]) -> bool:
    if any(word.start == word.end for word in words):
        return False  # which the question itself does not have
    if is_choice(slot.type):
        return chosen(slot.type, tuple(word.stem for word in words)) is not None
    in_marks = words[0].stem == ""
    return (in_marks and len(words) == 1) if slot.quoted or in_marks else words[-1].stem != POSSESSIVE
