"""Which attributions were found: precision, recall and F1, recall by kind, and how far confidence can be believed.

Attributions are matched one to one, the best overlap first. One is found where the contents agree (a Jaccard index of
their characters of 0.5 or more), and is right where the sources share a character as well, or neither has one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graph.evaluation import Score
from graph.evaluation.matching import pairs
from graph.model import Claim
from tests.benchmarks.attribution.gold import Marked, characters
from tests.benchmarks.learn_weights import SAME, Said, of_one_source, overlap


@dataclass(frozen=True, slots=True)
class Made:
    """An attribution that was extracted, and how sure the extractor is of it."""

    said: Said
    words: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Compared:
    """The attributions of one article; `pairs` are the places of those with the same content."""

    gold: tuple[Marked, ...]
    made: tuple[Made, ...]
    pairs: tuple[tuple[int, int], ...]

    def right(self) -> list[tuple[int, int]]:
        """The pairs whose sources agree as well."""
        return [(i, j) for i, j in self.pairs if of_one_source(self.gold[i].said, self.made[j].said)]


def made(claims: Iterable[Claim]) -> tuple[Made, ...]:
    """What an extractor attributes; the article's own voice is nobody's attribution."""
    return tuple(
        Made(
            Said(
                characters((s.start, s.end) for s in claim.content), characters((s.start, s.end) for s in claim.source)
            ),
            sum(len(s.text.split()) for s in claim.content),
            claim.confidence,
        )
        for claim in claims
        if claim.quotation != "authorial"
    )


def compared(gold: Sequence[Marked], found: Sequence[Made]) -> Compared:
    """Match the attributions of an article."""
    measured = ((overlap(a.said, b.said), i, j) for i, a in enumerate(gold) for j, b in enumerate(found))
    alike = (one for one in measured if one[0] >= SAME)
    return Compared(
        tuple(gold), tuple(found), tuple(pairs(alike, lambda i, j: of_one_source(gold[i].said, found[j].said)))
    )


def cut(articles: Iterable[Compared], *, words: int = 0, confidence: float = 0.0) -> list[Compared]:
    """The same articles with only the contents of so many words and more, and only claims at least so sure."""
    return [
        compared(
            [g for g in a.gold if g.words >= words],
            [m for m in a.made if m.words >= words and m.confidence >= confidence],
        )
        for a in articles
    ]


def score(articles: Iterable[Compared], *, source: bool = True) -> Score:
    """All articles together; without `source`, it is enough that the content is found."""
    scores = (Score(len(a.right() if source else a.pairs), len(a.made), len(a.gold)) for a in articles)
    return sum(scores, Score())


def recall(articles: Iterable[Compared], wanted: Callable[[Marked], bool]) -> tuple[int, int]:
    """Of the annotated attributions that are wanted, how many are right, and how many there are."""
    right = total = 0
    for article in articles:
        total += sum(map(wanted, article.gold))
        right += sum(wanted(article.gold[i]) for i, _ in article.right())
    return right, total


def believed(articles: Iterable[Compared], low: float, high: float) -> tuple[int, int]:
    """Of the claims with a confidence from `low` up to `high`, how many are right, and how many there are."""
    right = total = 0
    for article in articles:
        within = [low <= m.confidence < high for m in article.made]
        total += sum(within)
        right += sum(within[j] for _, j in article.right())
    return right, total
