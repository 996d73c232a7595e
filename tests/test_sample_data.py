"""The sample articles, their hand-made coding and the codebook fit each other."""

import re
from pathlib import Path

import pytest

from graph.articles import read_articles
from graph.claims.annotated import annotated
from graph.claims.byhand import read_annotation
from graph.claims.codebook import load_codebook
from graph.model import Article
from graph.resources import resource
from graph.vocabulary import Minter

ARTICLES = sorted(resource("data", "articles").glob("*.md"))
ids = [path.stem for path in ARTICLES]


def read(path: Path) -> Article:
    """A sample article as the program reads it."""
    (article,) = read_articles([path], skipped=lambda name, error: pytest.fail(f"{name}: {error}"))
    return article


def test_there_are_five_articles_each_with_its_coding() -> None:
    """No article is without annotations, no annotation without an article."""
    assert len(ARTICLES) == 5
    assert {p.stem for p in resource("data", "annotations").glob("*.yaml")} == set(ids)


@pytest.mark.parametrize("path", ARTICLES, ids=ids)
def test_an_article_says_whose_digest_it_is(path: Path) -> None:
    """Front matter names our own publisher and the original with its publisher."""
    article = read(path)
    assert article.title
    assert article.publisher == "claimgraph samples"
    assert article.published
    assert article.based_on
    assert article.based_on.title
    assert article.based_on.publisher


@pytest.mark.parametrize("path", ARTICLES, ids=ids)
def test_the_coding_fits_the_article_to_the_letter(path: Path) -> None:
    """Every quote is found, every position shows in a claim of the same article."""
    article = read(path)
    coding = annotated(article, resource("data", "annotations") / f"{path.stem}.yaml", Minter())
    claims = {claim.id: claim for claim in coding.claims}
    assert coding.positions
    for position in coding.positions:
        assert set(position.claims) <= set(claims)
        assert position.evidence
    for claim in coding.claims:
        assert all(article.text[s.start : s.end] == s.text for s in (*claim.source, *claim.cue, *claim.content))
        assert claim.speakers or not claim.source or claim.quotation != "direct"


@pytest.mark.parametrize("path", ARTICLES, ids=ids)
def test_every_quotation_mark_of_an_article_is_within_a_claim(path: Path) -> None:
    """What somebody is quoted with is coded: none was forgotten."""
    article = read(path)
    coding = annotated(article, resource("data", "annotations") / f"{path.stem}.yaml", Minter())
    covered = {i for claim in coding.claims for span in claim.content for i in range(span.start, span.end)}
    for match in re.finditer(r'"([^"]+?)[,.]?"', article.text):
        if match[1] in ("Chip Act",):
            continue
        assert covered & set(range(*match.span(1))), f"{match.group()} is in no claim"


def test_every_proposal_is_in_the_codebook_and_every_actor_is_used() -> None:
    """A position on something unknown would stand alone in the graph; so would a misspelt proposal."""
    known = {p.id for p in load_codebook([resource("data", "codebooks", "trade-2025.ttl")]).proposals}
    used = set()
    for path in ARTICLES:
        annotation = read_annotation(resource("data", "annotations") / f"{path.stem}.yaml")
        used |= {Minter().proposal(position.proposal) for position in annotation.positions}
        text = path.read_text(encoding="utf-8").casefold()
        for actor in annotation.actors:
            assert any(name.casefold() in text for name in (actor.label, *actor.aliases)), f"{actor.label}: {path.name}"
    assert used <= known
    assert len(used) >= 35
