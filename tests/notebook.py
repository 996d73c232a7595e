"""The notebook of the documentation: its cells, what they give, and whether what is printed in it is still true.

python -m tests.notebook --write     runs docs/notebook.ipynb and keeps what the cells gave
"""

import io
import json
import os
import sys
from contextlib import chdir, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from IPython.core.interactiveshell import InteractiveShell

from graph.build import build_paths, settings_of
from graph.vocabulary import BASE

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"


def executed(notebook: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The notebook with what its cells give today, run beside the store of the sample articles as coded by hand."""
    data = ROOT / "data"
    settings = settings_of(
        [data / "codebooks" / "trade-2025.ttl"], None, "annotated", "en_core_web_sm", BASE, data / "annotations"
    )
    build_paths([str(data / "articles")], folder / "sample-store", settings)
    shell = InteractiveShell(user_ns={})
    with chdir(folder):
        cells = [_run(shell, cell) for cell in notebook["cells"]]
    return {**notebook, "cells": cells}


def _run(shell: InteractiveShell, cell: dict[str, Any]) -> dict[str, Any]:
    if cell["cell_type"] != "code":
        return cell
    with redirect_stdout(io.StringIO()):  # what it gives is kept, not printed
        done = shell.run_cell("".join(cell["source"]), store_history=False)
    done.raise_error()
    return {**cell, "outputs": [] if done.result is None else [_output(shell, done.result)]}


def _output(shell: InteractiveShell, result: object) -> dict[str, Any]:
    """What a notebook keeps of a result (nbformat 4.5, "execute_result")."""
    found, _ = shell.display_formatter.format(result, include=["text/plain", "text/html"])
    if "text/html" in found:
        found["text/plain"] = type(result).__name__  # its text holds an address in memory
    shown = {kind: text.splitlines(keepends=True) for kind, text in sorted(found.items())}
    return {"output_type": "execute_result", "execution_count": None, "metadata": {}, "data": shown}


def main() -> None:
    """Run the notebook and write it back."""
    os.environ["SOURCE_DATE_EPOCH"] = "1764028800"
    with TemporaryDirectory() as folder:
        done = executed(json.loads(NOTEBOOK.read_text(encoding="utf-8")), Path(folder))
    NOTEBOOK.write_text(json.dumps(done, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__" and "--write" in sys.argv:
    main()
