"""A coded article as the program reads it, and whom its coded claims are about: for what is learnt and measured."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from graph.actors import Authority, Cast, load_authority
from graph.claims import Codebook
from graph.claims.attributions import Marks
from graph.claims.matching import Matcher
from graph.claims.positions import Context, context_of
from graph.claims.positions.units import Unit
from graph.language import Parser, Tagger
from graph.model import Article, Proposal, Region
from graph.vocabulary import BASE, Minter
from tests.benchmarks.positions.examples import Article as Coded
from tests.benchmarks.positions.examples import Claim, Span

AUTHOR = "Ann Author"
_RANK = {"person": 0, "country": 2}  # of the parts of an actor's IRI; others stand between


def article_of(coded: Coded) -> Article:
    """The article as it is read, its title first."""
    text = f"{coded.title}\n\n{coded.text}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    regions = (Region("title", 0, len(coded.title)), Region("body", _shift(coded), len(text)))
    return Article("coded", "coded", text, digest, "coded", title=coded.title, authors=(AUTHOR,), regions=regions)


def codebook_of(coded: Coded) -> Codebook:
    """Its proposals, numbered from 0."""
    return Codebook(
        tuple(Proposal(f"{BASE}proposal/p{i}", p.label, p.aliases, p.definition) for i, p in enumerate(coded.proposals))
    )


def number_of(proposal: str) -> int:
    """The number of a proposal of `codebook_of`."""
    return int(proposal.rsplit("/p", 1)[1])


class Reader:
    """The program up to its claims, with its models loaded once."""

    @cached_property
    def _parser(self) -> Parser:
        return Parser()

    @cached_property
    def _tagger(self) -> Tagger:
        return Tagger()

    @cached_property
    def _authority(self) -> Authority:
        return load_authority(None)

    def read(self, coded: Coded) -> Context:
        """An article with its own proposals."""
        article = article_of(coded)
        matcher = Matcher(codebook_of(coded), self._authority)
        return context_of(self._parser.parse(article), matcher, Minter(), Marks(self._tagger.tag(article)))


@dataclass(frozen=True, slots=True)
class Told:
    """A coded claim with the actors that it may be about, and those that the words which name its holder mean."""

    claim: Claim
    holders: frozenset[str]
    named: frozenset[str]
    evidence: tuple[Span, ...]

    def is_at(self, unit: Unit) -> bool:
        """Whether a unit is this holder with some of these words."""
        touching = any(a < y and x < b for a, b in unit.words for x, y in self.evidence)
        return touching and unit.holder in self.holders


def told(coded: Coded, cast: Cast) -> Iterator[Told]:
    """The claims of a coding in the order of the text."""
    shift = _shift(coded)
    authors = frozenset(m.actor for m in cast.authors())
    for claim in sorted(coded.claims, key=lambda c: c.evidence[0]):
        here, first = (
            authors if s is None else _meant(cast, s[0] + shift, s[1] + shift) for s in (claim.holder, claim.named)
        )
        yield Told(claim, here | first, first, tuple((a + shift, b + shift) for a, b in claim.evidence))


def _meant(cast: Cast, start: int, end: int) -> frozenset[str]:
    """Whom a stretch means; else who is named in it, persons before bodies before countries."""
    found = frozenset(m.actor for m in cast.speakers_of(start, end))
    inside = [m.actor for m in cast.mentions if start <= m.span.start and m.span.end <= end]
    best = min(map(_rank, inside), default=0)
    return found or frozenset(actor for actor in inside if _rank(actor) == best)


def _rank(actor: str) -> int:
    return _RANK.get(actor.rsplit("/", 2)[1], 1)


def _shift(coded: Coded) -> int:
    """How far the text is moved by the title before it."""
    return len(coded.title) + 2
