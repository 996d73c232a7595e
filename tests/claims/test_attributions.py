"""Who says what in which words: the passages of `cases/attributions.yaml`."""

import pytest

from tests.claims.agreement import located, wrong_claims
from tests.claims.coded import Case, Coder, article_of, table

TABLE = table("attributions")
CASES: list[Case] = TABLE["cases"]


def wrong(coder: Coder, case: Case) -> list[str]:
    """What the extractor gets wrong in a case."""
    read = article_of(case)
    return wrong_claims(case, read, coder.find(read))


@pytest.mark.parametrize("case", [c for c in CASES if "known_gap" not in c], ids=lambda c: c["id"])
def test_the_claims_of_a_passage_are_those_that_a_coder_marks(coder: Coder, case: Case) -> None:
    """Source, cue, content, kind, speaker and chain, no claim too few and none too many."""
    assert wrong(coder, case) == []


def test_the_share_that_comes_out_right_does_not_fall(either: Coder) -> None:
    """By rules alone and with the tagger; cases with a known gap count too: the floor in the header can only rise."""
    right = sum(not wrong(either, case) for case in CASES)
    assert right / len(CASES) >= TABLE["floor"]


def test_every_case_is_told_apart_and_quotes_its_own_text() -> None:
    """A table with a slip of the pen would measure the coder."""
    assert len({case["id"] for case in CASES}) == len(CASES)
    for case in CASES:
        text = article_of(case).text
        for claim in case["claims"]:
            assert located(text, claim["content"])
            for part in ("source", "cue"):
                assert all(located(text, s.strip()) for s in claim[part].split("|") if s != "none")
