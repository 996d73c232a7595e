"""Proposals that no codebook holds."""

from graph.claims import Codebook, Findings
from tests.claims.coded import Coder, article, codebook

PIER = codebook({"pier": {"label": "Close the old pier", "alt": ["closure of the old pier"]}})


def found(coder: Coder, text: str, book: Codebook | None = None) -> Findings:
    """What is found in a text."""
    return coder.find(article(text), book)


def test_what_somebody_demands_outside_the_codebook_is_a_candidate(coder: Coder) -> None:
    """With its own words as its name, and evidence."""
    findings = found(coder, "The dockers' union demanded that the harbour council repaint the cranes.", PIER)
    (candidate,) = findings.candidates
    assert candidate.candidate
    assert "repaint" in candidate.label.casefold()
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
