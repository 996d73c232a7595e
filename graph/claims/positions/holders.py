"""Who holds a stand: whom the sentence names, else who says it, else the author."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.actors.pronouns import is_first_person
from graph.claims.positions.context import Context
from graph.claims.speech import Spoken
from graph.claims.stands import Verdict
from graph.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN = ("its", "their", "our", "my")


@dataclass(frozen=True, slots=True)
class Holder:
    """An actor, how surely it is the one (0 to 1), and why."""

    actor: str
    score: float
    reason: str


def holders(context: Context, found: Verdict) -> list[Holder]:
    """Those who hold what a verdict says."""
    if found.holder is not None:
        return list(_named(context, found.holder))
    said = context.speech.over(found.spoken)
    if said:
        return _saying(said)
    earlier = context.speech.speaker_before(found.spoken)
    if earlier is not None:
        return [Holder(earlier, 0.5, "who speaks in the sentences before")]
    return [_holder(author) for author in context.authors]


def _saying(said: Sequence[Spoken]) -> list[Holder]:
    """Who is the nearest to say it; nobody where that is a source that the text does not let us know."""
    for spoken in said:
        if spoken.claim.speakers:
            return [Holder(spoken.claim.speakers[0], 0.8, "who says it")]
        if spoken.attribution.frame == "clause" and spoken.claim.source:
            return []
    return []


def _named(context: Context, head: "Token") -> Iterator[Holder]:
    """Whom a phrase means, with what is joined to it by "and"; the speaker where it is something of the speaker's."""
    own = any(c.dep_ == "poss" and c.lower_ in _OWN for c in head.children)
    speaker = context.speech.speaker_of(head) if own else None
    if speaker is not None:
        yield Holder(speaker, 0.7, "speaks for its own")
        return
    if is_first_person(head) and not context.speech.over(head):
        yield from (_holder(author) for author in context.authors)
        return
    for each in (head, *(c for c in head.conjuncts if c.i > head.i)):
        yield from map(_holder, context.speech.whom(each))


def _holder(mention: Mention) -> Holder:
    return Holder(mention.actor, mention.score, mention.reason)
