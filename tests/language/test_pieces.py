"""Word pieces of an article in windows, and where in the article they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.language import models, passages
from graph.language.pieces import LONGEST, Window, plain, windows
from graph.model import Article, Region

LINE = "The harbour council of Vik voted on Monday to close the old pier, and nobody on the quay was surprised by it."


def read(text: str, *regions: Region, longest: int = LONGEST, vocabulary: models.Vocabulary = "minilm") -> list[Window]:
    """The windows of a text."""
    article = Article("a", "a", text, "", "a.txt", regions=regions)
    return list(windows(text, passages(article), models.tokenizer(vocabulary), longest))


def pieces(text: str, found: list[Window]) -> list[str]:
    """What stands in the text at the offsets of all pieces."""
    return [text[s:e] for window in found for s, e in zip(window.starts, window.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She said: “No.”", ["She", "said", ":", "“", "No", ".", "”"]),
        ("It isn’t — she says — so.", ["It", "isn", "’", "t", "—", "she", "says", "—", "so", "."]),
        ("The café is shut.", ["The", "café", "is", "shut", "."]),
        ("The e\u0301clair.", ["The", "e\u0301c", "lai", "r", "."]),
        ("The \U0001f6a2\ufe0f pier.", ["The", "\U0001f6a2", "pier", "."]),
        ("東京 is far.", ["東", "京", "is", "far", "."]),
        ("\ufeffThe\x00 pier\u00a0is\r\nshut.", ["The", "pier", "is", "shut", "."]),
    ],
)  # fmt: skip
def test_offsets_are_those_of_the_unaltered_text(text: str, wanted: list[str]) -> None:
    """Accents, curly quotation marks, emoji, signs of other scripts, control characters and line ends move nothing."""
    assert [piece.strip("\ufe0f\x00") for piece in pieces(text, read(text))] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She said: “No.”", ["She", "said", ":", "“", "No", ".", "”"]),
        ("So  there —\u00a0it is.", ["So", "there", "—", "it", "is", "."]),
        ("Half: ½ l.", ["Half", ":", "½", "l", "."]),
        ("So 東京 is [SEP] far.", ["So", "東京", "is", "[", "S", "EP", "]", "far", "."]),
    ],
)  # fmt: skip
def test_a_piece_starts_behind_the_blank_before_it(text: str, wanted: list[str]) -> None:
    """Though the vocabulary counts the blank to the word, and has pieces that are a blank and nothing else."""
    assert pieces(text, read(text, vocabulary="deberta")) == wanted


def test_a_plain_text_is_as_long_as_its_original() -> None:
    """One sign stands for one, so that offsets stay true."""
    text = "“It’s —\u00a0a pier„»\r\n\t‘so’\u202f…"
    assert len(plain(text)) == len(text)
    assert plain(text).startswith('"It\'s - a pier""')


def test_a_window_holds_whole_paragraphs_as_long_as_they_fit() -> None:
    """No paragraph is cut that fits into a window of its own."""
    text = "\n\n".join([LINE] * 20)
    found = read(text)
    assert len(found) > 1
    assert all(len(window.ids) <= LONGEST for window in found)
    assert all(text[window.starts[0] :].startswith("The harbour") for window in found)
    assert all(text[: window.ends[-1]].endswith("by it.") for window in found)


def test_a_paragraph_longer_than_a_window_is_cut_between_sentences_and_loses_nothing() -> None:
    """Its pieces are those of windows of any length."""
    text = " ".join([LINE] * 20)
    found = read(text)
    assert len(found) > 1
    assert all(LONGEST / 2 < len(window.ids) <= LONGEST for window in found[:-1])
    assert all(text[: window.ends[-1]].endswith("by it.") for window in found)
    assert pieces(text, found) == pieces(text, read(text, longest=10_000))


def test_a_sentence_longer_than_a_window_is_cut_where_the_window_is_full() -> None:
    """There is no better place."""
    text = " and".join([LINE.rstrip(".")] * 20)
    found = read(text)
    assert [len(window.ids) for window in found[:-1]] == [LONGEST] * (len(found) - 1)
    assert pieces(text, found) == pieces(text, read(text, longest=10_000))


@pytest.mark.parametrize("before", range(1, 12))
def test_what_a_colon_announces_is_read_with_it(before: int) -> None:
    """However many paragraphs stand before: the speaker would be in one window and the words in another."""
    quotation = f"“{' '.join([LINE] * 3)}”"
    text = "\n\n".join([*[LINE] * before, "The mayor wrote:", quotation, LINE])
    found = read(text)
    announced = next(window for window in found if text.index("wrote:") in window.starts)
    assert text.index("“") in announced.starts
    assert all(len(window.ids) <= LONGEST for window in found)
    assert pieces(text, found) == pieces(text, read(text, longest=10_000))


def test_what_is_no_running_text_has_no_pieces() -> None:
    """Captions are not read."""
    text = f"{LINE}\n\nPhoto: Al Bo"
    found = read(text, Region("body", 0, len(LINE)), Region("caption", len(LINE) + 2, len(text)))
    assert text[: found[-1].ends[-1]] == LINE


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\x00\u200b\x1b"])
def test_a_text_without_words_has_no_windows(text: str) -> None:
    """Nothing, blanks, and signs that nobody sees."""
    assert read(text) == []


@pytest.mark.parametrize("vocabulary", ["minilm", "deberta"])
@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(codec="utf-8") | st.sampled_from("\r\n .’“\u00a0\U0001f600e\u0301"), max_size=80))
def test_pieces_are_in_order_and_within_the_text(vocabulary: models.Vocabulary, text: str) -> None:
    """Whatever the signs, and however short the windows."""
    for longest in (7, LONGEST):
        found = read(text, longest=longest, vocabulary=vocabulary)
        starts = [start for window in found for start in window.starts]
        assert starts == sorted(starts)
        assert all(0 <= s < e <= len(text) for w in found for s, e in zip(w.starts, w.ends, strict=True))
        assert all(0 < len(window.ids) <= longest for window in found)
