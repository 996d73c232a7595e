"""Texts and bytes that could steer a terminal, and what is left of that."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.terminal.visible import in_one_line, made_safe, visible

# C0, DEL, C1, and what turns the direction of writing round
STEERING = [
    *(chr(code) for code in (*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0))),
    *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff",
]


class Screen(io.BytesIO):
    """What a terminal was sent."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def sent(*pieces: bytes) -> bytes:
    """What a terminal gets of an output in pieces."""
    screen = Screen()
    with made_safe(screen) as out:
        for piece in pieces:
            out.write(piece)
    return screen.getvalue()


def test_control_characters_of_a_text_are_written_out() -> None:
    """Tabs and line feeds stay, unless all shall stand in one line."""
    assert visible("a\x1b[1m\u202eb\tc\nd\re") == "a\\x1b[1m\\u202eb\tc\nd e"
    assert in_one_line("a\n\x1b") == "a\\n\\x1b"
    assert visible("\udcff").encode() == b"\\udcff", "bytes of a name that are no text"


@pytest.mark.parametrize("character", STEERING, ids=lambda c: f"{ord(c):x}")
def test_none_of_them_reaches_a_terminal(character: str) -> None:
    """Neither in a text nor in an output of whatever format, however it is cut."""
    assert character not in visible(f"a{character}b")
    whole = f"a{character}b".encode()
    for cut in range(len(whole)):
        got = sent(whole[:cut], whole[cut:])
        assert character.encode() not in got and got.startswith(b"a") and got.endswith(b"b")


def test_ends_of_lines_stay_and_a_bare_return_does_not() -> None:
    """A return alone would write over what stands before it."""
    assert sent(b"a\r", b"\nb\r", b"c\r") == b"a\r\nb\\rc\\r"


@given(st.lists(st.binary(max_size=6)))
def test_what_is_no_utf8_is_not_mangled(pieces: list[bytes]) -> None:
    """Byte for byte, but for the characters that are written out."""
    text = b"".join(pieces).decode("utf-8", "surrogateescape")
    kept = (
        c if c not in STEERING or text[i : i + 2] == "\r\n" else c.encode("unicode_escape").decode()
        for i, c in enumerate(text)
    )
    assert sent(*pieces) == "".join(kept).encode("utf-8", "surrogateescape")


@given(st.lists(st.binary(max_size=6)))
def test_what_goes_elsewhere_is_left_alone(pieces: list[bytes]) -> None:
    """A file or a pipe gets what the format says."""
    file = io.BytesIO()
    with made_safe(file) as out:
        for piece in pieces:
            out.write(piece)
    assert file.getvalue() == b"".join(pieces)
