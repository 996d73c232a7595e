"""The loop of the shell: read, answer, and again; on a terminal with help while typing, else line by line."""

import re
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

from graph.errors import ClaimgraphError
from graph.querying import How
from graph.querying.guard import is_english
from graph.shell.commands import as_command, obey
from graph.shell.session import Session
from graph.shell.statements import statements, without_end
from graph.sparql.tokens import tokens
from graph.terminal.streams import say

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession

    from graph.shell.lookup import Lookup

_PROMPT, _MORE = "sparql> ", "      > "


def shell(location: str | Path, settings: How) -> int:
    """Answer what is typed, or what comes through a pipe, until it ends; the exit code.

    :raises StoreError: where there is no store that can be read.
    """
    session = Session(location, settings)
    session.text_of(lambda store: "")  # to say at once where there is no store
    if not sys.stdin.isatty():
        sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
        return read_from(sys.stdin, session)
    return _converse(session)


def read_from(lines: IO[str], session: Session) -> int:
    """Answer the questions of a text; the exit code is that of the first that could not be answered."""
    code = 0
    for text in statements(lines):
        if error := _answered(session, text):
            say(f"claimgraph: {_said(error)}")
            code = code or error.exit_code
        if session.over:
            break
    return code


def _converse(session: Session) -> int:
    """Prompt, answer, and again, until Ctrl-D."""
    from graph.shell.lookup import Lookup

    lookup = Lookup(session.location)
    prompt = _prompt(lookup)
    session.say(f"{session.location}: .help says what can be done here, Ctrl-D leaves.")
    try:
        while not session.over:
            _once(session, prompt)
    finally:
        lookup.close()
    return 0


def _once(session: Session, prompt: "PromptSession[str]") -> None:
    """Prompt and answer once; Ctrl-C clears the line, or ends the query."""
    draft, session.draft = session.draft, ""
    try:
        text = prompt.prompt(default=draft)
    except KeyboardInterrupt:
        return
    except EOFError:
        session.over = True
        return
    try:
        if text.strip() and (error := _answered(session, text)):
            say(_said(error))
    except KeyboardInterrupt:
        say("\nStopped.")


def _answered(session: Session, text: str) -> ClaimgraphError | None:
    """Answer one question, of SPARQL or of English, or obey one command; the error where that could not be."""
    try:
        if command := as_command(text):
            obey(session, command)
        elif is_english(list(tokens(text))):
            obey(session, f".ask {' '.join(without_end(text).split())}")
        else:
            session.ask(without_end(text).strip())
    except ClaimgraphError as error:
        return error
    return None


def _said(error: ClaimgraphError) -> str:
    """What is wrong, with the options of the command line called as they are here."""
    return re.sub(r"(?<!\w)--(?=(format|limit|timeout|named)\b)", ".", str(error)).replace("add -p ", "add ")


def _prompt(lookup: "Lookup") -> "PromptSession[str]":
    from prompt_toolkit import PromptSession
    from prompt_toolkit.output import create_output

    from graph.shell.colours import STYLE, Colours
    from graph.shell.completing import Typing
    from graph.shell.history import history
    from graph.shell.keys import bindings

    return PromptSession(
        [("class:prompt", _PROMPT)],
        multiline=True,
        prompt_continuation=_MORE,
        key_bindings=bindings(),
        completer=Typing(lookup),
        complete_while_typing=True,
        lexer=Colours(),
        style=STYLE,
        history=history(),
        output=create_output(always_prefer_tty=True),  # where answers go to a file, the prompt does not
        reserve_space_for_menu=8,
    )
