"""Parquet as DuckDB reads it, and what Neo4j gets, as another engine of Cypher reads it."""

import csv
from pathlib import Path
from typing import Any

import duckdb
import ladybug
import pytest

from graph.exports.neo4j import TYPES, literal
from graph.exports.writing import Asked, export
from graph.model import Reading
from graph.networks.graphs import NETWORKS
from graph.networks.reading import read_debate
from tests.exports.test_tables import HOSTILE, filled
from tests.networks.made_up import hostile, small
from tests.page.payloads import PAYLOADS


@pytest.fixture(params=["small", "hostile"])
def readings(request: pytest.FixtureRequest) -> list[Reading]:
    """A debate that is easy to write, and one that is not."""
    return small() if request.param == "small" else hostile([*PAYLOADS, *HOSTILE])


def ask(question: str, *files: Path) -> list[tuple[Any, ...]]:
    """What DuckDB answers, the files named in order."""
    with duckdb.connect() as connection:
        return connection.execute(question.format(*(f"'{file}'" for file in files))).fetchall()


def test_duckdb_reads_every_table_with_its_types(readings: list[Reading], tmp_path: Path) -> None:
    """As many rows as there are things, days as dates, offsets as integers, speakers as a list."""
    export(filled(readings), "parquet", tmp_path / "x")
    debate = read_debate(filled(readings))
    found = {path.stem: path for path in (tmp_path / "x").iterdir()}
    counts = {name: ask("SELECT COUNT(*) FROM {}", path)[0][0] for name, path in found.items()}
    graph = NETWORKS["actors-proposals"](debate)
    assert counts["nodes"] == graph.number_of_nodes() and counts["edges"] == graph.number_of_edges()
    assert counts["positions"] == len(debate.statements) and counts["claims"] == len(debate.claims)
    kinds = {name: kind for name, kind, *_ in ask("DESCRIBE SELECT * FROM {}", found["positions"])}
    assert (kinds["date"], kinds["start"], kinds["polarity"]) == ("DATE", "BIGINT", "DOUBLE")
    assert ask("SELECT typeof(speakers) FROM {} LIMIT 1", found["claims"]) == [("VARCHAR[]",)]


def test_duckdb_joins_positions_with_their_words(tmp_path: Path) -> None:
    """The question that Parquet is for: who opposes what, in which words."""
    export(filled(small()), "parquet", tmp_path / "x")
    rows = ask(
        "SELECT holder_label, proposal_label, text FROM {} AS p JOIN {} AS e ON e.of = p.id WHERE stance = 'oppose'",
        tmp_path / "x" / "positions.parquet", tmp_path / "x" / "evidence.parquet",
    )  # fmt: skip
    debate = read_debate(filled(small()))
    assert sorted(rows) == sorted(
        (debate.label(s.position.holder), debate.label(s.position.proposal), span.text)
        for s in debate.statements if s.position.stance == "oppose" for span in s.position.evidence
    )  # fmt: skip


@pytest.fixture
def cypher(tmp_path: Path) -> ladybug.Connection:
    """An empty database that is asked in Cypher."""
    return ladybug.Connection(ladybug.Database(str(tmp_path / "cypher.db")))


def rows(connection: ladybug.Connection, question: str) -> list[list[Any]]:
    """All rows of an answer."""
    return connection.execute(question).get_all()  # type: ignore[no-any-return, union-attr]


@pytest.mark.parametrize("network", NETWORKS)
def test_an_engine_of_cypher_loads_the_files_and_answers(
    readings: list[Reading], network: str, cypher: ladybug.Connection, tmp_path: Path
) -> None:
    """How many nodes of a kind, who opposes what, how many stand on each: as the debate has it."""
    export(filled(readings), "neo4j", tmp_path / "x", Asked(network))
    graph = NETWORKS[network](read_debate(filled(readings)))
    texts = "name STRING, kind STRING, aliases STRING"
    cypher.execute(f"CREATE NODE TABLE N(iri STRING PRIMARY KEY, {texts}, weight DOUBLE, label STRING)")
    cypher.execute(
        "CREATE REL TABLE R(FROM N TO N, type STRING, relation STRING, polarity DOUBLE, weight DOUBLE, "
        "confidence DOUBLE, statements INT64, first DATE, last DATE)"
    )
    for table, name in (("N", "nodes"), ("R", "relationships")):
        cypher.execute(f"COPY {table} FROM '{tmp_path}/x/{name}.csv' (HEADER=true, PARALLEL=false, ESCAPE='\"')")
    found = {iri: name for iri, name in rows(cypher, "MATCH (n:N) RETURN n.iri, n.name")}  # noqa: C416
    assert found == {node: label.replace("\0", "\ufffd") for node, label in graph.nodes(data="label")}
    linked = rows(cypher, "MATCH (a:N)-[r:R]->(b:N) RETURN a.iri, b.iri, r.type")
    assert sorted(map(tuple, linked)) == sorted((a, b, TYPES[relation]) for a, b, relation in graph.edges(keys=True))
    counted = rows(cypher, "MATCH (:N)-[r:R]->(b:N) RETURN b.iri, COUNT(*), AVG(r.polarity)")
    assert {iri: number for iri, number, _ in counted} == {node: n for node, n in graph.in_degree() if n}


@pytest.mark.parametrize("text", [*HOSTILE, *PAYLOADS, 'it\'s \\ "x" `y` {z} $p', "line\u2028end\x07"])
def test_a_text_in_the_script_is_what_it_was(text: str, cypher: ladybug.Connection) -> None:
    """Escaped so that another parser of Cypher reads it to the letter."""
    assert rows(cypher, f"RETURN {literal(text)}") == [[text.replace("\0", "\ufffd")]]


def test_the_script_has_every_node_and_relation_once(tmp_path: Path) -> None:
    """As many rows as in the files for import, one statement a line."""
    export(filled(hostile([*PAYLOADS, *HOSTILE])), "neo4j", tmp_path / "x", Asked("everything"))
    script = (tmp_path / "x" / "graph.cypher").read_text(encoding="utf-8")
    for name, key in (("nodes", "{iri: 'https"), ("relationships", "{a: 'https")):
        with (tmp_path / "x" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert script.count(key) == sum(1 for _ in csv.DictReader(file))
    assert all(line.endswith(";") for line in script.splitlines())
    assert {path.name for path in (tmp_path / "x").iterdir()} == {
        "README.md", "constraints.cypher", "graph.cypher", "nodes.csv", "relationships.csv",
    }  # fmt: skip
