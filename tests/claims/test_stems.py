"""What words mean alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.claims.matching.stems import stem, stems
from tests.claims.coded import words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("subsidise", "subsidize"), ("organisation", "organization"), ("labour", "labor"), ("favour", "favor"),
        ("defence", "defense"),
        ("licence", "license"), ("dialogue", "dialog"), ("tariff", "tariffs"), ("reduction", "cutting"),
        ("abolish", "repealed"), ("negotiator", "talks"), ("Mayor’s", "mayor"), ("regulator", "regulation"),
    ],
)  # fmt: skip
def test_spellings_inflections_and_near_synonyms_share_a_stem(one: str, other: str) -> None:
    """British and American, singular and plural, verb and noun."""
    assert stem(one) == stem(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("import", "export"), ("ban", "permit"), ("school", "hospital"), ("tunnel", "bridge"), ("four", "flour")],
)
def test_words_of_other_meaning_do_not(one: str, other: str) -> None:
    """What is compared with a codebook must be told apart."""
    assert stem(one) != stem(other)


def test_words_without_a_meaning_of_their_own_have_no_stem() -> None:
    """Articles, pronouns and auxiliaries match nothing."""
    assert stems("the of it would have been a") == ()


@pytest.mark.parametrize("text", ["a 20% duty", "a 20 % duty", "a 20 per cent duty", "a 20 percent duty"])
def test_a_number_and_its_per_cent_are_one_word(text: str) -> None:
    """However it is written, 20% is not 20."""
    assert stems(text) == ("20%", "tariff")


def test_the_tables_give_each_word_one_meaning() -> None:
    """A word that is listed twice would mean what the later line says, and nobody would see it."""
    seen: dict[str, str] = {}
    for line in words_of("words.tsv"):
        kind, words, *meaning = line.split("\t")
        assert kind in ("stop", "same", "alike")
        assert len(meaning) == (kind == "same")
        for word in words.split():
            assert word == word.lower()
            assert word not in seen, f"{word} is in {seen.get(word)} and in {line[:30]}"
            seen[word] = line[:30]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_text_has_stems(text: str) -> None:
    """No text is too odd, and no stem is empty."""
    assert all(stems(text))
