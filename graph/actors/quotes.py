"""Whether a word stands inside quotation marks."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def in_quotation(token: "Token") -> bool:
    """Whether more quotation marks have been opened than closed before a word of its paragraph."""
    opened = 0
    for before in token.doc[: token.i]:
        if before.text in ("“", "``"):
            opened = 1
        elif before.text in ("”", "''"):
            opened = 0
        elif before.text == '"':
            opened = 1 - opened
    return bool(opened)
