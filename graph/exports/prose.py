"""Markdown that text from articles cannot break, and what every report says in the same words.

Any ASCII punctuation may be escaped by a backslash (CommonMark 0.31, section 2.4); what Obsidian and GitHub add
(tags, highlights, comments, bare addresses) is escaped too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from graph.model import POLARITY
from graph.networks.debate import Debate, Statement

STANCES = {
    "support": "supports", "conditional": "supports with conditions", "undecided": "is undecided on",
    "doubt": "doubts", "oppose": "opposes",
}  # fmt: skip
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&$!^=%]|(?<=[hpHP][tT][pP]):(?=//)|(?<=[sS]):(?=//)|(?<=www)\.", re.IGNORECASE)
# controls and the characters that turn the direction of what follows
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}]+")


def seen(text: str) -> str:
    """The text in one line, unseen characters as U+FFFD.

    >>> seen("a\\u202eb\\n c")
    'a\ufffdb c'
    """
    return " ".join(_UNSEEN.sub("\ufffd", text).split())


def escaped(text: str) -> str:
    """The text in one line as Markdown shows it to the letter.

    >>> escaped("*a* [b](c) #d")
    '\\\\*a\\\\* \\\\[b\\\\](c) \\\\#d'
    """
    return _SPECIAL.sub(r"\\\g<0>", seen(text))


def address(url: str | None) -> str:
    """An address as a link where it is one of the web, else as text."""
    return f"<{url}>" if url and _ADDRESS.fullmatch(url) else escaped(url or "")


def day(given: date | None) -> str:
    """A day as people write it.

    >>> day(date(2025, 4, 1)), day(None)
    ('1 April 2025', 'undated')
    """
    return f"{given.day} {given:%B %Y}" if given else "undated"


def counted(number: int, one: str) -> str:
    """A number with its word.

    >>> counted(1, "actor"), counted(1200, "actor")
    ('1 actor', '1,200 actors')
    """
    return f"{number:,} {one}{'s' * (number != 1)}"


def extent(debate: Debate) -> str:
    """How many statements there are, by how many, on what, from where and when."""
    if not debate.statements:
        return "No statement fits these filters."
    days = sorted(s.day for s in debate.statements if s.day)
    positions = [s.position for s in debate.statements]
    time = f", {day(days[0])}" + (f" to {day(days[-1])}" if days[-1] != days[0] else "") if days else ""
    return (
        f"{counted(len(positions), 'statement')} by {counted(len({p.holder for p in positions}), 'actor')} on "
        f"{counted(len({p.proposal for p in positions}), 'proposal')}, from "
        f"{counted(len({s.article for s in debate.statements}), 'article')}{time}."
    )


def quoted(statement: Statement) -> str:
    """The words that prove a statement, in the order of the text, to be shown by Markdown."""
    words = " … ".join(seen(span.text) for span in statement.position.evidence)
    return f"“{escaped(words)}”" if words else "(no words of the text)"


def source(debate: Debate, statement: Statement) -> str:
    """Where the words of a statement stand, who passes them on, and how sure it is."""
    card = debate.articles.get(statement.article)
    title = f"*{escaped(card.title)}*" if card and seen(card.title) else "Article not in the store"
    parts = [title, escaped(card.publisher or "") if card else "", day(card.published) if card else ""]
    parts += [address(card.url) if card and card.url else "", places(statement)]
    reason = escaped(statement.position.reason)
    sure = f"confidence {statement.position.confidence:.2f}" + (f": {reason}" if reason else "")
    return ", ".join(part for part in parts if part) + "; " + "; ".join([*chain(debate, statement), sure])


def places(statement: Statement) -> str:
    """Offsets of the evidence in code points, as the graph has them."""
    spans = ", ".join(f"{span.start}–{span.end}" for span in statement.position.evidence)
    return f"characters {spans}" if spans else ""


def chain(debate: Debate, statement: Statement) -> list[str]:
    """Who passes the statement's claims on, the nearest first."""
    found: dict[str, None] = {}
    for claim in statement.position.claims:
        above = debate.claims[claim].claim.reported_by if claim in debate.claims else None
        while above in debate.claims and above not in found:
            found[above] = None
            above = debate.claims[above].claim.reported_by
    speakers = (debate.claims[claim].claim.speakers for claim in found)
    return ["passed on by " + " and ".join(escaped(debate.label(who)) for who in some) for some in speakers if some]


def in_time(statements: Iterable[Statement]) -> list[Statement]:
    """The earliest first, those without a date last."""
    return sorted(statements, key=lambda s: (s.day is None, s.day or date.max, s.article, s.position.evidence, s.id))


def by_proposal(debate: Debate) -> dict[str, dict[str, list[Statement]]]:
    """The statements on each proposal by stance, from support to opposition; proposals by how many speak of them."""
    found: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: {stance: [] for stance in POLARITY})
    for statement in in_time(debate.statements):
        found[statement.position.proposal][statement.position.stance].append(statement)
    many = {proposal: sum(map(len, stances.values())) for proposal, stances in found.items()}
    return {p: found[p] for p in sorted(found, key=lambda p: (-many[p], debate.label(p), p))}


def shifts(debate: Debate) -> list[tuple[Statement, Statement]]:
    """Each change of an actor's stance on a proposal: the last statement before it and the first after it."""
    held: dict[tuple[str, str], Statement] = {}
    found = []
    for statement in in_time(debate.statements):
        key = statement.position.holder, statement.position.proposal
        if key in held and held[key].position.stance != statement.position.stance and statement.day != held[key].day:
            found.append((held[key], statement))
        held[key] = statement
    return found
