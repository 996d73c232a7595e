"""Which names of candidates mean the same."""

import random

import pytest

from graph.actors import Authority
from graph.candidates.clustering import clusters, most_central
from graph.candidates.meaning import Meaning, meaning_of
from graph.candidates.pairs import pairs

TOWN = [
    "toll on the old bridge", "bridge toll", "introducing a toll on the bridge", "abolishing the bridge toll",
    "scrapping the toll on the old bridge", "ban on leaf blowers", "prohibition of leaf blowers in parks",
    "lifting the ban on leaf blowers", "tax on empty shops", "levy on empty shops", "closing the library",
    "25% tariff on steel", "tariff of 10 percent on steel", "tariffs on Korean cars", "tariffs on cars from Korea",
    "tariffs on cars from Japan", "night ferry", "second ferry", "building a second ferry",
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("toll on the old bridge", "introducing a toll on the bridge"),
        ("tax on empty shops", "taxing empty shops"),
        ("cut in library hours", "reducing library hours"),
        ("moratorium on night flights", "ban on night flights"),
        ("tariffs on Korean cars", "tariffs on cars from Korea"),
        ("plans for a night market", "opening a night market"),
    ],
)
def test_wordings_of_one_proposal_are_one(one: str, other: str, authority: Authority) -> None:
    """Over inflection, a verb that only brings about, and words of one kind of measure."""
    assert clusters([one, other], authority) == [sorted([one, other])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("toll on the old bridge", "abolishing the bridge toll"),
        ("toll on the old bridge", "closing the old bridge"),
        ("ban on leaf blowers", "lifting the ban on leaf blowers"),
        ("25% tariff on steel", "10% tariff on steel"),
        ("tariffs on cars from Korea", "tariffs on cars from Japan"),
        ("night ferry", "second ferry"),
        ("cutting library hours", "extending library hours"),
    ],
)
def test_what_differs_in_what_counts_stays_apart(one: str, other: str, authority: Authority) -> None:
    """Who supports the one may oppose the other: another kind of measure, number, country, thing."""
    assert len(clusters([one, other], authority)) == 2


def test_the_order_does_not_matter(authority: Authority) -> None:
    """The same names in another order, or one of them twice, make the same clusters."""
    wanted = clusters(TOWN, authority)
    for seed in range(5):
        shuffled = [*TOWN, TOWN[seed]]
        random.Random(seed).shuffle(shuffled)
        assert clusters(shuffled, authority) == wanted


def test_every_name_is_in_one_cluster(authority: Authority) -> None:
    """None is lost, none is in two, not even names without a word that tells anything."""
    names = [*TOWN, "the", "", "—", "25%", "new plan", "\u202e\x1b[2J"]
    assert sorted(name for group in clusters(names, authority) for name in group) == sorted(names)


def test_the_pairs_grow_with_the_number_of_names() -> None:
    """Ten times as many names, not a hundred times as many pairs; a word in all of them makes none."""

    def compared(number: int) -> int:
        dice = random.Random(number)
        words = [f"w{n}" for n in range(number // 3)]
        return len(pairs([Meaning("", tuple(sorted({"all", *dice.sample(words, 2)}))) for _ in range(number)]))

    few, many = compared(500), compared(5000)
    assert many < 12 * few
    assert many < 10 * 5000


def test_names_that_all_hang_together_are_still_clustered(authority: Authority) -> None:
    """A chain of a thousand names, each like the next, is parted, and not held in one table of a million."""
    names = [f"w{n}x w{n + 1}x w{n + 2}x" for n in range(1000)]
    groups = clusters(names, authority)
    assert sum(map(len, groups)) == 1000
    assert max(map(len, groups)) < 10


def test_the_name_of_a_cluster_is_its_most_central_one(authority: Authority) -> None:
    """The one that the others are most like; among equals the one that is used most."""
    names = ["bridge toll", "toll on the old bridge", "toll on the bridge for lorries at night"]
    assert most_central(names, {"toll on the old bridge": 5}, authority) == "toll on the old bridge"
    assert most_central(names, {}, authority) == "bridge toll"


def test_a_verb_that_brings_about_tells_nothing(authority: Authority) -> None:
    """The kind is that of what it brings about."""
    assert meaning_of("introducing a toll on the bridge", authority) == Meaning("charge", ("bridg",))
    assert meaning_of("lifting the ban on whistles", authority).kind == "end"
