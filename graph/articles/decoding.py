"""Bytes to text, without guessing: UTF-8, UTF-16 and UTF-32 with their mark, and Windows text where it is certain."""

import codecs

from graph.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# the Windows code pages of Western, Central and Turkish Europe: what all of them read alike is certain
_WINDOWS = ("cp1252", "cp1250", "cp1254")
_MOST_FOREIGN = 0.1
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1a\x1b\x1c\x1d\x1e\x1f")


def decode(data: bytes, name: str) -> str:
    """The text of a file; a byte-order mark is no part of it.

    :raises InputError: where the bytes are no text, or of an encoding that cannot be told for certain.
    """
    text = _by_mark(data, name) or _by_trial(data, name)
    if any(control in text for control in _CONTROLS):
        raise InputError(f"{name} is no text but a binary file: leave it out, or save it as UTF-8 text.")
    return text


def _by_mark(data: bytes, name: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise InputError(
                    f"{name} is broken {encoding.upper()} at byte {error.start}: save it again."
                ) from error
    return None


def _by_trial(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise InputError(f"{name} is no text but a binary file: leave it out, or save it as UTF-8 text.") from error
        windows = _certain_windows(data)
        if windows is None:
            raise InputError(
                f"{name} is not UTF-8 (byte {error.start}), and its encoding cannot be told: save it as UTF-8."
            ) from error
        return windows


def _certain_windows(data: bytes) -> str | None:
    """The text where every Windows code page reads it alike and foreign letters are few, else None."""
    readings = set()
    for encoding in _WINDOWS:
        try:
            readings.add(data.decode(encoding))
        except UnicodeDecodeError:
            return None
    foreign = sum(byte > 127 for byte in data)
    return readings.pop() if len(readings) == 1 and foreign <= _MOST_FOREIGN * len(data) else None
