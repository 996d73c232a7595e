"""How much a confidence is worth: of what is about so sure, how many are right."""

from collections import defaultdict
from collections.abc import Iterable, Iterator


def lines(judged: Iterable[tuple[float, bool]], what: str) -> Iterator[str]:
    """A line for each tenth of confidence, from pairs of a confidence and whether it was right.

    >>> list(lines([(0.31, True), (0.35, False), (0.9, True)], "claims"))
    ['confidence 0.3 to 0.4:     2 claims, 0.50 right', 'confidence 0.9 to 1.0:     1 claims, 1.00 right']
    """
    tenths: dict[int, list[bool]] = defaultdict(list)
    for confidence, right in judged:
        tenths[int(10 * confidence)].append(right)
    for tenth, right in sorted(tenths.items()):
        share = sum(right) / len(right)
        yield f"confidence {tenth / 10:.1f} to {(tenth + 1) / 10:.1f}: {len(right):5} {what}, {share:.2f} right"
