"""An event as a frame finds it, before it becomes a record."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.claims.happenings.asserting import Status
from graph.claims.happenings.parties import Party

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Draft:
    """Who did what: `head` is the word that tells it, `words` those whose phrases tell where and when.

    `theme` is what is done or done to, where that is no party: "tariffs" that are imposed. `about` says what kind of
    thing it is, so that two tellings of one event can be told from two events.
    """

    head: "Token"
    code: str | None
    parties: tuple[Party, ...]
    theme: "Token | None"
    words: "tuple[Token, ...]"
    status: Status
    score: float
    reason: str
    about: str
