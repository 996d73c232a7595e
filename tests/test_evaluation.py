"""Extraction measured against coding by hand."""

import io
import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.build import Settings
from graph.errors import AnnotationError, InputError
from graph.evaluation import ROLES, ROWS, Item, Score, as_json, below, compare, evaluate_paths, lines, minima, totals
from graph.evaluation.matching import pairs
from graph.model import Actor, Article, Claim, Extraction, Membership, Mention, Position, Proposal, Reading, Stance
from graph.resources import resource
from graph.vocabulary import Minter

TEXT = "Ana Prado said the quay was too dear. The Harbour Council wants a new quay, dockers reported."
ARTICLE = Article("quay", "quay", TEXT, "0" * 64, "quay.md")
RUN = Extraction("rules", "0", "none", "0", datetime(2024, 3, 5, tzinfo=UTC))
ANA = Actor(Minter().actor("Person", "Ana Prado"), "Ana Prado", "Person")
COUNCIL = Actor(Minter().actor("Organization", "Harbour Council"), "Harbour Council", "Organization", ("the Council",))
QUAY = Minter().proposal("new quay")
BY_HAND = Settings(extractor="annotated", annotations=resource("data", "annotations"))


def claim(content: str, *speakers: str) -> Claim:
    """A claim whose content stands in the text."""
    at = TEXT.index(content)
    span = ARTICLE.span(at, at + len(content))
    return Claim(Minter().claim("quay", span.start, span.end), speakers, (), (), (span,), "indirect", 1.0, "test")


DEAR = claim("the quay was too dear", ANA.id)
WANTS = claim("a new quay", COUNCIL.id)


def position(holder: str, proposal: str = QUAY, stance: Stance = "oppose") -> Position:
    """A position that the claim about the price shows."""
    return Position(f"p-{holder}-{stance}", holder, proposal, stance, (DEAR.id,), DEAR.content, 1.0, "test")


GOLD = Reading(
    ARTICLE,
    RUN,
    actors=(ANA, COUNCIL),
    memberships=(Membership(ANA.id, COUNCIL.id, "chair", DEAR.content),),
    claims=(DEAR, WANTS),
    positions=(position(ANA.id), position(COUNCIL.id, stance="support")),
)


def scores(found: Reading, gold: Reading = GOLD) -> dict[str, Score]:
    """The scores by role."""
    return {role: part.score for role, part in compare(gold, found).parts.items()}


def test_a_reading_agrees_with_itself() -> None:
    """Nothing is missed and nothing is too much."""
    assert all(score.f1 == 1.0 for score in scores(GOLD).values())


def test_an_empty_reading_finds_nothing() -> None:
    """Precision has no meaning then, recall is 0, and so is F1."""
    for score in scores(Reading(ARTICLE, RUN)).values():
        assert (score.right, score.found, score.recall, score.f1) == (0, 0, 0.0, 0.0)


def test_an_actor_is_known_by_another_name_of_its_kind() -> None:
    """A minted IRI with an alias of the gold actor is that actor, in positions as well."""
    other = Actor("https://example.org/council", "The Council", "Organization")
    found = replace(
        GOLD,
        actors=(ANA, other),
        memberships=(Membership(ANA.id, other.id, None, DEAR.content),),
        claims=(DEAR, replace(WANTS, speakers=(other.id,))),
        positions=(position(ANA.id), position(other.id, stance="conditional")),
    )
    assert all(score.f1 == 1.0 for score in scores(found).values())
    wrong = replace(found, actors=(ANA, replace(other, kind="Group")))
    assert scores(wrong)["actors"] == Score(1, 2, 2)


def test_a_claim_with_another_speaker_is_right_in_content_only() -> None:
    """The two rows tell the finding of statements from the finding of who makes them."""
    found = scores(replace(GOLD, claims=(replace(DEAR, speakers=(COUNCIL.id,)), WANTS)))
    assert found["contents"] == Score(2, 2, 2)
    assert found["claims"] == Score(1, 2, 2)


def test_half_of_the_content_is_enough_and_less_is_not() -> None:
    """Where a content ends is a matter of taste; another content is not."""
    assert scores(replace(GOLD, claims=(claim("quay was too dear", ANA.id),)))["claims"] == Score(1, 1, 2)
    assert scores(replace(GOLD, claims=(claim("dear", ANA.id),)))["claims"] == Score(0, 1, 2)


def test_the_voice_of_the_article_needs_no_speaker() -> None:
    """One coder names the author and another nobody: both mean the article itself."""
    hand = replace(GOLD, claims=(replace(DEAR, speakers=(), quotation="authorial"),))
    found = replace(GOLD, claims=(replace(DEAR, quotation="authorial"),))
    assert scores(found, hand)["claims"].f1 == 1.0


def test_a_position_counts_by_its_sign_and_candidates_do_not_count() -> None:
    """Doubt and opposition are the same side; what no codebook holds cannot be compared."""
    candidate = Proposal(Minter().proposal("toll"), "Toll", candidate=True)
    held = (position(ANA.id, stance="doubt"), position(COUNCIL.id), position(ANA.id, candidate.id))
    comparison = compare(GOLD, replace(GOLD, positions=held, candidates=(candidate,)))
    part = comparison.parts["positions"]
    assert part.score == Score(1, 2, 2)
    assert part.missed == (Item("Harbour Council support new-quay", DEAR.content),)
    assert part.wrong == (Item("Harbour Council oppose new-quay", DEAR.content),)


def test_claims_are_counted_by_kind_of_quotation() -> None:
    """What is right is of the kind that the coder gives it, what is not is of the kind that it was found as."""
    gold = replace(GOLD, claims=(replace(DEAR, quotation="direct"), WANTS))
    found = replace(GOLD, claims=(replace(DEAR, quotation="mixed"), replace(WANTS, speakers=(ANA.id,))))
    parts = compare(gold, found).parts
    kinds = {"direct": Score(1, 1, 1), "indirect": Score(1, 1, 1), "mixed": Score(), "authorial": Score()}
    assert parts["contents"].kinds == kinds
    assert parts["claims"].kinds == kinds | {"indirect": Score(0, 1, 1)}
    assert totals([compare(gold, found)])["claims/indirect"] == Score(0, 1, 1)


def test_the_kinds_of_a_role_add_up_to_it() -> None:
    """No claim is left out of the kinds, none is counted twice."""
    found = replace(GOLD, claims=(replace(WANTS, quotation="mixed"), claim("dockers reported", ANA.id)))
    for role in ("contents", "claims"):
        part = compare(GOLD, found).parts[role]
        assert sum(part.kinds.values(), Score()) == part.score


def test_totals_add_up_what_was_counted() -> None:
    """A long article weighs more than a short one (micro average)."""
    both = [compare(GOLD, GOLD), compare(GOLD, Reading(ARTICLE, RUN))]
    assert totals(both)["actors"] == Score(2, 2, 4)
    assert as_json(both)["total"]["actors"]["recall"] == 0.5


def test_the_table_shows_each_role_and_the_misses_on_one_line_each() -> None:
    """File, place and words; text of an article comes out without line ends and control characters."""
    hostile = replace(ANA, label="Ana\n\x1b[31mPrado")
    mention = Mention(ARTICLE.span(0, 9), ANA.id, 1.0, "test")
    gold = replace(GOLD, actors=(hostile,), mentions=(mention,))
    table = list(lines([compare(gold, Reading(ARTICLE, RUN))], misses=True))
    assert [row.split()[1] for row in table if row.startswith("all ")] == list(ROWS)
    assert "quay.md:0-9: actors: missed: Ana [31mPrado (Person): Ana Prado" in table
    assert "quay.md:15-36: claims: missed: Ana [31mPrado, indirect: the quay was too dear" in table
    assert "quay.md:15-36: positions: missed: Ana [31mPrado oppose new-quay: the quay was too dear" in table


def test_misses_for_programs_have_file_and_offsets() -> None:
    """The offsets are those of the records; kinds have scores only."""
    of = as_json([compare(GOLD, replace(GOLD, claims=(WANTS,)))])["articles"]["quay"]
    words = [{"start": 15, "end": 36, "text": "the quay was too dear"}]
    assert of["claims"]["missed"] == [{"file": "quay.md", "what": "Ana Prado, indirect", "words": words}]
    assert of["claims"]["wrong"] == []
    assert set(of["claims/direct"]) == {"precision", "recall", "f1", "right", "found", "gold"}


@pytest.mark.parametrize("text", ["2", "-1", "claims", "claims=x", "nobody=0.5", "actors/direct=0.5", "", "nan"])
def test_a_mark_that_is_none_is_refused(text: str) -> None:
    """The sentence says what a mark looks like."""
    with pytest.raises(InputError, match=r"--min .*(from 0 to 1|known are)"):
        minima([text])


def test_marks_are_for_all_roles_or_for_one() -> None:
    """The last one given counts; a kind of quotation, of which there may be few, has a mark of its own only."""
    marks = minima(["0.3", "positions=1", "claims/direct=0"])
    assert marks == dict.fromkeys(ROLES, 0.3) | {"positions": 1.0, "claims/direct": 0.0}
    assert below([compare(GOLD, replace(GOLD, positions=()))], marks) == ["positions: F1 is 0.000, below 1."]


@given(st.lists(st.tuples(st.floats(0.5, 1), st.integers(0, 4), st.integers(0, 4))))
def test_pairs_are_one_to_one_and_no_better_one_is_left(overlaps: list[tuple[float, int, int]]) -> None:
    """Greedy matching leaves no pair whose two sides are both free."""
    chosen = pairs(overlaps, lambda i, j: False)
    left, right = [i for i, _ in chosen], [j for _, j in chosen]
    assert len(set(left)) == len(left)
    assert len(set(right)) == len(right)
    assert all(i in left or j in right for _, i, j in overlaps)


def test_the_coding_of_the_samples_agrees_with_itself() -> None:
    """From the command's function to the exit code, articles and codebook found beside the codings."""
    out = io.StringIO()
    assert evaluate_paths(resource("data", "annotations"), None, BY_HAND, out, marks=["1"]) == 0
    found = json.loads(out.getvalue())
    assert len(found["articles"]) == 5
    assert {role: score["f1"] for role, score in found["total"].items()} == dict.fromkeys(ROWS, 1.0)


@pytest.mark.parametrize(
    ("samples", "marks"),
    [
        pytest.param(["korea-between-giants", "taiwan-high-tech-partnership"],
                     "actors=0.93 memberships=0.8 contents=0.57 claims=0.36 claims/mixed=0.75 positions=0.63",
                     id="two of five"),
        pytest.param(["*"], "actors=0.88 memberships=0.62 contents=0.66 claims=0.44 claims/mixed=0.65 positions=0.36",
                     id="all", marks=pytest.mark.slow),
    ],
)  # fmt: skip
def test_the_samples_are_read_no_worse_than_they_were(tmp_path: Path, samples: list[str], marks: str) -> None:
    """What was reached is a little above these marks: a change that falls below them has broken something."""
    for coding in (path for name in samples for path in resource("data", "annotations").glob(f"{name}.yaml")):
        shutil.copy(coding, tmp_path)
    settings = Settings((resource("data", "codebooks", "trade-2025.ttl"),))
    assert evaluate_paths(tmp_path, resource("data", "articles"), settings, io.StringIO(), marks=marks.split()) == 0


def test_the_rules_are_measured_on_the_samples(capsys: pytest.CaptureFixture[str]) -> None:
    """The table names article and role; a mark that is missed gives exit code 1 and says so."""
    out = io.StringIO()
    gold = resource("data", "annotations", "korea-between-giants.yaml")
    settings = Settings(extractor="rules")
    assert evaluate_paths(gold, None, settings, out, marks=["positions=1"], misses=True, form="table") == 1
    assert "positions: F1 is 0." in capsys.readouterr().err
    assert "korea-between-giants  actors" in out.getvalue()
    assert "missed: " in out.getvalue()


def test_a_coding_without_its_article_is_named(tmp_path: Path) -> None:
    """A folder of other articles is not the right one, and an unknown format is refused."""
    (tmp_path / "a.txt").write_text("Some text of some length about nothing much.", encoding="utf-8")
    gold = resource("data", "annotations", "korea-between-giants.yaml")
    with pytest.raises(AnnotationError, match=r"korea-between-giants: name its folder by --articles"):
        evaluate_paths(gold, tmp_path, BY_HAND, io.StringIO())
    with pytest.raises(InputError, match="choose one of them"):
        evaluate_paths(gold, None, BY_HAND, io.StringIO(), form="xml")
