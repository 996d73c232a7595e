"""What a name means: exactly, in any case, by a part of it; and what is said where it is not clear."""

import pytest

from graph.errors import InputError
from graph.mapping import actor_quads
from graph.querying.labels import find
from graph.querying.offering import named_like
from graph.store import Store, open_store
from tests.querying.town import BRANDT, BRANDT_ELDER, COUNCIL, MEALS, MINT, OKOYE, QUAY, TERN, actor


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        ("Mara Okoye", OKOYE.id),
        ("mara OKOYE", OKOYE.id),
        ("  Mara   Okoye ", OKOYE.id),
        ("okoye", OKOYE.id),
        ("TI", TERN.id),
        ("tern", TERN.id),
        ("harbour", COUNCIL.id),
        ("Jonas", BRANDT.id),
        ("Ida", BRANDT_ELDER.id),
        ("Second quay", QUAY.id),
        ("a new quay", QUAY.id),
        ("free SCHOOL", MEALS.id),
        ("second-quay", QUAY.id),
        ("mara-okoye", OKOYE.id),
        ("tern-institute", TERN.id),
        (f"<{OKOYE.id}>", OKOYE.id),
        (OKOYE.id, OKOYE.id),
        ("id:person/mara-okoye", OKOYE.id),
        ("quay-vote", "https://w3id.org/claimgraph/id/article/quay-vote"),
        ("Council splits over the quay", "https://w3id.org/claimgraph/id/article/quay-vote"),
        ("comes round", "https://w3id.org/claimgraph/id/article/quay-again"),
    ],
)
def test_a_name_finds_what_it_means(store: Store, text: str, iri: str) -> None:
    """By label, alias, headline, slug or IRI."""
    assert find(store, text, ("actor", "proposal", "article")).iri == iri


def test_of_two_with_one_name_the_one_in_the_articles_is_meant(store: Store) -> None:
    """Both are called Brandt, and the articles name one of them."""
    assert find(store, "Brandt", ("actor",)).iri == BRANDT.id


def test_a_kind_narrows_what_is_meant(store: Store) -> None:
    """Both a proposal and articles have a quay in their name."""
    assert find(store, "quay", ("proposal",)).iri == QUAY.id
    with pytest.raises(InputError, match=r"'quay' may be .*; or .*: give more of the name"):
        find(store, "quay", ("article",))


def test_a_slip_of_the_pen_is_met_with_the_closest_names(store: Store) -> None:
    """Nothing is guessed."""
    with pytest.raises(InputError, match="closest: Mara Okoye"):
        find(store, "Marra Okoy", ("actor",))


def test_a_slip_in_a_part_of_a_name_is_met_with_those_that_have_it(store: Store) -> None:
    """However long the whole name is."""
    with pytest.raises(InputError, match="closest: Council splits over the quay"):
        find(store, "councl splits", ("article",))


@pytest.mark.parametrize("text", ["zzz", "", '"', "\\", "c++ (x) [y]", '" } DROP ALL #', "a\nb", "\x1b[2J", ".*", "^"])
def test_hostile_names_find_nothing_and_do_no_harm(store: Store, text: str) -> None:
    """They are words to look for, and no part of the query; the message shows no control character."""
    with pytest.raises(InputError) as caught:
        find(store, text, ("proposal",))
    assert "\x1b" not in str(caught.value)


def test_an_iri_that_the_store_does_not_hold_is_refused(store: Store) -> None:
    """Rather than answered with nothing."""
    with pytest.raises(InputError, match="holds no actor"):
        find(store, "id:person/nobody", ("actor",))
    with pytest.raises(InputError, match="holds no proposal"):
        find(store, OKOYE.id, ("proposal",))


def test_names_are_offered_by_a_part_of_them(store: Store) -> None:
    """Each thing once; who is in the news first, then whose name or word begins so, then what has it inside a word."""
    assert [one.iri for one in named_like(store, "brandt", ("actor",))] == [BRANDT.id, BRANDT_ELDER.id]
    assert [one.label for one in named_like(store, "AND", ("actor",))] == ["Ida Brandt", "Jonas Brandt"][::-1]
    assert named_like(store, "mara  ok")[0].iri == OKOYE.id
    assert {one.kind for one in named_like(store, "quay")} == {"proposal", "article"}
    assert len(named_like(store, "", most=4)) == 4
    assert named_like(store, '" } DROP ALL #') == []


def test_a_message_writes_no_control_character_of_a_label() -> None:
    """Where names are listed to choose from, and where the closest are told."""
    with open_store(":memory:", write=True) as opened:
        hostile = [actor("Person", f"Eve \x1b[2J{name}") for name in ("One", "Two")]
        opened.replace_graph("urn:g", actor_quads(hostile, MINT))
        for text in ("Eve", "Eve \x1b[2JThree"):
            with pytest.raises(InputError) as caught:
                find(opened, text, ("actor",))
            assert "\\x1b[2JOne" in str(caught.value) and "\x1b" not in str(caught.value)
