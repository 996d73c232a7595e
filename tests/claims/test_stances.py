"""The table of stance words."""

import re
from collections import defaultdict

import pytest

from graph.claims.stances import stand
from graph.model import POLARITY
from graph.resources import resource
from tests.claims.coded import words_of

ROWS = [line.split("\t") for line in words_of("stances.tsv")]


HEADER = resource("claims", "tables", "stances.tsv").read_text(encoding="utf-8").split("\n" + "\t".join(ROWS[0]))[0]


def test_the_table_says_where_it_comes_from_and_what_its_columns_are() -> None:
    """A header before the first row, and nothing but a header."""
    assert all(line.startswith("#") for line in HEADER.splitlines())
    assert "By hand" in HEADER
    assert all(column in HEADER for column in ("stance", "kind", "argument", "lemmas"))


def test_every_row_is_of_a_known_kind() -> None:
    """Four columns: a step of the scheme or what the header explains; verb, noun or adjective; an argument; lemmas."""
    for row in ROWS:
        assert len(row) == 4, row
        assert row[0] in POLARITY or row[0].split(":")[0] in HEADER, f"the header does not explain {row[0]}"
        assert row[1] in ("verb", "noun", "adj"), row
        assert re.fullmatch(r"[a-z]+", row[2]), row
        assert row[3].split(), row


def test_every_lemma_is_one_small_word() -> None:
    """A lemma is in small letters; a particle follows an underscore, the noun of an idiom a plus."""
    for row in ROWS:
        for lemma in row[3].split():
            assert re.fullmatch(r"[a-z-]+(?:_[a-z]+)?(?:\+[a-z-]+)?", lemma), (lemma, row[:3])


def test_no_word_supports_and_opposes_the_same_argument() -> None:
    """One of the two rows would be silently lost."""
    signs: dict[tuple[str, str, str], set[bool]] = defaultdict(set)
    for stance, kind, argument, lemmas in ROWS:
        if POLARITY.get(stance):  # type: ignore[call-overload]
            for lemma in lemmas.split():
                signs[lemma, kind, argument].add(POLARITY[stance] > 0)  # type: ignore[index]
    assert [key for key, found in signs.items() if len(found) > 1] == []


@pytest.mark.parametrize(
    ("lemma", "kind", "argument", "polarity"),
    [
        ("support", "verb", "obj", 1.0), ("reject", "verb", "obj", -1.0), ("doubt", "verb", "that", -0.5),
        ("consider", "verb", "obj", 0.0), ("open", "adj", "to", 0.5), ("sceptical", "adj", "of", -0.5),
        ("plea", "noun", "for", 1.0), ("opposition", "noun", "to", -1.0), ("mistake", "noun", "subj", -1.0),
    ],
)  # fmt: skip
def test_the_five_steps_are_read(lemma: str, kind: str, argument: str, polarity: float) -> None:
    """A word takes the step of the scheme that its row names."""
    found = stand(lemma, kind, argument)
    assert found is not None
    assert found.polarity == polarity


def test_a_word_that_takes_no_stand_has_none() -> None:
    """Eating is no opinion."""
    assert stand("eat", "verb", "obj") is None


def test_no_word_has_two_stands_on_one_argument() -> None:
    """One of them would be lost without a word."""
    seen: dict[tuple[str, str, str], str] = {}
    for stance, kind, argument, lemmas in ROWS:
        for lemma in lemmas.split():
            assert (lemma, kind, argument) not in seen, (
                lemma,
                kind,
                argument,
                seen.get((lemma, kind, argument)),
                stance,
            )
            seen[lemma, kind, argument] = stance
