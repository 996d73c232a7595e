"""The rooms of `graph/` import only from rooms above them."""

import ast
from pathlib import Path

import pytest

GRAPH = Path(__file__).parents[1] / "graph"
ORDER = [
    "errors", "resources", "terminal", "model", "vocabulary", "articles", "language", "actors", "claims", "mapping",
    "records", "sparql", "store", "validation", "querying", "networks", "exports", "shell", "completion", "candidates",
    "page", "site", "build", "imports", "evaluation", "explaining", "ontology_page",
]  # fmt: skip


def room(path: Path) -> str:
    """The room that a file of `graph/` belongs to."""
    return path.relative_to(GRAPH).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The rooms that a file imports from, wherever in the file the import stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("graph."):
            names.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            names |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("graph.")}
    return names


@pytest.mark.parametrize("path", sorted(GRAPH.rglob("*.py")), ids=lambda p: str(p.relative_to(GRAPH)))
def test_a_file_imports_only_from_rooms_above_its_own(path: Path) -> None:
    """The order of the rooms is the direction of the data."""
    here = room(path)
    if here == "__init__":
        return
    assert here in ORDER, f"{here} is no room: add it to the list, in its place"
    for name in imported(path) - {here, "__version__"}:
        assert ORDER.index(name) < ORDER.index(here), f"{path.name} of {here} imports {name}, which stands below it"
