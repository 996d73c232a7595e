"""The reference of the command line, docs/cli.md, made from what `--help` says; `--write` writes it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "cli.md"
WIDTH = 120
HEAD = """\
# The command line

Made from `--help` by `make cli-reference`; a test fails where it is out of date.

Exit codes: 0 good, 1 found wanting (`validate`, `evaluate --min`) or no (`query --ask`), 2 bad usage, bad input or an
output that cannot be written, 3 the query is not SPARQL, 124 out of time, 130 stopped by Ctrl-C. Where the reader of a
pipe has enough (`| head`), a command ends without a word by SIGPIPE, as `cat` does, which shells call 141. Errors are
one sentence on standard error; `claimgraph --debug COMMAND` shows the traceback.

Results go to standard output: a table on a terminal, JSON elsewhere, unless `--format` says otherwise. A file or a pipe
gets UTF-8, byte for byte as the format has it. On a terminal, characters that could steer it are written out (`\\x1b`),
in whatever format; in messages they always are.
"""


def commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """A command and those below it, each with the words that call it."""
    yield name, command
    for part, below in getattr(command, "commands", {}).items():
        yield from commands(below, f"{name} {part}")


def reference() -> str:
    """The whole page."""
    sys.path.insert(0, str(ROOT))
    from typer.main import get_command

    from cli import app

    sections = (f"\n## {name}\n\n```text\n{_help(command, name)}\n```\n" for name, command in _all(get_command(app)))
    return HEAD + "".join(sections)


def _all(whole: Any) -> list[tuple[str, Any]]:
    return list(commands(whole, "claimgraph"))


def _help(command: Any, name: str) -> str:
    context = command.context_class(command, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH)
    return "\n".join(line.rstrip() for line in command.get_help(context).splitlines())


if __name__ == "__main__":
    os.environ["TYPER_USE_RICH"] = "0"  # plain text, without boxes and colours; read when typer is imported
    if "--write" in sys.argv[1:]:
        PAGE.write_text(reference(), encoding="utf-8")
    else:
        print(reference(), end="")
