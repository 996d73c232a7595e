"""How the hand-coded examples of positions are read: articles, proposals, and what each claim says to each proposal.

    python -m tests.benchmarks.positions.examples > positions.jsonl

The files of `examples/`, `aside/`, `held/`, `blind/` and `fresh/` are made up for this project; a line `---` parts two
articles. An article opens with its proposals, `P1 label | other label; other label | definition`, and its title, `T
title`. In its text `{h1:...}` marks the holder of claim 1 and `{e1:...}` a piece of its evidence; marks may be nested
and may serve several claims, `{h1,3:She}`. It ends with the codings: `1 P2 oppose`, `3=1 P1 support` (the holder of
claim 3 is that of claim 1, and is read there if it has none of its own) and `4 none`. What is not listed is no
position.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]

FILES = Path(__file__).with_suffix("")  # what is learnt from
ASIDE = Path(__file__).with_name("aside")  # what decides between ways, and how much confidence is worth
HELD = Path(__file__).with_name("held")  # for a last measurement
BLIND = Path(__file__).with_name("blind")  # the same: next to nothing was chosen by it
FRESH = Path(__file__).with_name("fresh")  # the same: nothing was chosen by it
STANCES = ("support", "conditional", "undecided", "doubt", "oppose")

_MARK = re.compile(r"\{([he])([1-9][0-9]*(?:,[1-9][0-9]*)*):|[{}]")
_PROPOSAL = re.compile(r"P([1-9]) ([^|]+)\|([^|]*)\|([^|]+)")
_CODING = re.compile(rf"([1-9][0-9]*)(?:=([1-9][0-9]*))? (?:none|P([1-9]) ({'|'.join(STANCES)}))")
_MISCODED = re.compile(r"[0-9]+(=[0-9]+)? (none|P[0-9])")


@dataclass(frozen=True)
class Proposal:
    """What may be supported or opposed."""

    label: str
    aliases: tuple[str, ...]
    definition: str


@dataclass(frozen=True)
class Claim:
    """Who says or does what, as places in the text, and its stance on the proposals by their index.

    `holder` is who stands there ("she"), `named` where the same actor is named first; both None for the author.
    """

    holder: Span | None
    named: Span | None
    evidence: tuple[Span, ...]
    stances: dict[int, str]


@dataclass(frozen=True)
class Article:
    """A coded article, its text without the marks."""

    title: str
    text: str
    proposals: tuple[Proposal, ...]
    claims: tuple[Claim, ...]


def read(path: Path) -> Iterator[Article]:
    """The articles of a file.

    :raises ValueError: the article is not in the form described above; says the file and the line
    """
    start = 1
    for block in re.split(r"^---$\n?", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
        if block.strip():
            try:
                yield _article(block)
            except _Bad as bad:
                raise ValueError(f"{path.name}, line {start + bad.line}: {bad}") from None
        start += block.count("\n") + 1


class _Bad(Exception):
    """What is wrong, and the line of the article it is in, counted from 0."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass
class _Draft:
    """A claim while it is being read, and the line it was first met in."""

    line: int
    holders: list[Span] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    borrowed: int | None = None
    stances: dict[int, str] = field(default_factory=dict)
    codings: int = 0


def _article(block: str) -> Article:
    lines = block.split("\n")
    used = [number for number, line in enumerate(lines) if line.strip()]
    proposals: list[Proposal] = []
    while used and (found := _PROPOSAL.fullmatch(lines[used[0]])):
        if int(found[1]) != len(proposals) + 1:
            raise _Bad("the proposals are not numbered 1, 2, 3", used[0])
        proposals.append(_proposal(found))
        used = used[1:]
    if not proposals or not used or not lines[used[0]].startswith("T ") or re.search("[{}]", lines[used[0]]):
        raise _Bad("expected a proposal or, after the proposals, a title without marks", used[0] if used else 0)
    first = used[0] + 1
    last = max((number for number in used if not _CODING.fullmatch(lines[number])), default=first) + 1
    for number in range(first, last):
        if _MISCODED.match(lines[number]):
            raise _Bad("a coding that cannot be read, or text after the codings", number)
    text, drafts = _unmarked("\n".join(lines[first:last]), first)
    for number in range(last, len(lines)):
        if found := _CODING.fullmatch(lines[number]):
            _code(found, drafts, len(proposals), number)
    claims = tuple(_claim(number, drafts) for number in sorted(drafts))
    gone = len(text) - len(text.lstrip())
    return Article(
        lines[used[0]][2:].strip(), text.strip(), tuple(proposals), tuple(_moved(one, gone) for one in claims)
    )


def _proposal(found: re.Match[str]) -> Proposal:
    aliases = tuple(alias.strip() for alias in found[3].split(";") if alias.strip())
    return Proposal(found[2].strip(), aliases, found[4].strip())


def _unmarked(marked: str, first: int) -> tuple[str, dict[int, _Draft]]:
    """The text without marks, and the claims that were marked, by number."""
    text, done = "", 0
    opened: list[tuple[str, list[int], int, int]] = []
    drafts: dict[int, _Draft] = {}
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        done = mark.end()
        line = first + marked.count("\n", 0, mark.start())
        if mark[1]:
            opened.append((mark[1], [int(number) for number in mark[2].split(",")], len(text), line))
        elif mark[0] == "{" or not opened:
            raise _Bad(f"unexpected {mark[0]}", line)
        else:
            part, numbers, start, line = opened.pop()
            if not text[start:] or text[start:] != text[start:].strip():
                raise _Bad(f"the mark {part}{numbers[0]} is empty or has space at its end", line)
            for number in numbers:
                draft = drafts.setdefault(number, _Draft(line))
                (draft.holders if part == "h" else draft.evidence).append((start, len(text)))
    if opened:
        raise _Bad("a mark is not closed", opened[-1][3])
    return text + marked[done:], drafts


def _code(found: re.Match[str], drafts: dict[int, _Draft], proposals: int, line: int) -> None:
    """Enter a coding into the claim it is about."""
    draft = drafts.get(int(found[1]))
    if draft is None:
        raise _Bad(f"claim {found[1]} is not marked", line)
    if found[2]:
        draft.borrowed = int(found[2])
    if draft.codings > len(draft.stances) or (draft.codings and not found[3]):
        raise _Bad(f"claim {found[1]} is none and something else", line)
    draft.codings += 1
    if found[3]:
        proposal = int(found[3]) - 1
        if proposal >= proposals or proposal in draft.stances:
            raise _Bad(f"there is no proposal {found[3]}, or claim {found[1]} is coded for it twice", line)
        draft.stances[proposal] = found[4]


def _claim(number: int, drafts: dict[int, _Draft]) -> Claim:
    draft = drafts[number]
    marked = [one.holders for one in _lenders(number, drafts) if one.holders]
    if len(draft.holders) > 1 or not draft.evidence or not draft.codings:
        raise _Bad(f"claim {number} needs some evidence, a coding and at most one holder", draft.line)
    if draft.borrowed is not None and not marked:
        raise _Bad(f"claim {draft.borrowed} has no holder to give to claim {number}", draft.line)
    holder, named = (marked[0][0], marked[-1][0]) if marked else (None, None)
    return Claim(holder, named, tuple(sorted(draft.evidence)), draft.stances)


def _lenders(number: int, drafts: dict[int, _Draft]) -> list[_Draft]:
    """A claim, and those that its holder is borrowed from, one from the other."""
    chain = [drafts[number]]
    while (lender := chain[-1].borrowed) is not None:
        if lender not in drafts:
            raise _Bad(f"claim {lender} is not marked, and has no holder to give", chain[-1].line)
        if drafts[lender] in chain:
            break
        chain.append(drafts[lender])
    return chain


def _moved(claim: Claim, by: int) -> Claim:
    """The claim with its places counted from later in the text."""
    holder, named = (span and (span[0] - by, span[1] - by) for span in (claim.holder, claim.named))
    return Claim(holder, named, tuple((start - by, end - by) for start, end in claim.evidence), claim.stances)


if __name__ == "__main__":
    for file in sorted(FILES.glob("*.txt")):
        for article in read(file):
            print(json.dumps(asdict(article), ensure_ascii=False))
