"""What is offered while a query or a command is typed."""

import asyncio
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psutil
import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from graph.shell.completing import Typing
from graph.shell.lookup import Lookup
from graph.shell.places import place_of
from graph.store import open_store
from graph.vocabulary import Minter
from tests.querying import town


@pytest.fixture
def lookup(location: Path) -> Iterator[Lookup]:
    """The names of the town."""
    found = Lookup(location)
    yield found
    found.close()


def offers(lookup: Lookup, before: str, after: str = "", *, asked: bool = True) -> list[str]:
    """The texts as they are once each offer is taken, and nothing follows."""

    async def collect() -> list[str]:
        found = Typing(lookup).get_completions_async(
            Document(before + after, len(before)), CompleteEvent(not asked, asked)
        )
        return [before[: len(before) + one.start_position] + one.text async for one in found]

    return apart(collect())


def apart(wanted: Coroutine[Any, Any, list[str]]) -> list[str]:
    """What a coroutine gives, in a thread of its own: this one may have the loop of the browser of other tests."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, wanted).result()


@pytest.mark.parametrize(
    ("before", "whole"),
    [
        ("sel", "SELECT"),
        ("ASK { } ord", "ASK { } ORDER"),
        ("SELECT (group_", "SELECT (GROUP_CONCAT"),
        ("ASK { ?s cg:oppo", "ASK { ?s cg:opposes"),
        ("ASK { ?s cg:Oppo", "ASK { ?s cg:opposes"),
        ("ASK { ?s a cg:Cl", "ASK { ?s a cg:Claim"),
        ("ASK { ?s cg:stance stance:d", "ASK { ?s cg:stance stance:doubt"),
        ("ASK { ?s skos:pref", "ASK { ?s skos:prefLabel"),
        ("ASK { ?s cg:supports|sko", "ASK { ?s cg:supports|skos:"),
        ("PREFIX mine: <urn:x>\nASK { ?s mi", "PREFIX mine: <urn:x>\nASK { ?s mine:"),
        ("SELECT ?who { ?w", "SELECT ?who { ?who"),
        ("positions-o", "positions-of"),
        ("ASK { <okoye", f"ASK {{ <{town.OKOYE.id}>"),
        ("ASK { <Mara Ok", f"ASK {{ <{town.OKOYE.id}>"),
        ("ASK { ?s cg:holder @okoye", f"ASK {{ ?s cg:holder <{town.OKOYE.id}>"),
        ("ASK { ?s cg:target <a new q", f"ASK {{ ?s cg:target <{town.QUAY.id}>"),
        (".he", ".help"),
        (".run positions-o", ".run positions-of"),
        (".run positions-of w", ".run positions-of who="),
        (".run positions-of who=brandt", ".run positions-of who=id:person/jonas-brandt"),
        ('.run positions-of who="Mara O', ".run positions-of who=id:person/mara-okoye"),
        ("positions-of who=okoye", "positions-of who=id:person/mara-okoye"),
        (".show quay", ".show id:proposal/second-quay"),
        (".queries who-sp", ".queries who-speaks-for"),
        (".format js", ".format jsonl"),
        (".named o", ".named off"),
        (".prefixes t", ".prefixes turtle"),
    ],
)
def test_what_is_meant_is_offered(lookup: Lookup, before: str, whole: str) -> None:
    """Whatever its letters are, and in the place of what was typed."""
    found = offers(lookup, before)
    assert whole.removeprefix(".run ") in [one.removeprefix(".run ") for one in found]


@pytest.mark.parametrize(
    "before",
    [
        'ASK { ?s ?p "sel',
        "ASK { ?s ?p 'cg:op",
        "ASK { ?s ?p 1 # sel",
        'ASK { ?s ?p "x"@e',
        "SELECT ?only { ?onl",
        "ASK { <https://",
        "ASK { <zzzz",
        'ASK { <" } DROP',
        ".run nothing-like-this w",
        ".timeout ",
        ".nonsense x",
        ".save /none/such/",
        "ASK { 12",
    ],
)
def test_nothing_is_offered_where_nothing_fits(lookup: Lookup, before: str) -> None:
    """In texts and comments, in languages, and where nothing is called so."""
    assert [one for one in offers(lookup, before) if one != "SELECT ?only { ?only"] == []


def test_a_bare_cursor_is_left_in_peace(lookup: Lookup) -> None:
    """Nothing pops up without a letter, unless Tab asks for it."""
    for before in ("", "ASK { ", "ASK { <", "ASK { FILTER(?a <"):
        assert offers(lookup, before, asked=False) == []
    assert len(offers(lookup, "ASK { <")) > 5
    assert "SELECT" in offers(lookup, "")


def test_variables_after_the_cursor_are_known(lookup: Lookup) -> None:
    """Those of the whole query are."""
    assert offers(lookup, "SELECT ?", " { ?alpha ?beta 1 }") == ["SELECT ?alpha", "SELECT ?beta"]


def test_files_are_offered_to_save_to(lookup: Lookup, tmp_path: Path) -> None:
    """With folders as ways on, and names that the command takes as one."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "my answer.csv").touch()
    assert offers(lookup, f".save {tmp_path}/") == [f".save {tmp_path}/'my answer.csv'", f".save {tmp_path}/sub/"]


def test_what_is_shown_is_free_of_controls(tmp_path: Path) -> None:
    """A label is text, and an IRI that would not show as it is, is not offered."""
    odd = town.Actor("https://example.org/\u202eevil", "Eve backwards", "Person")
    evil = town.actor("Person", "Eve \x1b[2J\nBad")
    with open_store(tmp_path / "store", write=True) as opened:
        opened.replace_graph(Minter().graph("actors"), town.actor_quads([odd, evil], Minter()))
    lookup = Lookup(tmp_path / "store")

    async def shown() -> list[str]:
        found = Typing(lookup).get_completions_async(Document("ASK { <eve"), CompleteEvent(completion_requested=True))
        return [one.display_text async for one in found]

    try:
        assert apart(shown()) == ["Eve \\x1b[2J Bad"]
    finally:
        lookup.close()


def test_a_store_that_is_missing_offers_nothing(tmp_path: Path) -> None:
    """And is no error."""
    lookup = Lookup(tmp_path / "none")
    assert offers(lookup, "ASK { <okoye") == []
    lookup.close()


def test_a_helper_that_died_is_replaced(lookup: Lookup) -> None:
    """What was asked of it is lost, the next is answered."""
    assert offers(lookup, "ASK { <okoye")
    helpers = [child for child in psutil.Process().children() if "graph.shell.lookup" in " ".join(child.cmdline())]
    for helper in helpers:
        helper.kill()
    assert helpers and offers(lookup, "ASK { <okoye") == []
    assert f"ASK {{ <{town.OKOYE.id}>" in offers(lookup, "ASK { <okoye")


def test_a_name_is_not_waited_for_without_end(location: Path) -> None:
    """The helper ends itself where a store is too large to look through, and every time anew."""
    lookup = Lookup(location, longest=0.001)
    for _ in range(2):
        start = time.monotonic()
        assert offers(lookup, "ASK { <okoye") == []
        assert time.monotonic() - start < 5
    lookup.close()


def test_a_long_query_is_read_quickly(lookup: Lookup) -> None:
    """A keystroke in 20,000 characters takes no longer than a blink."""
    text = "SELECT * {\n" + "  ?subject cg:opposes <https://example.org/x> ; skos:prefLabel 'a text' .\n" * 270 + "?su"
    start = time.perf_counter()
    place_of(text)
    offers(lookup, text)
    assert time.perf_counter() - start < 0.5
