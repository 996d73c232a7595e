"""The hand-marked examples that the tagger learns from, and those it is measured on: `tests/benchmarks/tagger/`."""

from pathlib import Path

import pytest

from tests.benchmarks.tagger.examples import ASIDE, FILES, HELD, read

PATHS = [path for folder in (FILES, ASIDE, HELD) for path in sorted(folder.glob("*.txt"))]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_attribution_has_one_cue_and_a_content(path: Path) -> None:
    """A piece without its counterpart would teach that such a thing exists."""
    for text, attributions in read(path):
        assert text
        for one in attributions:
            assert len(one["cue"]) == 1
            assert one["content"]


def test_the_marks_go_and_the_offsets_stay(tmp_path: Path) -> None:
    """Nested, shared and divided pieces all count in the text that is left."""
    path = tmp_path / "sea.txt"
    path.write_text("Sea\n---\n\n{t1:‘No,’} {s1,2:she} {c1:said}, {c2:adding} {t2:{t1:‘no’}}.\n", encoding="utf-8")
    assert list(read(path)) == [
        ("Sea", []),
        (
            "‘No,’ she said, adding ‘no’.",
            [
                {"source": [(6, 9)], "cue": [(10, 14)], "content": [(0, 5), (23, 27)]},
                {"source": [(6, 9)], "cue": [(16, 22)], "content": [(23, 27)]},
            ],
        ),
    ]


@pytest.mark.parametrize(
    ("marked", "slip"),
    [
        ("{s1:She} {c1:said {t1:so}", "not closed"),
        ("She} {c1:said} {t1:so}", "unexpected }"),
        ("{She} {c1:said} {t1:so}", "unexpected {"),
        ("{s2:She} {c2:said} {t2:so}", "no attribution 1"),
        ("{s1:She} {c1:said}", "some content"),
        ("{c1:She} {c1:said} {t1:so}", "one cue"),
        ("{s1:She }{c1:said} {t1:so}", "space at its end"),
    ],
)
def test_a_slip_of_the_pen_is_refused(tmp_path: Path, marked: str, slip: str) -> None:
    """It is said where the slip stands."""
    path = tmp_path / "sea.txt"
    path.write_text(f"Sea\n---\nLand\n{marked}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"sea\.txt, line 4: ") as refused:
        list(read(path))
    assert slip in str(refused.value)
