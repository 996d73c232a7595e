"""What amounts a text gives, and of what: the sentences of `cases/quantities.yaml`."""

import pytest

from graph.claims.quantities import quantities
from graph.model import Quantity
from graph.vocabulary import Minter
from tests.claims.coded import Case, Coder, table

TABLE = table("quantities")
CASES: list[Case] = TABLE["cases"]


def found(coder: Coder, text: str) -> list[Quantity]:
    """The quantities of a text in its order."""
    return sorted(quantities(coder.parsed(text), Minter()), key=lambda q: (q.evidence[0].start, float(q.value)))


def counted_in(quantity: Quantity) -> str:
    """The currency and the unit, as the table has them."""
    return " ".join(part for part in (quantity.currency, quantity.unit) if part)


def wrong(coder: Coder, case: Case) -> list[str]:
    """What comes out otherwise than in a case."""
    got, want = found(coder, case["text"]), case["quantities"]
    if len(got) != len(want):
        return [f"{len(got)} quantities for {len(want)}: {[(q.value, counted_in(q), q.of) for q in got]}"]
    pairs = zip(got, want, strict=True)
    return [f"{g.value} {counted_in(g)} of {g.of!r}, {g.as_written!r} for {w}" for g, w in pairs if not same(g, w)]


def same(got: Quantity, want: list[str]) -> bool:
    """Whether a quantity is the one that a coder wrote down."""
    value, unit, of, *written = want
    return (
        got.value == value
        and counted_in(got) in unit.split(" | ")
        and (of == "*" or (got.of or "").lower() in of.lower().split(" | "))
        and (not written or got.as_written == written[0])
    )


@pytest.mark.parametrize("case", [c for c in CASES if "known_gap" not in c], ids=lambda c: c["id"])
def test_the_quantities_of_a_sentence_are_those_that_a_coder_reads(coder: Coder, case: Case) -> None:
    """Value, unit or currency, and what it measures; none too few and none too many."""
    assert wrong(coder, case) == []


def test_the_share_that_comes_out_right_does_not_fall(coder: Coder) -> None:
    """The cases with a known gap count too: the floor in the table's header can only rise."""
    right = sum(not wrong(coder, case) for case in CASES)
    assert right / len(CASES) >= TABLE["floor"]


def test_what_is_said_twice_is_one_quantity_with_two_places(coder: Coder) -> None:
    """A text that repeats an amount of the same thing gathers evidence, and mints one IRI."""
    (one,) = found(coder, "The duty is 12%. Traders say that the duty is 12%.")
    assert [span.text for span in one.evidence] == ["12%", "12%"]


def test_the_evidence_says_how_exact_an_amount_is(coder: Coder) -> None:
    """The amount is kept as it is written, its place takes in the words before it."""
    (one,) = found(coder, "The bridge will cost more than $40 million.")
    assert (one.as_written, one.evidence[0].text) == ("$40 million", "more than $40 million")


def test_a_long_paragraph_of_numbers_is_read_in_a_straight_line(coder: Coder) -> None:
    """Twice the numbers take about twice the time."""
    from time import process_time

    from graph.claims.quantities.amounts import amounts

    def seconds(times: int) -> float:
        text = "It rose 5% to $3 million, or 2 to 3 percent, between 10 and 12 percent, by 1,000 jobs. " * times
        start = process_time()
        assert len(amounts(text)) == 7 * times
        return process_time() - start

    seconds(10)
    assert seconds(4000) < 12 * seconds(1000) + 0.2
