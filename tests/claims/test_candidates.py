"""Proposals that no codebook holds."""

import pytest

from graph.claims import Codebook, Findings
from tests.claims.coded import Coder, article, codebook

PIER = codebook({"pier": {"label": "Close the old pier", "alt": ["closure of the old pier"]}})


@pytest.fixture
def coder(either: Coder) -> Coder:
    """All of this holds of both extractors."""
    return either


def found(coder: Coder, text: str, book: Codebook | None = None) -> Findings:
    """What is found in a text."""
    return coder.find(article(text), book)


def test_what_somebody_demands_outside_the_codebook_is_a_candidate(coder: Coder) -> None:
    """With its own words as its name, and evidence."""
    findings = found(coder, "The dockers' union urged the harbour council to repaint the cranes.", PIER)
    (candidate,) = findings.candidates
    assert candidate.candidate
    assert candidate.label == "repainting the cranes"
    assert candidate.evidence
    assert [p.stance for p in findings.positions if p.proposal == candidate.id] == ["support"]


def test_what_the_codebook_holds_is_no_candidate(coder: Coder) -> None:
    """One proposal, one name."""
    findings = found(coder, "The dockers' union demanded the closure of the old pier.", PIER)
    assert findings.candidates == ()
    assert [p.proposal for p in findings.positions] == [PIER.proposals[0].id]


def test_a_mere_statement_is_no_proposal(coder: Coder) -> None:
    """Who says that something is so demands nothing."""
    assert found(coder, "The river agency said that the water was four metres deep.").candidates == ()


def test_the_same_demand_twice_is_one_candidate(coder: Coder) -> None:
    """Named alike, found twice, proved twice."""
    demand = "demanded that the cranes be repainted."
    findings = found(coder, f"The dockers' union {demand} The harbour guild {demand}")
    (candidate,) = findings.candidates
    assert len(candidate.evidence) == 2
    assert len({p.holder for p in findings.positions}) == 2


@pytest.mark.parametrize(
    ("text", "label", "stance"),
    [
        ("Mayor Ada Holm opposes a new toll on the old bridge.", "toll on the old bridge", "oppose"),
        ("Mayor Ada Holm called for a moratorium on night flights.", "moratorium on night flights", "support"),
        ("Mayor Ada Holm rejected a plan to close the library.", "closing the library", "oppose"),
        ("Mayor Ada Holm wants the ban on leaf blowers to be lifted.", "lifting the ban on leaf blowers", "support"),
        ("Farmers should stop burning peat, Mayor Ada Holm said. “The council must ban coal fires,” she added.",
         "banning coal fires", "support"),
        ("The council should not build a dam above the mill, Mayor Ada Holm said.", "building a dam above the mill",
         "oppose"),
        ("Mayor Ada Holm is considering a tax on empty shops.", "tax on empty shops", "undecided"),
    ],
)  # fmt: skip
def test_a_candidate_has_a_clean_name(coder: Coder, text: str, label: str, stance: str) -> None:
    """A measure without its determiner, or what is to be done in "-ing", with the stand that is taken on it."""
    findings = found(coder, text)
    held = {(c.label, p.stance) for c in findings.candidates for p in findings.positions if p.proposal == c.id}
    assert (label, stance) in held


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada Holm declined to comment on the flood.",
        "Mayor Ada Holm hopes to see her mother on Sunday.",
        "Mayor Ada Holm supports the plan.",
        "Mayor Ada Holm wants to bring that rate down.",
        "Mayor Ada Holm praised the swimmers of the north.",
        "The toll on the old bridge has been there since 1950, Mayor Ada Holm said.",
        "Mayor Ada Holm warned that the toll might keep visitors who love the old bridge away from it.",
        "Mayor Ada Holm praised the visits to towns that have a toll on their bridges.",
    ],
)
def test_what_nobody_can_support_makes_no_candidate(coder: Coder, text: str) -> None:
    """A wish for oneself, something that is not told, a person, a mere mention, what is only part of a plan."""
    assert [c.label for c in found(coder, text).candidates] == []


def test_every_claim_of_a_candidate_is_there(coder: Coder) -> None:
    """A position that nobody is quoted with is expressed by what the article itself says."""
    findings = found(coder, "Mayor Ada Holm has long been a staunch opponent of the toll on the old bridge.")
    claims = {claim.id for claim in findings.claims}
    assert findings.candidates
    assert all(p.claims and set(p.claims) <= claims for p in findings.positions)
