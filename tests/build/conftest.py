"""What the tests of building share: one loaded reader, and a small codebook."""

from pathlib import Path

import pytest

from graph.build import Reader, Settings

CODEBOOK = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix cg: <https://w3id.org/claimgraph/ontology#> .
@prefix plan: <https://example.org/plan/> .

plan:traffic a cg:Topic ; skos:prefLabel "Traffic"@en .
plan:ferry a cg:Proposal ; skos:prefLabel "A second ferry"@en ; cg:topic plan:traffic .
plan:buses a cg:Proposal ; skos:prefLabel "Free buses for pupils"@en ; cg:topic plan:traffic .
plan:market a cg:Proposal ; skos:prefLabel "A night market"@en .
"""


@pytest.fixture(scope="session")
def codebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three proposals and a topic."""
    path = tmp_path_factory.mktemp("codebooks") / "plans.ttl"
    path.write_text(CODEBOOK, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def reader(codebook: Path) -> Reader:
    """A reader by rules, its language model loaded once: what a build does with a reading is the same for all."""
    return Reader(Settings((codebook,), extractor="rules"))
