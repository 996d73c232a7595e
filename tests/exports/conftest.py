"""Readers of other hands that the exports are judged by, and debates to write."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

JUDGES = Path(os.environ.get("CLAIMGRAPH_JUDGES", Path.home() / ".cache" / "claimgraph-judges"))
SCRIPTS = Path(__file__).with_name("judges")
HELP = (
    f"mkdir -p {JUDGES} && cp tests/exports/judges/package.json {JUDGES} && npm install --prefix {JUDGES}, "
    "or set CLAIMGRAPH_JUDGES to where the packages are"
)


def node_program() -> str | None:
    """What runs JavaScript, where the packages are there too."""
    found = shutil.which("node") or shutil.which("nodejs")
    return found if found and (JUDGES / "node_modules").is_dir() else None


def read(form: str, path: Path) -> Any:
    """A file of a format as a library for JavaScript reads it."""
    done = subprocess.run(
        [str(node_program()), str(SCRIPTS / "read.cjs"), form, str(path)],
        cwd=JUDGES, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return json.loads(done.stdout)


@pytest.fixture(scope="session")
def read_elsewhere() -> Callable[[str, Path], Any]:
    """`read`; without what it needs the test fails where CI must have it."""
    if not node_program():
        if os.environ.get("CI"):
            pytest.fail(f"No packages to judge by: {HELP}")
        pytest.skip(f"no packages to judge by: {HELP}")
    return read
