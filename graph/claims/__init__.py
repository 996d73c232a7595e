"""Claims and positions: quotations and attributions, the codebook, the stances; one file an extractor."""

from collections.abc import Callable

from graph.claims.codebook import Codebook, load_codebook
from graph.claims.coded import coded
from graph.claims.findings import Extractor, Findings, Tools
from graph.claims.learned import learned, quick
from graph.claims.rules import rules

__all__ = ["EXTRACTORS", "Codebook", "Extractor", "Findings", "Tools", "load_codebook"]

EXTRACTORS: dict[str, Callable[[Tools], Extractor]] = {
    "learned": learned,
    "quick": quick,
    "rules": rules,
    "annotated": coded,
}
