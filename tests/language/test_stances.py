"""What the shipped stance model says of a claim and a proposal."""

import pytest

from graph.language import StanceModel
from graph.language.pairing import Context, cut
from graph.language.stances import STANCES

PIER = "Close the old pier; closure of the old pier. The old pier of Vik is closed to boats and walkers for good."
TOLL = "Toll on the fjord bridge; bridge toll. Everybody who drives over the fjord bridge pays a toll."
SIGNS = {"support": "for", "conditional": "for", "undecided": "open", "doubt": "against", "oppose": "against"}


@pytest.fixture(scope="module")
def model() -> StanceModel:
    """The model, loaded once."""
    return StanceModel()


def context(holder: str, evidence: str) -> Context:
    """A sentence of a short report."""
    text = f"{holder} {evidence}."
    said = len(holder) + 1
    marked = [(0, len(holder), "holder"), (said, said + len(evidence), "evidence")]
    return Context("Vik talks of pier and bridge", "The council met on Monday. ", cut(text, 0, len(text), marked))  # type: ignore[arg-type]


def likeliest(shares: dict[str, float]) -> str:
    """The sign of a stance, or none."""
    sums = {sign: sum(shares[s] for s, its in SIGNS.items() if its == sign) for sign in ("for", "open", "against")}
    return max({**sums, "none": shares["none"]}.items(), key=lambda item: item[1])[0]


CLEAR = [
    (PIER, "Mayor Ada Holm", "supports the closure of the old pier", "for"),
    (PIER, "Mayor Ada Holm", "said that the old pier must be closed at once", "for"),
    (PIER, "The fishermen of Vik", "oppose the closure of the old pier", "against"),
    (PIER, "The fishermen of Vik", "rejected the plan to close the old pier", "against"),
    (PIER, "The weather office", "said that it would rain on Tuesday", "none"),
    (TOLL, "The bus drivers' union", "called for a toll on the fjord bridge", "for"),
    (TOLL, "The shop owners", "condemned the bridge toll as a blow to the town", "against"),
    (TOLL, "A baker", "said that his new bread sold well", "none"),
]


def test_clear_stands_are_told_apart(model: StanceModel) -> None:
    """Support, opposition and neither: one slip in eight, at the most."""
    wrong = [
        (holder, evidence, found)
        for wording, holder, evidence, wanted in CLEAR
        if (found := likeliest(model.tell(wording, context(holder, evidence)))) != wanted
    ]
    assert len(wrong) <= 1, wrong


def test_support_and_opposition_move_the_sign(model: StanceModel) -> None:
    """The same sentence with another verb."""
    backed, fought = (model.tell(PIER, context("The council", f"{verb} the closure of the old pier"))
                      for verb in ("welcomed", "rejected"))  # fmt: skip
    assert backed["support"] > fought["support"]
    assert backed["oppose"] < fought["oppose"]


def test_the_shares_of_all_stances_make_one(model: StanceModel) -> None:
    """Each between nothing and one, also for a claim without a word and a proposal without a name."""
    for wording, words in (
        (PIER, context("Eva Ros", "said no")),
        ("", Context("", "", ())),
        ("? ", context("“", "\x00")),
    ):
        shares = model.tell(wording, words)
        assert tuple(shares) == STANCES
        assert sum(shares.values()) == pytest.approx(1)
        assert min(shares.values()) >= 0


def test_the_same_pair_gives_the_same_figures(model: StanceModel) -> None:
    """Whatever was judged in between, and by a model that is loaded anew."""
    pair = context("Mayor Ada Holm", "supports the closure of the old pier")
    first = model.tell(PIER, pair)
    model.tell(TOLL, context("A baker", "said that his new bread sold well"))
    assert model.tell(PIER, pair) == first
    assert StanceModel().tell(PIER, pair) == first
