"""The figures of a run as rows, and the table of results that holds a column for each extractor."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from graph.evaluation import Score
from tests.benchmarks.attribution.gold import CUES, QUOTATIONS
from tests.benchmarks.attribution.running import Run, Speed
from tests.benchmarks.attribution.scoring import Compared, believed, cut, recall, score

LONG = 5  # words
POINTS = (0.5, 0.6, 0.7, 0.8)
TENTHS = range(2, 10)
HEAD = """\
# Attribution

Political news, PolNeAR's development split (Newell, Margolin, Ruths, LREC 2018), measured by
`python -m tests.benchmarks.attribution DEV.jsonl --extractor NAME --write`, which writes one column.
An attribution is right where its content agrees with an annotated one (half of the characters, Jaccard) and the
sources overlap; recall is of such. Three figures are precision, recall and F1. Speed is in processor time on one core.

The tagger and the weights of the grammar were learnt on another split, the few weights that judge both together
(`graph/claims/tables/evidence.tsv`) on this one: `learn_evidence.py` shows what they do on folds left out.

"""


def rows(run: Run) -> Iterator[tuple[str, str]]:
    """What is measured, and the figures; kinds that do not occur are left out."""
    yield from ((label, figure) for label, figure in _rows(run) if figure)


def _rows(run: Run) -> Iterator[tuple[str, str]]:
    found = run.articles
    yield "measured on", f"{datetime.now(UTC):%Y-%m-%d}"
    yield "models", run.models
    yield "articles; attributions found, annotated", _counted(found)
    yield "**content and source**", f"**{_prf(score(found))}**"
    yield "content", _prf(score(found, source=False))
    yield f"content of {LONG} words and more, and source", _prf(score(cut(found, words=LONG)))
    yield from ((f"with --min-confidence {p}", _prf(score(cut(found, confidence=p)))) for p in POINTS)
    for kind in QUOTATIONS:
        yield f"recall: {kind}", _share(*recall(found, lambda gold, kind=kind: gold.quotation == kind))  # type: ignore[misc]
    for cue in CUES:
        yield f"recall: {cue} as cue", _share(*recall(found, lambda gold, cue=cue: gold.cue == cue))  # type: ignore[misc]
    for tenth in TENTHS:
        low, high = tenth / 10, (tenth + 1) / 10 if tenth < 9 else 2.0
        yield f"right at confidence {low} to {(tenth + 1) / 10}", _share(*believed(found, low, high))
    yield from _speed(run.speed)


def _counted(found: Sequence[Compared]) -> str:
    whole = score(found)
    return f"{len(found)}; {whole.found:,}, {whole.gold:,}"


def _speed(speed: Speed) -> Iterator[tuple[str, str]]:
    yield "words a second", f"{speed.words / speed.whole:,.0f}"
    yield "words a second of spaCy alone", f"{speed.words / speed.spacy:,.0f}"
    yield "time, spaCy alone = 1", f"{speed.whole / speed.spacy:.2f}"
    yield "peak memory, MB", f"{speed.memory / 1e6:,.0f}"


def _prf(score: Score) -> str:
    return f"{100 * score.precision:.1f} / {100 * score.recall:.1f} / {100 * score.f1:.1f}"


def _share(right: int, total: int) -> str:
    return f"{100 * right / total:.1f} (of {total:,})" if total else ""


def merged(page: str, extractor: str, figures: Mapping[str, str]) -> str:
    """The page of results with the column of one extractor written anew, the others as they were."""
    columns = _columns(page) | {extractor: figures}
    names = sorted(columns)
    labels = dict.fromkeys((*figures, *(label for name in names for label in columns[name])))
    table = [["", *names], ["---"] * (len(names) + 1)]
    table += [[label, *(columns[name].get(label, "") for name in names)] for label in labels]
    return HEAD + "".join(f"| {' | '.join(cells)} |\n" for cells in table)


def _columns(page: str) -> dict[str, Mapping[str, str]]:
    table = [[cell.strip() for cell in row.strip("|").split("|")] for row in page.splitlines() if row.startswith("|")]
    names = table[0][1:] if table else []
    return {name: {row[0]: row[at] for row in table[2:]} for at, name in enumerate(names, 1)}


def write(path: Path, extractor: str, figures: Mapping[str, str]) -> None:
    """Write the column of an extractor into the page of results."""
    page = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(merged(page, extractor, figures), encoding="utf-8")
