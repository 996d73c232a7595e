"""The RDF that is written, as Raptor, Jena, the engine's own command and the nanopub library read it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from nanopub import Nanopub
from rdflib import Dataset

from graph.errors import InputError
from graph.exports.writing import export
from graph.store import Store
from graph.vocabulary import PREFIXES
from tests.benchmarks.jena import command
from tests.exports.test_exports import all_quads, whole
from tests.exports.test_tables import filled
from tests.networks.made_up import hostile, small
from tests.page.payloads import PAYLOADS
from tests.sample import sample

SYNTAXES = {"turtle": "ttl", "ntriples": "nt", "rdfxml": "rdf", "nquads": "nq", "trig": "trig"}
RAPTOR = {"turtle": "turtle", "ntriples": "ntriples", "rdfxml": "rdfxml", "nquads": "nquads", "trig": "trig"}
GRAPHS = ("nquads", "trig")


def wanted_from(name: str, there: object) -> None:
    """Fail or pass over where a judge is not installed."""
    if not there:
        message = f"{name} is not on this machine: see .ci/run for what to install"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)


def stores() -> dict[str, Store]:
    """A sample with all kinds of things, a debate, and one with odd names."""
    odd = [text for text in PAYLOADS if not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", text)]
    return {"sample": whole(sample(), sample("second")), "small": filled(small()), "hostile": filled(hostile(odd))}


def statements(store: Store, name: str) -> int:
    """How many a reader should find: quads where the format has graphs, else the triples of the merge."""
    quads = all_quads(store)
    return len(quads) if name in GRAPHS else len({quad.triple for quad in quads})


@pytest.mark.parametrize("which", ["sample", "small", "hostile"])
@pytest.mark.parametrize("name", SYNTAXES)
def test_raptor_finds_every_statement_and_nothing_to_say(name: str, which: str, tmp_path: Path) -> None:
    """The same number, no warning, no error."""
    rapper = shutil.which("rapper")
    wanted_from("rapper", rapper)
    store, path = stores()[which], tmp_path / f"x.{SYNTAXES[name]}"
    export(store, name, path)
    done = subprocess.run(
        [str(rapper), "-c", "-i", RAPTOR[name], str(path)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0 and not re.search("error|warning", done.stderr, re.IGNORECASE), done.stderr
    assert int(re.findall(r"returned (\d+) ", done.stderr)[0]) == statements(store, name)


def test_jena_finds_every_statement_and_nothing_to_say(tmp_path: Path) -> None:
    """riot, which checks IRIs, languages and lexical forms: all files in one run, counted one by one."""
    riot = command("riotcmd.riot")
    wanted_from("Jena", riot)
    assert riot
    store = stores()["sample"]
    paths = {name: tmp_path / f"x.{ending}" for name, ending in SYNTAXES.items()}
    for name, path in paths.items():
        export(store, name, path)
    done = subprocess.run(
        [*riot, "--count", "--strict", *map(str, paths.values())],
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0 and not re.search("WARN|ERROR", said), said
    for name, path in paths.items():
        (count,) = re.findall(rf"{re.escape(str(path))}\s*:\s*(?:Triples|Quads) = ([\d,]+)", said)
        assert int(count.replace(",", "")) == statements(store, name)


def test_a_text_that_xml_cannot_hold_is_refused_by_name(tmp_path: Path) -> None:
    """The other syntaxes keep it; RDF/XML says whose it is, and writes nothing."""
    store = filled(hostile(["bell \x07"]))
    with pytest.raises(InputError, match="XML cannot hold"):
        export(store, "rdfxml", tmp_path / "x.rdf")
    assert not (tmp_path / "x.rdf").exists()


def test_line_ends_are_the_same_behind_xml(tmp_path: Path) -> None:
    """A carriage return is written by its number, or a reader would make a line feed of it."""
    store = filled(hostile(["two\r\nlines\rand more"]))
    export(store, "rdfxml", tmp_path / "x.rdf")
    found = {quad.triple for quad in ox.parse(path=str(tmp_path / "x.rdf"), format=ox.RdfFormat.RDF_XML)}
    assert found == {quad.triple for quad in all_quads(store)}


def test_the_engine_asks_a_triple_for_its_position(tmp_path: Path) -> None:
    """The `oxigraph` command loads the Turtle of RDF 1.2; SPARQL 1.2 finds each position behind its short triple."""
    oxigraph = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    assert oxigraph
    store = filled(small())
    export(store, "turtle12", tmp_path / "x.ttl")
    subprocess.run(
        [oxigraph, "load", "-l", str(tmp_path / "s"), "-f", str(tmp_path / "x.ttl")], check=True, capture_output=True
    )
    prefix = f"PREFIX cg: <{PREFIXES['cg']}> "
    short = "?how ?who ?what ?position ?sure"
    question = f"{prefix} SELECT {short} {{ ?who ?how ?what ~ ?position . ?position cg:confidence ?sure }}"
    done = subprocess.run(
        [oxigraph, "query", "-l", str(tmp_path / "s"), "--query", question, "--results-format", "csv"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    rows = [line.split(",") for line in done.stdout.splitlines()[1:]]
    positions = {q.subject.value for q in all_quads(store) if q.predicate.value == PREFIXES["cg"] + "stance"}
    assert {row[3] for row in rows} == positions and len(rows) == len(positions)
    assert {row[0] for row in rows} == {
        PREFIXES["cg"] + name for name in ("supports", "conditionallySupports", "isUndecidedOn", "doubts", "opposes")
    }


def test_all_of_the_merge_is_in_the_turtle_of_rdf_12(tmp_path: Path) -> None:
    """And beside it only which position each short triple stands for."""
    store = whole(sample(), sample("second"))
    export(store, "turtle12", tmp_path / "x.ttl")
    found = {quad.triple for quad in ox.parse(path=str(tmp_path / "x.ttl"), format=ox.RdfFormat.TURTLE)}
    more = found - {quad.triple for quad in all_quads(store)}
    assert found - more == {quad.triple for quad in all_quads(store)}
    assert {triple.predicate.value for triple in more} == {PREFIXES["rdf"] + "reifies"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of its own names
@pytest.mark.parametrize("which", ["sample", "hostile"])
def test_the_nanopub_library_calls_each_valid(which: str, tmp_path: Path) -> None:
    """Four graphs, an assertion with provenance, and who published it when."""
    store = stores()[which]
    export(store, "nanopub", tmp_path / "x.trig")
    by_base: dict[str, list[ox.Quad]] = {}
    for quad in ox.parse(path=str(tmp_path / "x.trig"), format=ox.RdfFormat.TRIG):
        by_base.setdefault(quad.graph_name.value.partition("#")[0], []).append(quad)
    positions = {q.subject for q in all_quads(store) if q.predicate.value == PREFIXES["cg"] + "target"}
    assert len(by_base) == len(positions)
    for some in by_base.values():
        graphs = Dataset()
        graphs.parse(data=ox.serialize(some, format=ox.RdfFormat.N_QUADS).decode(), format="nquads")
        assert Nanopub(rdf=graphs).is_valid


def test_another_processor_of_json_ld_finds_every_quad(
    read_elsewhere: Callable[[str, Path], str], tmp_path: Path
) -> None:
    """jsonld.js, which is not let fetch anything: the context that the file carries is all that it needs."""
    for name, store in stores().items():
        export(store, "jsonld", tmp_path / f"{name}.jsonld")
        found = set(ox.parse(read_elsewhere("jsonld", tmp_path / f"{name}.jsonld"), format=ox.RdfFormat.N_QUADS))
        assert found == all_quads(store)
