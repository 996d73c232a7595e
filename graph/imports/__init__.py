"""Codings of other tools into the store, so that nobody starts at zero: one file a format, an `IMPORTERS` dict."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from graph.imports.brat import read_brat
from graph.imports.dna_database import read_dna_database
from graph.imports.documents import Coded
from graph.imports.mapping import Words
from graph.imports.sheets import is_of_dna, read_dna_sheet, read_sheet
from graph.imports.webanno import START, read_webanno

Read = Callable[[Path, bytes, Words], Coded]


@dataclass(frozen=True, slots=True)
class Importer:
    """Reads the codings of a tool from a file."""

    read: Read
    tool: str


IMPORTERS: dict[str, Importer] = {
    "csv": Importer(read_sheet, "a table"),
    "dna-csv": Importer(read_dna_sheet, "Discourse Network Analyzer"),
    "dna": Importer(read_dna_database, "Discourse Network Analyzer"),
    "brat": Importer(read_brat, "brat"),
    "webanno": Importer(read_webanno, "INCEpTION or WebAnno"),
}


_RDF = frozenset((".ttl", ".nt", ".nq", ".trig", ".rdf", ".jsonld", ".n3", ".owl"))
ENDINGS = (".ann", ".csv", ".dna", ".tsv")
"""What is taken of a folder."""


def format_of(path: Path, data: bytes) -> str:
    """The format of a file, by its ending and by how it begins.

    :raises InputError: where it is of none that can be imported.
    """
    suffix = path.suffix.casefold()
    if data.startswith(START.encode()):
        return "webanno"
    if suffix in (".dna", ".sqlite", ".db") or data.startswith(b"SQLite format 3\0"):
        return "dna"
    if suffix == ".ann":
        return "brat"
    if suffix in (".csv", ".tsv", ".tab", ".txt"):
        return "dna-csv" if is_of_dna(data) else "csv"
    if _RDF.intersection(path.suffixes):
        raise InputError(f"{path.name} is RDF, which is loaded as it is: claimgraph load {path.name}.")
    raise InputError(f"{path.name} is no file of codings by its name: say which it is with --format, {_known()}.")


def importer_of(name: str) -> Importer:
    """:raises InputError: where there is no such format."""
    if name not in IMPORTERS:
        raise InputError(f"There is no format {name!r} to import: choose one of {_known()}.")
    return IMPORTERS[name]


def _known() -> str:
    return ", ".join(IMPORTERS)
