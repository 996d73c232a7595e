"""Communities: who belongs together, collapsed into one node, opened by a click, and always the true statements."""

import os
import random
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations
from math import hypot
from pathlib import Path
from typing import Any

import pytest

from graph.model import Reading
from graph.networks.graphs import NETWORKS
from graph.page.communities import MOST, communities, tied
from graph.page.nesting import community_size, nested
from graph.page.ranking import best_first
from tests.networks.made_up import camps, debate_of, hostile, large, small, texts_of
from tests.page.conftest import PHONE
from tests.page.payloads import PAYLOADS

READINGS = camps(4)
DEBATE, TEXTS = debate_of(READINGS), texts_of(READINGS)
Open = Callable[..., Any]
DRAWN = "[...page.visible.get().drawn.keys()].sort()"
GROUPS = "page.data.groups.map((group) => group.id)"
HASH = "decodeURIComponent(location.hash)"


def of(readings: list[Reading], network: str = "actors-proposals") -> tuple[Any, list[str]]:
    """The graph of a network and the order of its nodes."""
    graph = NETWORKS[network](debate_of(readings))
    return graph, best_first(graph)


class TestFinding:
    """Who belongs together, in Python."""

    def test_camps_that_are_there_are_found(self) -> None:
        """Four debates that hardly touch: nearly every two proposals of one debate lie in one community."""
        graph, order = of(READINGS)
        home = {order[n]: k for k, c in enumerate(communities(tied(graph, order))) for n in c.members}
        debates = [[n for n in order if re.search(f"/plan-{camp or ''}[0-4]$", n)] for camp in range(4)]
        together = [home[a] == home[b] for debate in debates for a, b in combinations(debate, 2)]
        apart = [home[a] != home[b] for one, other in combinations(debates, 2) for a in one for b in other]
        assert sum(together) > 0.8 * len(together) and sum(apart) > 0.95 * len(apart)

    @pytest.mark.parametrize("network", NETWORKS)
    def test_every_node_is_in_one_community(self, network: str) -> None:
        """In each network, the small debate and an empty one too; the largest come first."""
        for readings in (small(), []):
            graph, order = of(readings, network)
            found = communities(tied(graph, order))
            assert sorted(n for c in found for n in c.members) == list(range(len(order)))
            assert [len(c.members) for c in found] == sorted((len(c.members) for c in found), reverse=True)
            assert all(set(c.names) <= set(c.members) for c in found)

    def test_the_name_is_that_of_the_best_connected(self) -> None:
        """The first has the most statements within the community, the second is of another sort."""
        graph, order = of(READINGS)
        ties = tied(graph, order)
        for community in communities(ties):
            inside = ties.subgraph(community.members)
            strength = dict(inside.degree(weight="weight"))
            assert strength[community.names[0]] == max(strength.values())
            kinds = {graph.nodes[order[n]]["kind"] == "Proposal" for n in community.names}
            assert kinds == {True, False}

    def test_those_whom_only_conflict_joins_do_not_belong_together(self) -> None:
        """In the network of actors agreement ties, disagreement does not."""
        graph, order = of(small(), "actors")
        ties = tied(graph, order)
        agreed = {frozenset((a, b)) for a, b, r in graph.edges(data="relation") if r == "congruence"}
        assert {frozenset((order[a], order[b])) for a, b in ties.edges()} == agreed

    def test_none_is_larger_than_can_be_looked_at(self) -> None:
        """Who would be one more begins another; only those whom the best evidenced form may be larger."""
        graph, order = of(large(4000))
        assert max(len(c.members) for c in communities(tied(graph, order))) <= 3 * MOST

    def test_the_hash_seed_of_python_changes_nothing(self) -> None:
        """Two processes that order their sets differently find the same, in the same places."""
        script = (
            "from tests.page.test_communities import *;"
            "print(nested(*of(large(700))), nested(*of(READINGS, 'everything')))"
        )
        said = {
            subprocess.run(
                [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed},
                cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True,
            ).stdout
            for seed in "12"
        }  # fmt: skip
        assert len(said) == 1

    @pytest.mark.parametrize("readings", [small(), READINGS, large(900)], ids=["small", "camps", "large"])
    def test_members_lie_in_their_circle_and_collapsed_ones_apart(self, readings: list[Reading]) -> None:
        """No two collapsed communities cover each other; no member is outside of the circle it is given."""
        graph, order = of(readings)
        found = nested(graph, order)
        for group in found["groups"]:
            places = list(zip(group["places"][::2], group["places"][1::2], strict=True))
            assert len(places) == len(group["members"]) == len(set(places))
            assert all(hypot(*place) <= group["radius"] for place in places)
            assert group["size"] == round(community_size(len(places)), 1)
        flat = found["positions"][0]
        middles = list(zip(flat[::2], flat[1::2], found["groups"], strict=False))
        assert all(
            hypot(ax - bx, ay - by) >= a["size"] + b["size"]
            for (ax, ay, a), (bx, by, b) in combinations(middles, 2)
            if len(a["members"]) > 1 and len(b["members"]) > 1
        )


class TestOnThePage:
    """What a reader sees of it."""

    def test_each_is_one_node_that_says_how_many_it_holds(self, open_page: Open) -> None:
        """One press draws the communities, the next one the nodes again; undo goes back over both."""
        page = open_page(DEBATE, TEXTS)
        alone = page.run(DRAWN)
        page.tab.click("#groups")
        assert page.run(DRAWN) == sorted(page.run(GROUPS))
        held = page.run("page.canvas.onScreen().view.nodes.map((node) => node.held)")
        assert sum(held) == len(alone)
        assert page.text("#count").startswith(f"{len(held)} communities · ")
        page.tab.click("#groups")
        assert page.run(DRAWN) == alone
        page.tab.click("#undo")
        page.until("page.visible.get().grouped")

    def test_a_click_opens_and_a_button_closes(self, open_page: Open) -> None:
        """What is open is in the address, a link opens the same, and back closes it."""
        page = open_page(DEBATE, TEXTS, "#grouped=yes")
        collapsed = page.run(DRAWN)
        first = page.run(GROUPS)[0]
        x, y = page.tab.evaluate(
            """(id) => { const at = page.canvas.network().canvasToDOM(page.canvas.place(id));
            const host = page.canvas.host.getBoundingClientRect(); return [at.x + host.left, at.y + host.top]; }""",
            first,
        )
        page.tab.mouse.click(x, y)
        page.until("location.hash.includes('open=')")
        assert first not in page.run(DRAWN)
        assert set(page.run("page.data.groups[0].members")) <= set(page.run(DRAWN))
        again = open_page(DEBATE, TEXTS, page.run("location.hash"))
        assert again.run(DRAWN) == page.run(DRAWN) and again.text("#evidence h2") == page.text("#evidence h2")
        again.tab.click("text=Close this community")
        assert again.run(DRAWN) == collapsed
        page.tab.go_back()
        page.until("!location.hash.includes('open=')")
        assert page.run(DRAWN) == collapsed

    def test_the_keyboard_opens_walks_in_and_closes(self, open_page: Open) -> None:
        """An arrow chooses, Enter opens, an arrow goes in, C closes; each says what it did."""
        page = open_page(DEBATE, TEXTS, "#grouped=yes")
        page.tab.focus("#canvas")
        page.tab.keyboard.press("ArrowRight")
        assert "Enter opens it" in page.text("#said")
        page.tab.keyboard.press("Enter")
        page.until("page.state.get().open.length === 1")
        assert page.run("document.activeElement.id") == "canvas"
        page.tab.keyboard.press("ArrowDown")
        assert page.run("page.data.group.get(page.state.get().open[0]).members.includes(page.state.get().node)")
        page.tab.keyboard.press("c")
        assert page.run("page.state.get().open") == []

    def test_other_views_show_the_true_statements(self, open_page: Open) -> None:
        """Table, matrix and timeline are the same whether communities are drawn as one or not."""
        page = open_page(DEBATE, TEXTS, "#view=table")
        for view in ("table", "matrix", "timeline"):
            page.tab.click(f"#view-{view}")
            before = page.run(f"document.getElementById('{view}').textContent")
            page.run("page.state.set({ grouped: 'yes' })")
            assert page.run(f"document.getElementById('{view}').textContent") == before
            page.run("page.state.set({ grouped: 'no' })")

    def test_lines_between_communities_count_what_they_stand_for(self, open_page: Open) -> None:
        """For each pair one line, with as many statements of each stance as join the two; a click shows them all."""
        page = open_page(DEBATE, TEXTS, "#grouped=yes")
        home = page.run("Object.fromEntries(page.data.nodes.map((n) => [n.id, page.data.homeOf.get(n.id).id]))")
        expected: dict[tuple[str, ...], dict[str, int]] = {}
        for s in page.run("page.data.statements"):
            pair = tuple(sorted((home[s["holder"]], home[s["target"]])))
            if pair[0] != pair[1]:
                counts = expected.setdefault(pair, {})
                counts[s["stance"]] = counts.get(s["stance"], 0) + 1
        lines = page.run("[...page.visible.get().lines.values()].map((l) => ({...l, counts: [...l.counts]}))")
        assert {tuple(sorted((line["from"], line["to"]))): dict(line["counts"]) for line in lines} == expected
        strongest = max(lines, key=lambda line: line["count"])
        page.run(f"page.state.set({{ edge: {strongest['id']!r} }})")
        assert page.tab.locator("#evidence .card").count() == strongest["count"]
        again = open_page(DEBATE, TEXTS, page.run("location.hash"))
        assert again.tab.locator("#evidence .card").count() == strongest["count"]

    @pytest.mark.parametrize("size", [None, PHONE], ids=["laptop", "phone"])
    def test_open_communities_never_cover_anything(self, open_page: Open, size: dict[str, int] | None) -> None:
        """Whichever are open, their circles lie apart from each other and from what is collapsed."""
        page = open_page(DEBATE, TEXTS, "#grouped=yes", **({"size": size} if size else {}))
        chance = random.Random(2)
        for _ in range(8):
            some = [group for group in page.run(GROUPS) if chance.random() < 0.5]
            page.run(f"page.state.set({{ open: {some!r} }})")
            round_ = page.run("""[...page.groups.circles(), ...[...page.visible.get().drawn.keys()]
                .filter((id) => page.data.group.has(id))
                .map((id) => ({ ...page.groups.place(id), radius: page.data.group.get(id).size }))]""")
            for a, b in combinations(round_, 2):
                assert hypot(a["x"] - b["x"], a["y"] - b["y"]) >= a["radius"] + b["radius"] - 1

    def test_one_found_by_search_stands_in_its_community(self, open_page: Open) -> None:
        """Its words are shown, its community is what is selected, and a button opens that."""
        page = open_page(DEBATE, TEXTS, "#grouped=yes")
        name = page.run("page.data.node.get(page.data.groups[1].members[3]).label")
        page.tab.fill("#query", name)
        page.tab.press("#query", "Enter")
        assert page.text("#evidence h2") == name
        assert page.run("page.canvas.network().getSelectedNodes()") == [page.run(GROUPS)[1]]
        page.tab.click("text=Open its community")
        assert page.run("page.canvas.network().getSelectedNodes()") == [page.run("page.state.get().node")]

    def test_an_address_with_communities_that_are_not_there_shows_the_page(self, open_page: Open) -> None:
        """Whatever stands in it."""
        page = open_page(
            DEBATE, TEXTS, "#grouped=maybe&open=nobody&open=<b>&edge=a ~ b&ego=community/x&node=community/y"
        )
        assert page.text("#evidence h2") == "At a glance"
        page = open_page(DEBATE, TEXTS, "#grouped=yes&open=nobody&level=99")
        assert page.run(DRAWN) == sorted(page.run(GROUPS))

    def test_a_debate_of_one_community_has_nothing_to_collapse(self, open_page: Open) -> None:
        """The button is not there."""
        readings = hostile(["a"])
        page = open_page(debate_of(readings), texts_of(readings), "#grouped=yes")
        assert page.tab.is_hidden("#groups") and page.run("page.visible.get().drawn.size") == 2

    def test_hostile_names_are_text_here_too(self, open_page: Open) -> None:
        """Every community of an attacked debate is opened and read; nothing runs."""
        readings = hostile(PAYLOADS)
        page = open_page(debate_of(readings), texts_of(readings), "#grouped=yes", network="everything")
        tags = page.run("""(() => {
            const tags = new Set();
            for (const { id } of page.data.groups) {
                if (page.data.group.has(id)) page.groups.open(id);
                document.querySelectorAll("#evidence *").forEach((element) => tags.add(element.localName));
            }
            return [...tags];
        })()""")
        assert not {"img", "script", "a", "iframe", "form", "math", "style"} & set(tags)
        assert page.run("window.hit") is None
