"""The same article twice, and others."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.articles import NEAR, mark, signature, similarity
from graph.model import Article
from tests.articles.samples import LEAD, SECOND

BODY = " ".join(
    f"In the year {year} the council of Vik spent {year * 7} crowns on pier number {year % 13}."
    for year in range(1960, 2000)
)


def article(text: str) -> Article:
    """An article of a text, marked."""
    return Article("a", "a", text, "", "a.txt", regions=mark(text).regions)


def test_another_page_s_furniture_does_not_matter() -> None:
    """Title, byline, captions, other stories and notices are not compared."""
    plain = article(f"{LEAD}\n\n{BODY}\n\n{SECOND}")
    page = article(
        f"Pier is shut\n\nBy Ann Lee\n\n5 min read\n\n{LEAD}\n\n{BODY}\n\n{SECOND}\n\n"
        "Related stories\nFerry sinks\n\nCopyright 2025 Vik Courier."
    )
    assert similarity(signature(plain), signature(page)) == 1.0


def test_near_duplicates_share_a_band_and_are_near() -> None:
    """A paragraph more or less is the same article; the store finds it by one string."""
    short, long = signature(article(f"{BODY}\n\n{SECOND}")), signature(article(f"{LEAD}\n\n{BODY}"))
    assert set(short) & set(long)
    assert similarity(short, long) >= NEAR


def test_different_articles_are_not_near() -> None:
    """The same subject in other words is another article."""
    other = article(
        " ".join(f"Pier {number} cost the town {number * 3} crowns, as far as is known." for number in range(40))
    )
    assert similarity(signature(article(BODY)), signature(other)) < 0.2


def test_a_signature_is_the_same_in_every_run() -> None:
    """It is stored, so it may not depend on the process."""
    first = signature(article(f"{LEAD} {SECOND}"))
    assert len(first) == 20
    assert first[0] == "00:07860300031628541b02fdfb0765a1f80973929b"
    assert signature(article(f"{LEAD.upper()}  {SECOND}")) == first


def test_a_text_without_words_has_no_signature() -> None:
    """And is near to nothing, itself included."""
    assert signature(article("...")) == ()
    assert similarity((), ()) == 0.0


@given(st.text(max_size=80), st.text(max_size=80))
def test_similarity_is_symmetric_and_one_for_the_same(first: str, second: str) -> None:
    """For any two texts."""
    a, b = signature(article(first)), signature(replace(article(second)))
    assert similarity(a, b) == similarity(b, a)
    assert not a or similarity(a, a) == 1.0
