"""What is being typed at the end of a text: which sort of word, and how much of it is there."""

import re
from typing import Literal, NamedTuple

from graph.sparql.tokens import Token, token_at

Sort = Literal["thing", "variable", "name", "word", "nothing"]

# < or @ and the beginning of a name, which may have several words; ?a<?b and "x"@en are none
_TRIGGER = re.compile(r"[<@]((?:\w[\w .,'’&/()+-]{0,80})?)$")
_ADDRESS = re.compile(r"<\w+:[^\s<>]*$")
_WORD = re.compile(r"[^\W\d][\w.-]*$")


class Place(NamedTuple):
    """A sort of word, and the text of it that stands before the cursor; all of which a completion replaces."""

    sort: Sort
    typed: str


def place_of(text: str) -> Place:
    """What stands before the cursor at the end of a text of SPARQL.

    >>> place_of("SELECT ?who { ?w"), place_of("ASK { <Da-Nien L"), place_of("ASK { ?s cg:op")
    (Place(sort='variable', typed='?w'), Place(sort='thing', typed='<Da-Nien L'), Place(sort='name', typed='cg:op'))
    >>> place_of('ASK { ?s ?p "a te').sort, place_of("ASK { ?n # se").sort
    ('nothing', 'nothing')
    """
    pieces = _pieces(text)
    if _in_text(text, pieces) or _ADDRESS.search(text):
        return Place("nothing", "")
    if (match := _TRIGGER.search(text)) and _is_trigger(pieces, match.start()):
        return Place("thing", match[0])
    last = pieces[-1] if pieces else Token("space", "", 0)
    if last.kind == "language":
        return Place("nothing", "")
    if last.kind == "variable" or last.text in ("?", "$"):
        return Place("variable", last.text)
    if last.kind == "name":
        return Place("name", last.text)
    if match := _WORD.search(text):  # such as the name of a saved query, which is more than one token
        return Place("word", match[0])
    return Place("word", "") if last.kind in ("space", "sign") else Place("nothing", "")


def _pieces(text: str) -> list[Token]:
    found: list[Token] = []
    while not found or found[-1].end < len(text):
        if not text:
            break
        found.append(token_at(text, found[-1].end if found else 0))
    return found


def _in_text(text: str, pieces: list[Token]) -> bool:
    """Whether the end is within a comment or a text that is not closed."""
    if not pieces:
        return False
    line = text.rfind("\n") + 1
    opened = any(p.kind == "sign" and p.text in "'\"" and p.start >= line for p in pieces)
    return pieces[-1].kind == "comment" or opened


def _is_trigger(pieces: list[Token], position: int) -> bool:
    """Whether a token begins here, and not one that says the language of a text."""
    before = [piece for piece in pieces if piece.start < position]
    return any(piece.start == position for piece in pieces) and not (before and before[-1].kind == "string")
