"""The reference of the command line says what the program says, and the program says something of everything."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from cli import app
from tests.cli_reference import commands

ROOT = Path(__file__).parents[1]
COMMANDS = dict(commands(get_command(app), "claimgraph"))


def test_the_reference_is_what_help_says() -> None:
    """docs/cli.md is generated."""
    script = [sys.executable, str(ROOT / "tests" / "cli_reference.py")]
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "CLAIMGRAPH_STORE")}
    now = subprocess.run(script, capture_output=True, text=True, check=True, env=environment).stdout
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == now, "docs/cli.md is out of date: run `make cli-reference`"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_explained(name: str) -> None:
    """In words that end like a sentence; an option of which --help says nothing may as well not be there."""
    command: Any = COMMANDS[name]
    for what, said in [(name, command.help), *((f"{name} {p.name}", p.help) for p in command.params)]:
        assert said and said.strip().endswith("."), f"{what} has no help text that is a sentence: {said!r}"


def test_all_commands_are_in_the_reference() -> None:
    """Those of groups too."""
    assert {"claimgraph demo", "claimgraph build", "claimgraph networks actors"} <= COMMANDS.keys()
