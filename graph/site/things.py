"""What the page of an actor, a proposal or an article says: plain values for its template."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from graph.model import POLARITY
from graph.networks.debate import Statement
from graph.site.agreeing import Agreeing
from graph.site.cards import Cards, ClaimCard
from graph.site.full_text import pieces
from graph.site.gathering import Gathered
from graph.site.lists import sides
from graph.site.looks import sort_key
from graph.site.strip import strip


def actor(gathered: Gathered, cards: Cards, agreeing: Agreeing, iri: str) -> dict[str, Any]:
    """Positions by proposal, those most spoken of first; who agrees; what else is said."""
    by_proposal: dict[str, list[Statement]] = defaultdict(list)
    for statement in gathered.by_actor.get(iri, ()):
        by_proposal[statement.position.proposal].append(statement)
    order = sorted(by_proposal, key=lambda p: (-len(by_proposal[p]), sort_key(gathered.debate.label(p)), p))
    known = gathered.debate.actors.get(iri)
    return {
        "aliases": [alias for alias in known.aliases if alias != known.label] if known else [],
        "roles": gathered.roles.get(iri, []),
        "members": gathered.members.get(iri, []),
        "sections": [
            {
                "proposal": proposal,
                "cards": [cards.statement(s) for s in by_proposal[proposal]],
                "stances": [s for s in POLARITY if any(x.position.stance == s for x in by_proposal[proposal])],
                "shifts": gathered.shifts.get((iri, proposal), []),
            }
            for proposal in order
        ],
        "said": [(report, cards.words(report)) for report in gathered.said.get(iri, ())],
        "agree": agreeing.with_others(iri, 1),
        "disagree": agreeing.with_others(iri, -1),
        "left_out": agreeing.left_out(iri),
    }


def proposal(gathered: Gathered, cards: Cards, iri: str) -> dict[str, Any]:
    """Who stands where, by stance and over time."""
    statements = gathered.by_proposal.get(iri, [])
    known = gathered.debate.proposals.get(iri)
    return {
        "known": known,
        "aliases": [alias for alias in known.aliases if alias != known.label] if known else [],
        "sides": sides(iri, statements),
        "groups": [
            (stance, [cards.statement(s) for s in statements if s.position.stance == stance])
            for stance in POLARITY
            if any(s.position.stance == stance for s in statements)
        ],
        "shifts": [pair for s in _holders(statements) for pair in gathered.shifts.get((s, iri), ())],
        "strip": strip(statements),
        "statements": statements,
    }


def article(gathered: Gathered, cards: Cards, iri: str, text: str | None) -> dict[str, Any]:
    """The claims in the order of the text with the positions that show in them; `text` where all of it is shown."""
    statements = gathered.by_article.get(iri, [])
    claims = _claims(gathered, cards, iri, statements)
    held = {card.statement.position.id for claim in claims for card in claim.cards}
    return {
        "card": gathered.debate.articles[iri],
        "claims": claims,
        "loose": [cards.statement(s) for s in statements if s.position.id not in held],
        "pieces": list(pieces(text, claims)) if text is not None else None,
        "many": len(statements),
    }


def _claims(gathered: Gathered, cards: Cards, iri: str, statements: list[Statement]) -> list[ClaimCard]:
    """Each position is shown with the first of its claims, and pointed at from the others."""
    in_claim: Mapping[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for claim in statement.position.claims:
            in_claim[claim].append(statement)
    found: list[ClaimCard] = []
    shown: set[str] = set()
    for number, report in enumerate(gathered.claims.get(iri, ()), start=1):
        here = in_claim[report.claim.id]
        first = [s for s in here if s.id not in shown]
        found.append(cards.claim(number, report, first, [s for s in here if s.id in shown]))
        shown.update(s.id for s in first)
    return found


def _holders(statements: list[Statement]) -> list[str]:
    return list(dict.fromkeys(s.position.holder for s in statements))
