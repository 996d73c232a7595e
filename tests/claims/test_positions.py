"""Who stands where on which proposal: the passages of `cases/positions.yaml`."""

import pytest

from tests.claims.agreement import judged
from tests.claims.coded import Case, Coder, article_of, codebook, table

TABLE = table("positions")
CASES: list[Case] = TABLE["cases"]
CODEBOOKS = {field: codebook(proposals) for field, proposals in TABLE["codebooks"].items()}


def wrong(coder: Coder, case: Case) -> list[str]:
    """What the extractor gets wrong in a case."""
    return judged(case["positions"], coder.find(article_of(case), CODEBOOKS[case["field"]])).wrong


@pytest.mark.parametrize("case", [c for c in CASES if "known_gap" not in c], ids=lambda c: c["id"])
def test_the_positions_of_a_passage_are_those_that_a_coder_judges(coder: Coder, case: Case) -> None:
    """Holder, proposal and stance, no position too few and none too many."""
    assert wrong(coder, case) == []


@pytest.mark.parametrize(("extractor", "floor"), [("coder", "floor"), ("learner", "floor_learned")])
def test_the_share_that_comes_out_right_does_not_fall(
    extractor: str, floor: str, request: pytest.FixtureRequest
) -> None:
    """By rules alone and with the learnt models; cases with a known gap count too: a floor can only rise."""
    coder: Coder = request.getfixturevalue(extractor)
    right = sum(not wrong(coder, case) for case in CASES)
    assert right / len(CASES) >= TABLE[floor]


def test_every_case_is_told_apart_and_speaks_of_its_own_codebook() -> None:
    """A table with a slip of the pen would measure the coder."""
    assert len({case["id"] for case in CASES}) == len(CASES)
    for case in CASES:
        known = TABLE["codebooks"][case["field"]]
        assert {proposal for _, proposal, _ in case["positions"]} <= known.keys()
