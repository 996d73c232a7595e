"""Candidates as a codebook in Turtle."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.candidates.cluster import Cluster, Voice
from graph.candidates.turtle import codebook_of
from graph.claims import load_codebook
from graph.vocabulary import BASE, Minter

HOSTILE = [
    'toll" . <https://example.org/x> a <https://example.org/y> . "',
    "ban\n@prefix cg: <https://example.org/> .",
    "tax \\",
    "levy '''\"\"\" ''' @en",
    "fee <> {} | ^ `",
    "# no comment",
    "\u202etariff\x1b[2J\x00",
    "schließung der brücke",
]


def cluster(label: str, *aliases: str) -> Cluster:
    """A cluster of which one holder says something as strange as its name."""
    voice = Voice(label, "support", f"{BASE}article/a", label, label, 0.5)
    return Cluster(Minter().proposal(label), label, aliases, (voice,))


@pytest.mark.parametrize("label", HOSTILE)
def test_no_name_breaks_out_of_its_quotation_marks(label: str, tmp_path: Path) -> None:
    """What is written is read back as one proposal with the very same labels."""
    path = tmp_path / "book.ttl"
    path.write_bytes(codebook_of([cluster(label, *HOSTILE)]))
    (proposal,) = load_codebook([path]).proposals
    assert proposal.label == label
    assert set(proposal.aliases) == set(HOSTILE)


def test_it_is_skos_as_codebooks_have_it() -> None:
    """A scheme, proposals in it, short names for their IRIs, and no mark of a candidate any more."""
    text = codebook_of([cluster("bridge toll", "toll on the bridge"), cluster("night ferry")]).decode()
    assert "proposal:bridge-toll a cg:Proposal" in text
    assert "skos:altLabel" in text and "skos:inScheme" in text and "skos:example" in text
    assert "cg:candidate" not in text
    assert len({str(t.subject) for t in ox.parse(text, format=ox.RdfFormat.TURTLE)}) == 3


def test_the_same_clusters_make_the_same_file() -> None:
    """To the byte."""
    found = [cluster(label, *HOSTILE) for label in HOSTILE]
    assert codebook_of(found) == codebook_of(found)


def test_no_candidates_make_an_empty_scheme() -> None:
    """Which is Turtle all the same."""
    assert len(list(ox.parse(codebook_of([]), format=ox.RdfFormat.TURTLE))) == 2
