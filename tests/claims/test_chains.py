"""Who passes on whose words."""

from dataclasses import replace
from time import perf_counter

import pytest
from pyoxigraph import NamedNode, Store

from graph.claims.speech.chains import chained, repeated
from graph.mapping.page import page_of
from graph.mapping.statements import claim_quads
from graph.model import Claim, Span
from graph.vocabulary import CG, Minter
from tests.claims.coded import Coder, article

TEXT = "The Quay Times writes that the port told the union that the crane is safe."


def claim(name: str, cue: str, content: str, *speakers: str) -> Claim:
    """A claim of the text, by the words that stand in it."""
    spans = [Span(TEXT.index(part), TEXT.index(part) + len(part), part) for part in (cue, content)]
    return Claim(name, speakers, (), (spans[0],), (spans[1],), "indirect", 0.9, "")


PAPER = claim("paper", "writes", "that the port told the union that the crane is safe", "times")
PORT = claim("port", "told", "that the crane is safe", "port")


def above(*claims: Claim) -> dict[str, str | None]:
    """Which claim passes each one on."""
    return {c.id: c.reported_by for c in chained(claims)}


def test_a_claim_within_a_claim_is_passed_on_by_it() -> None:
    """The paper knows it from the port, whatever the order of the claims."""
    assert above(PAPER, PORT) == {"paper": None, "port": "paper"}
    assert above(PORT, PAPER) == {"paper": None, "port": "paper"}


def test_a_chain_has_as_many_links_as_the_text() -> None:
    """Each claim names the nearest one around it."""
    union = claim("union", "the union", "the crane is safe", "union")
    assert above(PAPER, PORT, union)["port"] == "paper"
    inner = claim("inner", "is", "safe", "crane")
    assert above(PAPER, PORT, inner) == {"paper": None, "port": "paper", "inner": "port"}


def test_nobody_passes_on_her_own_words() -> None:
    """Who says that she thinks so is one speaker; who reports her reports both."""
    again = claim("again", "is", "safe", "port")
    assert above(PORT, again) == {"port": None, "again": None}
    assert above(PAPER, PORT, again) == {"paper": None, "port": "paper", "again": "paper"}


def test_who_says_that_she_says_so_says_it_once() -> None:
    """What another says within it is no repetition."""
    again = claim("again", "crane", "the crane is safe", "port")
    short = claim("short", "the crane", "safe", "port")
    assert repeated([PAPER, PORT, again]) == {"again"}
    nobody = replace(again, speakers=(), source=PORT.cue)
    assert repeated([replace(PORT, speakers=(), source=PORT.cue), nobody]) == {"again"}
    further = claim("further", "told the union", "that the crane is safe", "times")
    assert repeated([PAPER, further]) == {"further"}
    assert repeated([PORT, short]) == frozenset()  # so little of what the port says is no repetition
    assert repeated([PAPER, PORT]) == frozenset()


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        (
            "Foreign media reports indicate that Norwegian trade negotiators have suggested working with Iceland to "
            "seek fish concessions.",
            "Norwegian trade negotiators",
            "foreign media",
        ),
        (
            "According to the Evening Post, harbour spokesman Ola Brandt said that the quay would close in May.",
            "Ola Brandt",
            "Evening Post",
        ),
        ("The auditors say the ministry believes that the fund will last until 2040.", "ministry", "auditors"),
    ],
)
def test_what_others_are_said_to_say_is_a_claim_of_theirs(learner: Coder, text: str, inner: str, outer: str) -> None:
    """Passed on by who says it."""
    found = learner.find(article(text))
    labels = {actor.id: actor.label for actor in found.actors}
    speakers = {labels[c.speakers[0]]: c for c in found.claims if c.speakers}
    assert set(speakers) == {inner, outer}
    assert speakers[inner].reported_by == speakers[outer].id


def test_a_claim_beside_another_is_not_passed_on() -> None:
    """Cue and content must both lie in what somebody else says."""
    beside = claim("beside", "writes", "the crane is safe", "union")
    assert above(PORT, beside) == {"port": None, "beside": None}


def test_claims_are_chained_in_time_that_grows_with_their_number() -> None:
    """Twenty thousand claims take no more than a few seconds."""
    many = [
        Claim(f"{i}", (f"{i % 7}",), (), (Span(i * 40, i * 40 + 4, "said"),),
              (Span(i * 40 + 5, i * 40 + 40, ""),), "indirect", 0.9, "")
        for i in range(20_000)
    ]  # fmt: skip
    start = perf_counter()
    assert all(c.reported_by is None for c in chained(many))
    assert perf_counter() - start < 5


def test_the_chain_is_in_the_graph() -> None:
    """The inner claim is reported by the outer, the outer by the article."""
    page = page_of(article(TEXT), Minter())
    minter = Minter()
    paper = replace(PAPER, id=minter.claim("case", 0, 70))
    port = replace(PORT, id=minter.claim("case", 50, 70))
    store = Store()
    store.extend(claim_quads(page, chained((paper, port))))
    asked = store.quads_for_pattern(None, NamedNode(f"{CG}reportedBy"), None, None)
    found = {str(quad.subject): str(quad.object) for quad in asked}
    assert found == {f"<{port.id}>": f"<{paper.id}>", f"<{paper.id}>": str(page.node)}


def test_what_goes_beyond_what_somebody_says_may_say_it_again() -> None:
    """A cue in one's own words says again what both have in common, wherever its content ends."""
    short = claim("short", "writes", "that the port told the union", "times")
    beyond = claim("beyond", "told", "the union that the crane is safe", "times")
    assert repeated([short, beyond]) == {"beyond"}
    assert repeated([short, replace(beyond, speakers=("port",))]) == frozenset()
