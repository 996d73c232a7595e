"""What has a page, and which statements and claims stand on it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.exports.prose import in_time, shifts
from graph.model import Membership
from graph.networks.debate import Debate, Report, Statement
from graph.networks.filtering import kind_of
from graph.site.names import file_names

Lists = dict[Any, list[Any]]


@dataclass(frozen=True)
class Gathered:
    """A debate by its pages; each list is in the order in which its page shows it.

    `kinds` and `paths` have one entry a page. `claims` are by article, in the order of its text; `said` are by actor
    those in which no position shows. `shifts` are by holder and proposal.
    """

    debate: Debate
    kinds: Mapping[str, str]
    paths: Mapping[str, str]
    by_actor: Mapping[str, list[Statement]]
    by_proposal: Mapping[str, list[Statement]]
    by_article: Mapping[str, list[Statement]]
    claims: Mapping[str, list[Report]]
    said: Mapping[str, list[Report]]
    roles: Mapping[str, list[Membership]]
    members: Mapping[str, list[Membership]]
    shifts: Mapping[tuple[str, str], list[tuple[Statement, Statement]]]

    def pages(self, *kinds: str) -> list[str]:
        """The things of these kinds that have a page, by their IRI."""
        return [iri for iri in self.paths if self.kinds[iri] in kinds]


def gather(debate: Debate, *, whole: bool) -> Gathered:
    """The pages of a debate: with `whole`, all articles and claims, else those that bear on its statements."""
    statements = in_time(debate.statements)
    claims = shown_claims(debate, whole=whole)
    kinds = _kinds(debate, claims, whole=whole)
    bearing = {claim for statement in statements for claim in statement.position.claims}
    loose = [(who, r) for r in claims.values() if r.claim.id not in bearing for who in r.claim.speakers]
    return Gathered(
        debate,
        kinds,
        file_names(kinds),
        by_actor=_grouped((s.position.holder, s) for s in statements),
        by_proposal=_grouped((s.position.proposal, s) for s in statements),
        by_article=_grouped((s.article, s) for s in statements),
        claims=_grouped((report.article, report) for report in sorted(claims.values(), key=_place)),
        said=_grouped(sorted(loose, key=lambda pair: (_day(debate, pair[1]), pair[1].article, _place(pair[1])))),
        roles=_grouped((m.member, m) for m in debate.memberships),
        members=_grouped((m.organization, m) for m in debate.memberships if m.member in kinds),
        shifts=_grouped(((a.position.holder, a.position.proposal), (a, b)) for a, b in shifts(debate)),
    )


def shown_claims(debate: Debate, *, whole: bool) -> dict[str, Report]:
    """The claims that are shown: what shows a position and what passes it on; with `whole` all that somebody says."""
    wanted: dict[str, Report] = {}
    for statement in debate.statements:
        for claim in statement.position.claims:
            above: str | None = claim
            while above in debate.claims and above not in wanted:
                wanted[above] = debate.claims[above]
                above = wanted[above].claim.reported_by
    if whole:
        said = {iri: r for iri, r in debate.claims.items() if r.claim.quotation != "authorial" or r.claim.cue}
        wanted = {**said, **wanted}
    return {iri: wanted[iri] for iri in sorted(wanted)}


def _kinds(debate: Debate, claims: Mapping[str, Report], *, whole: bool) -> dict[str, str]:
    actors = {s.position.holder for s in debate.statements}
    actors |= {speaker for report in claims.values() for speaker in report.claim.speakers}
    actors |= {m.organization for m in debate.memberships if m.member in actors}
    articles = {s.article for s in debate.statements} | {report.article for report in claims.values()}
    if whole:
        articles |= debate.articles.keys()
    kinds = {iri: "Article" for iri in articles if iri in debate.articles}
    kinds |= {s.position.proposal: "Proposal" for s in debate.statements}
    return kinds | {iri: kind_of(debate, iri) for iri in actors if iri and iri not in kinds}


def _grouped(pairs: Iterable[tuple[Any, Any]]) -> Lists:
    found: Lists = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


def _place(report: Report) -> tuple[str, int, str]:
    spans = report.claim.content or report.claim.source or report.claim.cue
    return report.article, min((span.start for span in spans), default=0), report.claim.id


def _day(debate: Debate, report: Report) -> str:
    card = debate.articles.get(report.article)
    return card.published.isoformat() if card and card.published else "9999"
