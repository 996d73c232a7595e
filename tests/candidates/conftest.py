"""What the tests of candidates share: the known actors, and a small corpus of our own prose, read once."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.actors import Authority, load_authority
from graph.articles import read_articles
from graph.build import Reader, Report, Settings, build
from graph.store import Store, open_store

CORPUS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("corpus.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def authority() -> Authority:
    """The actors that come with the program."""
    return load_authority(None)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus as text files."""
    home = tmp_path_factory.mktemp("corpus")
    for number, article in enumerate(CORPUS):
        text = "\n\n".join([article["title"], *(sentence for _, sentence in article["sentences"])])
        (home / f"news-{number:02}.txt").write_text(text + "\n", encoding="utf-8")
    return home


def read(folder: Path, store: Store, codebooks: tuple[Path, ...] = ()) -> None:
    """Build a store from a folder; no article may be left out."""
    build(
        read_articles([str(folder)], skipped=_unread), store, Reader(Settings(codebooks)), report=Report(), bad=_unread
    )


def _unread(location: str, error: Exception) -> None:
    raise AssertionError(f"{location}: {error}")


@pytest.fixture(scope="session")
def shelf(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the corpus, read without a codebook."""
    place = tmp_path_factory.mktemp("shelf") / "store"
    with open_store(place, write=True) as store:
        read(folder, store)
    return place
