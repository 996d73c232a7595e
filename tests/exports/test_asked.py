"""What of a store is written: a network and a filter, where the format can hold them."""

from pathlib import Path

import pytest

from graph.errors import InputError
from graph.exports import EXPORTERS
from graph.exports.writing import Asked, export
from graph.networks.filters import Filter
from tests.sample import sample, shelf

STORES = [name for name, exporter in EXPORTERS.items() if exporter.of == "store"]
FOLDERS = [name for name, exporter in EXPORTERS.items() if exporter.folder]
STATEMENTS = [name for name, exporter in EXPORTERS.items() if exporter.of == "debate"]


@pytest.mark.parametrize("name", STORES)
@pytest.mark.parametrize("asked", [Asked("actors"), Asked(wanted=Filter(stances=("oppose",)))])
def test_formats_of_the_whole_store_refuse_a_part_of_it(name: str, asked: Asked, tmp_path: Path) -> None:
    """And name those that hold one."""
    with pytest.raises(InputError, match=f"{name} holds the whole store.*graphml"):
        export(shelf(sample()), name, tmp_path / "x", asked)
    assert not list(tmp_path.iterdir())


def test_an_unknown_network_or_article_is_one_sentence_and_leaves_no_file(tmp_path: Path) -> None:
    """The message names what is wrong."""
    for asked, said in ((Asked("towns"), "towns"), (Asked(wanted=Filter(articles=("none",))), "none")):
        with pytest.raises(InputError, match=said):
            export(shelf(sample()), "graphml", tmp_path / "x", asked)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_needs_a_name_that_is_free(name: str, tmp_path: Path) -> None:
    """It goes neither onto standard output nor into a folder that is there."""
    for path, said in ((None, "folder of files"), (tmp_path, "is there already")):
        with pytest.raises(InputError, match=said):
            export(shelf(sample()), name, path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", STATEMENTS)
def test_formats_of_statements_take_filters_and_no_network(name: str, tmp_path: Path) -> None:
    """--network is refused, a filter leaves less."""
    with pytest.raises(InputError, match="leave --network out"):
        export(shelf(sample()), name, tmp_path / "x", Asked("actors"))
