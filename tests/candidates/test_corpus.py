"""Candidates over a small corpus of our own prose: clustered as a person would, and used as a codebook."""

from itertools import combinations
from pathlib import Path

from graph.candidates.cluster import Cluster
from graph.candidates.finding import clusters_of
from graph.candidates.listing import list_candidates
from graph.claims import load_codebook
from graph.store import open_store
from tests.candidates.conftest import CORPUS, read

GOLD = {sentence: key for article in CORPUS for key, sentence in article["sentences"]}
LEAST_PRECISION, LEAST_RECALL = 0.9, 0.8


def pairs(clusters: list[Cluster]) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """The pairs of sentences that one cluster holds, and those that a person would put together, of those found."""
    held = [{voice.words for voice in cluster.voices if voice.words in GOLD} for cluster in clusters]
    found = {frozenset(pair) for words in held for pair in combinations(sorted(words), 2)}
    everything = sorted(set().union(*held))
    gold = {frozenset(pair) for pair in combinations(everything, 2) if GOLD[pair[0]] == GOLD[pair[1]]}
    return found, gold


def test_what_a_person_would_put_together_is_together(shelf: Path) -> None:
    """Measured pair by pair over the sentences that take a stand."""
    with open_store(shelf) as store:
        found, gold = pairs(clusters_of(store))
    right = len(found & gold)
    assert right / len(found) >= LEAST_PRECISION
    assert right / len(gold) >= LEAST_RECALL


def test_most_sentences_that_take_a_stand_make_a_candidate(shelf: Path) -> None:
    """A candidate that is never found cannot be put together with anything."""
    with open_store(shelf) as store:
        seen = {voice.words for cluster in clusters_of(store) for voice in cluster.voices}
    assert len(seen & GOLD.keys()) >= 0.8 * len(GOLD)


def test_what_is_spoken_of_more_comes_first(shelf: Path) -> None:
    """By articles, then by statements; and what is spoken of less than asked for is left out."""
    with open_store(shelf) as store:
        every, often = clusters_of(store), clusters_of(store, min_articles=2, min_statements=3)
    assert [len(c.articles) for c in every] == sorted((len(c.articles) for c in every), reverse=True)
    assert 0 < len(often) < len(every)
    assert all(len(c.articles) >= 2 and len(c.voices) >= 3 for c in often)


def test_a_codebook_made_of_candidates_makes_proposals_of_them(folder: Path, shelf: Path, tmp_path: Path) -> None:
    """Written, loaded, built with: the same statements, now on proposals that the codebook holds."""
    book = tmp_path / "found.ttl"
    number = list_candidates(shelf, 2, out=book)
    proposals = load_codebook([book]).proposals
    assert len(proposals) == number > 3
    with open_store(tmp_path / "store", write=True) as store:
        read(folder, store, (book,))
        ask = "SELECT ?p WHERE { ?position cg:target ?p . ?p cg:candidate false }"
        held = {solution["p"].value for solution in store.query(ask)}  # type: ignore[union-attr]
        assert len(held) >= 0.8 * number
        assert held <= {proposal.id for proposal in proposals}
        assert not held & {cluster.id for cluster in clusters_of(store)}
