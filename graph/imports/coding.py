"""A document's statements to what a reading holds: claims and positions with their proof, actors, memberships."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from graph.claims import Findings
from graph.claims.byhand.known import places_of
from graph.errors import InputError
from graph.imports.actors import Names
from graph.imports.documents import Document, Statement
from graph.imports.locating import found, quotation_of
from graph.imports.proposals import Proposals
from graph.model import Actor, Article, Claim, Membership, Mention, Position, Proposal, Span, Topic
from graph.vocabulary import Minter


@dataclass(slots=True)
class Coder:
    """Codes one article by the statements of its document; gathers what they name as it goes."""

    article: Article
    file: str
    names: Names
    proposals: Proposals
    minter: Minter
    actors: dict[str, Actor] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    positions: dict[str, Position] = field(default_factory=dict)
    candidates: dict[str, Proposal] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    memberships: list[tuple[str, str, Span]] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)  # names as they are written, and whom they mean

    def coding(self, document: Document) -> Findings:
        """All that a document's statements say.

        :raises InputError: where a quotation is not in the text, or a name means two things.
        """
        for statement in document.statements:
            self._take(statement)
        whole = self.article.span(0, len(self.article.text))
        named = set(places_of(self.written, self.article, whole))
        named |= {(span, actor) for claim in self.claims.values() for span in claim.source for actor in claim.speakers}
        return Findings(
            tuple(self.actors.values()),
            tuple(Mention(span, actor, 1.0, "coded by hand") for span, actor in sorted(named)),
            tuple(self._memberships(named)),
            tuple(replace(claim, mentions=_within(claim, named)) for claim in self.claims.values()),
            tuple(self.positions.values()),
            tuple(self.candidates.values()),
            topics=tuple(self.topics.values()),
        )

    def _take(self, statement: Statement) -> None:
        content = statement.content or (self._located(statement),)
        holder, organization = self._who(statement)
        claim = self._claim(statement, content, holder)
        if organization and holder and organization.id != holder.id:
            self.memberships.append((holder.id, organization.id, content[0]))
        if holder and statement.proposal and statement.stance:
            self._position(statement, claim, holder, content)

    def _located(self, statement: Statement) -> Span:
        """Where the quotation of a statement stands in the text."""
        span = found(self.article, statement.quotation, statement.near) if statement.quotation else None
        if span is None:
            said = " ".join(statement.quotation.split())[:60]
            raise InputError(
                f"{self.file}, {statement.place}: the text of {self.article.location} does not say “{said}”: "
                "quote it to the letter, or import without the text."
            )
        return span

    def _who(self, statement: Statement) -> tuple[Actor | None, Actor | None]:
        """The holder of a statement, and the organisation of a person."""
        body = self._known(statement.organization, self.names.body) if statement.organization else None
        if statement.person:
            return self._known(statement.person, self.names.person), body
        if statement.actor:
            return self._known(statement.actor, lambda name: self.names.actor(name, statement.kind)), body
        return body, None

    def _known(self, name: str, find: Callable[[str], Actor]) -> Actor:
        actor = find(name)
        held = self.actors.get(actor.id)
        if held:
            actor = replace(held, aliases=tuple(sorted({*held.aliases, *actor.aliases, actor.label} - {held.label})))
        self.actors[actor.id] = actor
        self.written.setdefault(name, actor.id)
        return actor

    def _claim(self, statement: Statement, content: tuple[Span, ...], speaker: Actor | None) -> Claim:
        """The claim of some words; who says the same words with others is another speaker of it."""
        start, end = min(s.start for s in content), max(s.end for s in content)
        name = self.minter.claim(self.article.slug, start, end)
        held = self.claims.get(name)
        speakers = (speaker.id,) if speaker else ()
        self.claims[name] = Claim(
            id=name,
            speakers=tuple(dict.fromkeys((*(held.speakers if held else ()), *speakers))),
            source=(*(held.source if held else ()), *statement.source),
            cue=(*(held.cue if held else ()), *statement.cue),
            content=content,
            quotation=quotation_of(self.article.text, content[0]),
            confidence=1.0,
            reason=held.reason if held else self._reason(statement),
        )
        return self.claims[name]

    def _position(self, statement: Statement, claim: Claim, holder: Actor, content: tuple[Span, ...]) -> None:
        """The position that a holder has in an article on a proposal: one of each stance, on its first day."""
        assert statement.proposal and statement.stance
        proposal = self.proposals.named(statement.proposal)
        if proposal.candidate:
            held_one = self.candidates.setdefault(proposal.id, proposal)
            spans = (*held_one.evidence, *content)
            topics = tuple(sorted({*held_one.topics, *self._topic(statement.topic)}))
            self.candidates[proposal.id] = replace(
                held_one, aliases=(*held_one.aliases, proposal.label), topics=topics, evidence=spans
            )
        name = self.minter.position(self.article.slug, holder.id, proposal.id, statement.stance)
        held = self.positions.get(name)
        days = [day for day in (held and held.held_on, statement.day or self.article.published) if day]
        self.positions[name] = Position(
            id=name,
            holder=holder.id,
            proposal=proposal.id,
            stance=statement.stance,
            claims=(*(held.claims if held else ()), claim.id),
            evidence=(*(held.evidence if held else ()), *content),
            confidence=1.0,
            reason=held.reason if held else self._reason(statement),
            held_on=min(days, default=None),
        )

    def _topic(self, label: str | None) -> Iterable[str]:
        """The IRI of the topic that a coder put a proposal under; a codebook's proposals have theirs already."""
        if label:
            name = self.minter.topic(label)
            self.topics.setdefault(name, Topic(name, " ".join(label.split())))
            yield name

    def _reason(self, statement: Statement) -> str:
        by = f" by {statement.coder}" if statement.coder else ""
        unproved = "; nothing proves its words, since the text was not at hand" if self.article.unproved else ""
        return f"coded by hand{by} in {self.file}, {statement.place}{unproved}"

    def _memberships(self, named: set[tuple[Span, str]]) -> Iterable[Membership]:
        """Who is with whom, by the place that names the organisation nearest to the statement, or the statement."""
        for member, organization, content in self.memberships:
            places = [span for span, actor in named if actor == organization]
            nearest = min(places, key=lambda span: abs(span.start - content.start), default=content)
            yield Membership(member, organization, None, (nearest,))


def _within(claim: Claim, named: set[tuple[Span, str]]) -> tuple[str, ...]:
    """The actors that the words of a claim name."""
    return tuple(
        sorted({actor for span, actor in named for c in claim.content if c.start <= span.start and span.end <= c.end})
    )
