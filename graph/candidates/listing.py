"""The candidates of a store as a list with its evidence, or as a codebook to edit."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from graph.candidates.cluster import Cluster
from graph.candidates.finding import clusters_of
from graph.candidates.text import text_of
from graph.candidates.turtle import codebook_of
from graph.exports.files import write_file
from graph.networks.printing import write_rows
from graph.networks.tables import chosen
from graph.store import open_store


def list_candidates(
    store: Path,
    min_articles: int = 1,
    min_statements: int = 1,
    limit: int | None = None,
    *,
    form: str | None = None,
    out: Path | None = None,
) -> int:
    """List candidates on standard output, or write them into a file (Turtle without a format); gives their number.

    :raises InputError: where there is no such format, or the file cannot be written.
    """
    write = chosen(FORMATS, form or ("turtle" if out else "list" if sys.stdout.isatty() else "json"), "format")
    with open_store(store) as opened:
        found = clusters_of(opened, min_articles=min_articles, min_statements=min_statements)[:limit]
    if out is not None:
        write_file(out, lambda file: write(found, file))
    else:
        write(found, sys.stdout.buffer)
    return len(found)


def _json(found: Sequence[Cluster], out: BinaryIO) -> None:
    """All that is known of each cluster."""
    write_rows([_whole(cluster) for cluster in found], "json", out)


def _csv(found: Sequence[Cluster], out: BinaryIO) -> None:
    """A line for each cluster, with the surest of the words in which it is spoken of."""
    write_rows([_line(cluster) for cluster in found], "csv", out)


def _turtle(found: Sequence[Cluster], out: BinaryIO) -> None:
    out.write(codebook_of(found))


def _list(found: Sequence[Cluster], out: BinaryIO) -> None:
    out.write(text_of(found).encode())


FORMATS: dict[str, Callable[[Sequence[Cluster], BinaryIO], None]] = {
    "list": _list,
    "json": _json,
    "csv": _csv,
    "turtle": _turtle,
}


def _whole(cluster: Cluster) -> dict[str, Any]:
    return {
        "proposal": cluster.id,
        "candidate": cluster.label,
        "aliases": list(cluster.aliases),
        "articles": len(cluster.articles),
        "statements": len(cluster.voices),
        "evidence": [asdict(voice) for voice in cluster.voices],
    }


def _line(cluster: Cluster) -> dict[str, Any]:
    return {
        "proposal": cluster.id,
        "candidate": cluster.label,
        "aliases": "; ".join(cluster.aliases),
        "articles": len(cluster.articles),
        "statements": len(cluster.voices),
        "stances": ", ".join(cluster.stances),
        "holders": "; ".join(cluster.holders),
        "words": next(iter(cluster.examples), ""),
    }
