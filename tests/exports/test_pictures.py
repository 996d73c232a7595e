"""The pictures and counts of docs/exports.md are those of today; where they shall change, `make export-doc`."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.exports import EXPORTERS
from graph.store import Store, open_store
from tests.exports.pictures import BEGIN, END, FOLDER, PAGE, pictures, sample_store
from tests.exports.pictures.counted import COUNTS, rows
from tests.exports.test_rdf_judges import wanted_from


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample graph."""
    with open_store(sample_store(tmp_path_factory.mktemp("sample"))) as store:
        yield store


def test_every_picture_is_what_a_reader_draws_today(
    sample: Store, read_elsewhere: Callable[[str, Path], Any], tmp_path: Path
) -> None:
    """Byte for byte, and each is shown on the page."""
    drawn = pictures(sample, tmp_path)
    assert {path.name: path.read_bytes() for path in FOLDER.iterdir()} == drawn
    assert all(f"](exports/{name})" in PAGE.read_text(encoding="utf-8") for name in drawn)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of its own names
def test_every_count_is_what_a_reader_counts_today(
    sample: Store, read_elsewhere: Callable[[str, Path], Any], tmp_path: Path
) -> None:
    """Row for row."""
    wanted_from("rapper", shutil.which("rapper"))
    told = PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0].strip().splitlines()
    assert told == list(rows(sample, tmp_path))


def test_every_format_is_counted_or_is_for_our_own_programs() -> None:
    """A new one needs another's reader; RDF 1.2 has the engine's own, JSON Lines has our records."""
    assert {name.partition(" ")[0] for name in COUNTS} == set(EXPORTERS) - {"turtle12", "jsonl"}
