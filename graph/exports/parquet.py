"""Parquet: nodes and edges of a network, and the claims, positions and evidence of the debate, as typed tables.

Days are dates, offsets integers (code points), speakers a list of IRIs. Needs pyarrow, an extra.
Specification: Apache Parquet; read by DuckDB, pandas, polars, R's arrow.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.exports.cells import plain
from graph.exports.rows import EDGE, NODE, STATEMENT, edges, nodes, statements
from graph.model import Span
from graph.networks.debate import Debate
from graph.networks.graphs import Graph

CLAIM: dict[str, type] = {
    "id": str, "article": str, "speakers": list, "source": str, "cue": str, "content": str, "quotation": str,
    "reported_by": str, "negated": bool, "confidence": float, "reason": str,
}  # fmt: skip
EVIDENCE: dict[str, type] = {"of": str, "role": str, "article": str, "start": int, "end": int, "text": str}
_AT_ONCE = 10_000  # rows


def write_parquet(graph: Graph, debate: Debate, folder: Path) -> None:
    """Write the five files.

    :raises InputError: where pyarrow is not installed.
    """
    _table(folder / "nodes.parquet", NODE, nodes(graph, debate))
    _table(folder / "edges.parquet", EDGE, edges(graph, debate))
    _table(folder / "positions.parquet", STATEMENT, statements(debate))
    _table(folder / "claims.parquet", CLAIM, _claims(debate))
    _table(folder / "evidence.parquet", EVIDENCE, _evidence(debate))


def _claims(debate: Debate) -> Iterator[dict[str, Any]]:
    for iri, report in sorted(debate.claims.items()):
        claim = report.claim
        yield {
            "id": iri,
            "article": report.article,
            "speakers": list(claim.speakers),
            **{name: _joined(getattr(claim, name)) for name in ("source", "cue", "content")},
            "quotation": claim.quotation,
            "reported_by": claim.reported_by,
            "negated": claim.negated,
            "confidence": claim.confidence,
            "reason": claim.reason,
        }


def _evidence(debate: Debate) -> Iterator[dict[str, Any]]:
    for statement in sorted(debate.statements, key=lambda s: s.id):
        yield from _spans(statement.id, "evidence", statement.article, statement.position.evidence)
    for iri, report in sorted(debate.claims.items()):
        for role in ("source", "cue", "content"):
            yield from _spans(iri, role, report.article, getattr(report.claim, role))


def _spans(of: str, role: str, article: str, spans: Iterable[Span]) -> Iterator[dict[str, Any]]:
    for span in spans:
        yield {"of": of, "role": role, "article": article, "start": span.start, "end": span.end, "text": span.text}


def _joined(spans: Iterable[Span]) -> str:
    return " … ".join(span.text for span in spans)


def _table(path: Path, columns: Mapping[str, type], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write a table, so many rows at once."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise InputError("Parquet needs pyarrow: pip install 'claimgraph[parquet]'.") from error
    kinds = {str: pyarrow.string(), float: pyarrow.float64(), int: pyarrow.int64(), date: pyarrow.date32(),
             bool: pyarrow.bool_(), list: pyarrow.list_(pyarrow.string())}  # fmt: skip
    schema = pyarrow.schema([(name, kinds[kind]) for name, kind in columns.items()])
    with parquet.ParquetWriter(path, schema) as writer:
        batch: list[dict[str, Any]] = []
        for row in rows:
            batch.append({name: plain(row[name]) if isinstance(row[name], str) else row[name] for name in columns})
            if len(batch) == _AT_ONCE:
                writer.write_table(pyarrow.Table.from_pylist(batch, schema))
                batch = []
        writer.write_table(pyarrow.Table.from_pylist(batch, schema))
