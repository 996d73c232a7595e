"""The mapping file: what columns and stance words of a file mean, in TOML, beside the defaults of the tables."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import cast, get_args

from graph.errors import InputError
from graph.model import Kind, Stance
from graph.resources import table_lines

FIELDS = tuple(line.split("\t")[0] for line in table_lines("imports", "tables", "headers.tsv"))
ROLES = ("source", "cue", "content")
_SECTIONS = ("columns", "stances", "kinds", "marks")
_SETTINGS = ("dates", "kind", "delimiter")


@dataclass(frozen=True, slots=True)
class Words:
    """What a file's own words stand for.

    `columns` leads from our fields to its headers, `stances` from its stance words, `kinds` from its names of actors,
    `marks` from its types of annotation; `dates` is a format of strptime, `kind` that of actors of which nothing tells.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    stances: Mapping[str, Stance] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    dates: str | None = None
    kind: Kind | None = None
    delimiter: str | None = None

    def fields(self, headers: Iterable[str]) -> dict[str, str]:
        """Our fields and the headers that hold them: those that the mapping names, else those of the table."""
        known = list(headers)
        chosen = {ours: theirs for ours, theirs in self.columns.items() if theirs in known}
        free = {_plain(theirs): theirs for theirs in reversed(known) if theirs not in chosen.values()}
        for ours, names in _headers().items():
            named = next((name for name in names if name in free), None)
            if named and ours not in self.columns:
                chosen[ours] = free.pop(named)
        return chosen

    def stance(self, word: str) -> Stance | None:
        """The stance that a word stands for; None where nobody knows."""
        return self.stances.get(_word(word)) or _stances().get(_word(word))

    def role(self, *words: str) -> str | None:
        """Whether the first of some words that is known means source, cue or content."""
        found = (self.marks.get(_word(word)) or _MARKS.get(_plain(word)) for word in words)
        return next((role for role in found if role), None)


_MARKS = {
    **dict.fromkeys(("source", "speaker", "attributionsource"), "source"),
    **dict.fromkeys(("cue", "attributioncue", "reportingverb"), "cue"),
    **dict.fromkeys(("content", "quote", "quotation", "claim", "statement", "attributioncontent"), "content"),
}


def read_mapping(path: Path | None) -> Words:
    """The mapping of a file; that of the defaults alone without one.

    :raises InputError: where it is no TOML, or says something that the format does not have.
    """
    if path is None:
        return Words()
    found = _toml(path)
    for name in found:
        if name not in (*_SECTIONS, *_SETTINGS):
            known = ", ".join((*(f"[{section}]" for section in _SECTIONS), *_SETTINGS))
            raise InputError(f"{path.name}: {name!r} is nothing that a mapping has; known are {known}.")
    columns, stances, kinds, marks = (_section(path, found, name) for name in _SECTIONS)
    for ours in columns:
        _one_of(path, "columns", ours, FIELDS)
    settings = {name: _text(path, name, found[name]) for name in _SETTINGS if name in found}
    return Words(
        columns,
        {_word(word): cast(Stance, _one_of(path, "stances", ours, get_args(Stance))) for word, ours in stances.items()},
        {name: _kind(path, kind) for name, kind in kinds.items()},
        {_word(word): _one_of(path, "marks", ours, ROLES) for word, ours in marks.items()},
        settings.get("dates"),
        _kind(path, settings["kind"]) if "kind" in settings else None,
        settings.get("delimiter"),
    )


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise InputError(f"The mapping {path} cannot be read ({error.strerror or error}): check the path.") from error
    except (ValueError, RecursionError) as error:
        said = " ".join(str(error).split()) or "nested too deeply"
        raise InputError(
            f"The mapping {path.name} is no TOML ({said}): put names with blanks and stance words in quotation marks."
        ) from error


def _section(path: Path, found: Mapping[str, object], name: str) -> dict[str, str]:
    section = found.get(name, {})
    if not isinstance(section, dict):
        raise InputError(f"{path.name}: {name} should be a section: begin it with [{name}].")
    return {str(key): _text(path, f"[{name}] {key}", value) for key, value in section.items()}


def _text(path: Path, name: str, value: object) -> str:
    if not isinstance(value, str) or not value:
        raise InputError(f"{path.name}: {name} should be text: put it in quotation marks.")
    return value


def _kind(path: Path, kind: str) -> Kind:
    return cast(Kind, _one_of(path, "kinds", kind, get_args(Kind)))


def _one_of(path: Path, section: str, word: str, options: Iterable[str]) -> str:
    if word not in options:
        raise InputError(f"{path.name}: [{section}] has {word!r}, which is none of {', '.join(options)}.")
    return word


def _plain(header: str) -> str:
    return re.sub(r"[\s_-]", "", header.casefold())


def _word(word: str) -> str:
    return " ".join(word.casefold().split())


@cache
def _headers() -> Mapping[str, tuple[str, ...]]:
    lines = (line.split("\t") for line in table_lines("imports", "tables", "headers.tsv"))
    return {ours: tuple(map(_plain, names.split())) for ours, names in lines}


@cache
def _stances() -> Mapping[str, Stance]:
    lines = (line.split("\t") for line in table_lines("imports", "tables", "stances.tsv"))
    return {word: cast(Stance, stance) for stance, words in lines for word in words.split("|")}
