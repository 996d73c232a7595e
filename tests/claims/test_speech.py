"""What a claim says of how something is said."""

import pytest

from graph.model import Claim
from tests.claims.coded import Coder, article


@pytest.fixture
def coder(either: Coder) -> Coder:
    """All of this holds of both extractors."""
    return either


def claims(coder: Coder, text: str) -> tuple[Claim, ...]:
    """The claims of a text."""
    return coder.find(article(text)).claims


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The river agency said that the walls would hold.", "indirect"),
        ("The river agency said that the walls would “hold for now” in the spring.", "mixed"),
        ("“The walls will hold until the spring,” the river agency said.", "direct"),
        ("The river agency said: “The walls will hold until the spring.”", "direct"),
    ],
)
def test_a_claim_is_direct_mixed_or_indirect_by_its_marks(coder: Coder, text: str, kind: str) -> None:
    """Direct where all of the content is quoted, mixed where some is."""
    assert [claim.quotation for claim in claims(coder, text)] == [kind]


def test_a_claim_that_is_not_made_says_so(coder: Coder) -> None:
    """What somebody does not say is no less worth knowing, and must not be taken for what she says."""
    (claim,) = claims(coder, "The river agency did not say that the walls would hold.")
    assert claim.negated


def test_a_claim_that_may_be_made_has_its_modality(coder: Coder) -> None:
    """Would say, might say, must say."""
    (claim,) = claims(coder, "The river agency would say that the walls had held.")
    assert claim.modality == "would"
    assert not claim.negated


def test_a_claim_mentions_whom_its_content_names(coder: Coder) -> None:
    """The speaker is not among them."""
    (claim,) = claims(coder, "Tanzania said that Kenya and Uganda would share the water of the lake.")
    assert {name.rsplit("/", 1)[1] for name in claim.mentions} == {"KEN", "UGA"}
    assert [name.rsplit("/", 1)[1] for name in claim.speakers] == ["TZA"]


def test_a_claim_is_named_by_where_its_content_stands(coder: Coder) -> None:
    """The same article read again gives the same names."""
    text = "The river agency said that the walls would hold."
    (claim,) = claims(coder, text)
    assert claim.id.endswith(f"/claim/case/{claim.content[0].start}-{claim.content[-1].end}")
    assert claims(coder, text) == (claim,)


def test_every_reason_names_the_cue(coder: Coder) -> None:
    """A reader can tell which words made the claim."""
    for claim in claims(coder, "The river agency warned that the walls would break. “They are old,” said Eva Ros."):
        assert claim.cue[0].text in claim.reason


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The US hopes to cut its fish deficit.", "country/USA"),
        ("German calls for restraint on fish went unheard.", "country/DEU"),
    ],
)
def test_a_country_speaks_by_its_letters_and_by_its_adjective(learner: Coder, text: str, speaker: str) -> None:
    """ "US" is not "us"."""
    (claim,) = claims(learner, text)
    assert [s.split("/id/")[1] for s in claim.speakers] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour guild declined to comment.",
        "A captain of the port, who asked not to be named, left early.",
        "The hoteliers see it differently. Gulls flew over the bridge.",
    ],
)
def test_that_nothing_is_said_is_no_claim(learner: Coder, text: str) -> None:
    """Nobody can code a stand from it."""
    assert claims(learner, text) == ()


def test_the_first_name_of_a_headline_speaks_in_it(learner: Coder) -> None:
    """Where the parser, which has learnt no headlines, finds no subject in it."""
    title = "Ada Holm Hammers Quay Bank: ‘You Should Be Sued.’"
    body = "Mayor Ada Holm met the head of the Quay Bank on Monday. It rained, and nobody stayed for long."
    found = learner.find(article(body, title))
    labels = {actor.id: actor.label for actor in found.actors}
    headline = [c for c in found.claims if "Sued" in c.content[0].text]
    assert [[labels[s] for s in c.speakers] for c in headline] == [["Ada Holm"]]


def test_who_stands_beside_somebodys_mate_is_the_mate(learner: Coder) -> None:
    """Not the one whose mate it is."""
    found = learner.find(article("Mayor Ada Holm left. Holm's running mate, Ola Berg, said that the pier was safe."))
    labels = {actor.id: actor.label for actor in found.actors}
    assert [[labels[s] for s in c.speakers] for c in found.claims] == [["Ola Berg"]]


def test_what_is_called_a_body_speaks_by_its_name(learner: Coder) -> None:
    """Though its words look like no name."""
    found = learner.find(article("Rights in Action, a coalition of 60 groups, said that the pier was safe."))
    labels = {actor.id: actor.label for actor in found.actors}
    assert [[labels[s] for s in c.speakers] for c in found.claims] == [["Rights in Action"]]
