"""A question as the words that are compared: each with its stem and its place in the text."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from graph.querying.terms import as_iri
from graph.resources import table_lines

# a phrase in quotation marks, an IRI, else whatever stands between blanks
_PIECE = re.compile(r'"[^"]+"|(?<!\w)\'[^\']{2,}\'(?!\w)|“[^”]+”|«[^»]+»|<[^<>\s]+>|\S+')
_AROUND = re.compile(
    r"^[^\w<]*(.*?)[^\w>%$€£]*$", re.DOTALL
)  # what is left of a word without signs before and after it
POSSESSIVE = "'s"
_QUOTED = ('"', "“", "«", "'")


class Word(NamedTuple):
    """A word of a question: how it is compared, and from where to where it stands. A name in marks has no stem."""

    stem: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words of a question that say something, contractions taken apart.

    >>> [word.stem for word in words("What's the Institute's view?")]
    ['what', 'be', 'institut', 'posit']
    """
    found = (word for piece in _PIECE.finditer(text.replace("’", "'")) for word in _words(piece[0], piece.start()))
    return tuple(word for word in found if word.stem not in fillers())


@lru_cache(maxsize=10_000)
def stems(text: str) -> tuple[str, ...]:
    """The stems alone, as a pattern or a table of phrases needs them."""
    return tuple(word.stem for word in words(text))


def _words(piece: str, start: int) -> Iterator[Word]:
    if piece.startswith(_QUOTED) and len(piece) > 3 and not piece[-1].isalnum():
        yield Word("", start + 1, start + len(piece) - 1)
        return
    if as_iri(iri := piece.rstrip("?,.;!")):
        yield Word("", start, start + len(iri))
        return
    if piece == POSSESSIVE:  # by itself in a pattern
        yield Word(POSSESSIVE, start, start + len(piece))
        return
    around = _AROUND.match(piece)
    if around is None or not around[1]:
        return
    start, word = start + around.start(1), around[1]
    if opened := contractions().get(word.lower()):
        yield from (Word(stem(part), start, start + len(word)) for part in opened.split())
        return
    base, ending = _parted(word, piece)
    yield Word(stem(base), start, start + len(base))
    if ending:
        yield Word(ending, start, start + len(word))


def _parted(word: str, piece: str) -> tuple[str, str]:
    """A word and what hangs on it: "'s" of possession, also after a plural, and "not"."""
    lower = word.lower()
    if lower.endswith("n't"):
        return word[:-3], "not"
    if lower.endswith(POSSESSIVE):
        return word[:-2], POSSESSIVE
    return word, POSSESSIVE if lower.endswith("s") and piece.endswith("s'") else ""


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """How a word is compared: without case and inflection, a synonym as the word that stands for it.

    >>> stem("Opposes") == stem("opposed"), stem("opinion") == stem("position")
    (True, True)
    """
    plain = word.lower()
    return stemmer()(same().get(plain, plain))


@cache
def stemmer() -> Callable[[str], str]:
    """What takes the ending off a word in lower case."""
    import snowballstemmer

    return lru_cache(maxsize=100_000)(snowballstemmer.stemmer("english").stemWord)


@cache
def same() -> dict[str, str]:
    """A word of `tables/words.tsv` -> the one that stands for it."""
    lines = (line.split("\t") for line in table("words.tsv"))
    return {other: first for first, others in lines for other in others.split()}


@cache
def contractions() -> dict[str, str]:
    """A short form -> the words that it stands for."""
    return dict(line.split("\t") for line in table("contractions.tsv"))


@cache
def fillers() -> frozenset[str]:
    """The stems of words that are passed over."""
    return frozenset(stem(word) for word in table("fillers.txt"))


def table(name: str) -> list[str]:
    """The lines of a table beside this file."""
    return table_lines("querying", "asking", "tables", name)
