"""By which nouns an article calls its organisations: "the pension fund X", "the operator, X,", "X, a charity"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from graph.actors.groups import is_document
from graph.actors.linking import Link
from graph.actors.tables import pairs

if TYPE_CHECKING:
    from spacy.tokens import Token

Callings = Mapping[str, frozenset[str]]


def callings(links: Iterable[Link]) -> Callings:
    """The nouns by which each actor is called where its name stands beside them."""
    found: dict[str, set[str]] = defaultdict(set)
    for link in links:
        for noun in _nouns(link):
            paper = noun.lower_ in _PAPERS
            if noun.is_lower and (paper or (noun.tag_ in ("NN", "NNP") and not is_document(noun))):
                found[link.mention.actor].add(noun.lower_)
    return {actor: frozenset(nouns) for actor, nouns in found.items()}


def called(noun: str, nouns: Iterable[str]) -> bool:
    """Whether one of the nouns by which a body is called may be taken up by another."""
    broader = frozenset(pairs("broader_bodies").get(noun, "").split())
    return any(each == noun or each in broader for each in nouns)


def _nouns(link: Link) -> Iterator["Token"]:
    first, head = link.found.tokens[0], link.found.head
    before = first.nbor(-1) if first.i > first.sent.start else None
    before = before.nbor(-1) if before is not None and before.text == "," and before.i > before.sent.start else before
    if before is not None and (before.pos_ in ("NOUN", "ADJ") or before.is_lower) and before.dep_ != "pobj":
        yield before
        yield from (c for c in before.children if c.dep_ == "compound" and c.i == before.i - 1)
    yield from (t for t in link.found.tokens if t.is_lower and t.dep_ == "compound")
    if head.dep_ == "appos":
        yield head.head
    yield from (c for c in head.children if c.dep_ == "appos")
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        yield from (c for c in head.head.children if c.dep_ == "attr")


_PAPERS = frozenset({"paper", "newspaper", "magazine", "daily", "weekly", "journal", "website", "podcast", "show"})
