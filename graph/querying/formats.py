"""How an answer is written: the formats of the W3C as the engine writes them, and those for people and scripts."""

from collections.abc import Callable
from typing import IO, NamedTuple

from pyoxigraph import QueryResultsFormat, RdfFormat

from graph.errors import InputError
from graph.querying.rows import rows_of
from graph.store import Answer, Triples, Truth
from graph.vocabulary import PREFIXES


class Look(NamedTuple):
    """What a table has to fit: the columns of the terminal, and whether it knows colours and links."""

    width: int = 120
    color: bool = False
    rows: int = 1000


Writer = Callable[[Answer, IO[bytes], Look], None]


def _results(form: QueryResultsFormat, graphs: RdfFormat | None) -> Writer:
    def write(answer: Answer, out: IO[bytes], look: Look) -> None:
        if not isinstance(answer, Triples):
            answer.serialize(out, form)
        elif graphs is not None:
            answer.serialize(out, graphs, _prefixes(graphs))
        else:
            (_commas if form == QueryResultsFormat.CSV else _tabs)(answer, out)

    return write


def _graph(form: RdfFormat) -> Writer:
    def write(answer: Answer, out: IO[bytes], look: Look) -> None:
        if not isinstance(answer, Triples):
            raise InputError(f"{form.name} is for CONSTRUCT and DESCRIBE: for rows take table, csv or json.")
        answer.serialize(out, form, _prefixes(form))

    return write


def _prefixes(form: RdfFormat) -> dict[str, str] | None:
    """Those in which a name needs no escapes: ours of things have slashes in them."""
    return None if form == RdfFormat.N_TRIPLES else {name: iri for name, iri in PREFIXES.items() if name != "id"}


def _commas(answer: Answer, out: IO[bytes]) -> None:
    """Triples as CSV, for which there is no W3C form: bare terms, as in the W3C's CSV of rows."""
    import csv
    import io

    from graph.store.values import shown

    text = io.StringIO()
    rows = rows_of(answer)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(rows.headings)
    for row in rows.cells:
        writer.writerow(map(shown, row))
        out.write(text.getvalue().encode())
        text.seek(0)
        text.truncate()
    out.write(text.getvalue().encode())


def _tabs(answer: Answer, out: IO[bytes]) -> None:
    """Triples as TSV, for which there is no W3C form either: terms as N-Triples writes them, which hold no tab."""
    from graph.store.values import as_text

    rows = rows_of(answer)
    out.write("\t".join(rows.headings).encode() + b"\n")
    for row in rows.cells:
        out.write("\t".join(map(as_text, row)).encode() + b"\n")


def _lines(answer: Answer, out: IO[bytes], look: Look) -> None:
    """One JSON object a row, numbers as numbers, without what is unbound."""
    import json

    from graph.querying.cells import as_json

    rows = rows_of(answer)
    for row in rows.cells:
        record = {h: as_json(term) for h, term in zip(rows.headings, row, strict=True) if term is not None}
        out.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")


def _markdown(answer: Answer, out: IO[bytes], look: Look) -> None:
    from graph.store.values import shown

    rows = rows_of(answer)
    out.write(_bar([_words(h) for h in rows.headings]) + _bar(["---"] * len(rows.headings)))
    for row in rows.cells:
        out.write(_bar([_escaped(shown(term)) for term in row]))


def _bar(cells: list[str]) -> bytes:
    return ("| " + " | ".join(cells) + " |\n").encode()


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    for special in "\\|`*_[]~":
        text = text.replace(special, f"\\{special}")
    return " ".join(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").split())


def _words(heading: str) -> str:
    return heading.replace("_", " ")


def _table(answer: Answer, out: IO[bytes], look: Look) -> None:
    from graph.querying.table import write_table

    if isinstance(answer, Truth):
        out.write(b"yes\n" if answer else b"no\n")
    else:
        write_table(rows_of(answer), out, look)


FORMATS: dict[str, Writer] = {
    "table": _table,
    "json": _results(QueryResultsFormat.JSON, RdfFormat.JSON_LD),
    "jsonl": _lines,
    "csv": _results(QueryResultsFormat.CSV, None),
    "tsv": _results(QueryResultsFormat.TSV, None),
    "xml": _results(QueryResultsFormat.XML, RdfFormat.RDF_XML),
    "md": _markdown,
    "turtle": _graph(RdfFormat.TURTLE),
    "ntriples": _graph(RdfFormat.N_TRIPLES),
    "jsonld": _graph(RdfFormat.JSON_LD),
}


def write_answer(answer: Answer, out: IO[bytes], form: str, look: Look) -> None:
    """Write an answer in one of `FORMATS`.

    :raises InputError: where the format cannot hold the answer.
    """
    FORMATS[form](answer, out, look)
    if form in ("json", "jsonld", "xml") or (isinstance(answer, Truth) and form in ("csv", "tsv")):
        out.write(b"\n")
