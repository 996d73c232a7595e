"""Hand-made annotations as an extractor: the names of a file become actors, its quotes spans of the article."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from graph.actors import Authority
from graph.claims.byhand.entries import Quote
from graph.claims.byhand.known import known_actor, places_of
from graph.claims.byhand.locating import located
from graph.claims.byhand.reading import read_annotation
from graph.claims.byhand.records import Annotation, CodedActor, CodedClaim, CodedPosition
from graph.claims.findings import Findings
from graph.errors import AnnotationError
from graph.model import Actor, Article, Claim, Membership, Mention, Position, Proposal, Span
from graph.vocabulary import Minter

REASON = "coded by hand"


def annotated(
    article: Article, annotation: Annotation | Path, minter: Minter, authority: Authority | None = None
) -> Findings:
    """The coding of an article by an annotation or the file that holds it; known names get their authority's IRI.

    :raises AnnotationError: where the article is another text than the one that was coded, or a quote is not in it.
    """
    coded = read_annotation(annotation) if isinstance(annotation, Path) else annotation
    if coded.sha256 != article.sha256:
        raise AnnotationError(
            f"{coded.path} codes another text of {coded.article} (sha256 {coded.sha256[:12]}..., "
            f"read was {article.sha256}): check its quotes, then put in the new sha256."
        )
    return _Coder(article, coded, minter, authority).coding()


class _Coder:
    """Carries what every step needs: the article, its annotation, the IRIs of the actors and claims met so far."""

    def __init__(self, article: Article, coded: Annotation, minter: Minter, authority: Authority | None) -> None:
        self.article, self.coded, self.minter, self.authority = article, coded, minter, authority
        self.actors = {actor.label: self._actor(actor) for actor in coded.actors}
        self.claims: dict[str, Claim] = {}

    def coding(self) -> Findings:
        for claim in self.coded.claims:
            self._add(self._claim(claim), claim.name)
        memberships = tuple(
            Membership(self.actors[m.member].id, self.actors[m.organization].id, m.role,
                       self._located(m.evidence, f"membership of {m.member}"))
            for m in self.coded.memberships
        )  # fmt: skip
        positions = tuple(one for position in self.coded.positions for one in self._positions(position))
        candidates = tuple(
            Proposal(self.minter.proposal(label), label, candidate=True) for label in self.coded.candidates
        )
        actors = {actor.id: actor for actor in self.actors.values()}
        return Findings(
            tuple(actors.values()), tuple(self._mentions()), memberships, tuple(self._chained()), positions, candidates
        )

    def _actor(self, coded: CodedActor) -> Actor:
        """The authority's actor of that name and kind, or one of the coder's own."""
        minted = self.minter.actor(coded.kind, coded.code or coded.label)
        known = known_actor(self.authority, coded.label, minted, (coded.kind,)) if self.authority else None
        aliases = tuple(dict.fromkeys((*coded.aliases, *(known.aliases if known else ()))))
        if known:
            label = known.label
            return Actor(known.id, label, known.kind, aliases, known.same_as, known.notation, known.member_of)
        member_of = next((self._actor(a).id for a in self.coded.actors if a.label == coded.member_of), None)
        return Actor(minted, coded.label, coded.kind, aliases, notation=coded.code, member_of=member_of)

    def _located(self, quotes: tuple[Quote, ...], where: str, *beside: tuple[Span, ...]) -> tuple[Span, ...]:
        """Spans of quotes, short ones such as “said” next to the first of `beside` that is there, outside the last."""
        next_to = next((spans for spans in beside if spans), ())
        outside = beside[-1] if beside else ()
        return located(self.article, quotes, f"{self.coded.path}: {where}", beside=next_to, outside=outside)

    def _claim(self, coded: CodedClaim) -> Claim:
        where = f"claim {coded.name}"
        content = self._located(coded.content, where)
        cue = self._located(coded.cue, where, content)
        source = self._located(coded.source, where, cue, content)
        return Claim(
            id=self.minter.claim(self.article.slug, min(s.start for s in content), max(s.end for s in content)),
            speakers=tuple(self.actors[name].id for name in coded.speakers),
            source=source,
            cue=cue,
            content=content,
            quotation=coded.quotation,
            confidence=1.0,
            reason=REASON,
            mentions=tuple(dict.fromkeys(actor for span in content for _, actor in self._named(span))),
            negated=coded.negated,
            modality=coded.modality,
        )

    def _add(self, claim: Claim, name: str) -> None:
        twin = next((other for other, known in self.claims.items() if known.id == claim.id), None)
        if twin:
            raise AnnotationError(f"{self.coded.path}: claims {twin} and {name} have the same content: make them one.")
        self.claims[name] = claim

    def _chained(self) -> Iterator[Claim]:
        """The claims, each with the IRI of the one that passes it on."""
        for coded in self.coded.claims:
            claim = self.claims[coded.name]
            yield replace(claim, reported_by=self.claims[coded.reported_by].id) if coded.reported_by else claim

    def _positions(self, coded: CodedPosition) -> Iterator[Position]:
        claims = [self.claims[name] for name in coded.claims]
        beside = tuple(span for claim in claims for span in claim.content)
        evidence = self._located(coded.evidence, f"position on {coded.proposal}", beside, ()) or claims[0].content
        proposal = coded.proposal if "://" in coded.proposal else self.minter.proposal(coded.proposal)
        for name in coded.holders:
            holder = self.actors[name].id
            yield Position(
                id=self.minter.position(self.article.slug, holder, proposal, coded.stance),
                holder=holder,
                proposal=proposal,
                stance=coded.stance,
                claims=tuple(claim.id for claim in claims),
                evidence=evidence,
                confidence=1.0,
                reason=REASON,
                held_on=self.article.published,
            )

    def _mentions(self) -> Iterator[Mention]:
        """Every place with a name of an actor, and the sources that mean one by other words."""
        whole = self.article.span(0, len(self.article.text))
        seen = {(span, actor) for span, actor in self._named(whole)}
        seen |= {(span, actor) for c in self.claims.values() for span in c.source for actor in c.speakers}
        yield from (Mention(span, actor, 1.0, REASON) for span, actor in sorted(seen))

    def _named(self, span: Span) -> Iterator[tuple[Span, str]]:
        """Where the names that the coder listed stand in a span, the longest first."""
        names = {n: self.actors[a.label].id for a in self.coded.actors for n in (a.label, *a.aliases)}
        return places_of(names, self.article, span)
