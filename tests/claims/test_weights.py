"""The learnt weights of attribution candidates."""

import math
import re

import pytest

from graph.claims.attributions import candidates, features, page_of, probability
from tests.claims.coded import Coder, article_of, table, words_of

ROWS = [line.split("\t") for line in words_of("weights.tsv")]


@pytest.fixture(scope="module")
def produced(coder: Coder) -> set[str]:
    """The features of all candidates in the passages coded by hand."""
    pages = [page_of(coder.parsed(article_of(case).text)) for case in table("attributions")["cases"]]
    return {name for page in pages for found in candidates(page) for name in features(page, found)}


def kinds(names: set[str]) -> set[str]:
    """What features tell of: "how" of "about:agree:how=own", and the frames that they begin with."""
    return {re.sub(r"=.*", "=", name.split(":")[-1]) for name in names if "=" in name} | {
        name for name in names if name.startswith("frame=")
    }


def test_the_file_is_a_table_of_figures() -> None:
    """Each feature once, each with a weight that a logistic model can have."""
    assert len({name for name, _ in ROWS}) == len(ROWS)
    assert all(math.isfinite(float(weight)) and abs(float(weight)) < 20 for _, weight in ROWS)
    assert "bias" in {name for name, _ in ROWS}


def test_the_file_holds_no_text() -> None:
    """Figures learnt from a corpus are ours, its sentences are not."""
    assert max(len(name) for name, _ in ROWS) < 60
    assert all(name.count(" ") <= 2 for name, _ in ROWS)


def test_every_kind_of_feature_is_one_that_candidates_have(produced: set[str]) -> None:
    """A renamed feature would leave its weights behind, and nobody would see it."""
    assert kinds({name for name, _ in ROWS}) - kinds(produced) == set()


def test_most_features_of_a_candidate_are_known(coder: Coder) -> None:
    """A plain sentence of reported speech is judged by many weights and found likely."""
    known = {name for name, _ in ROWS}
    page = page_of(coder.parsed("The river agency said that the flood walls would hold."))
    likely = max(candidates(page), key=lambda found: probability(features(page, found)))
    names = list(features(page, likely))
    assert sum(name in known for name in names) > len(names) / 2
    assert probability(iter(names)) > 0.8


def test_a_probability_is_between_nothing_and_one() -> None:
    """Also where no feature or only unknown ones are given."""
    assert 0 < probability(iter(())) < 1
    assert probability(iter(["no such feature"])) == probability(iter(()))
