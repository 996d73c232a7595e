"""How good positions are on hand-coded articles, each with proposals of its own, and how much confidence is worth.

    python -m tests.benchmarks.positions.measure [FILE.txt ...] [--rules | --quick] [--wide] [--misses]
                                               [--least 0.5]

Reads the named files, in the form that examples.py describes, or those of aside/, which the stance model does not learn
from. A position of the coding is a holder, a proposal and the sign of the last stance there; the same of what the
program finds is right. The holder is whom the program takes the words to mean that name the coded one.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.claims.positions import Context, leaning, positions
from graph.claims.positions.leaning import THRESHOLD
from graph.language import Stances
from graph.model import POLARITY, Position, Stance
from tests.benchmarks.positions.examples import ASIDE, Article, read
from tests.benchmarks.positions.reading import Reader, codebook_of, number_of, told
from tests.benchmarks.positions.wider import widened
from tests.benchmarks.reliability import lines

Holders = frozenset[str]


@dataclass(slots=True)
class Outcome:
    """Positions of one article or of many: how many are right, each with its confidence, what is missed, too much."""

    right: int = 0
    judged: list[tuple[float, bool]] = field(default_factory=list)
    missed: list[tuple[str, int, int]] = field(default_factory=list)
    extra: list[Position] = field(default_factory=list)

    def add(self, other: "Outcome") -> None:
        """Put another's beside it."""
        self.right += other.right
        self.judged += other.judged
        self.missed += other.missed
        self.extra += other.extra

    def line(self, name: str) -> str:
        """Precision, recall and F1."""
        made, wanted = len(self.judged), self.right + len(self.missed)
        precision, recall = self.right / max(1, made), self.right / max(1, wanted)
        f1 = 2 * self.right / max(1, made + wanted)
        return f"{name:20} P {100 * precision:5.1f} R {100 * recall:5.1f} F1 {100 * f1:5.1f}  of {wanted}"


def sign(stance: Stance | str) -> int:
    """1, 0 or -1."""
    polarity = POLARITY[stance]  # type: ignore[index]
    return (polarity > 0) - (polarity < 0)


def wanted(coded: Article, context: Context) -> dict[tuple[Holders, int], int]:
    """Holder and proposal to the sign of the last stance; one whom nobody is known to be has a key of its own."""
    last: dict[tuple[Holders, int], int] = {}
    for each in told(coded, context.cast):
        who = each.named or frozenset({f"nobody at {each.claim.named}"})
        last |= {(who, proposal): sign(stance) for proposal, stance in each.claim.stances.items()}
    return last


def compare(coded: Article, context: Context, found: Iterable[Position]) -> Outcome:
    """What of the coding was found."""
    gold, outcome = wanted(coded, context), Outcome()
    met: set[tuple[Holders, int]] = set()
    for position in sorted(found, key=lambda p: -p.confidence):
        number, its_sign = number_of(position.proposal), sign(position.stance)
        free = (k for k, s in gold.items() if k not in met and k[1] == number and s == its_sign)
        same = next((k for k in free if position.holder in k[0]), None)
        met |= {same} if same else set()
        outcome.judged.append((position.confidence, same is not None))
        if same is None:
            outcome.extra.append(position)
    outcome.right = len(met)
    outcome.missed = [(" or ".join(sorted(k[0])), k[1], s) for k, s in gold.items() if k not in met]
    return outcome


def main(arguments: Sequence[str] | None = None) -> None:
    """Print figures by file and by confidence."""
    asked = _options(arguments)
    reader, model = Reader(), Stances(entailing=not asked.quick)
    whole = Outcome()
    for file in asked.files or sorted(ASIDE.glob("*.txt")):
        of_file = Outcome()
        for article in widened(list(read(file))) if asked.wide else read(file):
            context = reader.read(article)
            proposals = codebook_of(article).proposals
            held, _ = positions(context) if asked.rules else leaning(context, proposals, model, asked.least)
            outcome = compare(article, context, held)
            of_file.add(outcome)
            if asked.misses:
                _say(article, outcome)
        print(of_file.line(file.stem), flush=True)
        whole.add(of_file)
    print(whole.line("all"))
    print(*lines(whole.judged, "positions"), sep="\n")


def _say(coded: Article, outcome: Outcome) -> None:
    print(f"\n# {coded.title}")
    for who, proposal, its_sign in outcome.missed:
        print(f"missed {its_sign:+} {who} | {coded.proposals[proposal].label}")
    for p in outcome.extra:
        label = coded.proposals[number_of(p.proposal)].label
        print(f"extra {p.stance} {p.confidence} {p.holder} | {label} | {p.evidence[0].text[:150]!r} | {p.reason}")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--rules", action="store_true", help="By grammar and tables alone.")
    options.add_argument("--quick", action="store_true", help="By vectors alone.")
    options.add_argument("--wide", action="store_true", help="With proposals of the file's other articles beside.")
    options.add_argument("--misses", action="store_true", help="List what is missed and what is too much.")
    options.add_argument("--least", type=float, default=THRESHOLD)
    return options.parse_args(arguments)


if __name__ == "__main__":
    main()
