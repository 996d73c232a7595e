"""The commands of the shell: what begins with a dot."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from graph.errors import InputError
from graph.querying import FORMATS
from graph.querying.listing import listing
from graph.querying.prefixes import prefixes_as
from graph.querying.saved import saved_names
from graph.shell.session import Session


class Command(NamedTuple):
    """A command: what it does with what stands after its name, how that is written, and what it is for."""

    run: Callable[[Session, str], None]
    usage: str
    said: str


def as_command(text: str) -> str | None:
    """The command that a text is, or is short for: a saved query's name, help, quit; None where it is SPARQL.

    >>> as_command(".limit 3"), as_command("roles who=Okoye"), as_command("exit"), as_command("ASK {}")
    ('.limit 3', '.run roles who=Okoye', '.quit', None)
    """
    if text.startswith("."):
        return text
    first = text.split(maxsplit=1)[:1]
    if first and first[0] in saved_names():
        return f".run {text.lstrip()}"
    return _SHORT.get(text.strip().rstrip(";"))


def obey(session: Session, line: str) -> None:
    """Do what a line that begins with a dot says.

    :raises InputError: where there is no such command, or it cannot be done with what stands after it.
    """
    name, _, rest = line.strip().removeprefix(".").partition(" ")
    if name not in COMMANDS:
        raise InputError(f"There is no command .{name}{_meant(name)}: see .help.")
    COMMANDS[name].run(session, rest.strip())


def _meant(name: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, COMMANDS, n=1)
    return f" (did you mean .{close[0]}?)" if close else ""


def _help(session: Session, rest: str) -> None:
    width = max(len(f".{name} {command.usage}") for name, command in COMMANDS.items())
    lines = [f"{f'.{name} {command.usage}':{width}}  {command.said}" for name, command in COMMANDS.items()]
    session.say("\n".join([*lines, "", _HINTS]))


def _queries(session: Session, rest: str) -> None:
    session.say(listing(rest or None))


def _run(session: Session, rest: str) -> None:
    name, *pairs = _words(rest)
    session.ask(name, [pair for pair in pairs if pair != "-p"])  # as who knows the command line may write it


def _show(session: Session, rest: str) -> None:
    if not rest:
        raise InputError(f"Say whom or what to show: .show {COMMANDS['show'].usage}.")
    name = _words(rest)[0] if rest[0] in "'\"" else rest
    from graph.querying.portrait import portrait

    session.say(session.text_of(lambda store: portrait(store, name)))


def _ask(session: Session, rest: str) -> None:
    if not rest:
        raise InputError("Say what you ask: .ask who opposes the 50-50 split, for instance.")
    from graph.querying.asking.command import ask_in_words

    ask_in_words(session.location, [rest], session.settings)


def _prefixes(session: Session, rest: str) -> None:
    session.say(prefixes_as(rest or "sparql"))


def _format(session: Session, rest: str) -> None:
    if not rest:
        return session.say(session.settings.form or "auto")
    if rest not in (*FORMATS, "auto"):
        raise InputError(f"There is no format {rest!r}: use {', '.join(FORMATS)}, or auto for what suits best.")
    session.settings = session.settings._replace(form=None if rest == "auto" else rest)
    return None


def _limit(session: Session, rest: str) -> None:
    if not rest:
        return session.say(str(session.settings.limit or "off"))
    if rest != "off" and not rest.isdecimal():
        raise InputError(f"{rest!r} is no number of rows: write .limit 20, or .limit off.")
    session.settings = session.settings._replace(limit=None if rest == "off" else int(rest))
    return None


def _timeout(session: Session, rest: str) -> None:
    if not rest:
        return session.say(f"{session.settings.timeout:g} seconds")
    try:
        seconds = float(rest)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < 1e6:
        raise InputError(f"{rest!r} is no number of seconds: write .timeout 60, or .timeout 0 for no end.")
    session.settings = session.settings._replace(timeout=seconds)
    return None


def _named(session: Session, rest: str) -> None:
    if (on := _switch("named", rest, session.settings.named, session)) is not None:
        session.settings = session.settings._replace(named=on)


def _explain(session: Session, rest: str) -> None:
    if (on := _switch("explain", rest, session.settings.explain, session)) is not None:
        session.settings = session.settings._replace(explain=on)


def _switch(name: str, rest: str, now: bool, session: Session) -> bool | None:
    """What a switch is to be; None where only what it is was asked, and said."""
    if not rest:
        session.say("on" if now else "off")
        return None
    if rest not in ("on", "off"):
        raise InputError(f"{rest!r} is neither on nor off: write .{name} on, or .{name} off.")
    return rest == "on"


def _save(session: Session, rest: str) -> None:
    path = _file(rest)
    if path.is_file():
        raise InputError(f"{path} is there already: name another file, or write .save! to write over it.")
    _save_over(session, rest)


def _save_over(session: Session, rest: str) -> None:
    from graph.shell.saving import save

    path = _file(rest)
    session.say(f"{path}: {save(session, path):,} bytes")


def _file(rest: str) -> Path:
    if not rest:
        raise InputError("Say which file: .save answer.csv, for instance.")
    if "\0" in rest:
        raise InputError("No file's name holds the character 0: leave it out.")
    try:
        return Path(_words(rest)[0]).expanduser()
    except RuntimeError as error:
        raise InputError(f"{rest}: nobody here is called so: write the path in full.") from error


def _edit(session: Session, rest: str) -> None:
    from graph.shell.editing import edited

    session.draft = edited(session.last.text if session.last else "")


def _quit(session: Session, rest: str) -> None:
    session.over = True


def _words(rest: str) -> list[str]:
    """What stands after a command, as a shell would split it.

    :raises InputError: where it is nothing, or a quotation mark stays open.
    """
    try:
        words = shlex.split(rest)
    except ValueError as error:
        raise InputError(f"A quotation mark stays open in {rest!r}: close it.") from error
    if not words:
        raise InputError('Say which query: .run positions-of who="Da-Nien Liu", for instance; .queries lists them.')
    return words


_HINTS = """\
A query runs when it is whole: on Enter, on ; or on an empty line. Alt-Enter only begins a new line.
A question in English is answered as by .ask.
Tab completes keywords, variables, and terms after cg: or another prefix.
<name and @name find an actor, a proposal or an article by a part of its name.
Ctrl-C stops a query, or clears the line. Ctrl-R looks for an earlier one. Ctrl-D leaves."""

# what may be written without a dot
_SHORT = {"help": ".help", "quit": ".quit", "exit": ".quit"}

# what a line may begin with after its dot
COMMANDS: dict[str, Command] = {
    "help": Command(_help, "", "this list"),
    "queries": Command(_queries, "[NAME]", "list the saved queries, or show the SPARQL of one"),
    "run": Command(_run, "NAME name=value ...", "run a saved query, or a file; .run may be left out"),
    "ask": Command(_ask, "WORDS", "a question in English, matched to a saved query"),
    "show": Command(_show, "NAME", "what is known of one actor, proposal or article"),
    "prefixes": Command(_prefixes, "[FORM]", "the prefixes that need no declaration: sparql, turtle or json"),
    "format": Command(_format, "[FORM]", "how answers are written: table, csv, json and so on, or auto"),
    "limit": Command(_limit, "[N|off]", "at most so many rows"),
    "timeout": Command(_timeout, "[N]", "seconds until a query is stopped; 0 for never"),
    "named": Command(_named, "[on|off]", "see named graphs by GRAPH only, not their union"),
    "explain": Command(_explain, "[on|off]", "show what is run and how long it takes, instead of the answer"),
    "save": Command(_save, "FILE", "the last answer, whole, in the format that the file's name tells"),
    "save!": Command(_save_over, "FILE", "the same, over a file that is there"),
    "edit": Command(_edit, "", "the last query in $EDITOR"),
    "quit": Command(_quit, "", "leave"),
}
