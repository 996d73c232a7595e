"""What to say of a question that no saved query fits: what was not understood, and the nearest that can be asked."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from graph.errors import InputError
from graph.querying.asking.choices import phrases
from graph.querying.asking.naming import PART, Named, Names, content
from graph.querying.asking.patterns import Pattern
from graph.querying.asking.suggesting import Found, nearest, recognised
from graph.querying.asking.words import Word, stem, stems, table
from graph.querying.labels import unknown
from graph.terminal.visible import visible


class Unnamed(NamedTuple):
    """A text that stands where a thing of a kind should, and names none."""

    text: str
    kind: str


Problem = InputError | Unnamed


def refusal(
    question: str, words: Sequence[Word], patterns: Sequence[Pattern], names: Names, problems: Sequence[Problem]
) -> InputError:
    """The error that says it in a sentence."""
    known = _vocabulary(patterns)
    found = recognised(question, words, names, known)
    found = sorted([*found, *_surnames(question, words, names, found)], key=lambda one: one.start)
    why = _denied(question, words) or _problem(names, problems) or _strange(question, words, known, names)
    near = " or ".join(f"“{example}”" for example in nearest(question, words, patterns, found))
    return InputError(visible(" ".join(f"{why}; ask, for example, {near}, or see `claimgraph queries`.".split())))


def _surnames(question: str, words: Sequence[Word], names: Names, found: Sequence[Found]) -> Iterator[Found]:
    """Those whom a word in capitals names by the part by which they are known, though others share it: "Liu"."""
    taken = {index for one in found for index in range(one.start, one.end)}
    for index, word in enumerate(words):
        text = question[word.start : word.end]
        if index not in taken and text[:1].isupper():
            named = names.find(text, "actor")
            if isinstance(named, Named) and named.sure >= PART:
                yield Found(named.thing, index, index + 1)


def _denied(question: str, words: Sequence[Word]) -> str | None:
    """The words that would turn the question round or limit it: to pass them over would answer another question."""
    refused = {stem(word) for word in table("refused.txt")}
    said = [question[word.start : word.end] for word in words if word.stem in refused]
    return f"No saved query can follow {_listed(said)} in {question!r}" if said else None


def _problem(names: Names, problems: Sequence[Problem]) -> str | None:
    """What stands against the reading that left the fewest words to names: several things first, then none."""
    if error := next((problem for problem in problems if isinstance(problem, InputError)), None):
        return str(error).rstrip(".")
    unnamed = [problem for problem in problems if isinstance(problem, Unnamed)]
    if not unnamed:
        return None
    text = unnamed[0].text
    kinds = tuple(dict.fromkeys(problem.kind for problem in unnamed if problem.text == text))
    return str(unknown(names.store, text, kinds)).rstrip(".").replace("Nothing", f"No {' or '.join(kinds)}", 1)


def _strange(question: str, words: Sequence[Word], known: Collection[str], names: Names) -> str:
    """The words that neither a pattern nor a name holds."""
    named = names.words()
    rest = (question[word.start : word.end] for word in words if word.stem not in known)
    said = [word for word in rest if not (content(word) and content(word) <= named)]
    strange = f": {_listed(said)} is not understood" if said else ""
    return f"No saved query is asked for like {question!r}{strange}"


def _vocabulary(patterns: Sequence[Pattern]) -> frozenset[str]:
    """The stems that some pattern or some choice knows."""
    written = " ".join(re.sub(r"\{[^}]*\}|[()\[\]|\"]", " ", pattern.text) for pattern in patterns)
    return frozenset(stems(written)) | {word for kind in phrases().values() for phrase in kind for word in phrase}


def _listed(said: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(said))
