"""What speaks for a candidate attribution, in figures."""

import math

import pytest

from graph.claims.attributions.evidence import evidence
from graph.claims.attributions.marks import Marks
from graph.claims.attributions.selection import by_tagger
from graph.claims.attributions.weights import weighed
from graph.claims.odds import logit
from tests.claims.coded import words_of
from tests.claims.tagging import HOSTILE, REPORT, Reader

ROWS = [line.split("\t") for line in words_of("evidence.tsv")]


def test_the_file_is_a_table_of_figures() -> None:
    """Each figure once, each with a weight that a logistic model can have, and no text."""
    assert len({name for name, _ in ROWS}) == len(ROWS)
    assert all(math.isfinite(float(weight)) and abs(float(weight)) < 20 for _, weight in ROWS)
    assert all(len(name) < 40 for name, _ in ROWS)


def test_every_figure_has_a_weight_and_every_weight_a_figure(reader: Reader) -> None:
    """A renamed figure would leave its weight behind, and nobody would see it."""
    made = {name for text in (REPORT, *HOSTILE) for _, figures in by_tagger(*reader.read(text)) for name in figures}
    assert made - {"untagged"} == {name for name, _ in ROWS} - {"untagged"}


@pytest.mark.parametrize("text", [REPORT, *HOSTILE], ids=range(len(HOSTILE) + 1))
def test_figures_are_numbers(reader: Reader, text: str) -> None:
    """Whatever the text, and what they weigh is a share."""
    for _, figures in by_tagger(*reader.read(text)):
        assert all(math.isfinite(figure) for figure in figures.values())
        assert 0 < weighed(figures) < 1


def test_what_both_find_is_likelier_than_what_neither_does(reader: Reader) -> None:
    """A plain report is likely; the same words where the tagger has seen nothing are less so."""
    page, marks = reader.read("The river agency said that the flood walls would hold until spring.")
    likely = max(by_tagger(page, marks), key=lambda each: weighed(each[1]))
    assert weighed(likely[1]) > 0.7
    blind = evidence(Marks(()), likely[0].attribution, None)
    assert blind["untagged"] == 1
    assert weighed(blind) < weighed(likely[1])


def test_log_odds_are_even_and_bounded() -> None:
    """None for a half, as far below as above, and no more than a number for nothing and all."""
    assert logit(0.5) == 0
    assert logit(0.9) == pytest.approx(-logit(0.1))
    assert logit(0) == pytest.approx(-logit(1))
    assert math.isfinite(logit(0))
