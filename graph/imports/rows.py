"""Rows of a table, whatever file they come from, to statements and their documents."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast, get_args

from graph.articles import parse_date
from graph.articles.draft import Known
from graph.errors import InputError
from graph.imports.documents import Document, Statement
from graph.imports.mapping import Words
from graph.model import Kind, Stance

_NAMED = 5  # so many words or rows are named in a message


@dataclass(frozen=True, slots=True)
class Row:
    """One row by its headers, and where it stands ("row 3")."""

    place: str
    cells: Mapping[str, str]


class Reading:
    """Understands the rows of one file; what it does not understand is gathered, and told at the end all at once."""

    def __init__(self, file: str, words: Words, fields: Mapping[str, str]) -> None:
        self._file, self._words, self._fields = file, words, fields
        self._unknown: dict[str, str] = {}

    def get(self, row: Row, field: str) -> str | None:
        """What a row has for a field of ours, without blanks around it; None where there is nothing."""
        header = self._fields.get(field)
        return row.cells.get(header, "").strip() or None if header else None

    def statement(self, row: Row) -> Statement:
        """The statement of a row.

        :raises InputError: where a day, a kind or an offset cannot be understood.
        """
        kind = self.get(row, "kind")
        return Statement(
            place=row.place,
            person=self.get(row, "person"),
            organization=self.get(row, "organization"),
            actor=self.get(row, "actor"),
            kind=None if kind is None else self._kind(row, kind),
            proposal=self.get(row, "proposal"),
            topic=self.get(row, "topic"),
            stance=self._stance(row),
            day=self._day(row),
            coder=self.get(row, "coder"),
            quotation=row.cells.get(self._fields.get("quotation", ""), "").strip(),
            near=self._offset(row, "start"),
        )

    def known(self, row: Row) -> Known:
        """What a row tells of its document."""
        url, document = self.get(row, "url"), self.get(row, "document")
        author = self.get(row, "author")
        return Known(
            title=None if document is None or _is_address(document) else document,
            publisher=self.get(row, "publisher"),
            authors=(author,) if author else (),
            published=self._day(row),
            language=self.get(row, "language"),
            url=url or (document if document and _is_address(document) else None),
        )

    def refuse_unknown(self) -> None:
        """:raises InputError: where rows had stance words that nobody knows; it says how to map them."""
        if self._unknown:
            some = list(self._unknown.items())[:_NAMED]
            named = ", ".join(f"“{word}” ({place})" for word, place in some)
            more = f" and {len(self._unknown) - _NAMED} more" if len(self._unknown) > _NAMED else ""
            raise InputError(
                f"{self._file} has unknown stances, {named}{more}: say in a file for --mapping what they are, "
                f'[stances] and below it "{some[0][0]}" = "support" (or conditional, undecided, doubt, oppose).'
            )

    def _stance(self, row: Row) -> Stance | None:
        """The stance in words where there is one, else DNA's agreement, which knows yes and no."""
        word, agreement = self.get(row, "stance"), self.get(row, "agreement")
        if word is None and agreement in ("0", "0.0"):
            return self._words.stances.get(agreement, "oppose")
        said = word or agreement
        if said is None:
            return None
        found = self._words.stance(said)
        if found is None:
            self._unknown.setdefault(said, row.place)
        return found

    def _day(self, row: Row) -> date | None:
        said = self.get(row, "date")
        if said is None:
            return None
        found = _day_as(said, self._words.dates) if self._words.dates else parse_date(said)
        if found is None:
            raise InputError(
                f"{self._file}, {row.place}: “{said}” is no day that can be read in one way: write 2025-04-23, or say "
                'how days are written in a file for --mapping, such as dates = "%d/%m/%Y".'
            )
        return found

    def _kind(self, row: Row, said: str) -> Kind:
        kind = self._words.kinds.get(said) or said.capitalize().replace("Organisation", "Organization")
        if kind not in get_args(Kind):
            raise InputError(
                f"{self._file}, {row.place}: the kind of actor “{said}” is none of {', '.join(get_args(Kind))}: "
                f'say which it is in a file for --mapping, [kinds] and below it "{said}" = "Organization".'
            )
        return cast(Kind, kind)

    def _offset(self, row: Row, field: str) -> int | None:
        said = self.get(row, field)
        if said is None:
            return None
        if not (said.isascii() and said.isdigit() and len(said) < 12):
            raise InputError(f"{self._file}, {row.place}: the offset “{said}” is no whole number: mend or empty it.")
        return int(said)


def documents_of(rows: Iterable[tuple[Known, Statement]], file: str) -> Iterator[Document]:
    """The documents of statements, in the order of the file: by address or title, publisher and day."""
    found: dict[tuple[object, ...], tuple[Known, list[Statement]]] = {}
    for known, statement in rows:
        key = (known.url,) if known.url else (known.title, known.publisher, known.published)
        found.setdefault(key, (known, []))[1].append(statement)
    for known, statements in found.values():
        first = min((s.day for s in statements if s.day), default=known.published)
        yield Document(
            known.title or known.url or known.publisher or file,
            tuple(statements),
            None,
            replace(known, published=first),
        )


def _day_as(said: str, form: str) -> date | None:
    try:
        return datetime.strptime(said, form).date()
    except ValueError:
        return None


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))
