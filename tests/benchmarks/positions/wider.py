"""A coded article with a codebook as wide as those of a whole debate: proposals of other articles beside its own.

An article is coded with the handful of proposals that it speaks of; who maps a debate has thirty, most of which one
article does not touch. Needs scikit-learn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tests.benchmarks.positions.examples import Article, Proposal

WIDE = 20  # more proposals
_SAME = 0.55  # of the cosine of two proposals' words, from which they may be one


def widened(articles: Sequence[Article], more: int = WIDE) -> Iterator[Article]:
    """Each article with so many proposals of the others as are nearest to its own by their words, and not the same."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    known = [(number, proposal) for number, each in enumerate(articles) for proposal in each.proposals]
    vectors = TfidfVectorizer(stop_words="english").fit_transform(_words(proposal) for _, proposal in known)
    for number, each in enumerate(articles):
        own = [row for row, (whose, _) in enumerate(known) if whose == number]
        alike = (vectors @ vectors[own].T).toarray()
        nearest = (-alike.sum(axis=1)).argsort(kind="stable")
        others = (known[row][1] for row in nearest if row not in own and alike[row].max() < _SAME)
        yield replace(each, proposals=(*each.proposals, *(p for _, p in zip(range(more), others, strict=False))))


def _words(proposal: Proposal) -> str:
    return " ".join((proposal.label, *proposal.aliases, proposal.definition or ""))
