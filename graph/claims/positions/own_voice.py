"""What the article says in its own voice: claims for positions that nobody is made to express."""

from graph.claims.positions.context import Context
from graph.model import Claim, Span


class OwnVoice:
    """The claims of the article itself, made as positions need them, one for a sentence."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._taken = {claim.id for claim in context.speech.claims}
        self._claims: dict[str, Claim] = {}

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims made so far."""
        return tuple(self._claims.values())

    def claim(self, span: Span) -> Claim:
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
