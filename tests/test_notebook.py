"""The notebook of the documentation runs, and gives what is printed in it."""

import json
from pathlib import Path

import pytest

from tests.notebook import NOTEBOOK, executed


def test_the_notebook_gives_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every cell; where this fails for good reason, run `python -m tests.notebook --write`."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764028800")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    kept = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    done = executed(kept, tmp_path)
    for before, now in zip(kept["cells"], done["cells"], strict=True):
        assert now.get("outputs") == before.get("outputs"), "".join(before["source"])
