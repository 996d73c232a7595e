"""The briefing and the vault, read by another parser of Markdown: whole, to the letter, and with no dangling link."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from graph.exports.prose import escaped, seen, shifts
from graph.exports.writing import Asked, export
from graph.mapping import quads
from graph.model import Reading
from graph.networks.filters import Filter
from graph.store import Store, open_store
from tests.networks.made_up import MINT, debate_of, hostile, large, small
from tests.page.payloads import PAYLOADS

READER = MarkdownIt("gfm-like", {"linkify": False}).use(footnote_plugin).use(front_matter_plugin)
HOSTILE = [
    *PAYLOADS, "[x](https://example.org)", "| a | b |", "# head", "#tag ==mark== %%gone%%", "[[note]]",
    "`code`", "1. x", "con", "..", "a/b\\c", "x" * 10_000, "\u202edeus", "🙂 賴清德", "=cmd|' /C calc'!A0",
    "---", "[^1]: no note",
]  # fmt: skip
MARKUP = {"html_inline", "html_block", "link_open", "code_inline", "image"}


def filled(readings: list[Reading]) -> Store:
    """A store in memory."""
    store = open_store(":memory:", write=True)
    for reading in readings:
        store.replace_graph(MINT.graph(reading.article.slug), quads(reading, MINT))
    return store


def tokens(text: str) -> Iterator[Token]:
    """Every token, those within lines too."""
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def texts(text: str) -> str:
    """What a reader sees, without marks."""
    return "".join(token.content for token in tokens(text) if token.type in ("text", "code_inline"))


def briefing(store: Store, folder: Path, **wanted: object) -> str:
    """The briefing on what a filter keeps."""
    export(store, "markdown", folder / "x.md", Asked(wanted=Filter(**wanted)))  # type: ignore[arg-type]
    return (folder / "x.md").read_text(encoding="utf-8")


def test_a_briefing_has_every_statement_with_a_footnote(tmp_path: Path) -> None:
    """As many items as statements, as many notes, each used."""
    debate = debate_of(small())
    found = list(tokens(briefing(filled(small()), tmp_path)))
    many = len(debate.statements)
    assert sum(token.type == "footnote_open" for token in found) == many
    refs = [token.meta["id"] for token in found if token.type == "footnote_ref"]
    assert set(refs) == set(range(many)) and len(refs) == many + 2 * len(shifts(debate))
    assert sum(token.type == "table_open" for token in found) == 1


def test_a_briefing_of_one_actor_is_called_after_it(tmp_path: Path) -> None:
    """Its words stand there to the letter, with article, date and place."""
    text = briefing(filled(small()), tmp_path, focus="Mara Lindqvist", depth=1)
    assert text.startswith("# Mara Lindqvist\n")
    for part in (
        "“the sleeper must be back before the summer”",
        "3 February 2025",
        "The Norvia Gazette",
        "confidence 0.88",
    ):
        assert part in texts(text).replace("““", "“").replace("””", "”")


def test_nothing_left_by_a_filter_is_said(tmp_path: Path) -> None:
    """A briefing of nothing is a sentence."""
    assert "No statement fits" in briefing(filled(small()), tmp_path, min_confidence=1.0)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_shown_to_the_letter(text: str) -> None:
    """Escaped text has no mark, tag or link in it, and reads as it was, in one line."""
    found = list(tokens(f"- **x**, {escaped(text)}"))
    assert not {token.type for token in found} & MARKUP
    assert texts(f"- **x**, {escaped(text)}") == f"x, {seen(text)}"


def test_a_hostile_briefing_has_no_html_and_no_link(tmp_path: Path) -> None:
    """Whatever titles, names and words hold."""
    text = briefing(filled(hostile(HOSTILE)), tmp_path)
    assert not {token.type for token in tokens(text)} & {
        "html_inline",
        "html_block",
        "link_open",
        "code_inline",
        "fence",
    }
    assert sum(token.type == "footnote_open" for token in tokens(text)) == len(debate_of(hostile(HOSTILE)).statements)


def links(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Each link of each note: from where, and where to."""
    for path in folder.rglob("*.md"):
        for token in tokens(path.read_text(encoding="utf-8")):
            if token.type == "link_open" and not str(token.attrs["href"]).startswith("http"):
                yield path, (path.parent / unquote(str(token.attrs["href"]))).resolve()


@pytest.mark.parametrize("readings", [small(), large(120), hostile(HOSTILE)], ids=["small", "large", "hostile"])
def test_no_link_of_the_vault_dangles(readings: list[Reading], tmp_path: Path) -> None:
    """Every note is linked to, every link has its note, and no name is one that some file system refuses."""
    export(filled(readings), "obsidian", tmp_path / "vault")
    notes = {path.resolve() for path in (tmp_path / "vault").rglob("*.md")}
    found = list(links(tmp_path / "vault"))
    assert {there for _, there in found} <= notes
    assert {there for _, there in found} == notes - {(tmp_path / "vault" / "Index.md").resolve()}
    names = [str(path.relative_to(tmp_path.resolve())).casefold() for path in notes]
    assert len(set(names)) == len(names)
    for path in notes:
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f#^\[\]]', path.name) and len(path.name.encode()) <= 255
        assert path.stem == path.stem.strip(" .") and path.stem.casefold() not in ("con", "nul", "")


def test_a_vault_has_a_note_for_each_actor_proposal_and_article(tmp_path: Path) -> None:
    """With properties that YAML reads, and every statement in three notes."""
    debate = debate_of(small())
    export(filled(small()), "obsidian", tmp_path / "vault")
    kinds = {
        "Actors": {s.position.holder for s in debate.statements},
        "Proposals": {s.position.proposal for s in debate.statements},
        "Articles": {s.article for s in debate.statements},
    }
    for folder, iris in kinds.items():
        notes = [path.read_text(encoding="utf-8") for path in (tmp_path / "vault" / folder).iterdir()]
        assert {yaml.safe_load(note.split("---")[1])["iri"] for note in notes} == iris
        assert sum(note.count("\n- ") for note in notes) >= len(debate.statements)
    note = (tmp_path / "vault" / "Actors" / "Mara Lindqvist.md").read_text(encoding="utf-8")
    assert yaml.safe_load(note.split("---")[1])["aliases"] == ["Mara Lindqvist (alias)"]
