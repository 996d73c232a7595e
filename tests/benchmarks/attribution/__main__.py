"""Measure how well attributions are extracted, on a corpus in PolNeAR's form; figures only, no text.

    python -m tests.benchmarks.attribution DEV.jsonl [--extractor learned|rules] [--write]

Each line is an article, {doc_id, text, attributions: [{source, cue, content}]}, each a list of [start, end) offsets.
`--write` puts the figures into results.md, in the column of the extractor. Takes about a minute on a free core.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from graph.claims import EXTRACTORS
from tests.benchmarks.attribution.running import run
from tests.benchmarks.attribution.table import rows, write

RESULTS = Path(__file__).parents[1] / "results.md"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and write where that is asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", type=Path)
    options.add_argument("--extractor", choices=sorted(EXTRACTORS.keys() - {"annotated"}), default="learned")
    options.add_argument("--write", action="store_true", help=f"into {RESULTS.name}")
    asked = options.parse_args(arguments)
    figures = dict(rows(run(asked.corpus, asked.extractor)))
    for label, figure in figures.items():
        print(f"{label.strip('*'):45} {figure.strip('*')}")
    if asked.write:
        write(RESULTS, asked.extractor, figures)


if __name__ == "__main__":
    main()
