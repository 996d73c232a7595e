"""Marked pieces of a text and the links between them, as tools for annotation have them, to statements.

A statement is a content with its cues and its sources: those that it is linked to, those that its cues are linked to,
and where a text has no link at all, the nearest of the same paragraph. What else is known of it (speaker, proposal,
stance) stands at any of these, or at a mark of another layer over the content, under the names of `headers.tsv`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.imports.documents import Statement
from graph.imports.mapping import Words
from graph.imports.rows import Reading, Row
from graph.model import Kind, Span

_NEAR = 300  # characters between a content and what belongs to it without a link
_PRONOUNS = frozenset(
    ["he", "she", "they", "it", "i", "we", "you", "who", "which", "that", "his", "her", "their", "its", "him", "them",
     "er", "sie", "es", "wir", "ich", "il", "elle", "ils", "elles", "él", "ella", "ellos", "ellas"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked piece: its name in the file, what it is (source, cue, content, or no more than what is said of it)."""

    name: str
    role: str
    spans: tuple[Span, ...]
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


def statements_of(
    file: str, text: str, marks: Sequence[Mark], links: Iterable[tuple[str, str]], words: Words
) -> tuple[Statement, ...]:
    """The statements of a text, in its order.

    :raises InputError: where a stance, a kind or a day cannot be understood.
    """
    spelt: dict[str, str] = {}
    for key in (key for mark in marks for key in mark.facts):
        spelt.setdefault(key.casefold(), key)
    same = [replace(mark, facts={spelt[key.casefold()]: value for key, value in mark.facts.items()}) for mark in marks]
    reading = Reading(file, words, words.fields(spelt.values()))
    found = tuple(_statement(group, reading) for group in _groups(text, list(_with_layers(same)), links))
    reading.refuse_unknown()
    return found


def _statement(group: Sequence[Mark], reading: Reading) -> Statement:
    """What a content and all that belongs to it say; the content's own facts come first."""
    facts: dict[str, str] = {}
    for mark in group:
        for key, value in mark.facts.items():
            facts.setdefault(key, value)
    names = ", ".join(mark.name for mark in group if mark.role == "content")
    statement = reading.statement(Row(names, facts))
    source = _spans(group, "source")
    named = None if statement.holder else _name(source)
    return replace(
        statement,
        actor=statement.actor or named,
        kind=statement.kind or (_kind_of(named) if named else None),
        quotation="",
        near=None,
        content=_spans(group, "content"),
        source=source,
        cue=_spans(group, "cue"),
    )


def _with_layers(marks: Sequence[Mark]) -> Iterator[Mark]:
    """The sources, cues and contents; what other marks over a content say is said of it."""
    others = [mark for mark in marks if not mark.role]
    for mark in marks:
        if mark.role:
            over = [other for other in others if mark.role == "content" and _overlap(mark, other)]
            yield replace(mark, facts={key: value for one in (*over, mark) for key, value in one.facts.items()})


def _overlap(one: Mark, other: Mark) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.spans for b in other.spans)


def _spans(group: Iterable[Mark], role: str) -> tuple[Span, ...]:
    return tuple(sorted({span for mark in group if mark.role == role for span in mark.spans}))


def _name(source: Sequence[Span]) -> str | None:
    """The words of a source as a name, without an article before it; a pronoun names nobody."""
    words = re.sub(r"^(?:the|a|an)\s+", "", " ".join(" ".join(span.text for span in source).split()), flags=re.I)
    return None if not words or words.casefold() in _PRONOUNS else words


def _kind_of(name: str) -> Kind | None:
    """Words that begin with a small letter are no name: they mean a group."""
    return "Group" if name[:1].islower() else None


def _groups(text: str, marks: Sequence[Mark], links: Iterable[tuple[str, str]]) -> Iterator[list[Mark]]:
    """Contents with what belongs to them; contents of one cue are one statement."""
    by_name = {mark.name: mark for mark in marks}
    beside: dict[str, set[str]] = {name: set() for name in by_name}
    linked = False
    for one, other in links:
        if one in beside and other in beside:
            linked = True
            beside[one].add(other)
            beside[other].add(one)
    contents = sorted((mark for mark in marks if mark.role == "content"), key=lambda mark: (mark.start, mark.end))
    done: set[str] = set()
    for content in contents:
        if content.name in done:
            continue
        if linked:
            cues = _next(content, "cue", beside, by_name)
            sources = _next(content, "source", beside, by_name)
            sources = sources or [s for cue in cues for s in _next(cue, "source", beside, by_name)]
            cues = cues or [c for s in sources for c in _next(s, "cue", beside, by_name) if _alone(c, beside, by_name)]
            more = [c for cue in cues for c in _next(cue, "content", beside, by_name) if c.name != content.name]
        else:
            cues, sources, more = _nearest(text, content, "cue", marks), _nearest(text, content, "source", marks), []
        done.update(mark.name for mark in (content, *more))
        yield list({mark.name: mark for mark in (content, *more, *cues, *sources)}.values())


def _next(mark: Mark, role: str, beside: Mapping[str, set[str]], by_name: Mapping[str, Mark]) -> list[Mark]:
    found = (by_name[name] for name in beside[mark.name])
    return sorted((other for other in found if other.role == role), key=lambda other: (other.start, other.name))


def _alone(cue: Mark, beside: Mapping[str, set[str]], by_name: Mapping[str, Mark]) -> bool:
    """Whether a cue belongs to no content yet."""
    return not _next(cue, "content", beside, by_name)


def _nearest(text: str, content: Mark, role: str, marks: Iterable[Mark]) -> list[Mark]:
    """The nearest mark of a role in the paragraph of a content."""
    near = [
        (gap, mark.name, mark)
        for mark in marks
        if mark.role == role
        and (gap := max(content.start, mark.start) - min(content.end, mark.end)) <= _NEAR
        and "\n\n" not in text[min(content.end, mark.end) : max(content.start, mark.start)]
    ]
    return [min(near)[2]] if near else []
