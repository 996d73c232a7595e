"""A run from the command line: paths to articles, what was passed over said once, progress on standard error."""

import os
import re
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from graph.articles import read_articles
from graph.build.corpus import Report, build
from graph.build.reader import Reader, Settings, readings
from graph.errors import ClaimgraphError, InputError, NotAnArticle, Stopped
from graph.model import Article, Reading
from graph.records import line, records_of
from graph.store import open_store
from graph.terminal.streams import say
from graph.terminal.visible import in_one_line

# where IRIs may begin: with a host or a namespace, of characters that RFC 3986 leaves as they are, up to a part's end
_BASE = re.compile(r"https?://[A-Za-z0-9.:-]+/([\w.~/-]+/)?|urn:[a-z0-9][a-z0-9-]+:([\w.~:/-]+[:/])?", re.ASCII)


class Skipped:
    """What was passed over or could not be read: each said on standard error as it comes, the bad ones counted."""

    def __init__(self) -> None:
        self.bad = 0

    def __call__(self, source: str, error: ClaimgraphError) -> None:
        """Say what is wrong with a source; another type of file in a folder is named and no error."""
        self.bad += not isinstance(error, NotAnArticle)
        say(in_one_line(f"claimgraph: {error}"))
        if os.environ.get("CLAIMGRAPH_DEBUG") and error.__cause__ is not None:
            say("".join(traceback.format_exception(error.__cause__)).rstrip())


def extract_paths(paths: Sequence[str], settings: Settings, out: TextIO, *, max_mb: float = 20.0) -> int:
    """Write the records of all articles, one JSON object a line; gives the exit code.

    :raises InputError: where there is no article at all.
    """
    skipped = Skipped()
    found = 0

    def counted() -> Iterator[Reading]:
        nonlocal found
        for reading in readings(_articles(paths, skipped, max_mb), settings, skipped):
            found += 1
            yield reading

    for record in records_of(counted()):
        out.write(line(record))
    return _exit_code(found, skipped)


def build_paths(
    paths: Sequence[str],
    store: str | Path,
    settings: Settings,
    *,
    workers: int = 1,
    again: bool = False,
    max_mb: float = 20.0,
) -> int:
    """Read articles into a store, saying on standard error how far it is; gives the exit code.

    :raises InputError: where there is no article at all.
    :raises Stopped: where Ctrl-C ended it.
    """
    skipped, report = Skipped(), Report()
    try:
        reader = Reader(settings)
        with open_store(store, write=True) as opened, _shown(sys.stderr, report):
            articles = _articles(paths, skipped, max_mb)
            build(articles, opened, reader, report=report, bad=skipped, workers=workers, again=again)
    except KeyboardInterrupt:
        raise Stopped(_stopped(report)) from None
    except ClaimgraphError:
        if report.articles:
            say(summary(report))
        raise
    if report.articles:
        say(summary(report))
    return _exit_code(report.articles, skipped)


def _articles(paths: Sequence[str], skipped: Skipped, max_mb: float) -> Iterator[Article]:
    return read_articles(paths, skipped=skipped, max_bytes=int(max_mb * 1_000_000))


def summary(report: Report) -> str:
    """What a build did, in one line."""
    parts = [_counted(report.read, "article") + " read"]
    if report.unchanged:
        parts.append(f"{report.unchanged} unchanged")
    if report.repeated:
        parts.append(_counted(report.repeated, "second appearance"))
    return f"{', '.join(parts)}: {_counted(report.claims, 'claim')}, {_counted(report.positions, 'position')}."


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'s' * (number != 1)}"


def _stopped(report: Report) -> str:
    if not report.articles:
        return "Stopped before any article was read."
    return f"Stopped; what was read is kept ({summary(report).rstrip('.')}): run the same again to go on."


def settings_of(
    codebooks: Iterable[Path] | None,
    actors: Iterable[Path] | None,
    extractor: str,
    model: str,
    base: str,
    annotations: Path | None,
    min_confidence: float = 0.0,
) -> Settings:
    """The settings of a run from the options of a command.

    :raises InputError: where the base is no absolute IRI that ends in a slash, or the folder of codings is not there.
    """
    if not _BASE.fullmatch(base):
        raise InputError(f"The base {base} will not do for IRIs: give one like https://example.org/id/.")
    if annotations is not None and not annotations.is_dir():
        raise InputError(f"There is no folder {annotations}: name the folder that holds the codings.")
    return Settings(tuple(codebooks or ()), tuple(actors or ()), extractor, model, base, annotations, min_confidence)


def _exit_code(found: int, skipped: Skipped) -> int:
    if not found and not skipped.bad:
        raise InputError("There is no article there: name a text, HTML, PDF, DOCX, JSONL or feed file, or a folder.")
    return InputError.exit_code if skipped.bad else 0


@contextmanager
def _shown(to: TextIO, report: Report) -> Iterator[None]:
    """A line of progress on a terminal, nothing elsewhere."""
    if not to.isatty():
        yield
        return
    from rich.console import Console
    from rich.status import Status

    with Status("Reading ...", console=Console(file=to)) as status:
        report.progress = lambda so_far: status.update(f"Reading: {summary(so_far)}")
        yield
