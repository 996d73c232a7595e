"""Which claims and positions `--min-confidence` leaves out."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.articles import read_articles
from graph.build import Reader
from graph.build.confidence import keep_sure
from graph.model import Article, Claim, Extraction, Position, Proposal, Reading
from tests.build.prose import write
from tests.build.running import claimgraph_here

TEXT = "The clerk said that the mayor wants a ferry, and buses, and a market."
ARTICLE = Article("a", "a", TEXT, "", "a.txt")
RUN = Extraction("rules", "1", "none", "", datetime(2024, 5, 1, tzinfo=UTC))
WORDS = (ARTICLE.span(0, 9),)


def claim(name: str, confidence: float, reported_by: str | None = None) -> Claim:
    """A claim of some confidence."""
    return Claim(name, (), (), (), WORDS, "indirect", confidence, "made up", reported_by)


def position(name: str, confidence: float, *claims: str, proposal: str = "ferry") -> Position:
    """A position of some confidence that shows in some claims."""
    return Position(name, "mayor", proposal, "support", claims, WORDS, confidence, "made up")


READING = Reading(
    ARTICLE,
    RUN,
    claims=(claim("said", 0.4), claim("wants", 0.7, "said"), claim("hints", 0.3, "wants"), claim("asks", 0.9, "wants")),
    positions=(
        position("sure", 0.8, "said", "wants"),
        position("unsure", 0.2, "wants"),
        position("unproved", 0.9, "said", "hints", proposal="market"),
        position("own", 0.9, proposal="buses"),
    ),
    candidates=(
        Proposal("ferry", "A ferry", candidate=True),
        Proposal("market", "A market", candidate=True),
        Proposal("bridge", "A bridge", candidate=True),
    ),
)
SURE = keep_sure(READING, 0.5)


def test_nothing_is_left_out_below_nothing() -> None:
    """The default changes no reading."""
    assert keep_sure(READING, 0.0) == READING


def test_claims_less_sure_go() -> None:
    """One that is just as sure as asked for stays."""
    assert [c.id for c in SURE.claims] == ["wants", "asks"]
    assert [c.id for c in keep_sure(READING, 0.7).claims] == ["wants", "asks"]


def test_what_was_passed_on_by_a_claim_that_goes_is_passed_on_by_nobody() -> None:
    """What a claim that stays passes on keeps it."""
    assert [c.reported_by for c in SURE.claims] == [None, "wants"]


def test_positions_go_with_all_of_their_claims() -> None:
    """One of which a claim is left stays with that claim; one that never had any is judged by itself."""
    assert [(p.id, p.claims) for p in SURE.positions] == [("sure", ("wants",)), ("own", ())]


def test_candidates_go_with_all_of_their_positions() -> None:
    """A candidate on which nobody took a position before stays as it was."""
    assert [c.id for c in SURE.candidates] == ["ferry", "bridge"]


@given(st.floats(0, 1), st.lists(st.floats(0, 1), min_size=4, max_size=4))
def test_what_is_kept_is_sure_and_speaks_only_of_what_is_kept(least: float, sure: list[float]) -> None:
    """Whatever the confidences."""
    claims = tuple(replace(c, confidence=p) for c, p in zip(READING.claims, sure, strict=True))
    kept = keep_sure(replace(READING, claims=claims), least)
    names = {c.id for c in kept.claims}
    assert all(one.confidence >= least for one in (*kept.claims, *kept.positions))
    assert {c.reported_by for c in kept.claims} <= {*names, None}
    assert {name for p in kept.positions for name in p.claims} <= names


def test_another_least_confidence_is_another_reading(reader: Reader, tmp_path: Path) -> None:
    """An article that the store holds is read again where less or more is asked for."""
    strict = Reader(replace(reader.settings, min_confidence=0.9))
    (article,) = read_articles([write(tmp_path, 1)], skipped=print)
    assert strict.fingerprint(article) != reader.fingerprint(article)
    everything, sure = reader.read(article), strict.read(article)
    assert sure.claims == keep_sure(everything, 0.9).claims
    assert len(sure.claims) < len(everything.claims)


def test_the_command_line_takes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Records of claims and positions are at least so sure; what is no share is refused in one sentence."""
    write(tmp_path, 1)
    done = claimgraph_here(capsys, "extract", tmp_path, "--extractor", "rules", "--min-confidence", "0.9")
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    judged = [record["confidence"] for record in records if record["type"] in ("claim", "position")]
    assert judged
    assert min(judged) >= 0.9
    refused = claimgraph_here(capsys, "extract", tmp_path, "--min-confidence", "2")
    assert refused.returncode == 2
    assert "--min-confidence" in refused.stderr
