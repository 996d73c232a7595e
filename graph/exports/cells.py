"""Rows as CSV or as tab-separated values.

CSV is that of RFC 4180, in UTF-8, with a head. For a spreadsheet it begins with a byte-order mark, and a text that
would be run as a formula gets an apostrophe before it (OWASP, "CSV Injection"): that text then is not to the letter.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import BinaryIO

from graph.exports.rows import Cell, Row, in_order

_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


def write_csv(rows: Iterable[Row], columns: Mapping[str, type], out: BinaryIO, *, excel: bool = False) -> None:
    """Write a head and the rows; NUL and lone surrogates become U+FFFD."""
    text = io.TextIOWrapper(out, "utf-8-sig" if excel else "utf-8", newline="", write_through=False)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(guarded(name) if excel else name for name in columns)
    for row in rows:
        writer.writerow([_cell(cell, excel=excel) for cell in in_order(row, columns)])
    text.flush()
    text.detach()


def write_tsv(rows: Iterable[Row], columns: Mapping[str, type], out: BinaryIO) -> None:
    """Write a head and the rows without quotation marks: tabs and line ends within a text become spaces."""
    out.write(("\t".join(columns) + "\n").encode())
    for row in rows:
        cells = (
            " ".join(re.split(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", plain(c))) for c in in_order(row, columns)
        )
        out.write(("\t".join(cells) + "\n").encode())


def plain(cell: Cell) -> str:
    """A cell as text: nothing where there is no value, days as 2025-04-23.

    >>> plain(None), plain(0.5), plain("a\\x00")
    ('', '0.5', 'a\ufffd')
    """
    return _UNWRITABLE.sub("\ufffd", "" if cell is None else str(cell))


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("-"), guarded("a=b")
    ("'=1+1", "'-", 'a=b')
    """
    return f"'{text}" if _FORMULA.match(text.lstrip(" ")) else text


def _cell(cell: Cell, *, excel: bool) -> str:
    return guarded(plain(cell)) if excel and isinstance(cell, str) else plain(cell)
