"""What a file of codings gives, whatever its format: documents with the statements that somebody coded in them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from graph.articles.draft import Known
from graph.model import Kind, Span, Stance


@dataclass(frozen=True, slots=True)
class Statement:
    """A coded statement: who says what, and what that means for a proposal.

    `place` says where it stands in its file ("row 3"). The words are either `content`, spans of the document's text
    (with `source` and `cue` where these were coded), or a `quotation` that has to be found in it, near the offset
    `near` where it stands more than once. Without a holder, a proposal or a stance it is a claim alone.
    """

    place: str
    person: str | None = None
    organization: str | None = None
    actor: str | None = None
    kind: Kind | None = None
    proposal: str | None = None
    topic: str | None = None
    stance: Stance | None = None
    day: date | None = None
    coder: str | None = None
    quotation: str = ""
    near: int | None = None
    content: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()

    @property
    def holder(self) -> str | None:
        """The name of who says it: the person where there is one."""
        return self.person or self.actor or self.organization


@dataclass(frozen=True, slots=True)
class Document:
    """A text, or what a file knows of one: `text` is None where the file does not hold it.

    `id` is how the file names it, `known` what is known of it besides.
    """

    id: str
    statements: tuple[Statement, ...]
    text: str | None = None
    known: Known = field(default=Known())

    @property
    def name(self) -> str:
        """What its article is called: texts of one title are told apart by their days."""
        return f"{self.id} {self.known.published}" if self.known.published else self.id


@dataclass(frozen=True, slots=True)
class Coded:
    """All that one file holds; `notes` are sentences about what was passed over in it."""

    documents: tuple[Document, ...]
    notes: tuple[str, ...] = ()


def coders_of(statements: Iterable[Statement]) -> tuple[str, ...]:
    """Who coded, each once."""
    return tuple(sorted({s.coder for s in statements if s.coder}))
