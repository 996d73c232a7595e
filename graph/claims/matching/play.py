"""Which proposals an article may be about at all: those with enough of whose words it has, wherever they stand."""

from graph.claims.matching.groups import by_stem
from graph.claims.matching.matcher import Matcher
from graph.language import Parsed
from graph.model import Proposal

_ENOUGH = 0.5  # of a wording, by weight


def in_play(matcher: Matcher, parsed: Parsed, named: frozenset[str]) -> tuple[Proposal, ...]:
    """The proposals, the likeliest first; one about countries that the article does not name (`named`) is none."""
    present = {stem for sentence in parsed.sentences for stem in by_stem(sentence)}
    shares: dict[str, float] = {}
    proposals: dict[str, Proposal] = {}
    for wording in {id(w): w for stem in present for w in matcher.words.by_stem.get(stem, ())}.values():
        name = wording.proposal.id
        share = wording.coverage([s for s in wording.weights if s in present])
        if share >= _ENOUGH and matcher.words.parties[name] <= named:
            proposals[name] = wording.proposal
            shares[name] = max(share, shares.get(name, 0.0))
    return tuple(sorted(proposals.values(), key=lambda p: (-shares[p.id], p.id)))
