"""Pages of other fields with all that real ones bring, each part of which says what it is."""

from pathlib import Path

import pytest
import yaml

from graph.articles.regions import mark

PAGES = sorted((Path(__file__).parent / "pages").glob("*.yaml"))


def page(path: Path) -> tuple[str, list[str]]:
    """The text of a page, and for each of its characters the kind that it must get."""
    text, kinds = "", []
    for part in yaml.safe_load(path.read_text(encoding="utf-8")):
        before = part.pop("before", "\n\n") if text else part.pop("before", "")
        cut, _, length = part.pop("split", "").partition(":")
        [(kind, words)] = part.items()
        text += before + words
        kinds += [" "] * len(before) + [cut] * int(length or 0) + [kind] * (len(words) - int(length or 0))
    return text, kinds


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_part_of_a_page_is_marked_as_what_it_is(path: Path) -> None:
    """Nothing that stands around an article becomes its text, and no sentence of it is lost."""
    text, kinds = page(path)
    regions = mark(text).regions
    wrong = {
        (kinds[at], region.kind, text[region.start : region.end][:60])
        for region in regions
        for at in range(region.start, region.end)
        if not text[at].isspace() and kinds[at] != region.kind
    }
    assert not wrong
    covered = {at for region in regions for at in range(region.start, region.end)}
    assert all(at in covered for at, char in enumerate(text) if not char.isspace())
