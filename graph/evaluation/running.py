"""An evaluation from the command line: codings by hand, their articles, an extractor, a report, an exit code."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from graph.articles import read_articles
from graph.build import Reader, Settings
from graph.build.session import Skipped
from graph.claims.annotated import annotated
from graph.claims.byhand import Annotation, read_annotations
from graph.claims.findings import Findings
from graph.errors import AnnotationError, InputError
from graph.evaluation.comparing import compare
from graph.evaluation.report import as_json, below, lines, minima
from graph.evaluation.scores import Comparison
from graph.model import Article
from graph.terminal.streams import say

FORMATS = ("table", "json")


def evaluate_paths(
    gold: Path,
    articles: Path | None,
    settings: Settings,
    out: TextIO,
    *,
    marks: Sequence[str] = (),
    misses: bool = False,
    form: str | None = None,
) -> int:
    """Compare what an extractor finds with a coding by hand, or a folder of them, and print it; gives the exit code.

    Articles and codebooks are looked for beside the codings (`../articles`, `../codebooks`) where none are named.

    :raises InputError: where a mark or the format is none, or a coding, its article or one of its quotes is missing.
    """
    wanted = minima(marks)
    if form not in (None, *FORMATS):
        raise InputError(f"--format {form} is none of {', '.join(FORMATS)}: choose one of them.")
    coded = read_annotations([gold])
    beside = (gold if gold.is_dir() else gold.parent).parent
    if not settings.codebooks:
        settings = replace(settings, codebooks=tuple(sorted((beside / "codebooks").glob("*.ttl"))))
    found = read_articles([articles or beside / "articles"], skipped=Skipped())
    comparisons = list(evaluate(coded, found, Reader(settings)))
    out.writelines(report(comparisons, form or ("table" if out.isatty() else "json"), misses=misses))
    failed = below(comparisons, wanted)
    for sentence in failed:
        say(f"claimgraph: {sentence}")
    return int(bool(failed))


def report(comparisons: Sequence[Comparison], form: str, *, misses: bool) -> Iterator[str]:
    """The report in the form that was asked for, line by line."""
    if form == "json":
        yield json.dumps(as_json(comparisons), ensure_ascii=False, indent=2) + "\n"
    else:
        yield from (f"{line}\n" for line in lines(comparisons, misses=misses))


def evaluate(coded: Mapping[str, Annotation], articles: Iterable[Article], reader: Reader) -> Iterator[Comparison]:
    """Compare the articles that were coded; others are passed over.

    :raises AnnotationError: at the end, where a coded article was not among `articles`.
    """
    left = dict(coded)
    for article in articles:
        if article.id in left:
            hand = annotated(article, left.pop(article.id), reader.minter, reader.authority)
            found = reader.read(article)
            yield compare(replace(found, **{name: getattr(hand, name) for name in Findings.__slots__}), found)
    if left:
        names = ", ".join(sorted(left))
        raise AnnotationError(f"No article was found for the coding of {names}: name its folder by --articles.")
