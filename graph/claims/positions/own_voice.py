"""Which claim expresses a position that its holder is not made to state: somebody else's, or the article's own."""

from graph.claims.positions.context import Context
from graph.claims.spans import shared
from graph.model import Claim, Span

_MOST = 0.5  # of a sentence, for what somebody says to be what it tells


class OwnVoice:
    """The claims of the article itself, made as positions need them, one for a sentence that nobody else says."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._taken = {claim.id for claim in context.speech.claims}
        self._claims: dict[str, Claim] = {}

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims made so far."""
        return tuple(self._claims.values())

    def claim(self, span: Span, holder: str) -> Claim:
        """The claim of a sentence that is a holder's, speaks of it or is most of the sentence, else a new one."""
        said = [s.claim for s in self._context.speech.touching(span.start, span.end)]
        most = _MOST * (span.end - span.start)
        all_of_it = sum(shared((*c.source, *c.cue, *c.content), (span,)) for c in said) > most
        its = [c for c in said if holder in (*c.speakers, *c.mentions)]
        told = said if all_of_it else its or [c for c in said if shared(c.content, (span,)) > most]
        return max(told, key=lambda c: shared(c.content, (span,)), default=None) or self._own(span)

    def _own(self, span: Span) -> Claim:
        """That the article says a span."""
        name = self._context.minter.claim(self._context.article.slug, span.start, span.end)
        while name in self._taken:
            name += "-"
        if name not in self._claims:
            self._claims[name] = self._made(name, span)
        return self._claims[name]

    def _made(self, name: str, span: Span) -> Claim:
        speakers = tuple(author.actor for author in self._context.authors)
        inside = (m.actor for m in self._context.cast.mentions if span.start <= m.span.start < span.end)
        return Claim(
            name, speakers, (), (), (span,), "authorial", 0.8, "the article reports it in its own voice",
            mentions=tuple(dict.fromkeys(inside)),
        )  # fmt: skip
