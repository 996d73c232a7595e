"""The hand-coded articles that the stance model learns from and is measured on: `tests/benchmarks/positions/`."""

from pathlib import Path

import pytest

from tests.benchmarks.positions.examples import ASIDE, BLIND, FILES, FRESH, HELD, Article, Claim, Proposal, read

PATHS = sorted(path for folder in (FILES, ASIDE, HELD, BLIND, FRESH) for path in folder.glob("*.txt"))

HEAD = "P1 a weir | dam | A weir is built.\nP2 no weir || No weir is built.\nT River\n\n"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_article_can_be_read_and_takes_positions(path: Path) -> None:
    """A file of which nothing can be learnt is a slip."""
    articles = list(read(path))
    assert articles
    for article in articles:
        assert article.text
        assert len(article.proposals) > 1
        assert any(claim.stances for claim in article.claims)


def test_what_is_measured_on_was_not_learnt_from() -> None:
    """No article stands in two of the folders."""
    texts = [article.text for path in PATHS for article in read(path)]
    assert len(set(texts)) == len(texts)


def test_the_marks_go_and_the_codings_stay(tmp_path: Path) -> None:
    """Shared and lent holders, where those are named, divided evidence and claims without a position are told apart."""
    path = tmp_path / "river.txt"
    body = "{h1:Bo} {e1:wants} a weir. {e1:“Now.”} {h3:He} {e2:ate}, {e3:sat}."
    path.write_text(f"{HEAD}{body}\n\n1 P1 support\n1 P2 oppose\n2=3 none\n3=1 none\n", encoding="utf-8")
    text = "Bo wants a weir. “Now.” He ate, sat."
    marked = [
        ("Bo", "Bo", ["wants", "“Now.”"], {0: "support", 1: "oppose"}),
        ("He", "Bo", ["ate"], {}),
        ("He", "Bo", ["sat"], {}),
    ]
    (article,) = read(path)
    assert article == Article(
        "River",
        text,
        (Proposal("a weir", ("dam",), "A weir is built."), Proposal("no weir", (), "No weir is built.")),
        tuple(
            Claim(_span(text, who), _span(text, named), tuple(_span(text, one) for one in cues), says)
            for who, named, cues, says in marked
        ),
    )


@pytest.mark.parametrize(
    ("body", "slip"),
    [
        ("{h1:She} {e1:swam\n\n1 none", "not closed"),
        ("{h1:She} {x1:swam}\n\n1 none", "unexpected {"),
        ("{h1:She }{e1:swam}\n\n1 none", "space at its end"),
        ("{h1:She} {e1:swam}", "a coding"),
        ("{h1:She} swam\n\n1 none", "some evidence"),
        ("{h1:She} {h1:too} {e1:swam}\n\n1 none", "at most one holder"),
    ],
)
def test_a_slip_in_the_marks_is_refused(tmp_path: Path, body: str, slip: str) -> None:
    """It is said where the slip stands."""
    _refused(tmp_path, HEAD + body, 5, slip)


@pytest.mark.parametrize(
    ("coding", "slip"),
    [
        ("2 none", "claim 2 is not marked"),
        ("1 none\n1 P1 oppose", "none and something else"),
        ("1 P3 oppose", "no proposal 3"),
        ("1 P1 oppose\n1 P1 support", "coded for it twice"),
        ("1 P1 opposes", "cannot be read"),
    ],
)
def test_a_slip_in_the_codings_is_refused(tmp_path: Path, coding: str, slip: str) -> None:
    """It is said where the slip stands."""
    _refused(tmp_path, f"{HEAD}{{e1:Swam}}\n\n{coding}", 7 + coding.count("\n"), slip)


@pytest.mark.parametrize("head", ["T River", "P2 a weir || A weir is built.\nT River", "P1 a weir || It is.\nRiver"])
def test_a_slip_in_the_head_is_refused(tmp_path: Path, head: str) -> None:
    """Proposals and a title there must be."""
    _refused(tmp_path, f"{head}\n\n{{e1:Swam}}\n\n1 none", 1 + (head.startswith("P1")), "")


def _refused(folder: Path, article: str, line: int, slip: str) -> None:
    path = folder / "river.txt"
    path.write_text(f"---\n{article}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=rf"river\.txt, line {line + 1}: ") as refused:
        list(read(path))
    assert slip in str(refused.value)


def _span(text: str, piece: str) -> tuple[int, int]:
    return text.index(piece), text.index(piece) + len(piece)
