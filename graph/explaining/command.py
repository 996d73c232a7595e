"""Explain an article on standard output: in colours on a terminal, in brackets elsewhere."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from graph.build import Settings
from graph.build.session import Skipped
from graph.errors import InputError
from graph.explaining.page import page_of
from graph.explaining.sources import held_in, is_to_be_read, read_now

_NARROWEST = 30


def explain(source: str, store: Path, settings: Settings, out: TextIO, *, max_mb: float = 20.0) -> int:
    """Explain the articles of a file or an address, else the one that the store has under this name.

    Gives the exit code.

    :raises InputError: where there is no such article.
    """
    skipped = Skipped()
    found = read_now(source, settings, max_mb, skipped) if is_to_be_read(source) else iter([held_in(store, source)])
    width = max(_NARROWEST, shutil.get_terminal_size((100, 40)).columns)
    color, count = has_color(out, os.environ), 0
    for each in found:
        count += 1
        out.buffer.write(page_of(each, width=width, color=color).encode("utf-8", "replace"))
        out.flush()
    if not count and not skipped.bad:
        raise InputError(f"There is no article in {source}: name a text, HTML, PDF, DOCX, JSONL or feed file.")
    return InputError.exit_code if skipped.bad else 0


def has_color(out: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether colours may be used: on a terminal that has them, unless NO_COLOR is set (no-color.org)."""
    return out.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
