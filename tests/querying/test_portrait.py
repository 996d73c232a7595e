"""One thing as a page of text: everything known of it, with the words and the article."""

import pytest

from graph.errors import InputError
from graph.querying.portrait import portrait
from graph.store import Store, open_store
from tests.querying import town


def test_an_actor_with_roles_positions_and_quotations(store: Store) -> None:
    """Positions in the order of time."""
    text = portrait(store, "Mara Okoye")
    lines = text.splitlines()
    assert lines[:3] == ["Mara Okoye (person)", "id:person/mara-okoye", "also called: Okoye"]
    assert "  director, Tern Institute" in lines
    positions = [line.split()[0] for line in lines if line.startswith("  2025-")]
    assert positions == ["2025-03-02", "2025-04-10", "2025-04-10", "2025-06-20"]
    assert "“a second quay would “drown the eelgrass””" in text
    assert "Council splits over the quay" in text


def test_a_proposal_with_all_sides(store: Store) -> None:
    """Support first, opposition last."""
    text = portrait(store, "second quay")
    order = [line for line in text.splitlines() if line in ("Support", "Conditional", "Oppose")]
    assert order == ["Support", "Conditional", "Oppose"]
    assert "definition: Build a second quay in the old harbour." in text


def test_an_article_with_its_positions_and_claims(store: Store) -> None:
    """Claims in the order of the text."""
    text = portrait(store, "quay-vote")
    assert text.startswith("Council splits over the quay (article)")
    assert "  Mara Okoye  oppose: Second quay" in text
    cues = [text.index(words) for words in ("Mara Okoye: warned", "Jonas Brandt: said", "Northern Gazette: reports")]
    assert cues == sorted(cues)


def test_an_unknown_name_is_refused(store: Store) -> None:
    """With what comes near."""
    with pytest.raises(InputError, match="Nothing in the store"):
        portrait(store, "Nobody at all")


def test_nothing_hostile_is_printed() -> None:
    """Control characters of a label are written out."""
    with open_store(":memory:", write=True) as store:
        actor = town.actor("Person", "Eve\x1b[2J Il", "\u202eoops")
        store.replace_graph(town.MINT.graph("actors"), town.actor_quads([actor], town.MINT))
        text = portrait(store, "eve")
    assert not set(text) & set("\x1b\u202e")
