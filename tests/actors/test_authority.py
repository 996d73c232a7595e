"""The authority file: what is read from it, and how a line of it undoes or makes a merge."""

from datetime import date
from pathlib import Path

import pytest

from graph.actors import load_authority
from graph.errors import CodebookError
from tests.actors.asking import label, labels

PREFIXES = """
@prefix cg: <https://w3id.org/claimgraph/ontology#> .
@prefix person: <https://w3id.org/claimgraph/id/person/> .
@prefix o: <https://w3id.org/claimgraph/id/org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
"""


def lines(folder: Path, text: str) -> list[Path]:
    """An authority file of the user with these lines."""
    path = folder / "mine.ttl"
    path.write_text(PREFIXES + text, encoding="utf-8")
    return [path]


def test_a_base_moves_all_iris() -> None:
    """Actors are named under the base that the graph has."""
    known = load_authority(base="https://example.org/id/")
    assert "https://example.org/id/country/TWN" in known.actors
    assert known.named("Taiwan")[0].actor == "https://example.org/id/country/TWN"


def test_a_user_adds_an_alias(read, tmp_path: Path) -> None:
    """Another name of a known actor is one line."""
    mine = lines(tmp_path, 'o:tsmc a cg:Organization ; skos:prefLabel "TSMC"@en ; skos:altLabel "the Foundry"@en .')
    assert labels(read("Analysts say the Foundry will grow.", mine), "Organization") == {"TSMC"}


def test_a_user_parts_a_name_from_an_actor(read, tmp_path: Path) -> None:
    """owl:differentFrom keeps a full name of one article from being the listed person."""
    text = "Mark Carney, a plumber from Leeds, complained. Carney said the pipes were old."
    assert read(text).mentions[0].actor.endswith("person/mark-carney")
    mine = lines(tmp_path, "person:mark-carney-test owl:differentFrom person:mark-carney .")
    assert {m.actor.rsplit("/", 1)[1] for m in read(text, mine).mentions} == {"mark-carney-test"}


def test_a_user_parts_a_surname_in_one_article(read, tmp_path: Path) -> None:
    """The surname's IRI of that article is not the person."""
    text = "Maria Okafor spoke on Monday. Okafor said that the bridge was safe."
    mine = lines(tmp_path, "person:okafor-test owl:differentFrom person:maria-okafor .")
    assert [m.actor.rsplit("/", 1)[1] for m in read(text, mine).mentions] == ["maria-okafor", "okafor-test"]


def test_a_user_merges_two_names(read, tmp_path: Path) -> None:
    """owl:sameAs makes the name that got one IRI mean another actor."""
    mine = lines(
        tmp_path,
        "person:mary-okafor owl:sameAs person:maria-okafor . person:maria-okafor a cg:Person ; "
        'skos:prefLabel "Maria Okafor"@en .',
    )
    assert labels(read("Mary Okafor spoke on Monday.", mine), "Person") == {"Maria Okafor"}


def test_a_misspelt_name_with_its_post_is_the_holder(read) -> None:
    """Title and a nearly right surname are enough while the post is held; they are not without the post."""
    known = read("Treasury Secretary Besent will travel to Oslo.", published=date(2025, 6, 1))
    assert labels(known, "Person") == {"Scott Bessent"}
    before = read("Treasury Secretary Besent will travel to Oslo.", published=date(2022, 6, 1))
    assert labels(before, "Person") != {"Scott Bessent"}


def test_a_letter_that_is_off_is_forgiven_in_a_known_full_name(read) -> None:
    """One letter, one known name."""
    cast = read("Christine Lagarde and Kristalina Georgiewa met in Rome. Georgiewa said rates would fall.")
    assert label(cast, "Georgiewa", 1) == "Kristalina Georgieva"


def test_a_file_that_is_no_turtle_is_named(tmp_path: Path) -> None:
    """The message names the file."""
    path = tmp_path / "broken.ttl"
    path.write_text("<a> <b>", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"broken\.ttl"):
        load_authority([path])


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(CodebookError, match=r"none\.ttl"):
        load_authority([tmp_path / "none.ttl"])


def test_an_actor_without_a_label_is_named(tmp_path: Path) -> None:
    """Every listed actor needs a name."""
    with pytest.raises(CodebookError, match="prefLabel"):
        load_authority(lines(tmp_path, "o:nameless a cg:Organization ."))
