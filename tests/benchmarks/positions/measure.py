"""How good positions are on hand-coded prose that the rules were not made with, and how much confidence is worth.

    python -m tests.benchmarks.positions.measure [--extractor learned|rules] [--stands FILE.jsonl]

Reads the articles of examples/, each with its own proposals. A stand is right where a coded claim of its sentence has
the same proposal, a stance of the same sign, and a holder whom the program takes for the same actor. `--stands` writes
each stand that was found with its reason, for who looks for rules that do harm.
"""

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.actors import Authority, Cast, find_actors, load_authority
from graph.claims import Codebook
from graph.claims.attributions import Marks, attributions, page_of
from graph.claims.matching import Matcher
from graph.claims.positions import Context
from graph.claims.positions.finding import all_taken
from graph.claims.positions.taken import Taken
from graph.claims.speech import Speech
from graph.claims.speech.authorial import voice
from graph.language import Parser, Tagger
from graph.model import POLARITY, Article, Proposal, Region
from graph.vocabulary import BASE, Minter
from tests.benchmarks.positions.examples import FILES, Claim, read
from tests.benchmarks.positions.examples import Article as Coded


@dataclass(frozen=True, slots=True)
class Checked:
    """A stand with whether an annotator has it, and whether at least somebody there takes it."""

    taken: Taken
    right: bool
    of_somebody: bool


class Measurer:
    """The program with its models loaded once."""

    def __init__(self, *, learned: bool) -> None:
        self._parser, self._tagger = Parser(), Tagger() if learned else None
        self._authority: Authority = load_authority(None)

    def checked(self, coded: Coded) -> tuple[list[Checked], set[tuple[int, str]]]:
        """The stands of an article, and which of its coded positions (number of the claim, proposal) were found."""
        article = _article(coded)
        book = Codebook(tuple(_proposal(i, p) for i, p in enumerate(coded.proposals)))
        parsed = self._parser.parse(article)
        cast = find_actors(parsed, self._authority, Minter())
        page = page_of(parsed)
        marks = Marks(self._tagger.tag(article)) if self._tagger is not None else None
        speech = Speech(page, cast, Minter(), attributions(page, marks))
        authors = voice(parsed, cast, speech)
        context = Context(parsed, cast, speech, Matcher(book, self._authority), Minter(), authors)
        shift = article.text.index(coded.text)
        found: set[tuple[int, str]] = set()
        return [self._check(t, coded, cast, shift, found) for t in all_taken(context)], found

    def _check(self, taken: Taken, coded: Coded, cast: Cast, shift: int, found: set[tuple[int, str]]) -> Checked:
        number = int(taken.proposal.rsplit("p", 1)[1])
        near = [(i, c) for i, c in enumerate(coded.claims) if number in c.stances and _overlaps(c, taken, shift)]
        same = [(i, c) for i, c in near if POLARITY[c.stances[number]] * POLARITY[taken.stance] > 0
                or POLARITY[c.stances[number]] == POLARITY[taken.stance]]  # fmt: skip
        held = [(i, c) for i, c in same if _holds(c, taken, cast, shift)]
        found |= {(i, taken.proposal) for i, _ in held}
        return Checked(taken, bool(held), bool(same))


def _article(coded: Coded) -> Article:
    text = f"{coded.title}\n\n{coded.text}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    regions = (Region("title", 0, len(coded.title)), Region("body", len(coded.title) + 2, len(text)))
    return Article("coded", "coded", text, digest, "coded", title=coded.title, authors=("Ann Author",), regions=regions)


def _proposal(number: int, coded: Any) -> Proposal:
    return Proposal(f"{BASE}proposal/p{number}", coded.label, coded.aliases, coded.definition)


def _overlaps(claim: Claim, taken: Taken, shift: int) -> bool:
    return any(s + shift < taken.evidence.end and taken.evidence.start < e + shift for s, e in claim.evidence)


def _holds(claim: Claim, taken: Taken, cast: Cast, shift: int) -> bool:
    if claim.holder is None:
        return taken.holder in {m.actor for m in cast.authors()}
    start, end = claim.holder[0] + shift, claim.holder[1] + shift
    meant = {m.actor for m in cast.speakers_of(start, end)}
    meant |= {m.actor for m in cast.mentions if m.span.start < end and start < m.span.end}
    return taken.holder in meant


def articles() -> Iterator[tuple[str, Coded]]:
    """All coded articles with the name of their file."""
    return ((file.stem, coded) for file in sorted(FILES.glob("*.txt")) for coded in read(file))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print figures, by file and by confidence."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--extractor", choices=("learned", "rules"), default="learned")
    options.add_argument("--stands", type=Path)
    asked = options.parse_args(arguments)
    measurer = Measurer(learned=asked.extractor == "learned")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    tenths: dict[int, list[bool]] = defaultdict(list)
    lines: list[str] = []
    for name, coded in articles():
        stands, found = measurer.checked(coded)
        wanted = sum(len(c.stances) for c in coded.claims)
        counts[name].update(right=sum(s.right for s in stands), made=len(stands), found=len(found), wanted=wanted)
        for s in stands:
            tenths[int(10 * s.taken.confidence)].append(s.right)
            lines.append(json.dumps([name, s.right, s.of_somebody, s.taken.confidence, s.taken.stance, s.taken.reason]))
    for name, n in [*sorted(counts.items()), ("all", sum(counts.values(), Counter()))]:
        precision, recall = n["right"] / max(1, n["made"]), n["found"] / max(1, n["wanted"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{name:28} P {precision:.2f} R {recall:.2f} F1 {f1:.2f}  of {n['wanted']}")
    for tenth, right in sorted(tenths.items()):
        share = sum(right) / len(right)
        print(f"confidence {tenth / 10:.1f} to {(tenth + 1) / 10:.1f}: {len(right):4} stands, {share:.2f} right")
    if asked.stands:
        asked.stands.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
