"""Articles into the store: what is new or changed is read, each article committed by itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from graph.articles import signature
from graph.build.duplicates import add_appearance, appearances, twin
from graph.build.parallel import read_all
from graph.build.reader import Reader
from graph.mapping import actor_quads, codebook_quads, ontology_quads, quads
from graph.model import Article, Reading
from graph.store import Store


@dataclass(slots=True)
class Report:
    """What a build did: how many articles were read, were there already, or are other appearances of known ones."""

    read: int = 0
    unchanged: int = 0
    repeated: int = 0
    claims: int = 0
    positions: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)

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
    workers: int = 1,
    again: bool = False,
    progress: Callable[[Report], None] = lambda report: None,
) -> None:
    """Read articles into a store that is open for writing; `report` counts as it goes, so that nothing is lost with it.

    An article whose fingerprint is in the store is passed over unless `again`; the text of a known article, with other
    boilerplate around it or not, becomes another appearance of that article.
    """
    _shared(store, reader)
    known = frozenset(reader.authority.actors)

    def is_new(article: Article) -> bool:
        if not again and store.fingerprint(reader.minter.article(article.slug)) == reader.fingerprint(article):
            report.unchanged += 1
            progress(report)
            return False
        original = twin(store, reader.minter, article, signature(article))
        if original is not None:
            report.repeated += 1
            add_appearance(store, reader.minter, original, article, known)
            progress(report)
            return False
        return True

    def keep(reading: Reading) -> None:
        graph = reader.minter.graph(reading.article.slug)
        store.replace_graph(graph, quads(appearances(store, reader.minter, reading), reader.minter, known))
        report.read += 1
        report.claims += len(reading.claims)
        report.positions += len(reading.positions)
        progress(report)

    read_all(articles, reader, is_new, keep, workers)


def _shared(store: Store, reader: Reader) -> None:
    """The graphs that articles share: ontology, actors, codebook; written anew where they have changed."""
    minter = reader.minter
    graphs = {
        "ontology": ontology_quads(minter),
        "actors": actor_quads(reader.authority.actors.values(), minter),
    }
    if reader.codebook.proposals:
        graphs["codebook"] = codebook_quads(reader.codebook.proposals, reader.codebook.topics or {}, minter)
    for name, wanted in graphs.items():
        new = set(wanted)
        if new != set(store.quads(minter.graph(name))):
            store.replace_graph(minter.graph(name), new)
