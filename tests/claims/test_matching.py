"""Which proposals a sentence speaks of."""

from typing import Any

import pytest

from graph.claims import Codebook
from graph.claims.matching.relevance import relevance
from graph.claims.matching.stems import stems
from graph.claims.matching.wordlists import NONE
from graph.model import Proposal
from graph.vocabulary import BASE
from tests.claims.coded import Coder, codebook, table

ISLANDS = codebook({
    "apples": {"label": "Lower tariffs on Korean apples", "alt": ["cut Korea's apple duty"]},
    "ferry": {"label": "Free ferry to the outer islands", "definition": "Islanders pay nothing on the ferry."},
    "quota": {"label": "End the cod quota"},
    "ships": {"label": "Ban on cruise ships"},
})  # fmt: skip


def spoken_of(coder: Coder, text: str, book: Codebook = ISLANDS) -> set[str]:
    """The keys of the proposals that a text speaks of."""
    return {match.proposal.id.rsplit("/", 1)[1] for match in coder.matches(text, book)}


@pytest.mark.parametrize("proposals", table("positions")["codebooks"].values(), ids=table("positions")["codebooks"])
def test_the_weights_of_every_wording_sum_to_one(coder: Coder, proposals: dict[str, Any]) -> None:
    """Label, alternative labels and definition are each a wording of its own."""
    made = {id(w): w for found in coder.wordings(codebook(proposals)).by_stem.values() for w in found}
    texts = [t for p in codebook(proposals).proposals for t in (p.label, *p.aliases, p.definition) if t]
    assert sorted(w.text for w in made.values()) == sorted(texts)
    for wording in made.values():
        assert sum(wording.weights.values()) == pytest.approx(1.0)
        assert min(wording.weights.values()) > 0
        assert wording.ending <= {*wording.weights, NONE}


def test_the_countries_of_a_proposal_are_no_words_of_it(coder: Coder) -> None:
    """They are its parties, whichever way they are written."""
    made = coder.wordings(ISLANDS)
    (apples,) = [p for p in ISLANDS.proposals if p.id.endswith("apples")]
    assert [party.rsplit("/", 1)[1] for party in made.parties[apples.id]] == ["KOR"]
    assert not any(stem.startswith("korea") for stem in made.by_stem)


@pytest.mark.parametrize(
    "text",
    [
        "The growers asked for lower tariffs on Korean apples.",
        "A cut in the tariff on apples from South Korea is near.",
        "The duty on Korea's apples should be reduced.",
    ],
)
def test_a_proposal_is_recognised_in_other_words(coder: Coder, text: str) -> None:
    """Inflection, order and near synonyms do not matter."""
    assert spoken_of(coder, text) == {"apples"}


@pytest.mark.parametrize(
    "text",
    [
        "The growers asked for lower tariffs on Japanese apples.",
        "Korea sells apples.",
        "The ferry was late.",
        "The islands are free of rats.",
        "Nothing of this was said.",
    ],
)
def test_a_proposal_is_not_seen_where_it_is_not(coder: Coder, text: str) -> None:
    """One shared word, or the words with another country, are not the proposal."""
    assert spoken_of(coder, text) == set()


def test_two_proposals_of_one_sentence_are_both_seen(coder: Coder) -> None:
    """Each by its own words."""
    text = "The party wants a free ferry to the outer islands and a ban on cruise ships."
    assert spoken_of(coder, text) == {"ferry", "ships"}


def test_what_a_proposal_would_end_is_known_as_its_contrary(coder: Coder) -> None:
    """Who speaks of the quota without its end speaks of what the proposal is against."""
    (kept,) = coder.matches("The council wants to keep the cod quota.", ISLANDS)
    (ended,) = coder.matches("The council wants to end the cod quota.", ISLANDS)
    assert (kept.turned, ended.turned) == (True, False)


def test_a_match_says_by_which_wording_and_how_surely(coder: Coder) -> None:
    """Every score carries its reason."""
    (match,) = coder.matches("They spoke of a ban on cruise ships.", ISLANDS)
    assert match.reason == 'matches "Ban on cruise ships"'
    assert match.score == pytest.approx(1.0)
    assert [token.text for token in match.tokens] == ["ban", "cruise", "ships"]
    assert match.anchor.text == "ban"


def test_a_country_at_the_end_of_a_text_is_seen(coder: Coder) -> None:
    """Its full stop is no part of its name."""
    assert spoken_of(coder, "They cut the duty on apples from South Korea.") == {"apples"}


def test_a_proposal_of_another_topic_is_worth_less() -> None:
    """An article about boats and quotas is not about schools, whatever word it shares with them."""
    boats = Proposal(f"{BASE}proposal/quota", "End the cod quota", ("free fishing for small boats",), None, ("sea",))
    school = Proposal(f"{BASE}proposal/school", "Quota of hours for music lessons", (), None, ("school",))
    worth = relevance(Codebook((boats, school))).of("Boats landed cod again; the quota is small, fishing is not free.")
    assert worth[boats.id] == 1.0
    assert worth[school.id] < 1.0


def test_words_alike_are_one() -> None:
    """Over derivation and close synonyms, whatever the inflection."""
    assert stems("a worldwide halt to sales") == stems("the global moratoriums on selling")
    assert stems("nine percent") == stems("9 per cent") == ("9%",)


def test_a_duty_to_do_something_is_no_tariff() -> None:
    """It is an obligation."""
    assert "tariff" not in stems("a duty to disclose")
    assert "tariff" in stems("a duty on apples")


def test_what_would_be_ended_calls_a_proposal_to_mind_as_its_contrary(coder: Coder) -> None:
    """Of "no more school bells" the bell is what would go."""
    book = codebook({"bells": {"label": "Abolition of school bells", "alt": ["no more bells"]}})
    words = coder.wordings(book)
    (bells,) = book.proposals
    assert words.ended[bells.id] == {"bell"}
    assert "bell" not in words.heads[bells.id]
