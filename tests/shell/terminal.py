"""The shell in a terminal of its own, typed into and read from."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROMPT = "sparql> "
# makes the terminal the one that Ctrl-C comes from, and then is the program
_START = (
    "import fcntl, os, sys, termios; os.setsid(); fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
)
_CONTROLS = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|\][^\x07]*\x07|[()].|[=>])|\x07")


class Terminal:
    """What a user sees and types."""

    def __init__(self, location: Path, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        self.screen, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        command = [sys.executable, "-c", _START, str(ROOT / "cli.py"), "shell", "--store", str(location), *arguments]
        surroundings = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", **environment}
        for name in ("COLUMNS", "LINES"):
            surroundings.pop(name, None)
        self.process = subprocess.Popen(command, stdin=inside, stdout=inside, stderr=inside, env=surroundings)
        os.close(inside)
        self.raw = b""
        self.read_to = 0

    @property
    def text(self) -> str:
        """All that was written, without colours, and without gaps: some are written as moves of the cursor."""
        return _close_up(_CONTROLS.sub("", self.raw.decode("utf-8", "replace")))

    def type(self, keys: str) -> None:
        """Type something."""
        os.write(self.screen, keys.encode())

    def until(self, words: str, seconds: float = 15.0) -> str:
        """What was written since the last time, up to these words; it fails where they do not come."""
        words, deadline = _close_up(words), time.monotonic() + seconds
        while words not in self.text[self.read_to :]:
            left = deadline - time.monotonic()
            assert left > 0, f"{words!r} did not come; on the terminal stands: {self.text[self.read_to :]!r}"
            if select.select([self.screen], [], [], left)[0]:
                try:
                    self.raw += os.read(self.screen, 65536)
                except OSError as error:
                    raise AssertionError(f"it ended before {words!r}: {self.text[self.read_to :]!r}") from error
        found = self.text[self.read_to :]
        end = found.index(words) + len(words)
        self.read_to += end
        return found[:end]

    def ended(self, seconds: float = 10.0) -> int:
        """The exit code, once it has ended; what it still writes is read."""
        deadline = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < deadline:
            if select.select([self.screen], [], [], 0.05)[0]:
                try:
                    self.raw += os.read(self.screen, 65536)
                except OSError:
                    break
        return self.process.wait(max(0.1, deadline - time.monotonic()))

    def close(self) -> None:
        """End it, if it has not ended by itself."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.screen)


def _close_up(text: str) -> str:
    return re.sub(r"[\s\x08]", "", text)
