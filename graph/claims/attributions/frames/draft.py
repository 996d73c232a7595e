"""What a frame finds: an attribution in words, before its content is cut out of the article."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Draft:
    """The word that it hangs on, the cue, the source with its head and how that was found, and the content's words.

    `without` are words that stand among those of the content and are none of it.
    """

    head: "Token"
    cue: tuple["Token", ...]
    holder: "Token | None"
    how: str
    source: tuple["Token", ...]
    body: Sequence["Token"]
    without: tuple["Token", ...] = ()
    features: tuple[str, ...] = ()


Frame = Callable[["Token"], Iterator[Draft]]
