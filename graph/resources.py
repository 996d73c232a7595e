"""Where the files that come with the program are, in a checkout and in an installed wheel."""

from pathlib import Path

from graph.errors import MissingResource

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, such as `resource("ontology", "shapes.ttl")`.

    A wheel carries `ontology/` and `data/` inside the package; a checkout has them beside it.

    :raises MissingResource: where neither place has it.
    """
    for root in (_PACKAGE, _PACKAGE.parent):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise MissingResource(f"{'/'.join(parts)} is missing from this installation: install claimgraph again.")


def table_lines(*parts: str) -> list[str]:
    """The lines of a shipped table, without its header of comments ("# ...") and blank lines.

    :raises MissingResource: as `resource`.
    """
    text = resource(*parts).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
