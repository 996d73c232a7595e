"""Candidate attributions that the tagger proposes."""

import pytest

from graph.claims.attributions import Attribution, Page
from graph.claims.attributions.marks import Marks, between, runs
from graph.claims.attributions.tagged import tagged_candidates
from graph.language import end_of, start_of
from graph.model import Span
from tests.claims.tagging import HOSTILE, REPORT, Reader, meet, proves_itself


def said(found: Attribution) -> tuple[str, str, list[str]]:
    """Source, cue and contents in words."""
    return words(found.source), words(found.cue), [span.text for span in found.content]


def words(tokens: tuple[object, ...]) -> str:
    """The words of some tokens."""
    return " ".join(map(str, tokens))


def check(page: Page, marks: Marks) -> list[Attribution]:
    """All that must hold of a page's candidates; gives them."""
    found = list(tagged_candidates(page, marks))
    for each in found:
        assert each.cue
        assert {token.sent.start for token in each.cue} == {each.sentence.tokens.start}
        assert len({id(token.doc) for token in (*each.cue, each.head)}) == 1
        assert each.head in each.cue
        assert not each.source or each.holder in each.source
        assert each.content == tuple(sorted(each.content))
        assert all(proves_itself(page.article.text, span) for span in each.content)
    return found


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("The river agency", "said", "that the flood walls would hold until spring"),
        ("Eva Ros", "said", "“They are old,”"),
        ("the harbour guild", "According to", "nobody had asked the fishermen"),
        ("Mayor Ada Holm", "rejected", "a plan to close the old pier"),
    ],
)
def test_a_report_has_the_attributions_that_stand_in_it(reader: Reader, source: str, cue: str, content: str) -> None:
    """Source, cue and content of each, in plain cases."""
    found = [said(each) for each in check(*reader.read(REPORT))]
    assert any(source in by and cue in how and content.strip("“,”") in " ".join(what) for by, how, what in found), found


def test_a_content_does_not_hold_its_cue(reader: Reader) -> None:
    """What says that it is said is not said."""
    page, marks = reader.read(REPORT)
    for each in check(page, marks):
        cue = Span(start_of(each.cue[0]), end_of(each.cue[-1]), "")
        assert not any(meet(cue, span) for span in each.content), said(each)


def test_a_text_in_which_nobody_speaks_has_few_candidates(reader: Reader) -> None:
    """Gulls and boats."""
    assert (
        len(check(*reader.read("Gulls flew over the bridge. Two boats lay at the pier. It was four metres deep."))) <= 1
    )


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_hold_it_too(reader: Reader, text: str) -> None:
    """Broken quotation marks, control characters, words of 3,000 letters, other scripts."""
    check(*reader.read(text))


def test_an_accent_stays_with_its_letter(reader: Reader) -> None:
    """Which the tagger's vocabulary does not know."""
    text = "Eva Ros said that she loved the cafe\u0301 of Andre\u0301."
    contents = [span.text for each in check(*reader.read(text)) for span in each.content]
    assert contents
    assert all(content.endswith("Andre\u0301") for content in contents)


def test_what_a_headline_says_ends_with_it(reader: Reader) -> None:
    """And what the text says begins behind it."""
    title = "Closing the pier would ruin Vik, fishermen say"
    text = "Forty boats lie there in summer, the harbour guild said."
    page, marks = reader.read(text, title)
    found = check(page, marks)
    assert found
    for each in found:
        assert (
            len({span.start < len(title) for span in (*each.content, Span(start_of(each.head), end_of(each.head), ""))})
            == 1
        )


def test_a_stretch_of_text_is_found_among_the_pieces(reader: Reader) -> None:
    """Those that share a sign with it, in the window that it stands in."""
    _, marks = reader.read(REPORT)
    start = REPORT.index("flood walls")
    window = marks.window(start)
    assert window is not None
    pieces = between(window, start, start + len("flood walls"))
    assert [REPORT[window.window.starts[i] : window.window.ends[i]] for i in pieces] == ["flood", "walls"]
    assert Marks(()).window(5) is None
    assert Marks(()).linked(0, 5) is None


@pytest.mark.parametrize(
    ("shares", "gap", "wanted"),
    [
        ([], 0, []),
        ([0.1, 0.2], 0, []),
        ([0.9, 0.9, 0.1, 0.9], 0, [(0, 2), (3, 4)]),
        ([0.9, 0.9, 0.1, 0.9], 1, [(0, 4)]),
        ([0.1, 0.9, 0.1, 0.1, 0.9, 0.1], 1, [(1, 2), (4, 5)]),
        ([0.5], 3, [(0, 1)]),
    ],
)
def test_runs_end_where_shares_are_low(shares: list[float], gap: int, wanted: list[tuple[int, int]]) -> None:
    """A gap that is short enough does not end a run."""
    assert list(runs(shares, 0.5, gap)) == wanted


def test_a_subject_before_an_interposed_cue_belongs_to_the_content(reader: Reader) -> None:
    """ "Gifts, she says, are promises" is no claim that something is a promise."""
    text = (
        "Mayor Ada Holm opposes the sale. Gifts, she says, are promises, and a town that breaks them gets no more. The "
        "auction, she tells colleagues, is the only option that brings in the money."
    )
    contents = [said(each)[2] for each in check(*reader.read(text))]
    for subject, goes_on in (("Gifts", "are promises"), ("The auction", "is the only option")):
        assert any(content[0] == subject and content[-1].startswith(goes_on) for content in contents), contents
