"""What the shipped tagger says of sources, cues and contents."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.language import Tagged, Tagger
from graph.model import Article

SOURCE, CUE, CONTENT = 0, 1, 2
TEXT = (
    "The river agency said that the flood walls would hold until spring. Gulls flew over the bridge.\n\n"
    "Mayor Ada Holm doubted that the town could pay."
)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    """The model, loaded once."""
    return Tagger()


def article(text: str) -> Article:
    """A text that is all body."""
    return Article("a", "a", text, "", "a.txt")


def tagged(tagger: Tagger, text: str) -> list[Tagged]:
    """The windows of a text."""
    return list(tagger.tag(article(text)))


def places(window: Tagged, text: str, words: str) -> slice:
    """The pieces of some words."""
    start = text.index(words)
    inside = [i for i, s in enumerate(window.window.starts) if start <= s < start + len(words)]
    return slice(inside[0], inside[-1] + 1)


def same(one: Sequence[Tagged], other: Sequence[Tagged]) -> bool:
    """Whether two readings say the same to the last bit."""
    parts = ("outside", "begins", "asks", "answers")
    return [t.window for t in one] == [t.window for t in other] and all(
        np.array_equal(getattr(a, part), getattr(b, part)) for a, b in zip(one, other, strict=True) for part in parts
    )


@pytest.mark.parametrize(
    ("role", "words"),
    [
        (SOURCE, "The river agency"), (CUE, "said"), (CONTENT, "that the flood walls would hold until spring"),
        (SOURCE, "Mayor Ada Holm"), (CUE, "doubted"), (CONTENT, "that the town could pay"),
    ],
)  # fmt: skip
def test_a_plain_sentence_is_seen(tagger: Tagger, role: int, words: str) -> None:
    """Each piece of a part is likely of its role and of no other, and the first begins it."""
    (window,) = tagged(tagger, TEXT)
    there = places(window, TEXT, words)
    inside = 1 - window.outside[there]
    assert inside[:, role].min() > 0.8
    assert np.delete(inside, role, axis=1).max() < 0.2
    assert window.begins[there][0, role] > 0.8


def test_what_nobody_says_is_outside(tagger: Tagger) -> None:
    """Gulls are no cue and no content."""
    (window,) = tagged(tagger, TEXT)
    gulls = window.outside[places(window, TEXT, "Gulls flew over the bridge.")]
    assert gulls[:, [CUE, CONTENT]].min() > 0.7


def test_a_cue_is_linked_with_its_own_source_and_content(tagger: Tagger) -> None:
    """Not with those of another sentence."""
    (window,) = tagged(tagger, TEXT)
    for cue, source, content in (
        ("said", "The river agency", "that the flood walls would hold until spring"),
        ("doubted", "Mayor Ada Holm", "that the town could pay"),
    ):
        pieces = places(window, TEXT, cue)
        shares = window.links(pieces.start, pieces.stop)
        for column, words in enumerate((source, content)):
            own = places(window, TEXT, words)
            assert shares[own, column].min() > 0.7
            assert np.delete(shares[:, column], np.r_[own]).max() < 0.3


def test_all_shares_are_shares(tagger: Tagger) -> None:
    """From nothing to one, one row for each piece."""
    (window,) = tagged(tagger, TEXT)
    shares = window.links(0, 1)
    assert window.outside.shape == window.begins.shape == (len(window.window.ids), 3)
    assert shares.shape == (len(window.window.ids), 2)
    for part in (window.outside, window.begins, shares):
        assert 0 <= part.min() <= part.max() <= 1


def test_the_same_article_gives_the_same_figures(tagger: Tagger) -> None:
    """Also from a model that is loaded anew."""
    assert same(tagged(tagger, TEXT), tagged(tagger, TEXT))
    assert same(tagged(tagger, TEXT), tagged(Tagger(), TEXT))


def test_what_was_tagged_before_changes_nothing(tagger: Tagger) -> None:
    """An article alone and one in a longer run are tagged alike, so a build may stop and go on anywhere."""
    alone = tagged(Tagger(), TEXT)
    long = " ".join([TEXT.replace("\n\n", " ")] * 8)
    for text in (long, "Short.", TEXT.upper(), "“No,” he said."):
        assert tagged(tagger, text)
        assert same(tagged(tagger, TEXT), alone)


def test_a_text_without_words_is_not_tagged(tagger: Tagger) -> None:
    """Nothing is asked of the model."""
    assert tagged(tagger, " \n\n ") == []


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8") | st.sampled_from("said “”\"'.,\n\x00\u200b\U0001f600"), max_size=60))
def test_no_text_breaks_the_tagger(tagger: Tagger, text: str) -> None:
    """Whatever the signs, every share is a number."""
    for window in tagged(tagger, text):
        assert np.isfinite(window.outside).all()
        assert np.isfinite(window.links(0, len(window.window.ids))).all()
