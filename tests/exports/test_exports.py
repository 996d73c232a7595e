"""Every export format: it reads back to what the store holds, and is the same each time."""

import io
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

import cli
from graph.errors import InputError
from graph.exports import EXPORTERS, Exporter
from graph.exports.jsonl import readings as readings_of
from graph.exports.ordered import EXPORT_PREFIXES
from graph.exports.writing import export
from graph.mapping import actor_quads, canonical, codebook_quads, ontology_quads, quads
from graph.model import Proposal, Reading
from graph.records import line, records_of
from graph.store import Store, open_store
from tests.sample import MINTER, readings, sample, shelf

MERGED = {"turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES, "rdfxml": ox.RdfFormat.RDF_XML}
UNWRITABLE = r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # in XML 1.0
NAMED = {"trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS, "jsonld": ox.RdfFormat.JSON_LD}


def written(store: Store, name: str) -> bytes:
    """What an exporter writes of a store; a folder's files one after the other, each behind its name."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "export"
        export(store, name, path)
        if path.is_file():
            return path.read_bytes()
        files = sorted(found for found in path.rglob("*") if found.is_file())
        return b"".join(str(found.relative_to(path)).encode() + b"\0" + found.read_bytes() for found in files)


def whole(*some: Reading) -> Store:
    """A store with some readings, their actors, a codebook and the ontology."""
    store = shelf(*some)
    fee = Proposal(MINTER.proposal("Harbour fee"), "Harbour fee")
    store.replace_graph(MINTER.graph("codebook"), codebook_quads([fee], {}, MINTER))
    store.replace_graph(MINTER.graph("ontology"), ontology_quads(MINTER))
    store.replace_graph(MINTER.graph("actors"), actor_quads(sample().actors, MINTER))
    return store


def all_quads(store: Store) -> set[ox.Quad]:
    """All quads of the named graphs."""
    return {quad for graph in store.graphs() for quad in store.quads(graph)}


@pytest.mark.parametrize("name", NAMED)
def test_formats_with_graphs_read_back_to_the_store(name: str) -> None:
    """TriG, N-Quads and JSON-LD hold every named graph."""
    store = whole(sample(), sample("second"))
    assert set(ox.parse(written(store, name), format=NAMED[name])) == all_quads(store)


@pytest.mark.parametrize("name", MERGED)
def test_formats_without_graphs_read_back_to_the_merge(name: str) -> None:
    """Turtle and N-Triples hold every triple, once."""
    store = whole(sample(), sample("second"))
    triples = [quad.triple for quad in ox.parse(written(store, name), format=MERGED[name])]
    assert len(triples) == len(set(triples))
    assert set(triples) == {quad.triple for quad in all_quads(store)}


@settings(max_examples=25, deadline=None)
@given(readings())
def test_hostile_text_survives_every_rdf_format(reading: Reading) -> None:
    """No label, title or text breaks a file."""
    store = shelf(reading)
    wanted = {q.triple for q in all_quads(store)}
    for name, form in (NAMED | MERGED).items():
        try:
            found = written(store, name)
        except InputError:
            assert name == "rdfxml" and any(
                isinstance(t.object, ox.Literal) and re.search(UNWRITABLE, t.object.value) for t in wanted
            )
        else:
            assert {q.triple for q in ox.parse(found, format=form)} == wanted


@pytest.mark.parametrize("name", EXPORTERS)
def test_an_export_is_the_same_each_time(name: str) -> None:
    """Two exports of one store can be compared line by line, whatever the order in which it was filled."""
    one, two = whole(sample(), sample("second")), whole(sample("second"), sample())
    assert written(one, name) == written(two, name)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of its own names
def test_rdflib_reads_json_ld_alike() -> None:
    """Another reader of JSON-LD finds the same triples."""
    from rdflib import Dataset
    from rdflib.compare import isomorphic

    store = shelf(sample())
    theirs, ours = Dataset(), Dataset()
    theirs.parse(data=written(store, "jsonld"), format="json-ld")
    ours.parse(data=written(store, "nquads"), format="nquads")
    graph = MINTER.graph("harbour-fee")
    assert isomorphic(theirs.graph(graph), ours.graph(graph))


def test_json_ld_is_plain_to_read() -> None:
    """A position is JSON with the names of the vocabulary, without a look at the context."""
    document = json.loads(written(shelf(sample()), "jsonld"))
    nodes = {node["@id"]: node for graph in document["@graph"] for node in graph["@graph"]}
    positions = [node for node in nodes.values() if "Position" in node["@type"]]
    position = next(node for node in positions if node["holder"] == "id:person/mara-lind")
    assert position["stance"] == "oppose"
    assert position["confidence"] == "0.8875"
    assert position["heldOn"] == "2025-03-02"
    assert len(position["evidence"]) == 2
    assert nodes["id:person/mara-lind"]["prefLabel"] == "Mara Lind"


def test_json_ld_writes_out_what_its_terms_cannot_hold() -> None:
    """A label in another language and a value of another type keep both."""
    store = open_store(":memory:", write=True)
    subject, graph = ox.NamedNode(MINTER.base + "x"), ox.NamedNode(MINTER.graph("x"))
    label, held = (ox.NamedNode(EXPORT_PREFIXES[p] + n) for p, n in (("skos", "prefLabel"), ("cg", "heldOn")))
    other = ox.NamedNode("https://other.example/says")
    values = (
        (label, ox.Literal("Hafen", language="de")),
        (label, ox.Literal("plain")),
        (held, ox.Literal("soon")),
        (held, subject),
        (other, ox.Literal("1", datatype=ox.NamedNode("https://other.example/type"))),
    )
    store.replace_graph(graph.value, [ox.Quad(subject, predicate, value, graph) for predicate, value in values])
    assert set(ox.parse(written(store, "jsonld"), format=ox.RdfFormat.JSON_LD)) == all_quads(store)


def test_jsonl_holds_the_records_of_extract() -> None:
    """The store gives back what was read, to the letter."""
    store = whole(sample(), sample("second"))
    expected = "".join(map(line, records_of([sample(), sample("second")])))
    assert written(store, "jsonl").decode() == expected


def test_readings_come_back_with_actors_of_the_authority_file() -> None:
    """What an article's graph does not describe is found in the graph of actors."""
    store = whole()
    known = {actor.id for actor in sample().actors}
    store.replace_graph(MINTER.graph("harbour-fee"), quads(sample(), MINTER, known))
    assert list(readings_of(store)) == [canonical(sample())]


def test_readings_come_back_under_another_base() -> None:
    """The base of the minted names is found in the store."""
    store = open_store(":memory:", write=True)
    minter = type(MINTER)("https://gazette.example/data/")
    store.replace_graph(minter.graph("harbour-fee"), quads(sample(), minter))
    assert [reading.article.slug for reading in readings_of(store)] == ["harbour-fee"]


def test_no_prefix_is_the_beginning_of_another() -> None:
    """Else it were open which one is used."""
    names = list(EXPORT_PREFIXES.values())
    assert not [(a, b) for a in names for b in names if a != b and b.startswith(a)]


@pytest.mark.parametrize("name", EXPORTERS)
def test_an_empty_store_is_written_too(name: str) -> None:
    """Nothing in the store is no error."""
    written(open_store(":memory:", write=True), name)


def test_an_unknown_format_names_the_known_ones() -> None:
    """The message says what can be chosen."""
    with pytest.raises(InputError, match="choose one of turtle, ntriples"):
        export(shelf(sample()), "word", None)


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export that fails in the middle leaves the older file, and nothing beside it."""
    path = tmp_path / "graph.nq"
    path.write_text("older")

    class Broken(OSError):
        strerror = "the disk is full"

    def fails(store: Store, out: io.BytesIO) -> None:
        out.write(b"half")
        raise Broken

    monkeypatch.setitem(EXPORTERS, "nquads", Exporter(fails))
    with pytest.raises(InputError, match=r"graph\.nq cannot be written: the disk is full"):
        export(shelf(sample()), "nquads", path)
    assert path.read_text() == "older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_in_no_folder_is_one_sentence(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(InputError, match="missing"):
        export(shelf(sample()), "nquads", tmp_path / "missing" / "graph.nq")


def test_a_file_gets_the_rights_of_a_new_file(tmp_path: Path) -> None:
    """Others may read it if they may read any new file."""
    other, path = tmp_path / "other", tmp_path / "graph.nq"
    other.touch()
    export(shelf(sample()), "nquads", path)
    assert path.stat().st_mode == other.stat().st_mode


def test_a_device_is_written_to_and_not_replaced() -> None:
    """Writing to the null device leaves it a device."""
    null = Path("/dev/null")
    export(shelf(sample()), "nquads", null)
    assert null.is_char_device()


def on_disk(folder: Path) -> Path:
    """A store on disk with the sample and what it needs."""
    with open_store(folder / "store", write=True) as store:
        source = whole(sample())
        for graph in list(source.graphs()):
            store.replace_graph(graph, source.quads(graph))
    return folder / "store"


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    return subprocess.run([sys.executable, cli.__file__, *map(str, words)], capture_output=True, text=True, check=False)


def test_the_command_line_exports_and_validates(tmp_path: Path) -> None:
    """`export` writes to standard output or a file, `validate` ends with 0 on a good store."""
    store = on_disk(tmp_path)
    shown = run("export", "nquads", "--store", store)
    assert run("export", "nquads", "--store", store, "--out", tmp_path / "x.nq").returncode == 0
    assert (tmp_path / "x.nq").read_text(encoding="utf-8") == shown.stdout
    good = run("validate", "--store", store)
    assert (good.returncode, good.stdout) == (0, "")
    assert "1 article: every quotation stands in its text" in good.stderr
    assert run("export", "word", "--store", store).returncode == 2


def test_the_command_line_tells_what_is_wrong(tmp_path: Path) -> None:
    """`validate` ends with 1 and a line for each problem."""
    place = on_disk(tmp_path)
    graph = MINTER.graph("harbour-fee")
    with open_store(place, write=True) as store:
        store.replace_graph(graph, [q for q in store.quads(graph) if not q.predicate.value.endswith("quotation")])
    bad = run("validate", "--store", place)
    assert bad.returncode == 1
    assert len(bad.stdout.splitlines()) == 3
    assert "graph/harbour-fee: claim/harbour-fee/" in bad.stdout
    assert "1 article: 3 problems in 1 graph." in bad.stderr
    assert run("validate", "--store", place, "--proof-only").returncode == 0


def test_the_help_of_export_names_every_format() -> None:
    """The command line says what it can write."""
    shown = re.sub(r"[\s│]+", " ", run("export", "--help").stdout)
    assert all(re.search(rf"\b{name}\b", shown) for name in EXPORTERS)
