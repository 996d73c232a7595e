"""What events a text tells: the sentences of `cases/events.yaml`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from graph.actors import Authority, find_actors, load_authority
from graph.claims.attributions import page_of
from graph.claims.happenings import events
from graph.language import Parser
from graph.vocabulary import Minter
from tests.claims.coded import Case, article_of, table

TABLE = table("events")
CASES: list[Case] = TABLE["cases"]
Told = tuple[str, list[str], str, str]


Tell = Callable[[Case], list[Told]]


@pytest.fixture(scope="module")
def told() -> Tell:
    """The events of a case, with the labels of who takes part; each is read once, by one language model."""
    parser, authority = Parser(), load_authority(None)
    kept: dict[str, list[Told]] = {}

    def tell(case: Case) -> list[Told]:
        if case["id"] not in kept:
            kept[case["id"]] = _told(case, parser, authority)
        return kept[case["id"]]

    return tell


def _told(case: Case, parser: Parser, authority: Authority) -> list[Told]:
    published: date | None = case.get("published")
    parsed = parser.parse(replace(article_of(case), published=published))
    cast = find_actors(parsed, authority, Minter())
    found = events(page_of(parsed), cast, Minter())
    assert all(0 < e.confidence <= 1 and e.reason and e.evidence and e.label for e in found)
    return [(e.code or "-", [cast.actor(a).label for a in e.actors], e.place or "", e.time or "") for e in found]


def wrong(told: Tell, case: Case) -> list[Told]:
    """What comes out otherwise than in a case, or all that does where something is missing."""
    got, left = told(case), list(case["events"])
    over = []
    for one in got:
        match = next((want for want in left if same(one, want)), None)
        if match is None:
            over.append(one)
        else:
            left.remove(match)
    return over or (got or [("nothing", [], "", "")] if left else [])


def same(one: Told, want: list[str | list[str]]) -> bool:
    """Whether an event is the one that a coder wrote down; a party with "?" may be there or not."""
    code, parties, place, time = one
    names = [[name.strip("?").lower() for name in named.split(" | ")] for named in want[1]]
    needed = [named for named, written in zip(names, want[1], strict=True) if not written.endswith("?")]
    met = all(any(p.lower() in named for p in parties) for named in needed)
    met = met and all(any(p.lower() in named for named in names) for p in parties)
    return (
        code == want[0]
        and met
        and all(
            allowed == "*" or got in str(allowed).split(" | ") for got, allowed in ((place, want[2]), (time, want[3]))
        )
    )


@pytest.mark.parametrize("case", [c for c in CASES if "known_gap" not in c], ids=lambda c: c["id"])
def test_the_events_of_a_sentence_are_those_that_a_coder_reads(told: Tell, case: Case) -> None:
    """Code, parties, place and day, none too few and none too many."""
    assert wrong(told, case) == []


def test_the_share_that_comes_out_right_does_not_fall(told: Tell) -> None:
    """The cases with a known gap count too: the floor in the table's header can only rise."""
    right = sum(not wrong(told, case) for case in CASES)
    assert right / len(CASES) >= TABLE["floor"]
