"""Proposals in other words than their names: the right one, and never its contrary."""

import pytest

from graph.errors import InputError
from graph.querying.asking import understand
from graph.querying.asking.naming import Named, Names
from graph.store import Store
from graph.vocabulary import BASE


@pytest.mark.parametrize(
    ("said", "proposal"),
    [
        ("splitting chip production 50-50", "fifty-fifty-chip-split"),
        ("making half of the chips in America", "fifty-fifty-chip-split"),
        ("Taiwan and Korea negotiating jointly", "joint-taiwan-korea-negotiation"),
        ("lowering tariffs on Chinese imports", "cut-china-tariff-to-80-percent"),
        ("moving the chip supply chain to the US", "relocate-taiwanese-supply-chains"),
        ("the idea of Taiwan negotiating alone", "taiwan-negotiates-on-its-own"),
    ],
)
def test_a_proposal_is_known_in_other_words(sample: Store, said: str, proposal: str) -> None:
    """By words of its names and its definition, and words of one meaning."""
    found = Names(sample).find(said, "proposal")
    assert isinstance(found, Named), found
    assert found.thing.iri == f"{BASE}proposal/{proposal}"


@pytest.mark.parametrize(
    "said",
    ["tariffs on steel", "raising tariffs on Chinese imports", "not splitting chips 50-50", "nuclear power", "the"],
)
def test_the_contrary_of_a_proposal_and_what_is_none_are_not_known(sample: Store, said: str) -> None:
    """All words have to be known, and none may be left out that turns the proposal round."""
    assert not isinstance(Names(sample).find(said, "proposal"), Named)


def test_words_of_a_question_are_no_names(sample: Store) -> None:
    """ "there" is not Theresa, "countries" is not the OPEC, and one slip is mended, not two of two words."""
    names = Names(sample)
    assert not [one for one in ("there", "countries", "Taiwanese officials", "Liu lie") if names.find(one, "actor")]
    assert isinstance(names.find("Howard Lutnik", "actor"), Named)


@pytest.mark.parametrize(
    ("question", "query", "values"),
    [
        ("What has Philip Luck got to say on shipbuilding cooperation with South Korea?", "stance-of",
         {"who": "person/philip-luck", "proposal": "proposal/us-korea-shipbuilding"}),
        ("Is there anything on which Taiwan and the US agree?", "compare",
         {"who": "country/TWN", "other": "country/USA", "relation": "agree"}),
        ("cheng vs lutnick 50-50", "compare",
         {"who": "person/cheng-li-chiun", "other": "person/howard-lutnick",
          "proposal": "proposal/fifty-fifty-chip-split"}),
        ("does beijing want equal respect", "stance-of",
         {"who": "country/CHN", "proposal": "proposal/equal-respect-in-us-china-talks"}),
    ],
)  # fmt: skip
def test_a_paraphrase_may_have_an_actor_in_it(sample: Store, question: str, query: str, values: dict[str, str]) -> None:
    """The longest phrase that means a proposal is taken, and names beside it are actors."""
    asked = understand(sample, question)
    cut = {name: value.strip("<>").removeprefix(BASE) for name, value in asked.values.items()}
    assert (asked.query.name, cut) == (query, values)


@pytest.mark.parametrize(
    "question",
    [
        "Has the US changed its position on semiconductor tariffs for Korea?",
        "Which actors are fighting against Seoul's platform rules?",
        "who used to oppose the 50-50 split",
        "Who supports the Taiwan model but opposes the 50-50 split?",
    ],
)
def test_what_may_mean_something_else_is_refused(sample: Store, question: str) -> None:
    """Several proposals with these words, another subject, another time, two questions."""
    with pytest.raises(InputError):
        understand(sample, question)
