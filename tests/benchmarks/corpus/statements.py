"""Sentences in which somebody says something, and what else stands in them; shares as in the sample articles."""

from collections.abc import Sequence
from dataclasses import replace

from graph.model import Actor, Claim, Event, Membership, Position, Proposal, Quantity, Quotation, Span, Stance
from tests.benchmarks.corpus.draft import Draft
from tests.benchmarks.corpus.world import MINT, hash_of

_CUES = ("said", "warned", "told reporters", "argued", "insisted", "noted", "demanded", "suggested", "announced")
_FORMS: tuple[Quotation, ...] = ("indirect", "direct", "mixed")
_STANCES: tuple[Stance, ...] = ("support", "conditional", "undecided", "doubt", "oppose")
_FOR, _AGAINST = (72, 12, 6, 6, 4), (6, 5, 7, 30, 52)  # percent of each stance, by the side that somebody leans to


def add_statement(draft: Draft, speaker: Actor, proposal: Proposal, cast: Sequence[Actor]) -> None:
    """Write one claim, and now and then a position, a role, a sum of money, an event, a new proposal."""
    told = not draft.happens(0.08)
    source = (draft.name(speaker),) if told else ()
    if told and draft.happens(0.09):
        _add_role(draft, speaker, draft.chance.choice(cast))
    draft.say(" " if told else "It was ")
    cue = draft.say(draft.chance.choice(_CUES))
    form = draft.chance.choices(_FORMS, weights=(70, 15, 15))[0]
    draft.say(" that " if form == "indirect" else " “")
    content = _content(draft)
    draft.say("." if form == "indirect" else "”.")
    claim = Claim(
        MINT.claim(draft.slug, content[0].start, content[-1].end), (speaker.id,) if told else (), source, (cue,),
        content, form, draft.sure(), "the subject of a verb of saying", _passed_on(draft),
    )  # fmt: skip
    draft.claims.append(claim)
    if told and draft.happens(0.45):
        _add_position(draft, speaker, _proposed(draft, proposal, content), claim)
    if draft.happens(0.05):
        _add_event(draft, cast)


def _content(draft: Draft) -> tuple[Span, ...]:
    """What is said, in one piece or two; in one of four with a sum of money in it."""
    money = _quantity(draft) if draft.happens(0.25) else ""
    first = draft.say(money + draft.prose.some(draft.chance, 2, 4))
    if not draft.happens(0.15):
        return (first,)
    draft.say(f", {draft.prose.some(draft.chance, 1, 1)}, ")
    return first, draft.say(draft.prose.some(draft.chance, 1, 3))


def _passed_on(draft: Draft) -> str | None:
    """The claim before, where it is that which reports this one."""
    return draft.claims[-1].id if draft.claims and draft.happens(0.05) else None


def _proposed(draft: Draft, proposal: Proposal, words: Sequence[Span]) -> Proposal:
    """The proposal, or in one of twenty cases one that no codebook holds."""
    if not draft.happens(0.05):
        return proposal
    label = draft.prose.some(draft.chance, 1, 1).capitalize()
    fresh = Proposal(MINT.proposal(label), label, candidate=True, evidence=tuple(words[:1]))
    draft.candidates[fresh.id] = fresh
    return fresh


def _add_position(draft: Draft, holder: Actor, proposal: Proposal, claim: Claim) -> None:
    leaning = _FOR if hash_of(holder.id + proposal.id) % 10 < 6 else _AGAINST
    stance = draft.chance.choices(_STANCES, weights=leaning)[0]
    name = MINT.position(draft.slug, holder.id, proposal.id, stance)
    held = draft.positions.get(name)
    if held:
        more = replace(held, claims=(*held.claims, claim.id), evidence=(*held.evidence, *claim.content))
        draft.positions[name] = more
        return
    draft.positions[name] = Position(
        name, holder.id, proposal.id, stance, (claim.id,), claim.content, draft.sure(), "its verb", draft.day
    )


def _add_role(draft: Draft, member: Actor, whole: Actor) -> None:
    if whole.kind not in ("Organization", "Country") or whole == member:
        return
    start = draft.say(", ")
    role = draft.say(draft.chance.choice(("director", "chair", "spokeswoman", "economist")))
    draft.say(" of ")
    place = draft.name(whole)
    draft.say(",")
    span = Span(start.end, place.end, draft.text[start.end : place.end])
    draft.memberships.append(Membership(member.id, whole.id, role.text, (span,)))


def _quantity(draft: Draft) -> str:
    """The words of a sum of money, noted as standing where the text has got to."""
    value, of = str(draft.chance.randint(2, 900)), draft.prose.some(draft.chance, 1, 1).split()[0]
    written, start = f"€{value} million", draft.length
    name = MINT.digest("quantity", (draft.slug, str(start)))
    span = Span(start, start + len(written), written)
    draft.quantities.append(Quantity(name, f"{value}000000", None, "EUR", written, of, (span,)))
    return f"{written} for "


def _add_event(draft: Draft, cast: Sequence[Actor]) -> None:
    draft.say(" ")
    one, other = draft.name(draft.chance.choice(cast)), draft.say(" met ")
    last = draft.name(draft.chance.choice(cast))
    draft.say(".")
    actors = tuple({mention.actor: None for mention in draft.mentions[-2:]})
    span = Span(one.start, last.end, one.text + other.text + last.text)
    name = MINT.digest("event", (draft.slug, str(span.start)))
    draft.events.append(
        Event(name, f"{span.text}: meet", "CONSULT", actors, None, draft.day.isoformat(), (span,), draft.sure(), "met")
    )
