"""The data in each page is JSON-LD that another library reads, offline, and says nothing that the store does not."""

from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import Literal, URIRef

from graph.vocabulary import iri
from tests.networks.made_up import hostile, small
from tests.page.payloads import PAYLOADS
from tests.sample import sample
from tests.site.reading import filled, site_of

READINGS = {"small": small(), "hostile": hostile(PAYLOADS), "one of everything": [sample()]}
POSITION, CLAIM = URIRef(iri("cg:Position")), URIRef(iri("cg:Claim"))
TYPE = rdflib.RDF.type
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of its own names


def read(data: str) -> rdflib.Graph:
    """The data as rdflib reads them."""
    return rdflib.Graph().parse(data=data, format="json-ld")


def triples(data: str) -> set[tuple[Any, Any, Any]]:
    """What rdflib makes of the data, without the languages of labels, which a page leaves out."""
    return {(s, p, plain(o)) for s, p, o in read(data)}


def plain(term: Any) -> Any:
    """A label without its language, and any other value as it is."""
    if not isinstance(term, Literal):
        return term
    return (str(term), None if term.language else term.datatype and str(term.datatype).replace("#string", ""))


@pytest.mark.parametrize("name", READINGS)
def test_the_data_of_a_page_are_triples_of_the_store(name: str, tmp_path: Path) -> None:
    """Labels without their language; a number may be written in another way."""
    store = filled(READINGS[name])
    known = {(s, p, plain(o)) for s, p, o, _ in store.to_rdflib().quads((None, None, None, None))}
    pages = site_of(READINGS[name], tmp_path / "site", full_text=True)
    for path, page in pages.items():
        if page.data:
            found = triples(page.data)
            assert found, path
            values = {(s, p, o[0] if isinstance(o, tuple) else o) for s, p, o in found}
            assert values <= {(s, p, o[0] if isinstance(o, tuple) else o) for s, p, o in known}, path


def test_every_position_and_every_proof_is_on_three_pages(tmp_path: Path) -> None:
    """With its holder, its target and its stance, by our terms and IRIs."""
    pages = site_of(small(), tmp_path / "site")
    found = {path: read(page.data) for path, page in pages.items() if page.data}
    for reading in small():
        for position in reading.positions:
            name = URIRef(position.id)
            where = {path.split("/")[0] for path, graph in found.items() if (name, TYPE, POSITION) in graph}
            assert {"proposal", "article"} < where and len(where) == 3
            graph = found[f"article/{reading.article.slug}.html"]
            assert graph.value(name, URIRef(iri("cg:holder"))) == URIRef(position.holder)
            assert graph.value(name, URIRef(iri("cg:stance"))) == URIRef(iri(f"stance:{position.stance}"))
            exact = {str(o) for o in graph.objects(None, URIRef(iri("oa:exact")))}
            assert {span.text for span in position.evidence} <= exact
        assert len(set(graph.subjects(TYPE, CLAIM))) == len(reading.claims)


def test_a_page_carries_no_more_of_the_context_than_it_uses(tmp_path: Path) -> None:
    """And nothing that would have to be fetched."""
    for page in site_of(small(), tmp_path / "site").values():
        if page.data:
            assert '"@context":{"@version":1.1' in page.data
            assert "unitText" not in page.data and "@import" not in page.data
