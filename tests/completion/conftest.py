"""The town on disk, and `claimgraph` as a command of its own on the path of a shell."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.querying.conftest import location

__all__ = ["location"]  # the town on disk

ROOT = Path(__file__).parents[2]
Complete = Callable[..., list[str]]


@pytest.fixture(scope="session")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which `claimgraph` is the checkout, as an installed script would start it."""
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "claimgraph"
    lines = (f"#!{sys.executable}", "import sys", f"sys.path.insert(0, {str(ROOT)!r})", "from cli import app", "app()")
    script.write_text("\n".join(lines))
    script.chmod(0o755)
    unset = ("CLAIMGRAPH_STORE", "_CLAIMGRAPH_COMPLETE")
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    return {**kept, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


@pytest.fixture(scope="session")
def script(surroundings: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script for bash that `claimgraph` itself hands out."""
    environment = {**surroundings, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    shown = subprocess.run(
        ["claimgraph", "--show-completion", "bash"], env=environment, capture_output=True, text=True, check=True
    )
    path = tmp_path_factory.mktemp("bash") / "completion.sh"
    path.write_text(shown.stdout)
    return path


@pytest.fixture
def complete(surroundings: dict[str, str], script: Path, location: Path) -> Complete:
    """What bash is offered for a line whose words, as bash splits them, are these."""

    def run(*words: str, store: Path = location) -> list[str]:
        program = (
            'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _claimgraph_completion claimgraph; '
            'printf "%s\\n" "${COMPREPLY[@]}"'
        )
        done = subprocess.run(
            ["bash", "-c", program, str(script), "claimgraph", *words],
            env={**surroundings, "CLAIMGRAPH_STORE": str(store)},
            capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        assert not done.stderr
        return [line for line in done.stdout.splitlines() if line]

    return run
