"""Rows as a table that fits the terminal."""

import re
from itertools import islice
from typing import IO

from pyoxigraph import NamedNode

from graph.querying.cells import is_number
from graph.querying.formats import Look
from graph.querying.rows import Rows, Term
from graph.store.values import shown

_ADDRESS = re.compile(r"https?://[!-~]+")
_LONGEST = 600  # characters of a cell; who wants all of a text takes another format


def write_table(rows: Rows, out: IO[bytes], look: Look) -> None:
    """Write the table; rows beyond the limit are counted no further, and said to be there."""
    import io

    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    taken = list(islice(rows.cells, look.rows))
    more = next(rows.cells, None) is not None
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    for index, heading in enumerate(rows.headings):
        numbers = any(row[index] is not None for row in taken) and all(
            row[index] is None or is_number(row[index]) for row in taken
        )
        table.add_column(Text(heading.replace("_", " ")), justify="right" if numbers else "left", overflow="fold")
    for row in taken:
        table.add_row(*(Text(_short(shown(term)), style=_link(term)) for term in row))
    text = io.StringIO()
    console = Console(file=text, width=look.width, force_terminal=look.color, no_color=not look.color, highlight=False)
    if taken:
        console.print(table)
    words = f"{len(taken)} row{'' if len(taken) == 1 else 's'}" if taken else "no rows"
    console.print(Text(f"{words}, and more: raise the limit, or take another format" if more else words, style="dim"))
    out.write(text.getvalue().encode())


def _link(term: Term | None) -> str:
    """The style of a cell that a terminal may open: an address of the web; no IRI holds what could end the style."""
    return f"link {term.value}" if isinstance(term, NamedNode) and _ADDRESS.fullmatch(term.value) else ""


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
