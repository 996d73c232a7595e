"""Articles into the store: what is new or changed is read, each article committed by itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from graph.articles import signature
from graph.build.duplicates import Twins
from graph.build.parallel import read_all
from graph.build.reader import Bad, Reader
from graph.build.shared import share
from graph.build.stopping import held_back
from graph.mapping import quads
from graph.model import Article, Reading
from graph.store import Store

IMPORTED = "import:"
"""Begins the fingerprint of a coding by hand that was imported: no build puts a reading in its place."""


@dataclass(slots=True)
class Report:
    """What a build did: how many articles were read, were there already, or are other appearances of known ones."""

    read: int = 0
    unchanged: int = 0
    repeated: int = 0
    claims: int = 0
    positions: int = 0
    progress: Callable[["Report"], None] = field(default=lambda report: None)

    @property
    def articles(self) -> int:
        """All that were looked at and are articles."""
        return self.read + self.unchanged + self.repeated


def build(
    articles: Iterable[Article],
    store: Store,
    reader: Reader,
    *,
    report: Report,
    bad: Bad,
    workers: int = 1,
    again: bool = False,
) -> None:
    """Read articles into a store that is open for writing; `report` counts as it goes, so that nothing is lost with it.

    An article whose fingerprint is in the store is passed over unless `again`, one whose coding by hand was imported
    in any case; the text of a known article, with other
    boilerplate around it or not, becomes another appearance of that article. `bad` is told of each article that cannot
    be read, and the others go on.
    """
    outdated = share(store, reader.tools)
    run = _Run(store, reader, report, again)
    read_all(articles, reader, run.is_new, run.keep, bad, workers)
    if outdated:
        share(store, reader.tools)


class _Run:
    """What is done with each article of one run."""

    def __init__(self, store: Store, reader: Reader, report: Report, again: bool) -> None:
        self._store, self._reader, self._minter = store, reader, reader.minter
        self._report, self._again = report, again
        self._known = frozenset(reader.authority.actors)
        self._twins = Twins(store, self._minter, self._known)

    def is_new(self, article: Article) -> bool:
        """Whether an article has to be read."""
        held = self._store.fingerprint(self._minter.article(article.slug))
        if held is not None and (held.startswith(IMPORTED) or self._is_the_same(article, held)):
            self._report.unchanged += 1
        elif original := self._twins.of(article, signature(article)):
            with held_back():
                self._twins.note(original, article)
                self._report.repeated += 1
        else:
            return True
        self._report.progress(self._report)
        return False

    def _is_the_same(self, article: Article, held: str) -> bool:
        return not self._again and held == self._reader.fingerprint(article)

    def keep(self, reading: Reading) -> None:
        """Put what an article yields in the place of what the store has of it."""
        self._twins.forget(reading.article, but=self._minter.article(reading.article.slug))
        whole = self._twins.with_appearances(reading)
        graph = self._minter.graph(reading.article.slug)
        with held_back():
            self._store.replace_graph(graph, quads(whole, self._minter, self._known))
            self._report.read += 1
            self._report.claims += len(reading.claims)
            self._report.positions += len(reading.positions)
        self._report.progress(self._report)
