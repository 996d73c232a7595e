"""Nodes, edges and statements as rows with one type a column: what all formats made of tables write."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

from graph.model import Actor, Proposal
from graph.networks.debate import Debate, Statement, last_part
from graph.networks.filtering import kind_of
from graph.networks.graphs import Graph

Cell: TypeAlias = str | float | int | date | None
Row: TypeAlias = dict[str, Cell]

NODE: dict[str, type] = {"id": str, "label": str, "kind": str, "aliases": str, "weight": float}
EDGE: dict[str, type] = {
    "id": str, "source": str, "target": str, "relation": str, "polarity": float, "weight": float, "confidence": float,
    "statements": int, "first": date, "last": date,
}  # fmt: skip
STATEMENT: dict[str, type] = {
    "id": str, "holder": str, "holder_label": str, "holder_kind": str, "proposal": str, "proposal_label": str,
    "stance": str, "polarity": float, "date": date, "quotation": str, "start": int, "end": int, "article": str,
    "title": str, "publisher": str, "url": str, "confidence": float, "reason": str,
}  # fmt: skip


def nodes(graph: Graph, debate: Debate) -> Iterator[Row]:
    """One row a node, by IRI; `weight` is how many statements bear on it, other names are parted by a bar."""
    for node, data in sorted(graph.nodes(data=True)):
        thing: Actor | Proposal | None = debate.actors.get(node) or debate.proposals.get(node)
        aliases = "|".join(alias.replace("|", "/") for alias in (thing.aliases if thing else ()))
        yield {"id": node, "label": data["label"], "kind": data["kind"], "aliases": aliases, "weight": data["weight"]}


def edges(graph: Graph, debate: Debate) -> Iterator[Row]:
    """One row an edge, by the IRIs of its ends and its relation; from when to when its statements are."""
    days = {statement.id: statement.day for statement in debate.statements if statement.day}
    found = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, (one, other, relation, data) in enumerate(found):
        known = sorted(days[statement] for statement in data["statements"] if statement in days)
        yield {
            "id": f"e{number}",
            "source": one,
            "target": other,
            "relation": relation,
            "polarity": float(data["polarity"]),
            "weight": float(data["weight"]),
            "confidence": float(data["confidence"]),
            "statements": len(data["statements"]),
            "first": known[0] if known else None,
            "last": known[-1] if known else None,
        }


def statements(debate: Debate) -> Iterator[Row]:
    """One row a position, by IRI; the parts of a quotation are joined by ellipses, the offsets are of them all."""
    for statement in sorted(debate.statements, key=lambda s: s.id):
        yield {**_said(debate, statement), **_told(debate, statement)}


def _said(debate: Debate, statement: Statement) -> Row:
    position = statement.position
    spans = position.evidence
    return {
        "id": position.id,
        "holder": position.holder,
        "holder_label": debate.label(position.holder),
        "holder_kind": kind_of(debate, position.holder),
        "proposal": position.proposal,
        "proposal_label": debate.label(position.proposal),
        "stance": position.stance,
        "polarity": position.polarity,
        "date": statement.day,
        "quotation": " … ".join(span.text for span in spans),
        "start": min((span.start for span in spans), default=None),
        "end": max((span.end for span in spans), default=None),
        "confidence": position.confidence,
        "reason": position.reason,
    }


def _told(debate: Debate, statement: Statement) -> Row:
    card = debate.articles.get(statement.article)
    title = card.title if card else last_part(statement.article)
    return {
        "article": statement.article,
        "title": title,
        "publisher": card.publisher if card else None,
        "url": card.url if card else None,
    }


def in_order(row: Row, columns: Mapping[str, type]) -> list[Cell]:
    """The cells of a row in the order of its columns."""
    return [row[name] for name in columns]
