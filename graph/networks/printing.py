"""Rows of a network or of a measure, as a table on a terminal, as JSON or as CSV."""

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from graph.networks.filtering import apply_filter
from graph.networks.filters import Filter
from graph.networks.reading import read_debate
from graph.networks.tables import TABLES, Table, chosen
from graph.terminal.streams import standard_output
from graph.terminal.visible import visible

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_IRIS = ("source_id", "target_id", "actor", "proposal")


def print_network(store: Path, wanted: Filter, what: str, form: str | None, **how: str) -> None:
    """Print one of `TABLES` of a store to standard output.

    :raises InputError: where there is no such table, kind, normalisation or format.
    """
    from graph.store import open_store

    build = chosen(TABLES, what, "table")
    with open_store(store) as opened:
        debate = apply_filter(read_debate(opened, words=False), wanted)
    with standard_output() as out:
        write_rows(build(debate, **how), form, out)


def write_rows(table: Table, form: str | None, out: BinaryIO) -> None:
    """Write rows in one of `FORMATS`; without one a table on a terminal and JSON elsewhere.

    :raises InputError: where there is no such format.
    """
    chosen(FORMATS, form or ("table" if sys.stdout.isatty() else "json"), "format")(table, out)


def _table(table: Table, out: BinaryIO) -> None:
    """Names without their IRIs, which would fill the terminal."""
    import shutil

    from pyoxigraph import Literal

    from graph.querying.formats import Look
    from graph.querying.rows import Rows
    from graph.querying.table import write_table

    headings = tuple(
        name for name in (table[0] if table else ()) if not isinstance(table[0][name], str) or name not in _IRIS
    )
    cells = (tuple(None if row[name] is None else Literal(row[name]) for name in headings) for row in table)
    write_table(Rows(headings, cells), out, Look(width=shutil.get_terminal_size((120, 40)).columns))


def _json(table: Table, out: BinaryIO) -> None:
    out.write(json.dumps(table, ensure_ascii=False, indent=1).encode() + b"\n")


def _csv(table: Table, out: BinaryIO) -> None:
    text = io.StringIO()
    if table:
        writer = csv.DictWriter(text, list(table[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in table)
    out.write(text.getvalue().encode())


def _cell(value: Any) -> Any:  # noqa: ANN401 - a string or a number
    """A cell that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return value
    text = visible(value)
    return "'" + text if text.startswith(_FORMULA) else text


FORMATS: dict[str, Callable[[Table, BinaryIO], None]] = {"table": _table, "json": _json, "csv": _csv}
