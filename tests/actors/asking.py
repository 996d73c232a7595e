"""Questions that the tests of actors ask a cast."""

from graph.actors import Cast
from graph.model import Mention


def who(cast: Cast, word: str, nth: int = 0) -> Mention | None:
    """Whom the nth occurrence of a word means."""
    tokens = [t for s in cast.parsed.sentences for t in s.tokens if t.text == word]
    return cast.who(tokens[nth])


def label(cast: Cast, word: str, nth: int = 0) -> str | None:
    """The label of the actor that the nth occurrence of a word means."""
    found = who(cast, word, nth)
    return cast.actor(found.actor).label if found else None


def labels(cast: Cast, kind: str) -> set[str]:
    """The labels of the actors of one kind."""
    return {a.label for a in cast.actors() if a.kind == kind}
