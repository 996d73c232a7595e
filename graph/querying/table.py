"""Rows as a table that fits the terminal."""

from itertools import islice
from typing import IO

from graph.querying.cells import cell, is_number
from graph.querying.formats import Look
from graph.querying.rows import Rows

_LONGEST = 600  # characters of a cell; who wants all of a text takes another format


def write_table(rows: Rows, out: IO[bytes], look: Look) -> None:
    """Write the table; rows beyond the limit are counted no further, and said to be there."""
    import io

    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = list(islice(rows.cells, look.rows))
    more = next(rows.cells, None) is not None
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    for index, heading in enumerate(rows.headings):
        numbers = any(row[index] is not None for row in shown) and all(
            row[index] is None or is_number(row[index]) for row in shown
        )
        table.add_column(Text(heading.replace("_", " ")), justify="right" if numbers else "left", overflow="fold")
    for row in shown:
        table.add_row(*(Text(_short(cell(term))) for term in row))
    text = io.StringIO()
    console = Console(file=text, width=look.width, force_terminal=look.color, no_color=not look.color, highlight=False)
    if shown:
        console.print(table)
    words = f"{len(shown)} row{'' if len(shown) == 1 else 's'}" if shown else "no rows"
    console.print(Text(f"{words}, and more: add --limit or another --format" if more else words, style="dim"))
    out.write(text.getvalue().encode())


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
