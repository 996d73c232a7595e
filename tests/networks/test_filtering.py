"""Filters keep what they say, and a name means one thing or is refused with help."""

from datetime import date

import pytest

from graph.errors import InputError
from graph.networks.debate import Debate
from graph.networks.filtering import apply_filter, find
from graph.networks.filters import Filter
from tests.networks.made_up import debate_of, small


@pytest.fixture
def debate() -> Debate:
    """The small debate."""
    return debate_of(small())


def test_no_filter_keeps_everything(debate: Debate) -> None:
    """The empty filter is the whole debate."""
    assert apply_filter(debate, Filter()) == debate


def test_stance_type_day_and_confidence_are_all_asked(debate: Debate) -> None:
    """A statement has to pass every part of the filter."""
    wanted = Filter(types=("Organization",), stances=("oppose",), since=date(2025, 4, 1), min_confidence=0.3)
    found = apply_filter(debate, wanted).statements
    assert {debate.label(s.position.holder) for s in found} == {"Harbour Chamber", "Coast Line AB"}


def test_an_article_may_be_named_by_title_last_part_or_iri(debate: Debate) -> None:
    """The three ways to name an article give the same statements."""
    card = next(iter(debate.articles.values()))
    for name in (card.title, card.title.upper(), card.id, card.id.rsplit("/", 1)[1]):
        assert {s.article for s in apply_filter(debate, Filter(articles=(name,))).statements} == {card.id}


def test_focus_keeps_what_lies_within_the_depth(debate: Debate) -> None:
    """One step from a proposal are its holders' statements on it, two steps also what else they say."""
    one = apply_filter(debate, Filter(focus="Build a second harbour bridge", depth=1)).statements
    two = apply_filter(debate, Filter(focus="Build a second harbour bridge", depth=2)).statements
    assert {debate.label(s.position.proposal) for s in one} == {"Build a second harbour bridge"}
    assert len(two) == 4


def test_a_name_that_means_nothing_is_refused_with_the_nearest_ones(debate: Debate) -> None:
    """The sentence names what was asked for and what it may have meant."""
    with pytest.raises(InputError, match=r"'Tobias Ren'.*Tobias Renn"):
        find(debate, "Tobias Ren")
    with pytest.raises(InputError, match="No topic is called 'x'"):
        apply_filter(debate, Filter(topics=("x",)))
