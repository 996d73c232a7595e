"""The pictures and counts of docs/exports.md: the sample graph as other readers of the formats draw or count it."""

from pathlib import Path

from graph.build import build_paths, settings_of
from graph.exports.writing import Asked, export
from graph.store import Store
from graph.vocabulary import BASE
from tests.exports.conftest import read
from tests.exports.pictures import drawn

ROOT = Path(__file__).parents[3]
PAGE, FOLDER = ROOT / "docs" / "exports.md", ROOT / "docs" / "exports"
BEGIN, END = "<!-- counted by tests/exports/pictures -->\n", "<!-- end of what was counted -->\n"


def sample_store(folder: Path) -> Path:
    """The sample articles as coded by hand, which are the same on every machine."""
    data, store = ROOT / "data", folder / "store"
    codebook = data / "codebooks" / "trade-2025.ttl"
    settings = settings_of([codebook], None, "annotated", "en_core_web_sm", BASE, data / "annotations")
    build_paths([str(data / "articles")], store, settings)
    return store


def pictures(store: Store, folder: Path) -> dict[str, bytes]:
    """Each picture by the name of its file."""
    for form, asked in (("graphml", Asked()), ("gexf", Asked()), ("cytoscape", Asked("actors"))):
        export(store, form, folder / f"drawn.{form}", asked)
    return {
        "graphml.svg": drawn.graphml(folder / "drawn.graphml"),
        "gexf.svg": drawn.gexf(folder / "drawn.gexf"),
        "cytoscape.svg": drawn.cytoscape(folder / "drawn.cytoscape", read),
    }
