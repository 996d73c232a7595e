"""JSON-LD as trees: what jsonld.js makes of the same triples with the same frames, one tree at a time."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from graph.errors import InputError
from graph.exports import framed as framing
from graph.exports.framed import FRAMES, load_frame, write_framed
from graph.exports.jsonld import load_context
from graph.exports.writing import Asked, export
from graph.store import Store, open_store
from graph.vocabulary import PREFIXES
from tests.exports.test_exports import all_quads, run, whole
from tests.exports.test_rdf_judges import stores
from tests.exports.test_tables import HOSTILE, filled
from tests.networks.made_up import hostile
from tests.page.payloads import PAYLOADS
from tests.sample import sample, shelf

Elsewhere = Callable[[str, Path], Any]
KIND = {"article": "Article", "actor": "Actor", "proposal": "Proposal"}


def framed(store: Store, name: str, folder: Path) -> dict[str, Any]:
    """The document that is written."""
    path = folder / f"{name}.jsonld"
    export(store, "jsonld", path, Asked(frame=name))
    found: dict[str, Any] = json.loads(path.read_bytes())
    return found


def merge(store: Store) -> set[ox.Triple]:
    """What all graphs say together."""
    return {quad.triple for quad in all_quads(store)}


def parsed(quads: str) -> set[ox.Triple]:
    """The triples of what jsonld.js gives."""
    return {quad.triple for quad in ox.parse(quads, format=ox.RdfFormat.N_QUADS)}


def even(tree: Any) -> Any:
    """A tree without empty sets, whose sets are lists in one order, single values are sets, and values are text."""
    if isinstance(tree, dict):
        return {key: even(v if isinstance(v, list) or key == "@id" else [v]) for key, v in tree.items() if v != []}
    if isinstance(tree, list):
        return sorted(map(even, tree), key=repr)
    return tree if isinstance(tree, str) else json.dumps(tree)


def one_at_a_time(name: str) -> list[dict[str, Any]]:
    """The frame cut into frames with one backward key each: two of them may stand for one property."""
    frame = load_frame(name)
    own = frame["@context"]
    return [
        {**{k: v for k, v in frame.items() if k not in own}, key: frame[key],
         "@context": {**load_context(), key: own[key]}}
        for key in own
    ]  # fmt: skip


@pytest.mark.parametrize("name", FRAMES)
@pytest.mark.parametrize("which", ["sample", "hostile"])
def test_another_processor_frames_the_triples_alike(
    which: str, name: str, read_elsewhere: Elsewhere, tmp_path: Path
) -> None:
    """The same triples, whatever the labels hold, and none that is not in the store; the same trees.

    Where a label has no language, jsonld.js puts it under skos:prefLabel instead of the term, so that trees differ.
    """
    store = stores()[which] if which != "hostile" else filled(hostile([*PAYLOADS, *HOSTILE]))
    document = framed(store, name, tmp_path)
    triples = (ox.serialize(merge(store), format=ox.RdfFormat.N_TRIPLES) or b"").decode()
    (tmp_path / "asked").write_text(json.dumps({"triples": triples, "frames": one_at_a_time(name)}), encoding="utf-8")
    answers = read_elsewhere("frames", tmp_path / "asked")
    ours = read_elsewhere("jsonld", tmp_path / f"{name}.jsonld")
    assert parsed(ours) == set().union(*(parsed(answer["quads"]) for answer in answers)) <= merge(store)
    wanted: dict[str, dict[str, Any]] = {}
    for tree in (tree for answer in answers for tree in answer["trees"]):
        wanted.setdefault(tree["@id"], {}).update(tree)
    assert {tree["@id"] for tree in document["@graph"]} == set(wanted)
    if which != "hostile":
        assert {tree["@id"]: even(tree) for tree in document["@graph"]} == {k: even(v) for k, v in wanted.items()}


@pytest.mark.parametrize("name", FRAMES)
def test_every_root_is_there_once_with_all_that_points_at_it(name: str, tmp_path: Path) -> None:
    """Roots are all nodes of the class; no position is lost."""
    store = whole(sample(), sample("second"))
    document = framed(store, name, tmp_path)
    is_one = ox.NamedNode(PREFIXES["rdf"] + "type"), ox.NamedNode(PREFIXES["cg"] + KIND[name])
    roots = [tree["@id"] for tree in document["@graph"]]
    assert len(roots) == len(set(roots)) == sum((t.predicate, t.object) == is_one for t in merge(store))
    positions = {t.subject.value for t in merge(store) if t.predicate.value == PREFIXES["cg"] + "target"}
    held = [p["@id"] for tree in document["@graph"] for p in tree["positions"]]
    assert sorted(held) == sorted(name.replace(PREFIXES["id"], "id:") for name in positions)


def test_an_actor_is_read_without_any_rdf(tmp_path: Path) -> None:
    """Who, on what, how, when, in which words, according to whom: keys and values."""
    document = framed(whole(sample()), "actor", tmp_path)
    lind = next(tree for tree in document["@graph"] if tree["prefLabel"] == "Mara Lind")
    (position,) = lind["positions"]
    assert (position["target"]["@id"], position["stance"]) == ("id:proposal/harbour-fee", "oppose")
    assert (position["heldOn"], position["isPartOf"]["headline"]) == ("2025-03-02", "Harbour fee divides the coast")
    quotes = [s["exact"] for e in position["evidence"] for s in e["hasSelector"] if "exact" in s]
    assert sorted(quotes) == ["drop it", "the harbour fee is “a mistake”"]
    assert [m["organization"]["prefLabel"] for m in lind["memberships"]] == ["Coastal Institute"]
    assert len(lind["claims"]) == 2


class Pieces(io.BytesIO):
    """A file that remembers what it was given at once."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[bytes] = []

    def write(self, data: Any) -> int:
        self.pieces.append(bytes(data))
        return super().write(data)


@pytest.mark.parametrize("name", FRAMES)
def test_one_tree_is_written_at_a_time(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many pieces as there are trees, a head and an end; a line each; the same however much is asked at once."""
    store, out = whole(sample(), sample("second"), sample("third")), Pieces()
    write_framed(store, out, name)
    trees = [json.loads(piece.strip().strip(b",")) for piece in out.pieces[1:-1]]
    assert trees == json.loads(out.getvalue())["@graph"]
    monkeypatch.setattr(framing, "AT_ONCE", 2)
    write_framed(store, by_two := io.BytesIO(), name)
    assert by_two.getvalue() == out.getvalue()
    assert all(piece.strip(b",\n").count(b"\n") == 0 for piece in out.pieces[1:-1])


@pytest.mark.parametrize("name", FRAMES)
def test_an_empty_store_has_no_trees(name: str, tmp_path: Path) -> None:
    """And is a document all the same."""
    assert framed(open_store(":memory:", write=True), name, tmp_path)["@graph"] == []


def test_what_cannot_be_framed_is_said(tmp_path: Path) -> None:
    """An unknown frame, and a format that has no trees."""
    with pytest.raises(InputError, match="no frame 'town': choose one of article, actor, proposal"):
        export(shelf(sample()), "jsonld", tmp_path / "x", Asked(frame="town"))
    with pytest.raises(InputError, match="turtle has no trees: leave --frame out, or write jsonld"):
        export(shelf(sample()), "turtle", tmp_path / "x", Asked(frame="actor"))
    assert not list(tmp_path.iterdir())


def test_the_command_writes_trees(tmp_path: Path) -> None:
    """`export jsonld --frame actor`."""
    with open_store(tmp_path / "s", write=True) as store:
        for graph in (source := whole(sample())).graphs():
            store.replace_graph(graph, source.quads(graph))
    done = run("export", "jsonld", "--frame", "actor", "--store", tmp_path / "s")
    assert json.loads(done.stdout) == framed(source, "actor", tmp_path)


@pytest.mark.parametrize("name", FRAMES)
def test_frames_speak_the_language_of_the_context(name: str) -> None:
    """Every key is a term of the context or of the frame itself."""

    def keys(frame: dict[str, Any]) -> set[str]:
        return {key for key in frame if not key.startswith("@")}.union(
            *(keys(v) for v in frame.values() if isinstance(v, dict))
        )

    frame = load_frame(name)
    assert keys({k: v for k, v in frame.items() if k != "@context"}) <= {*load_context(), *frame["@context"]}
