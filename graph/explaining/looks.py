"""How marks look: colours on a terminal, brackets elsewhere."""

from collections.abc import Mapping

from graph.explaining.marks import Mark, MarkKind
from graph.model import Stance

STYLES: Mapping[MarkKind, str] = {"speaker": "bold cyan", "cue": "yellow", "content": "green", "stand": ""}
STANCES: Mapping[Stance, str] = {
    "support": "bold green",
    "conditional": "bold yellow",
    "undecided": "bold white",
    "doubt": "bold magenta",
    "oppose": "bold red",
}
_BRACKETS: Mapping[MarkKind, tuple[str, str]] = {
    "speaker": ("{", "}"),
    "cue": ("<", ">"),
    "content": ("[", "]"),
    "stand": ("", ""),
}
_RAISED = str.maketrans("0123456789,", "⁰¹²³⁴⁵⁶⁷⁸⁹˒")
_DEEPER = ("green", "bright_green underline", "bright_green bold underline")


def opening(mark: Mark, color: bool) -> str:
    """What stands before a marked stretch."""
    if color:
        return mark.name.translate(_RAISED) if mark.kind == "content" else ""
    return f"{_BRACKETS[mark.kind][0]}{mark.name}:"


def closing(mark: Mark, color: bool) -> str:
    """What stands behind a marked stretch; a content says its number again, since others may end in it."""
    if color:
        return "" if mark.kind == "content" else mark.name.translate(_RAISED)
    bracket = _BRACKETS[mark.kind][1]
    return f":{mark.name}{bracket}" if mark.kind == "content" else bracket


def style_of(open_marks: list[Mark]) -> str:
    """The style of text inside these marks: that of its speaker or cue, else the deeper a content the brighter."""
    contents = sum(mark.kind == "content" for mark in open_marks)
    inner = [mark for mark in open_marks if mark.kind != "content"]
    return " ".join(
        ([_DEEPER[min(contents, len(_DEEPER)) - 1]] if contents else []) + [STYLES[m.kind] for m in inner[-1:]]
    )
