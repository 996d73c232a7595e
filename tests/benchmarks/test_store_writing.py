"""What replacing an article's graph costs, beside the engine's own insertion of as many quads."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from graph.store.layout import Layout
from graph.store.writing import WriteStore

ARTICLES, QUADS, AGAIN = 30, 3000, 10


def article(number: int, edition: int = 0) -> list[Quad]:
    """Three thousand quads, one in ten shared with all other articles; of each later edition a third is new."""
    graph = NamedNode(f"urn:graph:{number}")
    quads = []
    for i in range(QUADS):
        home = "all" if i % 10 == 0 else f"{number}"
        text = f"{home} {i} {edition if i % 3 == 1 else 0} with some more words, as evidence has them"
        quads.append(Quad(NamedNode(f"urn:{home}/{i // 8}"), NamedNode(f"urn:p{i % 8}"), Literal(text), graph))
    return quads


def median(action: Callable[[int], object], times: int) -> float:
    """The median time of an action, in milliseconds."""
    taken = []
    for number in range(times):
        start = time.perf_counter()
        action(number)
        taken.append(time.perf_counter() - start)
    return 1000 * statistics.median(taken)


def test_replacing_a_graph(tmp_path: Path) -> None:
    """Prints milliseconds an article: raw, first reading, the same again, changed by a third, removal, publishing."""
    first, later = [article(n) for n in range(ARTICLES)], [article(n, 1) for n in range(AGAIN)]
    raw = pyoxigraph.Store(str(tmp_path / "raw"))
    figures = {"raw extend": median(lambda n: raw.extend(first[n]), ARTICLES)}
    with WriteStore(Layout(tmp_path / "s")) as store:
        figures["first reading"] = median(lambda n: store.replace_graph(f"urn:graph:{n}", first[n]), ARTICLES)
        figures["the same again"] = median(lambda n: store.replace_graph(f"urn:graph:{n}", first[n]), AGAIN)
        figures["a third of it new"] = median(lambda n: store.replace_graph(f"urn:graph:{n}", later[n]), AGAIN)
        figures["publishing"] = median(lambda n: store.publish(), AGAIN)
        figures["removal"] = median(lambda n: store.remove_graph(f"urn:graph:{n}"), AGAIN)
    for name, value in figures.items():
        print(f"\n{name:20} {value:8.1f} ms", end="")
    print(f"\nfirst reading / raw extend: {figures['first reading'] / figures['raw extend']:.2f}")
