"""Reading codebooks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.claims import load_codebook
from graph.errors import CodebookError

Writer = Callable[..., Path]

PREFIXES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix cg: <https://w3id.org/claimgraph/ontology#> .
@prefix : <https://example.org/town/> .
"""
PIER = ':pier a cg:Proposal ; skos:prefLabel "Close the old pier"@en .'


@pytest.fixture
def write(tmp_path: Path) -> Writer:
    """A way to write a codebook with the prefixes before it."""

    def writing(text: str, name: str = "town.ttl") -> Path:
        path = tmp_path / name
        path.write_text(PREFIXES + text, encoding="utf-8")
        return path

    return writing


def test_labels_definition_and_topics_are_read(write: Writer) -> None:
    """Everything that a proposal can be recognised by."""
    path = write("""
        :sea a cg:Topic ; skos:prefLabel "The sea"@en .
        :pier a cg:Proposal ; skos:prefLabel "Close the old pier"@en ; skos:altLabel "shut the pier", "pier closure" ;
            skos:definition "The old pier is closed to the public." ; cg:topic :sea .
    """)
    book = load_codebook([path])
    (pier,) = book.proposals
    assert (pier.label, pier.aliases) == ("Close the old pier", ("pier closure", "shut the pier"))
    assert pier.definition == "The old pier is closed to the public."
    assert pier.topics == ("https://example.org/town/sea",)
    assert book.topics == {"https://example.org/town/sea": "The sea"}
    assert not pier.candidate


def test_a_plain_skos_concept_is_a_proposal_and_a_topic_is_none(write: Writer) -> None:
    """Codebooks of other projects need no class of ours."""
    path = write(':a a skos:Concept ; skos:prefLabel "A" . :t a skos:Concept, cg:Topic ; skos:prefLabel "T" .')
    assert [p.label for p in load_codebook([path]).proposals] == ["A"]


def test_an_english_label_is_preferred(write: Writer) -> None:
    """Else the one without a language, else the first of the others."""
    path = write(
        ':a a cg:Proposal ; skos:prefLabel "Steuer"@de, "Tax"@en-GB .'
        ':b a cg:Proposal ; skos:prefLabel "Zoll"@de, "plain" . :c a cg:Proposal ; skos:prefLabel "Zoll"@de .'
    )
    assert [p.label for p in load_codebook([path]).proposals] == ["Tax", "plain", "Zoll"]


def test_codebooks_are_put_together_in_the_order_of_their_iris(write: Writer) -> None:
    """Two files give one codebook, whatever their order."""
    one, two = write(PIER, "one.ttl"), write(':ban a cg:Proposal ; skos:prefLabel "Ban" .', "two.ttl")
    assert load_codebook([one, two]).proposals == load_codebook([two, one]).proposals
    assert [p.label for p in load_codebook([one, two]).proposals] == ["Ban", "Close the old pier"]


def test_no_codebook_is_an_empty_one() -> None:
    """Then all that is found is a candidate."""
    assert load_codebook([]).proposals == ()


def test_other_syntaxes_are_read_by_the_ending_of_the_name(tmp_path: Path) -> None:
    """RDF is RDF."""
    path = tmp_path / "town.nt"
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    skos = "http://www.w3.org/2004/02/skos/core#"
    lines = f'<https://e.org/a> {kind} <{skos}Concept> .\n<https://e.org/a> <{skos}prefLabel> "A" .\n'
    path.write_text(lines, encoding="utf-8")
    assert [p.label for p in load_codebook([path]).proposals] == ["A"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds no proposal"),
        (':t a cg:Topic ; skos:prefLabel "T" .', "holds no proposal"),
        (":a a cg:Proposal .", "https://example.org/town/a has no skos:prefLabel: give it one"),
        (':a a cg:Proposal ; skos:prefLabel "x"', "is not Turtle"),
        (":a a unknown:Thing .", "is not Turtle"),
    ],
)
def test_what_is_wrong_is_named_with_its_file_and_the_fix(write: Writer, text: str, says: str) -> None:
    """One sentence: which file, what is wrong there, what to do."""
    with pytest.raises(CodebookError, match=r"town\.ttl") as raised:
        load_codebook([write(text)])
    assert says in str(raised.value)
    assert ":" in str(raised.value).split("town.ttl", 1)[1]
    assert "\n" not in str(raised.value)


def test_a_codebook_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Missing files and folders are told, not traced."""
    for path, says in ((tmp_path / "none.ttl", "cannot be read"), (tmp_path, "give each of its files")):
        with pytest.raises(CodebookError, match=says):
            load_codebook([path])


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    """A picture is no codebook."""
    path = tmp_path / "picture.ttl"
    path.write_bytes(bytes(range(256)))
    with pytest.raises(CodebookError, match=r"picture\.ttl is not Turtle"):
        load_codebook([path])
