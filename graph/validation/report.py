"""The report of a validation: a line for each problem, and one sentence that sums up."""

from typing import TextIO

from graph.store import Solutions, Store
from graph.terminal.visible import visible
from graph.validation import validate
from graph.vocabulary import RESERVED_GRAPHS


def report(store: Store, out: TextIO, summary: TextIO, *, proof_only: bool = False) -> int:
    """Print each problem as it is found, and the sum; returns how many there are."""
    problems, graphs = 0, set()
    for problem in validate(store, proof_only=proof_only):
        print(visible(str(problem)), file=out)
        problems += 1
        graphs.add(problem.graph)
    articles = sum(1 for graph in store.graphs() if graph.rpartition("/")[2] not in RESERVED_GRAPHS)
    read = f"{articles} article{'' if articles == 1 else 's'}"
    unproved = _unproved(store)
    if problems:
        print(f"{read}: {problems} problem{'' if problems == 1 else 's'} in {_graphs(len(graphs))}.", file=summary)
    elif proof_only:
        print(f"{read}: every quotation stands in its text{unproved}.", file=summary)
    else:
        print(
            f"{read}: every quotation stands in its text, and every node is as its shape says{unproved}.", file=summary
        )
    return problems


def _unproved(store: Store) -> str:
    """What is to be said of articles of which only the quotations of a coding are at hand."""
    found = store.query("SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a cg:Article ; cg:unproved true }")
    number = next((int(row[0].value) for row in found), 0) if isinstance(found, Solutions) else 0
    of = "1 article" if number == 1 else f"{number} articles"
    return f"; of {of} nothing but imported quotations is at hand, which no text proves" if number else ""


def _graphs(number: int) -> str:
    return "1 graph" if number == 1 else f"{number} graphs"
