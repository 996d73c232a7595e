"""How a shell takes an offer: quoted as the word that is being typed is, and safe whatever it holds.

Bash splits a word at = and : before it asks, and puts back itself what stands before the last of them; Typer knows
nothing of that. So `prepare` gives Typer the words as they were typed, and `Typed` keeps what bash has put aside.
Labels come from anywhere: nothing of them may be run by pressing Tab or Enter.
"""

import os
import re
import shlex
from collections.abc import MutableMapping, Sequence
from typing import NamedTuple, Self

_ASIDE = "_CLAIMGRAPH_TYPED"
_BREAK = re.compile(r"[=:@]+")
_PLAIN = re.compile(r"[\w@%+=:,./-]*")
_TOLD_BY = "_CLAIMGRAPH_COMPLETE"


class Typed(NamedTuple):
    """The shell that asks; what it has split off the word that is typed; the quotation mark that is open."""

    shell: str
    before: str = ""
    quote: str = ""

    @classmethod
    def now(cls) -> Self:
        """As the environment tells it, after `prepare`."""
        shell = os.environ.get(_TOLD_BY, "").rpartition("_")[2]
        return cls(shell, *os.environ.get(_ASIDE, "\n").split("\n"))


def prepare(environment: MutableMapping[str, str]) -> None:
    """Have what the shell tells of its line say what was typed: words of bash whole, of the others the last one too."""
    if "COMP_WORDS" in environment:
        _join_words(environment)
    elif line := environment.get("_TYPER_COMPLETE_ARGS"):
        environment["_TYPER_COMPLETE_ARGS"] = closed(line)


def closed(line: str) -> str:
    """The line with a space at its end quoted where it belongs to a word; Typer would take the word for ended.

    >>> closed("claimgraph show Mara\\\\ "), closed("claimgraph show 'Mara "), closed("claimgraph show ")
    ('claimgraph show Mara" "', "claimgraph show 'Mara '", 'claimgraph show ')
    """
    if line.endswith("\\ "):
        return line[:-2] + '" "'
    for quote in ("", '"', "'"):
        try:
            shlex.split(line + quote)
        except ValueError:
            continue
        return line + quote
    return line


def _join_words(environment: MutableMapping[str, str]) -> None:
    last = int(environment["COMP_CWORD"])
    words = environment["COMP_WORDS"].split("\n")[: last + 1]
    words += [""] * (last + 1 - len(words))
    merged = joined(words)
    current = "" if _BREAK.fullmatch(words[-1]) else words[-1]
    before = merged[-1].removesuffix(current)
    if before.startswith("--"):  # --format=ta: the option is no part of the value
        before = before.partition("=")[2]
    quote = current[0] if current.startswith(('"', "'")) else ""
    merged[-1] += quote  # closed, for Typer to understand what is in it
    environment["COMP_WORDS"] = "\n".join(merged)
    environment["COMP_CWORD"] = str(len(merged) - 1)
    environment[_ASIDE] = f"{' '.join(shlex.split(before))}\n{quote}"


def joined(words: Sequence[str]) -> list[str]:
    """The words as they were typed.

    >>> joined(["claimgraph", "query", "x", "-p", "who", "=", '"Mara O'])
    ['claimgraph', 'query', 'x', '-p', 'who="Mara O']
    """
    found: list[str] = []
    open_end = False
    for word in words:
        is_break = bool(_BREAK.fullmatch(word))
        if found and word and (is_break or open_end):
            found[-1] += word
        else:
            found.append(word)
        open_end = is_break
    return found


def as_written(value: str, typed: Typed) -> str | None:
    """The value as the shell may put it into its line; None where it cannot be put there safely.

    >>> as_written("Ada's $(reboot)", Typed("bash")), as_written("who=Li He", Typed("bash", "who=", '"'))
    ("Ada\\\\'s\\\\ \\\\$\\\\(reboot\\\\)", 'Li He')
    """
    if not value.casefold().startswith(typed.before.casefold()):
        return None
    return _WRITERS.get(typed.shell, _plain)(value[len(typed.before) :], typed.quote)


def _bash(value: str, quote: str) -> str | None:
    if quote == "'":
        return None if "'" in value else value
    if quote == '"':
        return None if "!" in value else re.sub(r'([\\"$`])', r"\\\1", value)
    return re.sub(r"([^\w@%+=:,./-])", r"\\\1", value)


def _zsh(value: str, quote: str) -> str | None:
    """Typer has zsh evaluate what it writes, and escapes no backslash."""
    return None if set(value) & set("\\\"'`$") else value


def _fish(value: str, quote: str) -> str:
    return value  # it quotes by itself


def _plain(value: str, quote: str) -> str | None:
    return value if _PLAIN.fullmatch(value) else None


_WRITERS = {"bash": _bash, "zsh": _zsh, "fish": _fish}
