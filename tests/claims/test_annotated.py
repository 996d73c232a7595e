"""Hand-made annotations as an extractor."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.claims.annotated import annotated
from graph.claims.byhand import read_annotation, read_annotations
from graph.claims.byhand.entries import Quote
from graph.claims.byhand.locating import located
from graph.claims.findings import Findings
from graph.errors import AnnotationError
from graph.model import Article
from graph.vocabulary import BASE, Minter

DATA = Path(__file__).parents[1] / "data"
SEA = "The sea. The  sea\nis blue, and the sea is near."


def article(text: str, name: str = "quay") -> Article:
    """An article of a text, with nothing else known."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(name, name, text, sha256, f"{name}.md", published=date(2024, 3, 5))


@pytest.fixture(scope="module")
def quay() -> Article:
    """The small article of the tests, without its front matter."""
    return article((DATA / "quay.md").read_text(encoding="utf-8").split("---\n", 2)[2])


@pytest.fixture(scope="module")
def coding(quay: Article) -> Findings:
    """What the coder of the small article found."""
    return annotated(quay, DATA / "quay.yaml", Minter())


@pytest.fixture
def broken(tmp_path: Path, quay: Article):
    """A way to write the annotation with something put in the place of something else."""

    def write(old: str, new: str) -> Path:
        text = (DATA / "quay.yaml").read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "quay.yaml"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return write


def test_actors_get_the_iris_of_their_kind(coding: Findings) -> None:
    """Persons, organisations and groups by their names, countries by their ISO codes."""
    assert {actor.id.removeprefix(BASE) for actor in coding.actors} == {
        "person/ana-prado", "org/harbour-council", "country/ISL", "group/dock-workers",
    }  # fmt: skip
    workers = next(actor for actor in coding.actors if actor.kind == "Group")
    assert workers.member_of == Minter().actor("Organization", "Harbour Council")


def test_every_span_is_what_the_article_says_there(coding: Findings, quay: Article) -> None:
    """A quotation that is not at its offsets would prove nothing."""
    spans = [m.span for m in coding.mentions] + [s for m in coding.memberships for s in m.evidence]
    spans += [s for c in coding.claims for s in (*c.source, *c.cue, *c.content)]
    spans += [s for p in coding.positions for s in p.evidence]
    assert spans
    assert all(quay.text[span.start : span.end] == span.text for span in spans)


def test_a_short_cue_is_the_one_beside_its_content(coding: Findings, quay: Article) -> None:
    """Three claims have the cue “said”, and each gets its own."""
    said = [claim.cue[0].start for claim in coding.claims if claim.cue[0].text == "said"]
    assert said == [i for i in range(len(quay.text)) if quay.text.startswith("said", i)]


def test_a_claim_knows_who_passes_it_on(coding: Findings) -> None:
    """What the workers want is known from their union."""
    union, workers = coding.claims[2], coding.claims[3]
    assert workers.reported_by == union.id
    assert union.speakers == ()
    assert workers.content[0].start == union.content[0].end - len("the new quay")


def test_positions_carry_holder_stance_and_evidence(coding: Findings) -> None:
    """Evidence is what the coder chose, or else the content of the first claim."""
    first, second, _ = coding.positions
    assert (first.holder, first.polarity) == (BASE + "person/ana-prado", -1.0)
    assert first.proposal == BASE + "proposal/new-quay"
    assert first.claims == tuple(claim.id for claim in coding.claims[:2])
    assert [span.text for span in first.evidence] == ["too dear"]
    assert [span.text for span in second.evidence] == ["the new quay"]
    assert first.held_on == date(2024, 3, 5)


def test_a_proposal_of_no_codebook_is_a_candidate(coding: Findings) -> None:
    """The coder may see a proposal that nobody has listed."""
    (loan,) = coding.candidates
    assert loan.candidate
    assert loan.id == coding.positions[2].proposal


def test_another_text_is_refused_with_the_sha256_that_it_has(quay: Article) -> None:
    """Offsets into a changed text would be wrong without anybody noticing."""
    with pytest.raises(AnnotationError, match=r"codes another text of quay .*check its quotes"):
        annotated(article(quay.text + " "), DATA / "quay.yaml", Minter())


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("content: We have no money for it", "content: We have money for it", "does not say “We have money for it”"),
        ("{quote: the new quay, occurrence: 2}", "the new quay", "“the new quay” stands 2 times"),
        ("occurrence: 2", "occurrence: 9", "there is no occurrence 9"),
        ("occurrence: 2", "occurrence: no", "whole number from 1"),
        ("stance: support", "stance: likes", "'likes', which is none of support, conditional"),
        ("quotation: direct", "quotation: loud", "claim money: quotation is 'loud'"),
        ("holder: [Dock workers]", "holder: [Fishers]", "names Fishers, who is not under actors"),
        ("claims: [workers]", "claims: [fishers]", "refers to fishers, which is not under claims"),
        ("reported_by: union", "reported_by: nobody", "refers to nobody"),
        (", code: ISL", "", "country without its ISO code"),
        ("    cue: reported", "    queue: reported", "'queue' is no field here"),
        ("negated: true", "negated: perhaps", "negated should be true or false"),
        ("    content: it would be turned down\n", "", "claim loan: content is missing"),
        ("content: it would be turned down", "content: the new quay was too dear", "claims dear and loan have"),
        ("candidates:", "positions2:", "'positions2' is no field here"),
        ("  money:", "  dear:", "dear is there twice"),
        ("article: quay", "article: [a, b]", "article is a list"),
        ("candidates: [Loan from Iceland]", "candidates: [{a: b}]", "candidates should be text"),
    ],
)  # fmt: skip
def test_a_mistake_of_the_coder_is_named(broken, quay: Article, old: str, new: str, says: str) -> None:
    """The sentence names the file, the entry and what is wrong with it."""
    path = broken(old, new)
    with pytest.raises(AnnotationError) as caught:
        annotated(quay, path, Minter())
    assert says in str(caught.value)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("text", ["", "just words", "- a\n- b\n", "a: [", "claims: 3\narticle: a\nsha256: b\n", "\x00"])
def test_what_is_no_annotation_is_refused(tmp_path: Path, text: str) -> None:
    """An empty file, prose, a list, broken YAML: one sentence each."""
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"a\.yaml"):
        read_annotation(path)


def test_a_folder_gives_its_annotations_by_article(tmp_path: Path) -> None:
    """Twice the same article is a mistake, and so is a folder without annotations."""
    assert set(read_annotations([DATA / "quay.yaml"])) == {"quay"}
    with pytest.raises(AnnotationError, match="no annotation file"):
        read_annotations([tmp_path])
    with pytest.raises(AnnotationError, match="does not exist"):
        read_annotations([tmp_path / "nowhere"])
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text((DATA / "quay.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(AnnotationError, match="the same article"):
        read_annotations([tmp_path])


def test_blanks_may_differ_and_words_are_whole() -> None:
    """A quote may run over a line end, and “he” is not found in “the”."""
    text = article(SEA)
    assert [s.text for s in located(text, [Quote("The sea is blue")], "here")] == ["The  sea\nis blue"]
    with pytest.raises(AnnotationError):
        located(text, [Quote("he")], "here")


@given(st.text(min_size=1).filter(str.strip), st.text(max_size=20), st.text(max_size=20))
def test_a_quote_is_found_where_it_was_put(quote: str, before: str, after: str) -> None:
    """Whatever characters the article and the quote hold, the span is a verbatim piece with the same words."""
    text = f"{before} {quote} {after}"
    try:
        (span,) = located(article(text), [Quote(quote, 1)], "here")
    except AnnotationError:
        pytest.fail("not found")
    assert text[span.start : span.end] == span.text
    assert span.text.split() == quote.split()
