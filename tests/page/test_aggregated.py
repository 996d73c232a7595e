"""Above 10,000 nodes the page opens with communities collapsed, and names the command for the whole."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from cli import app
from graph.mapping import quads
from graph.model import POLARITY
from graph.networks.filters import KINDS, Filter, filter_of, options_of
from graph.page.write import WHOLE_UP_TO, page_of, write_page
from graph.store import open_store
from tests.networks.made_up import MINT, camps, debate_of, small, texts_of
from tests.page.conftest import PHONE

READINGS = camps(4)
DEBATE, TEXTS = debate_of(READINGS), texts_of(READINGS)
COMMAND = "claimgraph export gexf --network actors-proposals --out network.gexf"
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)
LISTED = {"--type": "types", "--article": "articles", "--stance": "stances", "--topic": "topics"}
Open = Callable[..., Any]


@pytest.mark.parametrize("size", [None, PHONE], ids=["laptop", "phone"])
def test_it_opens_collapsed_and_says_how_to_get_the_whole(open_page: Open, size: dict[str, int] | None) -> None:
    """The command can be copied; one press shows the best evidenced instead, which is in the address then."""
    page = open_page(DEBATE, TEXTS, whole_up_to=20, **({"size": size} if size else {}))
    assert page.run("page.visible.get().grouped") and page.run("location.hash") == ""
    assert page.text("#whole code") == COMMAND
    page.tab.click("#whole button")
    page.until("document.getElementById('said').textContent === 'Command copied'")
    assert page.run("navigator.clipboard.readText()") == COMMAND
    assert page.run("document.documentElement.scrollWidth") <= (size or {"width": 1366})["width"]
    page.tab.click("#groups")
    assert not page.run("page.visible.get().grouped")
    again = open_page(DEBATE, TEXTS, page.run("location.hash"), whole_up_to=20)
    assert not again.run("page.visible.get().grouped")


def test_what_is_not_too_large_opens_whole() -> None:
    """Up to 10,000 nodes nothing is said of other programs."""
    assert WHOLE_UP_TO == 10_000
    assert page_of(DEBATE, TEXTS).debate["whole"] is None


def test_the_command_writes_what_the_page_was_written_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has the filters of the page, and is understood."""
    with open_store(tmp_path / "store", write=True) as store:
        for reading in small():
            store.replace_graph(MINT.graph(reading.article.slug), quads(reading, MINT))
        wanted = filter_of(stances=["oppose"], since="2025-01-01", focus="Norvia")
        page = write_page(store, tmp_path / "page.html", wanted, network="actors-proposals")
        shown = page_of(debate_of(small()), {}, whole_up_to=1, options=options_of(wanted)).debate["whole"].split()
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, [*shown[1:], "--store", str(tmp_path / "store")])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "network.gexf").read_text(encoding="utf-8").count("<node ") == page.num_nodes()


@given(
    st.builds(
        Filter,
        types=st.lists(st.sampled_from(KINDS)).map(tuple),
        articles=st.lists(WORDS).map(tuple),
        stances=st.lists(st.sampled_from(list(POLARITY))).map(tuple),
        since=st.none() | st.dates(),
        until=st.none() | st.dates(),
        topics=st.lists(WORDS).map(tuple),
        min_confidence=st.sampled_from([0.0, 0.25, 0.9]),
    )
)
def test_a_filter_comes_back_from_its_options(wanted: Filter) -> None:
    """What the words of the command line say is the filter that they were made of."""
    words = options_of(wanted)
    pairs = list(zip(words[::2], words[1::2], strict=True))
    given: dict[str, Any] = {name: [w for option, w in pairs if option == o] for o, name in LISTED.items()}
    single = {option.removeprefix("--").replace("-", "_"): word for option, word in pairs if option not in LISTED}
    if "min_confidence" in single:
        given["min_confidence"] = float(single.pop("min_confidence"))
    assert filter_of(**given, **single) == wanted
