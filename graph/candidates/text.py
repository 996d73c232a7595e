"""Clusters of candidates as a page to read: the name, the other names, and who says what of it."""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from textwrap import shorten, wrap

from graph.candidates.cluster import Cluster, Voice
from graph.terminal.visible import visible

_VOICES = 3
_LONGEST = 200  # characters of a quotation


def text_of(clusters: Iterable[Cluster]) -> str:
    """The page, as wide as the terminal; no text of an article can move its cursor."""
    width = max(40, min(110, shutil.get_terminal_size((100, 40)).columns))
    entries = ["\n".join(_entry(cluster, width)) for cluster in clusters]
    return "\n\n".join(entries or ["no candidates"]) + "\n"


def _entry(cluster: Cluster, width: int) -> Iterator[str]:
    number = len(cluster.articles)
    yield from _wrapped(cluster.label, "", width)
    counted = f"{number} article{'s' * (number != 1)}: {', '.join(cluster.stances) or 'no stands'}"
    yield from _wrapped(counted, "  ", width)
    if cluster.aliases:
        yield from _wrapped(f"also: {'; '.join(cluster.aliases)}", "  ", width)
    said = _together(cluster.voices)
    for voice, holders in list(said.items())[:_VOICES]:
        words = shorten(voice.words, _LONGEST, placeholder=" …")
        yield from _wrapped(f"{', '.join(holders)}, {voice.stance}: “{words}” — {voice.title}", "    ", width)
    if len(said) > _VOICES:
        yield f"    and {len(said) - _VOICES} more"


def _together(voices: Iterable[Voice]) -> dict[Voice, list[str]]:
    """Who takes the same stand in the same words of the same article."""
    said: dict[Voice, list[str]] = {}
    for voice in voices:
        said.setdefault(replace(voice, holder="", confidence=0.0), []).append(voice.holder)
    return said


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    return wrap(visible(text), width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
