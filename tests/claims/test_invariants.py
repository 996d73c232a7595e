"""What holds of every extraction, whatever the text."""

from collections.abc import Iterator
from itertools import chain, cycle

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Findings
from graph.model import Article, Span
from tests.claims.coded import Coder, article, codebook, table
from tests.claims.tagging import HOSTILE

TRANSPORT = codebook(table("positions")["codebooks"]["transport"])
PIECES = (
    "Eva Ros", "the council", "Norway", "she", "I", "they", "Per Strand, the mayor of Halden,", "a spokesman",
    "Seoul", "said", "said that", "told reporters that", "rejected", "supports", "according to", "urged",
    "her view that", "asked", "the fjord tunnel", "a congestion charge in the city centre",
    "free buses for the young", "the plan", "it", "such a step", "would", "not", "never", "no longer", "should",
    "if", "which", "and", "but", "rather than", "because", "was", "by", "“", "”", '"', "'", "’", "‘", "«", "»",
    ",", ".", "?", "!", ":", ";", "—", "...", "(", ")", "\n", "\n\n", "\r\n", "\t", "\xa0", "\u200b", "\u2028",
    "\x00", "\x1b", "\ufeff", "\U0001f600", "e\u0301", "نعم", "はい", "EVA ROS:", "- ", "1. ", "Q:", "42%",
    "http://example.org/?q=said",
)  # fmt: skip

speech = st.lists(st.sampled_from(PIECES), max_size=45).map(" ".join)
noise = st.text(st.characters(codec="utf-8"), max_size=80)
texts = speech | noise | st.tuples(speech, noise, speech).map("".join)
# of what a text of many stands is read with: to ask the entailment model of each takes long, and it adds nothing
# that is quoted or named; short texts are given to all models below
LONG = pytest.mark.parametrize("extractor", ["coder", "quick_learner"])
few = settings(
    max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def spans(found: Findings) -> Iterator[Span]:
    """All that an extraction quotes."""
    yield from (mention.span for mention in found.mentions)
    for claim in found.claims:
        yield from (*claim.source, *claim.cue, *claim.content)
    for things in (found.memberships, found.positions, found.candidates, found.events, found.quantities):
        yield from chain.from_iterable(thing.evidence for thing in things)


def check(read: Article, found: Findings) -> None:
    """All that must hold of what was found in an article."""
    assert all(read.text[s.start : s.end] == s.text for s in spans(found))
    assert all(s.text.strip() for s in spans(found))
    check_names(found)
    check_claims(found)
    check_positions(found)


def check_names(found: Findings) -> None:
    """Nothing has the name of another thing, and nobody is spoken of who is not an actor."""
    for things in (found.actors, found.claims, found.positions, found.candidates, found.events, found.quantities):
        assert len({thing.id for thing in things}) == len(things)
    actors = {actor.id for actor in found.actors}
    assert {mention.actor for mention in found.mentions} <= actors
    assert {speaker for claim in found.claims for speaker in (*claim.speakers, *claim.mentions)} <= actors
    assert {one for m in found.memberships for one in (m.member, m.organization)} <= actors


def check_claims(found: Findings) -> None:
    """A claim has a content and a confidence, and who passes it on is a claim that nobody makes it pass on itself."""
    outer = {claim.id: claim.reported_by for claim in found.claims}
    for claim in found.claims:
        assert claim.content
        assert 0 <= claim.confidence <= 1
        assert claim.reason
        links = [claim.id]
        while (above := outer[links[-1]]) is not None:
            assert above in outer
            assert above not in links
            links.append(above)


def check_positions(found: Findings) -> None:
    """A position has a holder, a known proposal, evidence, a confidence, and claims that are there."""
    claims, actors = {claim.id for claim in found.claims}, {actor.id for actor in found.actors}
    proposals = {p.id for p in (*TRANSPORT.proposals, *found.candidates)}
    assert all(candidate.candidate and candidate.label.strip() for candidate in found.candidates)
    for position in found.positions:
        assert position.holder in actors
        assert position.proposal in proposals
        assert position.evidence
        assert position.claims
        assert set(position.claims) <= claims
        assert 0 <= position.confidence <= 1
        assert position.reason


@few
@given(texts)
def test_no_text_breaks_the_extractor_or_its_word(coder: Coder, text: str) -> None:
    """It never fails, quotes only what stands there, and names only what it has."""
    read = article(text)
    check(read, coder.find(read, TRANSPORT))


@settings(few, max_examples=50)
@given(texts | st.sampled_from(HOSTILE))
def test_no_text_breaks_the_tagger_or_what_is_made_of_it(learner: Coder, text: str) -> None:
    """The same holds where a tagger proposes beside the grammar."""
    read = article(text, "Eva Ros on the fjord tunnel", ("Karin Moe",))
    check(read, learner.find(read, TRANSPORT))


@few
@given(speech, st.sampled_from(["Eva Ros: no tunnel", "Council says “no” to \x1b it", "Opinion: it"]))
def test_titles_and_authors_change_nothing_of_that(coder: Coder, text: str, title: str) -> None:
    """A commentary with a headline is held to the same."""
    read = article(text, title, ("Karin Moe", "By \x00 <b>"))
    check(read, coder.find(read, TRANSPORT))


@LONG
@pytest.mark.parametrize("name", ["attributions", "positions"])
def test_the_passages_coded_by_hand_hold_it_too(extractor: str, name: str, request: pytest.FixtureRequest) -> None:
    """Real sentences reach more of the rules than chance does; all of them make one long article."""
    cases = table(name)["cases"]
    paragraphs = [p for case in cases for p in ([case["text"]] if isinstance(case["text"], str) else case["text"])]
    read = article(paragraphs)
    found = request.getfixturevalue(extractor).find(read, TRANSPORT)
    assert len(found.claims) > len(cases) / 3
    check(read, found)


@settings(few, max_examples=30)
@given(texts)
def test_the_same_text_gives_the_same_findings(coder: Coder, text: str) -> None:
    """Nothing depends on chance or on what was read before."""
    assert coder.find(article(text), TRANSPORT) == coder.find(article(text), TRANSPORT)


@pytest.mark.parametrize(
    "text",
    [
        "", " \n\n ", '"', "“”", '"" ""', ":", "—", "said", "...", "Who said what to whom?", "said " * 200, "'" * 60,
        "A: B: C: D said: “E: F”", "(" * 150 + " he said " + ")" * 150, "he said it was so; " * 40, "\x00\x01\x02",
        "| said | no |\n" * 20, "- “Yes” — Al\n" * 20, "x" * 5000 + " said that it was so.",
        "Eva Ros said" + ", and that the road was closed" * 60 + ".", '“One.\n\n“Two.\n\n“Three.\n\n“Four.”',
        "THE COUNCIL REJECTED THE FJORD TUNNEL, EVA ROS SAID. " * 3, "according to according to according to him",
        "I said we said I said we said that I said so.", "It. It said it. It rejected it. This would be it.",
    ],
)  # fmt: skip
def test_odd_texts_are_read_like_any_other(either: Coder, text: str) -> None:
    """Only marks, only one word, capitals, lists, tables, sentences without an end."""
    read = article(text)
    check(read, either.find(read, TRANSPORT))


def test_a_paragraph_of_two_thousand_words_is_read_to_its_end(either: Coder) -> None:
    """A page without breaks loses nothing."""
    text = "Eva Ros said that the bridge was old, and the council met on Monday to hear the engineers. " * 120
    read = article(text + "Norway rejected the fjord tunnel.")
    found = either.find(read, TRANSPORT)
    check(read, found)
    assert [p.stance for p in found.positions if p.proposal.endswith("/tunnel")] == ["oppose"]
    assert len(found.claims) > 100


def test_a_paragraph_of_many_sentences_built_alike_is_read_to_its_end(learner: Coder) -> None:
    """Nearly all is found, in each part of it and at its end."""
    crossings = (f"{kind} {number}" for number in range(2, 32) for kind in ("bridge", "quay", "crane", "road"))
    text = "".join(
        f"{name} said that {crossing} was {how}, and the council met on Monday to hear the engineers. "
        for name, crossing, how in zip(cycle(("Eva Ros", "Bo Dahl", "Ada Holm")), crossings, cycle(("old", "too dear")))
    )
    read = article(text + "Norway rejected the fjord tunnel.")
    found = learner.find(read, TRANSPORT)
    check(read, found)
    assert len(found.claims) > 90
    assert {5 * claim.content[0].start // len(read.text) for claim in found.claims} == set(range(5))
    assert [p.stance for p in found.positions if p.proposal.endswith("/tunnel")] == ["oppose"]
