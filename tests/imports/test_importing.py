"""What becomes of a coding in a store: whom its names mean, where it comes from, and what stands beside it."""

from pathlib import Path

import pytest

from graph.articles import read_articles
from graph.build import Reader, Settings, build
from graph.build.corpus import Report as Built
from graph.exports.writing import export
from graph.imports.importing import How, Report, import_files
from graph.networks.reading import read_debate, read_texts
from graph.store import Store, open_store
from graph.validation import validate
from tests.build.running import interrupted
from tests.imports.conftest import Import, tools
from tests.imports.reading import asked, dump, fine, held, write_rows
from tests.sample import MINTER, sample, shelf

HEAD = "actor,proposal,stance,quotation,date,source"
TEXT = (
    "Ferry plan divides the island\n\nAda Holm said that “a second ferry is overdue”. The Dock Owners' Union called\n"
    "it a waste of money. In Taiwan nobody minds.\n"
)
TITLE = "Ferry plan divides the island"
OVERDUE = ("Ada Holm", "A second ferry", "support", "a second ferry is overdue", "2025-03-04", TITLE)
WASTE = ("Dock Owners' Union", "another boat", "oppose", "a waste of money", "2025-03-04", TITLE)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with the text of the two statements."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "ferry.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_a_name_means_who_is_known_by_it(tmp_path: Path, take: Import) -> None:
    """The authority's actor, the actor that an article in the store has by that name, or a new one."""
    into = shelf(sample())
    rows = [
        ("Taiwan", "x", "for", "a", "2025-03-04", "d"),
        ("Seoul", "x", "against", "b", "2025-03-04", "d"),
        ("M. Lind", "x", "for", "c", "2025-03-04", "d"),
        ("coastal institute", "x", "for", "d", "2025-03-04", "d"),
        ("Harbour Council", "x", "for", "e", "2025-03-04", "d"),
        ("union officials", "x", "for", "f", "2025-03-04", "d"),
    ]
    assert take(write_rows(tmp_path / "x.csv", HEAD, rows), into=into)[0] == 0
    found = {row[0] for row in asked(into, "?a cg:supports|cg:opposes <https://w3id.org/claimgraph/id/proposal/x>")}
    assert found == {
        MINTER.actor("Country", "TWN"), MINTER.actor("Country", "KOR"), MINTER.actor("Person", "Mara Lind"),
        MINTER.actor("Organization", "Coastal Institute"), MINTER.actor("Organization", "Harbour Council"),
        MINTER.actor("Group", "Union officials"),
    }  # fmt: skip
    assert not [str(problem) for problem in validate(into) if problem.graph.endswith("d-2025-03-04")]


def test_a_proposal_is_that_of_the_codebook_by_label_alias_or_iri(tmp_path: Path, store: Store, take: Import) -> None:
    """What it does not know is a candidate."""
    names = ("a second  FERRY", "another boat", "https://example.org/plan/ferry", "ferry", "A tunnel")
    rows = [(f"Body {n}", name, "for", f"w{n}", "2025-03-04", "d") for n, name in enumerate(names)]
    take(write_rows(tmp_path / "x.csv", HEAD, rows))
    debate = read_debate(store)
    assert {s.position.proposal for s in debate.statements} == {
        "https://example.org/plan/ferry", MINTER.proposal("A tunnel")
    }  # fmt: skip
    assert debate.proposals[MINTER.proposal("A tunnel")].candidate
    assert not debate.proposals["https://example.org/plan/ferry"].candidate
    assert fine(store)


def test_without_its_text_a_coding_says_that_nothing_proves_it(tmp_path: Path, store: Store, take: Import) -> None:
    """On the article and on each piece of evidence; validation passes and the reason tells it too."""
    code, report = take(write_rows(tmp_path / "x.csv", HEAD, [OVERDUE, WASTE]))
    assert (code, report.imported, report.unproved) == (0, 1, 1)
    assert len(asked(store, "?e a cg:Evidence ; cg:unproved true")) == 2
    assert len(asked(store, "?e a cg:Article ; cg:unproved true")) == 1
    assert all("nothing proves" in s.position.reason for s in read_debate(store).statements)
    assert fine(store)


def test_with_its_text_a_coding_is_proved(tmp_path: Path, store: Store, texts: Path, take: Import) -> None:
    """At its offsets, and a line end within it is the text's; what stood for the text before is gone."""
    path = write_rows(tmp_path / "x.csv", HEAD, [OVERDUE, WASTE])
    take(path)
    code, report = take(path, texts=(str(texts),))
    assert (code, report.imported, report.unproved) == (0, 1, 0)
    assert asked(store, "?a cg:unproved ?b") == []
    assert list(read_texts(store).values()) == [TEXT]
    (first, second) = sorted(held(store), key=lambda one: one.stance)
    assert (first.words, second.words) == (("a waste of money",), ("a second ferry is overdue",))
    assert asked(store, "?c cg:quotation 'direct' ; cg:speaker ?who")[0][1] == MINTER.actor("Person", "Ada Holm")
    assert fine(store)


def test_what_is_written_as_control_c_comes_is_counted(
    tmp_path: Path, store: Store, texts: Path, take: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what stood for the text before is gone: the next import would pass the document over and leave it."""
    path = write_rows(tmp_path / "x.csv", HEAD, [OVERDUE, WASTE])
    take(path)
    report = Report()
    how = How(texts=(str(texts),))
    with pytest.raises(KeyboardInterrupt):
        import_files([path], interrupted(store, monkeypatch), tools(), how, report)
    assert (report.imported, asked(store, "?a cg:unproved ?b")) == (1, [])


def test_a_coding_says_who_made_it_with_what_in_which_file(tmp_path: Path, store: Store, take: Import) -> None:
    """In terms of PROV."""
    said = {
        "statement_id": "1", "time": "2025-03-04 10:00:00", "person": "Ada Holm", "organization": "Isle Party",
        "concept": "A second ferry", "agreement": "1", "start_position": "0", "stop_position": "4", "text": "yes!",
        "coder": "7", "document_id": "1", "document_title": "Ferry",
    }  # fmt: skip
    take(write_rows(tmp_path / "events.csv", ",".join(said), [said.values()], ";"))
    (found,) = asked(
        store,
        "?p a cg:Position ; prov:wasGeneratedBy ?x . ?x cg:extractor ?how ; prov:wasInformedBy ?c . "
        "?c prov:wasAssociatedWith [ a prov:Person ; skos:prefLabel ?coder ] , "
        "[ a prov:SoftwareAgent ; skos:prefLabel ?tool ] ; prov:generated [ cg:location ?file ]",
    )
    assert set(found) >= {"import-dna-csv", "7", "Discourse Network Analyzer", "events.csv"}
    assert {(h.holder, h.stance, h.day) for h in held(store)} == {("Ada Holm", "support", "2025-03-04")}
    assert len(asked(store, "?a cg:affiliatedWith ?b")) == 1


def test_nothing_is_written_over_unless_asked_for(
    tmp_path: Path, store: Store, texts: Path, take: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither another coding of a text nor what a build read in it."""
    path = write_rows(tmp_path / "x.csv", HEAD, [OVERDUE])
    take(path)
    before = dump(store)
    write_rows(path, HEAD, [OVERDUE, WASTE])
    assert take(path)[0] == 2
    assert "--replace" in capsys.readouterr().err
    assert dump(store) == before
    assert take(path, replacing=True)[1].imported == 1
    assert len(held(store)) == 2


def test_a_build_leaves_codings_alone_and_an_import_what_was_built(
    tmp_path: Path, store: Store, texts: Path, take: Import
):
    """A text that was coded is not read again, by whatever name it comes."""
    reader = Reader(Settings(extractor="rules"))

    def built(into: Store) -> Built:
        report = Built()
        build(read_articles([texts], skipped=pytest.fail), into, reader, report=report, bad=pytest.fail, again=True)
        return report

    path = write_rows(tmp_path / "x.csv", HEAD, [OVERDUE, WASTE])
    take(path, texts=(str(texts),))
    before = held(store)
    assert built(store).unchanged == 1
    assert held(store) == before
    other = open_store(":memory:", write=True)
    built(other)
    as_built = dump(other)
    assert take(path, into=other, texts=(str(texts),))[0] == 2
    assert held(other) != before
    assert take(path, into=other, texts=(str(texts),), replacing=True)[0] == 0
    assert {one[:5] for one in held(other)} == {one[:5] for one in before}
    assert as_built != dump(other)


def test_other_commands_take_an_imported_store(tmp_path: Path, store: Store, take: Import) -> None:
    """Every export that is one file writes it."""
    take(write_rows(tmp_path / "x.csv", HEAD, [OVERDUE, WASTE]))
    for form in ("nquads", "jsonl", "jsonld", "graphml", "gexf", "markdown", "dna", "nanopub"):
        export(store, form, tmp_path / f"out.{form}")
        assert (tmp_path / f"out.{form}").stat().st_size > 200


def test_rdf_that_was_exported_is_loaded_as_it_was(tmp_path: Path, store: Store, take: Import) -> None:
    """An import of RDF in our vocabulary is `load`; with its graphs it is the same store."""
    from graph.build.loading import load_files

    take(write_rows(tmp_path / "x.csv", HEAD, [OVERDUE, WASTE]))
    export(store, "trig", tmp_path / "x.trig")
    export(store, "turtle", tmp_path / "x.ttl")
    for name, same in (("x.trig", True), ("x.ttl", False)):
        load_files([tmp_path / name], tmp_path / f"store of {name}")
        with open_store(tmp_path / f"store of {name}") as loaded:
            assert held(loaded) == held(store)
            assert not same or dump(loaded) == dump(store)
            assert fine(loaded)


def test_the_topic_of_a_proposal_is_that_of_its_column(tmp_path: Path, store: Store, take: Import) -> None:
    """A column "topic" beside one for the proposal is no proposal; without another it is one, as in some tables."""
    rows = [("Ada Holm", "A new pier", "for", "yes", "2025-03-04", "d", "Ports  and piers"),
            ("Ada Holm", "A tunnel", "for", "yes", "2025-03-04", "d", "")]  # fmt: skip
    assert take(write_rows(tmp_path / "x.csv", f"speaker,claim,{HEAD.split(',', 2)[2]},topic", rows))[0] == 0
    debate = read_debate(store)
    told = {p.label: [debate.label(topic) for topic in p.topics] for p in debate.proposals.values() if p.candidate}
    assert told == {"A new pier": ["Ports and piers"], "A tunnel": []}
    assert not [str(problem) for problem in validate(store) if problem.graph.endswith("d-2025-03-04")]
    only = write_rows(tmp_path / "y.csv", "actor,topic,stance,quotation,date,source", [row[:6] for row in rows])
    assert take(only, into=shelf())[0] == 0


def test_long_proposals_that_begin_alike_are_two(tmp_path: Path, store: Store, take: Import) -> None:
    """Where the readable part of an IRI has no room for the end of a name, all of the name tells what is meant."""
    long = (
        "To let the harbour board decide by itself and without a further hearing of the towns on the coast whether " * 2
    )
    rows = [("Ada Holm", f"{long} {end}", stance, f"words {end}", "2025-03-04", "d")
            for end, stance in (("ferries pay", "for"), ("cutters pay", "against"))]  # fmt: skip
    assert take(write_rows(tmp_path / "x.csv", HEAD, rows))[0] == 0
    debate = read_debate(store)
    found = {(debate.label(s.position.proposal), s.position.stance) for s in debate.statements}
    assert found == {
        (f"{' '.join(long.split())} ferries pay", "support"),
        (f"{' '.join(long.split())} cutters pay", "oppose"),
    }
    assert len({s.position.proposal for s in debate.statements}) == 2
