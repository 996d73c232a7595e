"""What the pages say of a debate: who stands where, in which words, and that the words are those of the text."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph.exports.prose import in_time
from graph.model import Span
from graph.networks.filters import Filter
from graph.networks.onemode import pairs_of_actors
from graph.site.agreeing import MOST_HELD, Agreeing
from graph.site.cards import Cards
from graph.site.full_text import pieces
from tests.networks.made_up import debate_of, hostile, small, texts_of
from tests.page.payloads import PAYLOADS
from tests.sample import TEXT, find, sample
from tests.site.reading import Page, site_of

NIGHT_TRAIN = "proposal/bring-back-the-night-train-between-norvia-and-estmark.html"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The site of the small debate."""
    return site_of(small(), tmp_path_factory.mktemp("small") / "site")


def said(page: Page) -> str:
    """The words of a page in one line."""
    return " ".join(page.seen.split())


def test_an_actor_has_its_positions_with_words_and_proof(pages: dict[str, Page]) -> None:
    """Names, type, stance, date, quotation, cue, article, confidence and reason are on its page."""
    page = pages["person/mara-lindqvist.html"]
    assert "“the sleeper must be back before the summer”" in page.marked
    for words in (
        "Person", "Mara Lindqvist (alias)", "supports", "3 February 2025", "transport minister", "told parliament that",
        "Sleeper to Estmark could return by spring", "The Norvia Gazette", "confidence 0.88",
        "Agrees most with", "In the network",
    ):  # fmt: skip
        assert words in said(page), words
    assert "runs, Harbour Chamber" in said(pages["person/tobias-renn.html"])
    assert "Who belongs to it Tobias Renn" in said(pages["org/harbour-chamber.html"])


def test_a_change_of_position_is_marked_on_all_pages(pages: dict[str, Page]) -> None:
    """On those of the actor and the proposal, and at the start."""
    for path in ("person/tobias-renn.html", NIGHT_TRAIN, "index.html"):
        assert "Changed position" in said(pages[path])
    assert "then" in said(pages["person/tobias-renn.html"])


def test_a_proposal_tells_who_stands_where_from_support_to_opposition(pages: dict[str, Page]) -> None:
    """Stances are told by a word and a sign, and drawn over time."""
    page = pages[NIGHT_TRAIN]
    stances = [id for id in page.ids if id in ("support", "conditional", "undecided", "doubt", "oppose")]
    assert stances == ["support", "conditional", "doubt"]
    assert "What is meant by: Bring back the night train" in said(page)
    dots = [tag for tag, _ in page.tags if tag == "circle"]
    debate = debate_of(small())
    assert len(dots) == sum(s.position.proposal.endswith(NIGHT_TRAIN[9:-5]) for s in debate.statements)


def test_an_article_has_its_claims_in_the_order_of_its_text(pages: dict[str, Page]) -> None:
    """Each with its speaker, cue and words, and the chain of who passes it on."""
    for reading in small():
        page = pages[f"article/{reading.article.slug}.html"]
        words = said(page)
        places = [words.index(" ".join(claim.content[0].text.split())) for claim in reading.claims]
        assert places == sorted(places)
        chained = [claim for claim in reading.claims if claim.reported_by]
        assert words.count("passed on by") == len(chained)


@pytest.mark.parametrize("readings", [small(), hostile(PAYLOADS)], ids=["small", "hostile"])
def test_every_quotation_stands_to_the_letter_on_its_three_pages(readings: list, tmp_path: Path) -> None:
    """Those that are not too long to be shown whole; a null character, which HTML has not, is shown as unknown."""
    pages = site_of(readings, tmp_path / "site")
    quoted = {path: "\n".join(page.quotes).replace("\0", "\ufffd") for path, page in pages.items()}
    for reading in readings:
        for position in reading.positions:
            for span in position.evidence:
                if len(span.text) < 3000:
                    words = span.text.replace("\0", "\ufffd")
                    folders = {path.split("/")[0] for path, text in quoted.items() if words in text}
                    assert {"proposal", "article"} < folders, words


def test_words_that_do_not_stand_in_the_text_are_said_to_be_lost(tmp_path: Path) -> None:
    """Never the nearest lookalike."""
    reading = sample()
    text = reading.article.text.replace("a mistake", "a blunder")
    cards = Cards(debate_of([reading]), {"https://w3id.org/claimgraph/id/article/harbour-fee": text})
    statement = next(s for s in debate_of([reading]).statements if s.position.stance == "oppose")
    (found,) = cards.statement(statement).passages
    assert not found["found"] and [text for text, _ in found["segments"]] == [
        s.text for s in statement.position.evidence
    ]


def test_by_default_no_page_has_a_text_whole(tmp_path: Path) -> None:
    """Neither to be read nor in its data; with the option it is there to the letter."""
    for full_text in (False, True):
        pages = site_of([sample()], tmp_path / str(full_text), full_text=full_text)
        page = pages["article/harbour-fee.html"]
        assert ("articleBody" in page.data) is full_text
        assert ("Photo: J. Doe" in page.seen) is full_text
        if full_text:
            assert json.loads(page.data)["@graph"][0]["articleBody"] == TEXT


def test_marks_of_the_whole_text_may_cross(tmp_path: Path) -> None:
    """Each letter has the marks of all claims that it belongs to, and each claim begins and ends where it does."""
    reading = sample()
    cards = Cards(debate_of([reading]), texts_of([reading]))
    debate = debate_of([reading])
    over = find("fee is “a mistake”. She urged ministers")
    claims = [
        cards.claim(number, debate.claims[claim.id], [], [])
        for number, claim in enumerate([reading.claims[0], reading.claims[1]], start=1)
    ]
    crossing = replace(claims[1], claim=replace(claims[1].claim, content=(over,), source=(), cue=()))
    found = list(pieces(TEXT, [claims[0], crossing]))
    assert "".join(piece.text for piece in found) == TEXT
    first = claims[0].claim.content[0]
    twice = "".join(piece.text for piece in found if piece.twice)
    assert twice == TEXT[max(first.start, over.start) : min(first.end, over.end)] != ""
    marked = "".join(piece.text for piece in found if "quotation" in piece.marks)
    assert marked == TEXT[min(first.start, over.start) : max(first.end, over.end)]
    assert [c.number for piece in found for c in piece.begins] == [1, 2]
    assert [c.number for piece in found for c in piece.ends] == [1, 2]
    lost = replace(crossing, claim=replace(crossing.claim, content=(Span(3, 8, "wrong"),)))
    assert not any(piece.marks for piece in pieces(TEXT, [lost]))


def test_who_agrees_is_counted_as_in_the_networks_by_what_each_said_last() -> None:
    """The same pairs over the same proposals as in the network of actors, of those statements alone."""
    debate = debate_of(small())
    last = {(s.position.holder, s.position.proposal): s.day for s in in_time(debate.statements) if s.position.polarity}
    kept = tuple(s for s in debate.statements if s.day == last.get((s.position.holder, s.position.proposal)))
    agreeing = Agreeing(in_time(debate.statements))
    for relation, sign in (("congruence", 1), ("conflict", -1)):
        pairs = pairs_of_actors(debate.with_statements(kept), relation)
        assert pairs
        for (one, other), statements in pairs.items():
            shared = sorted({s.position.proposal for s in statements})
            assert dict(agreeing.with_others(one, sign))[other] == shared
            assert dict(agreeing.with_others(other, sign))[one] == shared
        found = sum(len(agreeing.with_others(actor, sign)) for actor in debate.actors)
        assert found == 2 * len(pairs)


def test_who_came_round_agrees_with_those_of_that_mind(pages: dict[str, Page]) -> None:
    """And no longer disagrees with them."""
    words = said(pages["person/tobias-renn.html"])
    assert "Agrees most with" in words and "Disagrees most with" not in words


def test_pairs_are_not_counted_on_a_proposal_of_which_very_many_speak() -> None:
    """Their number grows with the square; the page says on how many nobody was counted."""
    statement = debate_of(small()).statements[0]
    crowd = [
        replace(statement, position=replace(statement.position, holder=f"https://x.example/{n}", stance="support"))
        for n in range(MOST_HELD + 1)
    ]
    assert Agreeing(crowd[:-1]).with_others("https://x.example/1", 1)
    assert Agreeing(crowd).with_others("https://x.example/1", 1) == []
    assert Agreeing(crowd).left_out("https://x.example/1") == 1


def test_a_filter_narrows_every_page(tmp_path: Path) -> None:
    """What it leaves out is on none, and the start says so when nothing is left."""
    pages = site_of(small(), tmp_path / "late", Filter(since=date(2025, 9, 1)))
    assert "9 statements" in said(pages["index.html"])
    assert all("shows only statements of: from 1 September 2025 on." in said(page) for page in pages.values())
    assert not any("3 February 2025" in page.seen for page in pages.values())
    none = site_of(small(), tmp_path / "none", Filter(until=date(1900, 1, 1)))
    assert set(none) == {"index.html", "actors.html", "articles.html", "proposals.html"}
    assert "No statement fits these filters." in said(none["index.html"])
