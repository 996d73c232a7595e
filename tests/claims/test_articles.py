"""Who stands where in whole short articles of other fields: `cases/articles.yaml`."""

import pytest

from tests.claims.agreement import Judged, f1, judged
from tests.claims.coded import Case, Coder, article_of, codebook, table

TABLE = table("articles")
ARTICLES: list[Case] = TABLE["articles"]


@pytest.fixture
def coder(either: Coder) -> Coder:
    """All of this holds of both extractors."""
    return either


def test_positions_are_found_as_well_as_they_were(coder: Coder) -> None:
    """F1 over all articles is at least the floor in the table's header, which can only rise."""
    found = (coder.find(article_of(case), codebook(case["proposals"])) for case in ARTICLES)
    results = [judged(case["positions"], findings) for case, findings in zip(ARTICLES, found, strict=True)]
    assert f1(results) >= TABLE["floor"], [line for result in results for line in result.wrong]


def test_every_article_speaks_of_its_own_codebook() -> None:
    """A table with a slip of the pen would measure the coder."""
    for case in ARTICLES:
        assert {proposal for _, proposal, _ in case["positions"]} <= case["proposals"].keys()


def test_the_measure_counts_each_slip_once_and_a_turned_stance_twice() -> None:
    """What is turned round is both missed and wrong."""
    assert f1([Judged(2, (), (), ())]) == 1.0
    assert f1([Judged(1, ("a",), (), ()), Judged(1, (), (), ("b",))]) == 4 / 6
    assert f1([Judged(1, (), ("a",), ())]) == 0.5
