"""Markdown: a briefing on what a filter keeps, each statement with a footnote that proves it.

With `--focus NAME --depth 1` it is the briefing of one actor or one proposal.
Specification: CommonMark 0.31, with the tables and footnotes that GitHub, Pandoc and Obsidian share.
"""

from collections.abc import Iterator
from typing import BinaryIO

from graph.exports.prose import (
    STANCES,
    by_proposal,
    day,
    escaped,
    extent,
    in_time,
    quoted,
    shifts,
    source,
)  # fmt: skip
from graph.networks.debate import Debate, Statement
from graph.store import Store


def write_markdown(debate: Debate, store: Store, out: BinaryIO) -> None:
    """Write the briefing as UTF-8."""
    notes = {statement.id: number for number, statement in enumerate(in_time(debate.statements), start=1)}
    for line in _lines(debate, notes):
        out.write(f"{line}\n".encode())


def _lines(debate: Debate, notes: dict[str, int]) -> Iterator[str]:
    yield f"# {_title(debate)}"
    yield f"\n{extent(debate)}"
    proposals = by_proposal(debate)
    if len(proposals) > 1:
        yield "\n| Proposal | In favour | Undecided | Against |\n|---|---:|---:|---:|"
        yield from (_row(debate, proposal, stances) for proposal, stances in proposals.items())
    yield from _changes(debate, notes)
    for proposal, stances in proposals.items():
        yield from _section(debate, proposal, stances, notes)
    if notes:
        yield ""
    for statement in in_time(debate.statements):
        yield f"[^{notes[statement.id]}]: {source(debate, statement)}"


def _title(debate: Debate) -> str:
    """The name of the one actor or proposal that all statements share, where they do."""
    for ends in ({s.position.holder for s in debate.statements}, {s.position.proposal for s in debate.statements}):
        if len(ends) == 1:
            return escaped(debate.label(ends.pop()))
    return "Who stands where"


def _row(debate: Debate, proposal: str, stances: dict[str, list[Statement]]) -> str:
    holders = {stance: {s.position.holder for s in some} for stance, some in stances.items()}
    sides = (
        holders["support"] | holders["conditional"], holders["undecided"], holders["doubt"] | holders["oppose"],
    )  # fmt: skip
    return f"| {escaped(debate.label(proposal))} | " + " | ".join(str(len(side)) for side in sides) + " |"


def _changes(debate: Debate, notes: dict[str, int]) -> Iterator[str]:
    found = shifts(debate)
    if found:
        yield "\n## Changes of position\n"
    for before, after in found:
        one, other = (f"{STANCES[s.position.stance]} ({day(s.day)})[^{notes[s.id]}]" for s in (before, after))
        yield f"- **{_who(debate, before)}** on {escaped(debate.label(before.position.proposal))}: {one}, then {other}"


def _section(
    debate: Debate, proposal: str, stances: dict[str, list[Statement]], notes: dict[str, int]
) -> Iterator[str]:
    yield f"\n## {escaped(debate.label(proposal))}"
    known = debate.proposals.get(proposal)
    if known and known.definition:
        yield f"\n{escaped(known.definition)}"
    for stance, statements in stances.items():
        if statements:
            yield f"\n### {STANCES[stance].removeprefix('is ').removesuffix(' on').capitalize()} ({len(statements)})\n"
        for statement in statements:
            words = f"{day(statement.day)}: {quoted(statement)}[^{notes[statement.id]}]"
            yield f"- **{_who(debate, statement)}**, {words}"


def _who(debate: Debate, statement: Statement) -> str:
    return escaped(debate.label(statement.position.holder)) or "?"
