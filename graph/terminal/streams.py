"""Standard input, output and error where one of them is closed, full, or has nobody at its other end."""

import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO, NoReturn, TextIO, cast

from graph.terminal.visible import made_safe, visible

# how /dev/null stands in for what is closed: to use it fails, as in gnulib's stdopen; only what is said is lost
_STAND_INS = (("stdin", os.O_WRONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w"))
BY_PIPE = 128 + 13  # what a shell makes of an end by SIGPIPE


def make_ready() -> None:
    """Let none of the three be missing, so that no file of ours takes its number; what is piped out is UTF-8."""
    for number, (name, flags, mode) in enumerate(_STAND_INS):
        stream = getattr(sys, name)
        if stream is None:
            turn_away(number, flags)
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 - no path
        elif mode == "w" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def turn_away(number: int, flags: int = os.O_WRONLY) -> None:
    """Have a stream end in /dev/null, with what is still on its way there."""
    nowhere = os.open(os.devnull, flags)
    if nowhere != number:
        os.dup2(nowhere, number)
        os.close(nowhere)
    os.set_inheritable(number, True)


def say(text: str, to: IO[str] | None = None, *, dim: bool = False, end: str = "\n") -> None:
    """Say something to people on standard error; where that cannot be written, nobody hears it, and all goes on.

    `dim` is for what shall not stand out on a terminal.
    """
    to = to or sys.stderr  # looked up now: a line of progress may stand in for it
    before, after = ("\x1b[2m", "\x1b[0m") if dim and to.isatty() and not os.environ.get("NO_COLOR") else ("", "")
    try:
        print(f"{before}{visible(text)}{after}", file=to, end=end, flush=True)
    except OSError:
        turn_away(to.fileno())


def put(text: str) -> None:
    """Write a text on standard output, at once, to be in order with what goes there as bytes."""
    sys.stdout.write(visible(text) if sys.stdout.isatty() else text)
    sys.stdout.flush()


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Standard output for bytes of whatever format; a terminal gets them with control characters written out."""
    with made_safe(sys.stdout.buffer) as out:
        yield cast(BinaryIO, out)
    sys.stdout.buffer.flush()


def text_output() -> TextIO:
    """The same for texts."""
    return cast(TextIO, _Shown()) if sys.stdout.isatty() else sys.stdout


class _Shown(io.TextIOBase):
    """Standard output as a file of which each text is shown."""

    def write(self, text: str) -> int:
        put(text)
        return len(text)

    def isatty(self) -> bool:
        return sys.stdout.isatty()


def finish_output() -> None:
    """Write what was not written yet; where that cannot be, it is lost."""
    try:
        sys.stdout.flush()
    except OSError:
        turn_away(1)


def end_by_pipe() -> NoReturn:
    """End as tools do whose reader has enough (`| head`): at once, without a word, by SIGPIPE."""
    turn_away(1)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGPIPE)
    sys.exit(BY_PIPE)  # the first process of a container is not ended by it
