"""What is exported for Discourse Network Analyzer, or written as a table, comes back as it was."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.exports.writing import export
from graph.imports.importing import How, Report, import_files
from graph.networks.reading import read_debate, read_texts
from graph.store import Store, open_store
from graph.vocabulary import slug
from tests.exports.test_tables import filled
from tests.imports.conftest import Import, tools
from tests.imports.reading import asked, dump, fine, held, write_rows
from tests.networks.made_up import large, small

POLARITY = {"support": 1, "conditional": 1, "undecided": 0, "doubt": -1, "oppose": -1}


@pytest.mark.parametrize(("form", "ending"), [("dna-csv", "csv"), ("dna", "dna")])
@pytest.mark.parametrize("readings", [small(), large(60)], ids=["small", "large"])
def test_what_dna_gets_comes_back(
    form: str, ending: str, readings: list, tmp_path: Path, store: Store, take: Import
) -> None:
    """The same holders, proposals, stances, days, quotations and documents; the database knows no undecided ones."""
    before = filled(readings)
    path = tmp_path / f"debate.{ending}"
    export(before, form, path)
    code, report = take(path)
    wanted = {_merged(one) for one in held(before) if form == "dna-csv" or POLARITY[one.stance]}
    assert code == 0
    assert {_merged(one) for one in _split(held(store))} == wanted
    assert fine(store)
    assert report.unproved == (report.imported if form == "dna-csv" else 0)


def _merged(one):
    """A position without the days of its title and with its first words."""
    return (*one[:4], one.words[0], one.document)


def _split(positions):
    """A position with several pieces of evidence as several: one article has one position of a stance."""
    return [one._replace(words=(words,)) for one in positions for words in one.words]


def test_the_texts_of_a_database_are_the_articles_again(tmp_path: Path, store: Store, take: Import) -> None:
    """To the character, with every quotation in its place."""
    before = filled(small())
    export(before, "dna", tmp_path / "x.dna")
    take(tmp_path / "x.dna")
    assert set(read_texts(store).values()) == set(read_texts(before).values())
    assert asked(store, "?a cg:unproved ?b") == []


def test_affiliations_come_back(tmp_path: Path, store: Store, take: Import) -> None:
    """A person and the organisation that the file puts it with."""
    export(filled(small()), "dna", tmp_path / "x.dna")
    take(tmp_path / "x.dna")
    debate = read_debate(store)
    assert [(debate.label(m.member), debate.label(m.organization)) for m in debate.memberships] == [
        ("Tobias Renn", "Harbour Chamber")
    ]


def test_the_texts_prove_what_a_table_quotes(tmp_path: Path, store: Store, take: Import) -> None:
    """With --texts the quotations of a table stand in the articles, at their offsets."""
    before = filled(small())
    export(before, "dna-csv", tmp_path / "x.csv")
    folder = tmp_path / "texts"
    folder.mkdir()
    for iri, text in read_texts(before).items():
        title = read_debate(before).articles[iri].title
        (folder / f"{slug(title)}.txt").write_text(text, encoding="utf-8")
    code, report = take(tmp_path / "x.csv", texts=(str(folder),))
    assert (code, report.unproved) == (0, 0)
    assert {_merged(one)[:5] for one in _split(held(store))} == {_merged(one)[:5] for one in held(before)}
    assert fine(store)


def test_importing_again_changes_nothing(tmp_path: Path, store: Store, take: Import) -> None:
    """Not one quad."""
    export(filled(small()), "dna-csv", tmp_path / "x.csv")
    export(filled(small()), "dna", tmp_path / "x.dna")
    other = open_store(":memory:", write=True)
    for path, into in ((tmp_path / "x.csv", store), (tmp_path / "x.dna", other)):
        take(path, into=into)
        first = dump(into)
        code, report = take(path, into=into)
        assert (code, report.imported, report.unchanged) == (0, 0, 3)
        assert dump(into) == first


_LABELS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=25).filter(
    lambda text: re.search(r"\w", text) is not None
)
_QUOTATIONS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters='\n\r\t"“”’,;'), min_size=1, max_size=80
).filter(lambda text: text.strip() != "")
_STANCES = st.sampled_from(sorted(POLARITY))
_ROWS = st.tuples(_LABELS, _LABELS, _STANCES, _QUOTATIONS, st.dates(), _LABELS)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_ROWS, min_size=1, max_size=12), st.sampled_from(",;\t"))
def test_any_table_comes_back(tmp_path: Path, rows: list, delimiter: str) -> None:
    """Names of any script, quotation marks and line ends: who holds what, when, in which words."""
    path = write_rows(
        tmp_path / "x.csv", "actor,proposal,stance,quotation,date,source", [map(str, row) for row in rows], delimiter
    )
    into = open_store(":memory:", write=True)
    assert import_files([path], into, tools(), How(), Report()) == 0
    debate = read_debate(into)
    for actor, proposal, stance, quotation, day, _ in rows:
        assert any(
            _means(s.position.holder, actor, debate.actors)
            and _means(s.position.proposal, proposal, debate.proposals)
            and s.position.stance == stance
            and s.position.held_on <= day
            and quotation.strip() in {span.text for span in s.position.evidence}
            for s in debate.statements
        )
    assert fine(into)


def _means(iri: str, written: str, known: dict) -> bool:
    """Whether a thing is listed by this name, has it, or an IRI of it: names that differ in marks alone have one."""
    label = " ".join(written.split())
    listed = {meaning.actor for meaning in tools().authority.named(label)}
    return iri in listed or label in (known[iri].label, *known[iri].aliases) or iri.endswith(f"/{slug(label)}")
