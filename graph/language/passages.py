"""Which stretches of an article are read as one paragraph of running text."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.articles.paragraphs import paragraphs
from graph.model import Article, Region, RegionKind

READ: tuple[RegionKind, ...] = ("title", "heading", "dateline", "body")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: `article.text[start:end]`, its number, and what kind of region it stands in."""

    start: int
    end: int
    number: int
    kind: RegionKind


def passages(article: Article) -> Iterator[Passage]:
    """The paragraphs of the regions that are read, in order; lines that were only wrapped are joined."""
    regions = article.regions or (Region("body", 0, len(article.text)),)
    number = 0
    for region in regions:
        if region.kind not in READ:
            continue
        for found in paragraphs(article.text, region.start, region.end):
            yield Passage(found.start, found.end, number, region.kind)
            number += 1
