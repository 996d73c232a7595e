"""How often whoever is called in another way again is found to be the same actor: "Pike", "she", "the minister".

    python -m tests.benchmarks.actors.called_again FILE.txt ... [--misses]

Reads coded articles (`positions/examples.py`). Each claim of theirs tells its holder where it stands and where the same
holder is named first; where the two are not the same words, they are to mean the same actor.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.actors import Authority, find_actors, load_authority
from graph.language import Parser
from graph.vocabulary import Minter
from tests.benchmarks.positions.examples import Article, read
from tests.benchmarks.positions.reading import article_of, told

_PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them"})


@dataclass(frozen=True, slots=True)
class Call:
    """A holder as the text calls it, what it is named as first, and whether both mean one actor."""

    words: str
    named: str
    right: bool

    @property
    def kind(self) -> str:
        """How it is called."""
        first = self.words.split()[0].lower()
        return "pronoun" if self.words.lower() in _PRONOUNS else "the" if first == "the" else "name or other"


def calls(coded: Article, parser: Parser, authority: Authority) -> Iterator[Call]:
    """The holders of an article that are called again."""
    article = article_of(coded)
    cast = find_actors(parser.parse(article), authority, Minter())
    shift = len(article.text) - len(coded.text)
    for each in told(coded, cast):
        if each.claim.holder and each.claim.named:
            words, named = (coded.text[slice(*span)] for span in (each.claim.holder, each.claim.named))
            if words != named:
                start, end = (offset + shift for offset in each.claim.holder)
                here = {mention.actor for mention in cast.speakers_of(start, end)}
                yield Call(words, named, bool(here & each.named))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how many are right, by how they are called."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="+", type=Path)
    options.add_argument("--misses", action="store_true", help="List who is taken for somebody else.")
    asked = options.parse_args(arguments)
    parser, authority = Parser(), load_authority(None)
    right, made = Counter[str](), Counter[str]()
    for call in (c for file in asked.files for article in read(file) for c in calls(article, parser, authority)):
        for kind in (call.kind, "all"):
            made[kind] += 1
            right[kind] += call.right
        if asked.misses and not call.right:
            print(f"{call.words!r} is {call.named!r}")
    for kind in sorted(made):
        print(
            f"{kind:14} {right[kind]:5,} of {made[kind]:5,} are found to be the same ({right[kind] / made[kind]:.1%})"
        )


if __name__ == "__main__":
    main()
