"""What belongs to a cue, by what the tagger says and by where it stands."""

import math

import numpy as np
import pytest

from graph.claims.attributions.linking import ENDS, figures, shares
from graph.language import Tagged, Window
from tests.claims.coded import words_of
from tests.claims.tagging import HOSTILE, REPORT, Reader

ROWS = [line.split("\t") for line in words_of("links.tsv")]
PIECES = 41
CUE = 20  # the place of the cue


def alike(*, other_cue: int | None = None) -> Tagged:
    """A window in which the tagger holds all pieces alike for a source, a content and linked; one more is a cue."""
    cues = [place for place in (CUE, other_cue) if place is not None]
    outside, begins = np.full((PIECES, 3), 0.5), np.zeros((PIECES, 3))
    begins[cues, 1] = 1.0
    window = Window(*(tuple(range(start, PIECES + start)) for start in (0, 0, 1)))
    return Tagged(window, outside, begins, np.ones((PIECES, 2, 4)), np.zeros((PIECES, 2, 4)))


def test_the_file_is_a_table_of_figures_of_each_end() -> None:
    """Each once, with a weight that a logistic model can have."""
    assert len({name for name, _ in ROWS}) == len(ROWS)
    assert all(math.isfinite(float(weight)) and abs(float(weight)) < 20 for _, weight in ROWS)
    made = [f"{end}: {name}" for end, found in zip(ENDS, figures(alike(), CUE, CUE + 1), strict=True) for name in found]
    assert sorted(made) == sorted(name for name, _ in ROWS)


def test_of_pieces_alike_the_nearest_belong_to_a_cue() -> None:
    """On either side, of source and content."""
    found = shares(alike(), CUE, CUE + 1)
    for column in range(len(ENDS)):
        assert (np.diff(found[:CUE, column]) > 0).all()
        assert (np.diff(found[CUE + 1 :, column]) < 0).all()
        assert max(found[CUE - 1, column], found[CUE + 1, column]) > max(found[0, column], found[-1, column]) + 0.2


@pytest.mark.parametrize(
    ("other", "beyond", "within"), [(30, slice(31, None), slice(21, 30)), (9, slice(9), slice(10, 20))]
)
def test_what_stands_beyond_another_cue_is_less_likely_of_the_first(other: int, beyond: slice, within: slice) -> None:
    """What stands between the two is as likely as before."""
    alone, beside = shares(alike(), CUE, CUE + 1), shares(alike(other_cue=other), CUE, CUE + 1)
    assert (beside[beyond] < alone[beyond]).all()
    assert (beside[within] == alone[within]).all()


@pytest.mark.parametrize("text", [REPORT, *HOSTILE], ids=range(len(HOSTILE) + 1))
def test_whatever_the_text_shares_are_shares(reader: Reader, text: str) -> None:
    """For a cue of one piece, of all pieces, and at the ends."""
    _, marks = reader.read(text)
    for window in marks.windows:
        size = len(window.window.ids)
        for first, last in ((0, 1), (size - 1, size), (0, size)):
            found = shares(window, first, last)
            assert found.shape == (size, len(ENDS))
            assert ((found >= 0) & (found <= 1)).all()
