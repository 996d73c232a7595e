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


@pytest.fixture(scope="session")
def read_elsewhere() -> Callable[[str, Path], Any]:
    """Reads a file of a format by a library for JavaScript; without it the test fails where CI must have it."""
    node = shutil.which("node") or shutil.which("nodejs")
    if not node or not (JUDGES / "node_modules").is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"No packages to judge by: {HELP}")
        pytest.skip(f"no packages to judge by: {HELP}")

    def read(form: str, path: Path) -> Any:
        done = subprocess.run(
            [str(node), str(SCRIPTS / "read.cjs"), form, str(path)],
            cwd=JUDGES, capture_output=True, check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        return json.loads(done.stdout)

    return read
