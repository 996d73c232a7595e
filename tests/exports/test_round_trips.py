"""Whatever a debate holds, another's reader finds the same statements and lines in every format."""

import csv
import json
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import duckdb
import igraph
import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ndex2.cx2 import RawCX2NetworkFactory

from graph.exports.graphml import writable
from graph.exports.prose import seen
from graph.exports.writing import export
from graph.model import POLARITY, Reading
from graph.vocabulary import slug
from tests.exports.test_tables import filled
from tests.networks.made_up import reading_of

_WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
_DAYS = st.none() | st.dates()

Statement: TypeAlias = tuple[str, str, str, str, str]
"""Holder, proposal, stance, day and words; no day is an empty text."""

Line: TypeAlias = tuple[str, str, str, int, str, str]
"""Holder, proposal, stance, how many statements, and the first and last of their days."""


@st.composite
def debates(draw: st.DrawFn) -> list[Reading]:
    """Up to three articles, with or without a day, in which up to three actors speak of up to three proposals."""
    holders = draw(st.lists(_WORDS, min_size=1, max_size=3, unique_by=slug))
    proposals = draw(_WORDS) + "{}"
    said = st.tuples(
        st.sampled_from(holders), st.sampled_from(list(POLARITY)), st.integers(0, 2), _WORDS, _WORDS, _WORDS,
        st.sampled_from(["direct", "indirect", "mixed"]),
    )  # fmt: skip
    readings = []
    for number in range(draw(st.integers(1, 3))):
        made = reading_of(
            draw(_WORDS), draw(_WORDS), "2025-01-01", draw(st.lists(said, max_size=3)), number, proposals
        )  # fmt: skip
        readings.append(replace(made, article=replace(made.article, published=draw(_DAYS))))
    return readings


def statements(readings: Iterable[Reading]) -> list[Statement]:
    """What each position says, by the model alone."""
    found = []
    for reading in readings:
        label = {thing.id: thing.label for thing in (*reading.actors, *reading.candidates)}
        day = reading.article.published
        for p in reading.positions:
            words = " … ".join(span.text for span in p.evidence)
            found.append((label[p.holder], label[p.proposal], p.stance, str(day or ""), words))
    return found


def lines(readings: Iterable[Reading]) -> list[Line]:
    """The lines of the network of actors and proposals, by the model alone."""
    bundles: dict[tuple[str, str, str], list[str]] = {}
    for *line, day, _ in statements(readings):
        bundles.setdefault(tuple(line), []).append(day)
    days = {line: sorted(day for day in some if day) or [""] for line, some in bundles.items()}
    return [(*line, len(some), days[line][0], days[line][-1]) for line, some in bundles.items()]


def without_nul(text: str) -> str:
    """As CSV and Parquet hold a text."""
    return text.replace("\0", "\ufffd")


def in_one_line(text: str) -> str:
    """As tab-separated values let compare a text."""
    return " ".join(without_nul(text).split())


def in_xml(text: str) -> str:
    """As XML's attributes let compare a text."""
    return " ".join(writable(text).split())


def every(text: str) -> str:
    """As JSON holds a text."""
    return text


def from_graphml(path: Path) -> list[Line]:
    """By igraph; GraphML has no days."""
    graph = igraph.Graph.Read_GraphML(str(path))
    label = graph.vs["label"] if graph.vcount() else []
    return [(label[e.source], label[e.target], e["relation"], int(e["statements"]), "", "") for e in graph.es]


def from_gexf(path: Path) -> list[Line]:
    """By networkx; a line's spells begin with its first day."""
    graph = nx.read_gexf(path, version="1.3")
    label = graph.nodes(data="label")
    return [
        (label[a], label[b], e["relation"], e["statements"], e["spells"][0][0] if "spells" in e else "", "")
        for a, b, e in graph.edges(data=True)
    ]


def from_cx2(path: Path) -> list[Line]:
    """By ndex2."""
    network = RawCX2NetworkFactory().get_cx2network(json.loads(path.read_bytes()))
    label = {number: node["v"]["label"] for number, node in network.get_nodes().items()}
    values = [(label[e["s"]], label[e["t"]], e["v"]) for e in network.get_edges().values()]
    return [(a, b, v["relation"], v["statements"], v.get("first", ""), v.get("last", "")) for a, b, v in values]


def from_node_link(path: Path) -> list[Line]:
    """By networkx."""
    graph = nx.node_link_graph(json.loads(path.read_bytes()), edges="links")
    label = graph.nodes(data="label")
    return [
        (label[a], label[b], relation, e["statements"], e["first"] or "", e["last"] or "")
        for a, b, relation, e in graph.edges(keys=True, data=True)
    ]


def from_kgx(path: Path) -> list[Line]:
    """By pandas; a predicate is a stance."""
    stances = {"cg:supports": "support", "cg:conditionallySupports": "conditional", "cg:isUndecidedOn": "undecided",
               "cg:doubts": "doubt", "cg:opposes": "oppose"}  # fmt: skip
    how: Any = {"sep": "\t", "quoting": csv.QUOTE_NONE, "dtype": str, "keep_default_na": False}
    nodes, edges = (pd.read_csv(path / f"{name}.tsv", **how) for name in ("nodes", "edges"))
    label = dict(zip(nodes.id, nodes.name, strict=True)) if len(nodes) else {}
    return [
        (label[e.subject], label[e.object], stances[e.predicate], int(e.statements), e.first, e.last)
        for e in edges.itertuples()
    ]


def from_csv(path: Path) -> list[Statement]:
    """By Python's csv."""
    with (path / "statements.csv").open(encoding="utf-8", newline="") as file:
        return [
            (row["holder_label"], row["proposal_label"], row["stance"], row["date"], row["quotation"])
            for row in csv.DictReader(file)
        ]


def from_parquet(path: Path) -> list[Statement]:
    """By DuckDB."""
    question = "SELECT holder_label, proposal_label, stance, COALESCE(CAST(date AS VARCHAR), ''), quotation FROM "
    with duckdb.connect() as connection:
        return connection.execute(f"{question} '{path}/positions.parquet'").fetchall()


def from_dna_csv(path: Path) -> list[Statement]:
    """By pandas; a holder is a person or an organisation."""
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    return [(r.person or r.organization, r.concept, r.stance, r.date, r.text) for r in rows.itertuples()]


def from_dna(path: Path) -> list[Statement]:
    """By SQLite; offsets are UTF-16 code units, a day is a number of seconds."""
    value = "(SELECT e.Value FROM DATASHORTTEXT AS t JOIN ENTITIES AS e ON e.ID = t.Entity WHERE t.StatementId = s.ID AND t.VariableId = {})"  # noqa: E501
    person, organization, concept, stance = (value.format(number) for number in (1, 2, 3, 5))
    holder = f"IIF({person} = '', {organization}, {person})"
    rows = sqlite3.connect(path).execute(
        f"SELECT {holder}, {concept}, {stance}, date(d.Date, 'unixepoch'), d.Text, s.Start, s.Stop "
        "FROM STATEMENTS AS s JOIN DOCUMENTS AS d ON d.ID = s.DocumentId"
    )
    return [
        (who, what, how, day, text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le"))
        for who, what, how, day, text, start, end in rows
    ]


LINES: dict[str, tuple[Callable[[Path], list[Line]], Callable[[str], str]]] = {
    "graphml": (from_graphml, in_xml), "gexf": (from_gexf, in_xml), "cx2": (from_cx2, every),
    "node-link": (from_node_link, every), "kgx": (from_kgx, in_one_line),
}  # fmt: skip
STATEMENTS: dict[str, tuple[Callable[[Path], list[Statement]], Callable[[str], str]]] = {
    "csv": (from_csv, without_nul), "parquet": (from_parquet, without_nul), "dna-csv": (from_dna_csv, without_nul),
}  # fmt: skip
NO_LAST_DAY, NO_DAYS = ("gexf",), ("graphml",)


def written(readings: list[Reading], form: str, folder: str) -> Path:
    """The file or folder of a format."""
    path = Path(folder) / "x"
    export(filled(readings), form, path)
    return path


@pytest.mark.parametrize("form", LINES)
@settings(max_examples=12)
@given(readings=debates())
def test_every_line_comes_back(form: str, readings: list[Reading]) -> None:
    """Labels, stances, counts and days of the lines between actors and proposals."""
    read, held = LINES[form]
    with tempfile.TemporaryDirectory() as folder:
        found = read(written(readings, form, folder))
    wanted = [
        (a, b, stance, count, "" if form in NO_DAYS else first, "" if form in (*NO_DAYS, *NO_LAST_DAY) else last)
        for a, b, stance, count, first, last in lines(readings)
    ]
    assert Counter((held(a), held(b), *more) for a, b, *more in found) == Counter(
        (held(a), held(b), *more) for a, b, *more in wanted
    )


@pytest.mark.parametrize("form", STATEMENTS)
@settings(max_examples=12)
@given(readings=debates())
def test_every_statement_comes_back(form: str, readings: list[Reading]) -> None:
    """Labels, stances, days and words of each, to the letter but for NUL."""
    read, held = STATEMENTS[form]
    with tempfile.TemporaryDirectory() as folder:
        found = read(written(readings, form, folder))
    assert Counter(found) == Counter(tuple(map(held, one)) for one in statements(readings))


@settings(max_examples=8)
@given(readings=debates())
def test_every_statement_with_a_sign_comes_back_from_the_database_of_dna(readings: list[Reading]) -> None:
    """Labels in one line, words to the letter but for NUL; who is undecided is not in it."""
    with tempfile.TemporaryDirectory() as folder:
        found = from_dna(written(readings, "dna", folder))
    assert Counter(found) == Counter(
        (seen(who), seen(what), how, day or "1900-01-01", without_nul(words))
        for who, what, how, day, words in statements(readings)
        if POLARITY[how]
    )  # fmt: skip
