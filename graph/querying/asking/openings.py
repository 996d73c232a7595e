"""How a question begins before it begins, and beginnings that say at length what a few words say."""

from collections.abc import Mapping
from functools import cache

from graph.querying.asking.words import Word, stems, table, words

_MOST = 10  # openings of one question


def asked_words(text: str) -> tuple[Word, ...]:
    """The words of a question without those with which it opens, and with few words for many.

    >>> [word.stem for word in asked_words("Please, can you tell me who is who?")]
    ['who', 'be', 'who']
    >>> [word.stem for word in asked_words("is there anyone who opposes it")]
    ['who', 'oppos', 'it']
    """
    return openings_taken(words(text))[-1]


def openings_taken(found: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """The words as they are, and after each opening that is taken off or read as something else."""
    taken = [found]
    while opener := next((one for one in _openings() if _opens(one, found)), None):
        begun = found[0].start
        found = (*(Word(stem, begun, begun) for stem in _openings()[opener]), *found[len(opener) :])
        if found in taken or len(taken) > _MOST:
            break
        taken.append(found)
    return taken


@cache
def _openings() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """How a question may begin -> how it is read, the longest beginning first."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {stems(line): () for line in table("openers.txt")}
    found |= {stems(said): stems(read_as) for said, _, read_as in (x.partition("\t") for x in table("rephrased.tsv"))}
    return {said: found[said] for said in sorted(found, key=len, reverse=True) if said != found[said]}


def _opens(opener: tuple[str, ...], found: tuple[Word, ...]) -> bool:
    return len(opener) < len(found) and tuple(word.stem for word in found[: len(opener)]) == opener
