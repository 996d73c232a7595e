"""Which candidate attributions are kept."""

from itertools import combinations

import pytest

from graph.claims.attributions import Found, attributions
from graph.claims.attributions.selection import ASSURED_THRESHOLD, THRESHOLD
from tests.claims.tagging import HOSTILE, REPORT, Reader, proves_itself

TEXTS = (REPORT, *HOSTILE)


def letters(found: Found) -> frozenset[int]:
    """The places of the letters of a content."""
    return frozenset(place for span in found.attribution.content for place in range(span.start, span.end))


@pytest.mark.parametrize("tagged", [False, True], ids=["by grammar", "by both"])
@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_each_content_is_claimed_once_and_proves_itself(reader: Reader, text: str, tagged: bool) -> None:
    """In the order of the text, each likelier than the threshold."""
    page, marks = reader.read(text)
    kept = attributions(page, marks if tagged else None)
    assert [f.attribution.start for f in kept] == sorted(f.attribution.start for f in kept)
    assert all((ASSURED_THRESHOLD if tagged else THRESHOLD) <= f.probability <= 1 for f in kept)
    assert all(proves_itself(text, span) for f in kept for span in f.attribution.content)
    assert len({f.attribution.content for f in kept}) == len(kept)
    for one, other in combinations(kept, 2):
        both = letters(one) | letters(other)
        assert len(letters(one) & letters(other)) < 0.9 * len(both), (one, other)


def test_grammar_and_tagger_together_keep_a_plain_report(reader: Reader) -> None:
    """Each of its attributions once; gulls say nothing."""
    sure = attributions(*reader.read(REPORT))
    kept = [" ".join(span.text for span in f.attribution.content) for f in sure]
    for content in (
        "that the flood walls would hold until spring", "They are old", "nobody had asked the fishermen",
        "a plan to close the old pier", "gift to the hotels",
    ):  # fmt: skip
        assert sum(content in each for each in kept) == 1, (content, kept)
    assert not any("Gulls" in each for each in kept)


def test_what_one_cue_holds_is_one_attribution(reader: Reader) -> None:
    """ "Lined up to condemn" and "to condemn" say it once."""
    kept = attributions(*reader.read("Speakers lined up to condemn the planned cut in the fee for large ferries."))
    assert len(kept) == 1


def test_one_cue_in_two_quotations_is_one_attribution(reader: Reader) -> None:
    """What stands before it and what stands behind it."""
    text = "“If the pitch is not drained,” Eva Ros said, “nobody will play here this winter.”"
    sure = attributions(*reader.read(text))
    assert [[span.text for span in f.attribution.content] for f in sure] == [
        ["“If the pitch is not drained,”", "“nobody will play here this winter.”"]
    ]
