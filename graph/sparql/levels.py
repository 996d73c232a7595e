"""What stands within a pair of brackets of SPARQL, and what it costs the engine to read and plan it.

What takes the engine a step deeper costs units of its stack, of about 0.7 KB. They were measured by making queries of
each kind longer until the engine died (pyoxigraph 0.5.9), on stacks of 8, 1 and 0.5 MB; what takes it more than a
second before that costs more.
"""

from typing import Literal, NamedTuple

# data is what is put in or taken out and not looked for; terms are those of a path or of a list
Kind = Literal["outside", "group", "data", "values", "terms", "expression"]

# what opens a bracket -> units of each within its like; REPLACE is read twice for each REPLACE around it
OPENERS = {"(": 3, "paths or lists": 10, "[": 5, "{": 6, "functions": 14, "EXISTS": 16, "REPLACE": 60}
# what stands in a row within one bracket -> units of each
_SIGNS = {"|": 1, "&": 1, "!": 1, "^": 1, "<": 2, ">": 2, "+": 2, "-": 2, "*": 2, "/": 5}
_SEPARATORS = {".": 5, ";": 7, ",": 7}  # those of a group; patterns of one subject take longer to plan
GROUPS = {"UNION": 2, "OPTIONAL": 8}  # by the word before them; other groups are patterns
FILTER, KEY, AS, PATTERN, ITEM = 2, 1, 5, 7, 10
REPEATED = 60  # a path repeated within one that is repeated is planned again and again
_OF_DATA = ("DATA", "INSERT", "DELETE", "CONSTRUCT")


class Row(NamedTuple):
    """What stands in a row: the units that it takes together, how often, and what."""

    units: int
    times: int
    what: str


NO_ROW = Row(0, 0, "")


class Level:
    """What stands within one bracket, or outside of all."""

    def __init__(self, kind: Kind, opener: str) -> None:
        self.kind, self.opener = kind, opener
        self.cost = OPENERS.get(opener, 0)
        self.row = self.below = self.before = 0
        self.seen: dict[str, Row] = {}

    def add(self, what: str, cost: int) -> None:
        self.row += cost
        units, times, _ = self.seen.get(what, NO_ROW)
        self.seen[what] = Row(units + cost, times + 1, what)

    def begin_anew(self) -> None:
        """What comes now stands beside what came, and does not follow from it."""
        self.before = max(self.before, self.row + self.below)
        self.row = self.below = 0

    @property
    def height(self) -> int:
        """The units that it takes, with all that is in it."""
        return self.cost + max(self.before, self.row + self.below)

    def count_sign(self, sign: str) -> None:
        if self.kind in ("data", "values"):
            return
        if sign in _SEPARATORS:
            if self.kind == "group":
                self.add("patterns", _SEPARATORS[sign])
            else:
                self.begin_anew()
        elif sign in _SIGNS:
            doubled = sign in ("|", "&") and self.kind == "expression"
            self.add(sign * 2 if doubled else sign, ITEM if self.kind == "terms" and sign in "+-" else _SIGNS[sign])


def kind_of(around: Kind, bracket: str, word: str, called: bool) -> Kind:
    """The kind of what a bracket holds, by what it stands in and what stands before it."""
    if around in ("data", "values"):
        return around
    if bracket == "{":
        return "data" if word in _OF_DATA else "values" if word == "VALUES" else "group"
    if bracket == "[":
        return "group"
    return "expression" if called or around in ("expression", "outside") else "terms"


def opener_of(kind: Kind, bracket: str, word: str, called: bool) -> str:
    """What opens a bracket: a key of `OPENERS`."""
    if bracket == "{" and word == "EXISTS":
        return "EXISTS"
    if bracket == "(" and kind == "expression" and called:
        return "REPLACE" if word == "REPLACE" else "functions"
    return "paths or lists" if kind == "terms" else bracket
