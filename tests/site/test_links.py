"""Every link of a site leads somewhere, and every page is led to; names of files are fit for every file system."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from graph.model import Reading
from graph.networks.filters import Filter
from graph.site.names import FOLDERS, file_names
from tests.networks.made_up import hostile, large, small
from tests.page.payloads import PAYLOADS
from tests.sample import sample
from tests.site.reading import dangling, network, pages_in, site_of

NASTY = [
    "https://x.example/..", "https://x.example/a/../../etc/passwd", "https://x.example/con", "https://x.example/NUL",
    "https://x.example/a.b.", "https://x.example/.htaccess", "https://x.example/" + "long" * 200,
    "https://x.example/%2e%2e%2fup", "https://x.example/a b", "https://x.example/Case", "https://x.example/case",
    "https://other.example/case", "https://x.example/-_-", "https://x.example/_hidden", "https://x.example/index",
    "https://x.example/賴清德", "https://x.example/é", "https://x.example/e\u0301", "https://x.example/ﬁne",
    "https://x.example/fine", "urn:x:a?b=c&d#e", "", "https://x.example/\u202egnp", "https://x.example/a\\b:c*d|e",
]  # fmt: skip


@pytest.mark.parametrize(
    "readings",
    [lambda: small(), lambda: large(120), lambda: hostile(PAYLOADS), lambda: [sample()], list],
    ids=["small", "large", "hostile", "one of everything", "nothing"],
)
@pytest.mark.parametrize("full_text", [False, True])
def test_no_link_dangles(readings: Callable[[], list[Reading]], full_text: bool, tmp_path: Path) -> None:
    """Files and anchors are there, no anchor is there twice, and each page can be reached from the start."""
    pages = site_of(readings(), tmp_path / "site", full_text=full_text)
    assert dangling(tmp_path / "site", pages) == []
    for path, page in pages.items():
        assert len(set(page.ids)) == len(page.ids), path
    reached, edge = {"index.html"}, ["index.html"]
    while edge:
        here = edge.pop()
        for link in set(pages[here].links):
            there = ((tmp_path / "site" / here).parent / unquote(link.split("#")[0])).resolve()
            name = there.relative_to(tmp_path.resolve() / "site").as_posix() if ":" not in link else here
            if name in pages and name not in reached:
                reached.add(name)
                edge.append(name)
    assert reached == set(pages)


def test_every_node_of_the_network_leads_to_its_page_and_back(tmp_path: Path) -> None:
    """The two are written together."""
    pages = site_of(small(), tmp_path / "site")
    contents = network(tmp_path / "site")
    assert contents["home"] == "index.html"
    for node in contents["nodes"]:
        assert any(unquote(link) == f"../network.html#node={node['id']}" for link in pages[node["page"]].links)


def test_a_filter_leaves_out_the_pages_that_it_leaves_nothing_of(tmp_path: Path) -> None:
    """Only what bears on what is kept has a page, and no link leads to anything else."""
    whole = site_of(small(), tmp_path / "whole")
    pages = site_of(small(), tmp_path / "part", Filter(focus="Ilse Okafor", depth=1))
    assert dangling(tmp_path / "part", pages) == []
    assert set(pages) < set(whole)
    actors = [path for path in pages if path.split("/")[0] in ("person", "org", "country", "group")]
    assert actors == ["person/ilse-okafor.html"]


def test_names_of_files_are_fit_for_every_file_system() -> None:
    """No label or IRI leads out of the site, and no two pages are one where case or composition do not count."""
    for kind, folder in FOLDERS.items():
        paths = list(file_names(dict.fromkeys(NASTY, kind)).values())
        for path in paths:
            top, _, name = path.partition("/")
            assert top == folder and re.fullmatch(r"\w[\w-]*\.html", name), path
            assert len(name.encode()) <= 150
            assert not re.fullmatch(r"(con|nul|index)\.html", name, re.IGNORECASE)
        same = {unicodedata.normalize("NFKC", path).casefold() for path in paths}
        assert len(same) == len(paths) == len(NASTY)


def test_things_of_odd_iris_have_their_pages(tmp_path: Path) -> None:
    """Whatever names an actor or a proposal, its page is inside the site and all links to it hold."""
    reading = small()[0]
    odd = [name for name in NASTY if name] * 2
    positions = [
        replace(p, id=f"{p.id}-{number}", holder=holder, proposal=target)
        for number, (holder, target) in enumerate(zip(odd, odd[5:], strict=False))
        for p in reading.positions[:1]
    ]
    whole = replace(reading, positions=tuple(positions), memberships=())
    pages = site_of([whole], tmp_path / "site")
    assert dangling(tmp_path / "site", pages) == []
    assert len(pages) >= 4 + len(set(odd))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_names_do_not_depend_on_what_else_has_a_page_unless_two_would_be_one() -> None:
    """A link that was mailed goes on working when articles are added."""
    alone = {iri: file_names({iri: "Person"})[iri] for iri in NASTY}
    together = file_names(dict.fromkeys(NASTY, "Person"))
    changed = {iri for iri in NASTY if alone[iri] != together[iri]}
    assert changed == {
        "https://x.example/Case", "https://x.example/case", "https://other.example/case", "https://x.example/fine",
        "https://x.example/ﬁne",
    }  # fmt: skip
    assert file_names(dict.fromkeys(reversed(NASTY), "Person")) == together


def test_the_pages_of_a_site_are_the_files_of_its_list(tmp_path: Path) -> None:
    """The list by which it is known again."""
    site_of(small(), tmp_path / "site")
    lines = (tmp_path / "site" / "claimgraph-site.txt").read_text(encoding="utf-8").splitlines()[1:]
    there = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.*")}
    assert set(lines) == there - {"claimgraph-site.txt"}
    assert set(pages_in(tmp_path / "site")) < set(lines)
