"""The tables that tell by a line's form what it is, read from `tables/`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from graph.articles.metadata.dates import DATE
from graph.model import RegionKind

Zone = Literal["any", "head", "tail"]
Takes = Literal["headlines", "legal", "references", "all", "house"]

_TABLES = Path(__file__).with_name("tables")
_LONGEST = 300
_UPPER = r"[^\W\d_a-zß-ÿ]"
_WORD = rf"{_UPPER}[\w.’'-]*"
_PARTICLE = r"(?:de|da|do|dos|di|del|della|van|von|der|den|ter|al|el|bin|ibn|la|le|du|y|e|zu)"
_NOT_NAMES = r"(?!(?:Any|All|The|This|That|Our|Its|Their|No|One|Two|Mid|Land|Sea|Air|Then|Now|Far|Law|Invitation)\b)"
_CREDIT = (
    r"(?:[Aa]dditional |[Ff]urther |[Ww]ith )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ee]dited|[Cc]ompiled|[Tt]ranslated"
    r"|[Tt]ranslation|[Pp]roduction|[Gg]raphics?|REPORTING|WRITING|EDITING)"
    r"(?:,? (?:and )?(?:additional )?(?:reporting|writing|editing|production))?"
    r" (?:by|from|BY):?"
)
_PEOPLE = rf"{_WORD}(?:,? (?:{_WORD}|{_PARTICLE}|and|in|for|of|at|the|&|bureau|newsroom|team|staff|desk)){{0,60}}"
NAME = rf"{_NOT_NAMES}{_WORD}(?: (?:{_WORD}|{_PARTICLE})){{1,4}}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a table; `examples` it must match, `counter` it must not."""

    name: str
    pattern: re.Pattern[str]
    kind: RegionKind
    zone: Zone
    longest: int
    takes: Takes | None
    needs: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]

    def match(self, line: str) -> re.Match[str] | None:
        """The rule's match of a whole line."""
        if len(line) > self.longest or (self.needs and not self._may(line.lower())):
            return None
        return self.pattern.fullmatch(line)

    def _may(self, line: str) -> bool:
        """Whether the line has one of the words without which the pattern is not worth its time."""
        return any(word in line for word in self.needs)


@cache
def line_rules() -> tuple[Rule, ...]:
    """The rules for single lines."""
    return tuple(_rules("lines"))


@cache
def openers() -> tuple[Rule, ...]:
    """The rules for lines that open a stretch which is not the article."""
    return tuple(_rules("openers"))


@cache
def endings() -> tuple[Rule, ...]:
    """The rules for what is glued to the end of a paragraph."""
    return tuple(_rules("endings"))


@cache
def table(name: str) -> tuple[str, ...]:
    """A plain list of the tables, such as `agencies`."""
    return tuple(_tables()[name])


@cache
def _tables() -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    tables: dict[str, Any] = {}
    for path in sorted(_TABLES.glob("*.yaml")):
        for key, rows in yaml.load(path.read_text(encoding="utf-8"), Loader=loader).items():  # noqa: S506 - a safe loader
            tables.setdefault(key, []).extend(rows)
    return tables


def _rules(key: str) -> Iterator[Rule]:
    for row in _tables()[key]:
        patterns = row.get("patterns") or [row["pattern"]]
        form = f"{row.get('first', '')}(?:{'|'.join(patterns)}){row.get('then', '')}"
        yield Rule(
            name=row["name"],
            pattern=re.compile(_filled(form), 0 if row.get("case") else re.IGNORECASE),
            kind=row.get("kind", "boilerplate"),
            zone=row.get("zone", "any"),
            longest=row.get("longest", _LONGEST),
            takes=row.get("takes"),
            needs=tuple(row.get("needs", ())),
            examples=tuple(row["is"]),
            counter=tuple(row["not"]),
        )


def _filled(form: str) -> str:
    """A pattern with the lists and forms that it names in braces put in."""
    agency = _any_of(table("agencies"))
    one = rf"(?:{NAME}|{agency}(?: [Ss]taff)?|[Ss]taff (?:[Ww]riters?|[Rr]eporters?)|Our Correspondent)"
    lists = {
        "{agency}": agency,
        "{photo}": _any_of(table("photo")),
        "{labels}": _any_of(table("labels")),
        "{date}": f"(?i:{DATE})",
        "{names}": rf"{one}(?:(?:,| and|, and| &) {one}){{0,7}}",
        "{name}": NAME,
        "{credit}": _CREDIT,
        "{people}": _PEOPLE,
    }
    for key, value in lists.items():
        form = form.replace(key, value)
    return form


def _any_of(words: tuple[str, ...]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(word) for word in longest_first)})"
