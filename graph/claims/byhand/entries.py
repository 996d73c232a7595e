"""One entry of an annotation file: its fields by type, each checked, unknown ones refused."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from graph.errors import AnnotationError

Option = TypeVar("Option", bound=str)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, and which of their occurrences is meant (from 1; None where they stand once)."""

    text: str
    occurrence: int | None = None


@dataclass(slots=True)
class Entry:
    """A mapping of a file and, in words, where it stands; `done` refuses the fields that nobody asked for."""

    fields: Mapping[str, Any]
    where: str
    asked: set[str] = field(default_factory=set)

    def get(self, key: str) -> object:
        """Whatever YAML holds there; None where the field is not there."""
        self.asked.add(key)
        return self.fields.get(key)

    def maybe(self, key: str) -> str | None:
        """A text, or None where the field is not there."""
        found = self.texts(key)
        if len(found) > 1:
            raise AnnotationError(f"{self.where}: {key} is a list where one text is needed.")
        return found[0] if found else None

    def text(self, key: str) -> str:
        return self.maybe(key) or self._missing(key)

    def texts(self, key: str, *, needed: bool = False) -> tuple[str, ...]:
        """One text or a list of them; numbers count as text."""
        value = self.get(key)
        items = [] if value is None else value if isinstance(value, list) else [value]
        if needed and not items:
            self._missing(key)
        for item in items:
            if isinstance(item, (dict, list, bool)) or not str(item or "").strip():
                raise AnnotationError(f"{self.where}: {key} should be text.")
        return tuple(str(item) for item in items)

    def one_of(self, key: str, options: tuple[Option, ...]) -> Option:
        """The option that the text of a field names."""
        value = self.text(key)
        for option in options:
            if option == value:
                return option
        raise AnnotationError(f"{self.where}: {key} is {value!r}, which is none of {', '.join(options)}.")

    def flag(self, key: str) -> bool:
        value = self.get(key)
        if value not in (None, True, False):
            raise AnnotationError(f"{self.where}: {key} should be true or false.")
        return bool(value)

    def quotes(self, key: str, *, needed: bool = False) -> tuple[Quote, ...]:
        """Quotes as plain text, or as {quote: ..., occurrence: 2} where the words stand more than once."""
        value = self.get(key)
        items = [] if value is None else value if isinstance(value, list) else [value]
        if needed and not items:
            self._missing(key)
        return tuple(self._quote(key, item) for item in items)

    def done(self) -> None:
        """:raises AnnotationError: for a field that the format does not have, such as a misspelt one."""
        for key in self.fields:
            if key not in self.asked:
                raise AnnotationError(
                    f"{self.where}: {key!r} is no field here; known are {', '.join(sorted(self.asked))}."
                )

    def _quote(self, key: str, item: object) -> Quote:
        entry = Entry(item, f"{self.where}: {key}") if isinstance(item, dict) else Entry({"quote": item}, self.where)
        text, number = entry.text("quote"), entry.get("occurrence")
        if number is not None and (type(number) is not int or number < 1):
            raise AnnotationError(f"{self.where}: occurrence of {text!r} should be a whole number from 1.")
        entry.done()
        return Quote(text, number)

    def _missing(self, key: str) -> str:
        raise AnnotationError(f"{self.where}: {key} is missing.")


def entries(top: Entry, key: str) -> Iterator[tuple[str, Entry]]:
    """The entries under a key, a mapping by name or a list, each with its name."""
    value = top.get(key) or {}
    named = (
        list(value.items())
        if isinstance(value, dict)
        else list(enumerate(value, 1))
        if isinstance(value, list)
        else None
    )
    if named is None:
        raise AnnotationError(f"{top.where}: {key} should be a list or a mapping of entries.")
    for name, fields in named:
        where = f"{top.where}: {key.removesuffix('s')} {name}"
        if not isinstance(fields, dict):
            raise AnnotationError(f"{where} should be a mapping of fields.")
        yield str(name), Entry(fields, where)
