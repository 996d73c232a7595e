"""What a shell remembers between two questions."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from graph.querying import How, run
from graph.querying.apart import text_of
from graph.store import Store
from graph.terminal.streams import put


class Question(NamedTuple):
    """What was asked: SPARQL or the name of a saved query, and the values of its parameters, as name=value."""

    text: str
    pairs: tuple[str, ...] = ()


class Session:
    """A store, how it is asked, and what was asked last.

    This process opens no database: each question is asked in a child, of the newest state of the store.
    """

    def __init__(self, location: str | Path, settings: How) -> None:
        self.location = location
        self.settings = settings
        self.last: Question | None = None
        self.draft = ""  # what the next prompt begins with
        self.over = False

    def ask(self, text: str, pairs: Sequence[str] = ()) -> None:
        """Answer on standard output.

        :raises ClaimgraphError: as `querying.run`.
        """
        self.last = Question(text, tuple(pairs))
        self.write(self.last, None, self.settings.form, limit=self.settings.limit, explain=self.settings.explain)

    def write(
        self, question: Question, out: IO[bytes] | None, form: str | None, *, limit: int | None, explain: bool = False
    ) -> None:
        """Answer a question into a file, or on standard output.

        :raises ClaimgraphError: as `querying.run`.
        """
        how = self.settings._replace(form=form, limit=limit, explain=explain)
        run(self.location, question.text, question.pairs, how, out=out)

    def text_of(self, work: Callable[[Store], str]) -> str:
        """A text that needs the store, made in a child and within the time.

        :raises ClaimgraphError: as the work does, or where the time was up.
        """
        return text_of(self.location, work, self.settings.timeout or None)

    def say(self, text: str) -> None:
        """A text on standard output, in order with the answers."""
        put(text if text.endswith("\n") else f"{text}\n")
