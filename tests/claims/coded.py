"""Passages coded by hand: how the tables of `cases/` are read, and the extractor that they are given to."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph.actors import find_actors, load_authority
from graph.claims import Codebook, Findings, Tools
from graph.claims.attributions import Marks
from graph.claims.matching import Match, Matcher
from graph.claims.matching.wordings import Wordings, wordings
from graph.claims.positions import Context, context_of
from graph.claims.rules import findings
from graph.language import Parsed, Parser, Stances, Tagger
from graph.model import Article, Proposal, Region
from graph.resources import resource
from graph.vocabulary import BASE, Minter

Case = Mapping[str, Any]

CASES = Path(__file__).parent / "cases"


def table(name: str) -> dict[str, Any]:
    """A table of cases with its header."""
    loaded: dict[str, Any] = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def codebook(proposals: Mapping[str, Any]) -> Codebook:
    """A field's codebook, as its table has it; the IRIs end in the keys."""
    return Codebook(tuple(
        Proposal(f"{BASE}proposal/{key}", p["label"], tuple(p.get("alt", ())), p.get("definition"))
        for key, p in sorted(proposals.items())
    ))  # fmt: skip


class Coder:
    """An extractor under test: its models once, and a matcher for each field's codebook.

    `learned`: whether the learnt models are asked beside the rules; `entailing`: also the slowest of them.
    """

    def __init__(self, *, learned: bool = False, entailing: bool = True) -> None:
        self._parser = Parser()
        self._tagger = Tagger() if learned else None
        self._stances = Stances(entailing=entailing) if learned else None
        self._authority = load_authority(None)
        self._matcher = cache(self._made)

    def find(self, article: Article, proposals: Codebook | None = None) -> Findings:
        """What the extractor finds in an article."""
        known = proposals or Codebook()
        matcher = self._matcher(known.proposals)
        tools = Tools(self._authority, known, Minter(), "")
        return findings(self._parser.parse(article), matcher, tools, self._marks(article), self._stances)

    def context(self, article: Article, proposals: Codebook) -> Context:
        """What is known of an article before positions are looked for."""
        return context_of(
            self._parser.parse(article), self._matcher(proposals.proposals), Minter(), self._marks(article)
        )

    def parsed(self, text: str) -> Parsed:
        """A text that is all body, parsed."""
        return self._parser.parse(article(text))

    def matches(self, text: str, proposals: Codebook) -> list[Match]:
        """The proposals that the sentences of a text speak of by their own words, whatever the text is about."""
        matcher, parsed = self._matcher(proposals.proposals), self.parsed(text)
        named = frozenset(m.actor for m in find_actors(parsed, self._authority, Minter()).mentions)
        return [m for sentence in parsed.sentences for m in matcher.matches(sentence, named, named)]

    def wordings(self, proposals: Codebook) -> Wordings:
        """A codebook prepared for matching."""
        return wordings(proposals, self._authority)

    def _marks(self, article: Article) -> Marks | None:
        return Marks(self._tagger.tag(article)) if self._tagger else None

    def _made(self, proposals: tuple[Proposal, ...]) -> Matcher:
        return Matcher(Codebook(proposals), self._authority)


def article(text: str | Sequence[str], title: str | None = None, authors: Sequence[str] = ()) -> Article:
    """An article with a title or without, all the rest of it body."""
    body = text if isinstance(text, str) else "\n\n".join(text)
    whole = body if title is None else f"{title}\n\n{body}"
    start = len(whole) - len(body)
    head = (Region("title", 0, len(title)),) if title is not None else ()
    regions = (*head, Region("body", start, len(whole)))
    digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
    return Article("case", "case", whole, digest, "case.txt", title, authors=tuple(authors), regions=regions)


def article_of(case: Case) -> Article:
    """The article of a case."""
    return article(case["text"], case.get("title"), case.get("authors", ()))


def words_of(name: str) -> list[str]:
    """The lines of a table of `graph/claims/tables/` that are neither empty nor comment."""
    lines = resource("claims", "tables", name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
