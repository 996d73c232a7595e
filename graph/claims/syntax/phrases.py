"""Which words belong together: the phrase that names a source, the verb with what stands beside it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph.claims.syntax.children import VERBAL

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONG_SOURCE = 25  # tokens
_CUE_PARTS = ("aux", "auxpass", "neg", "prt", "advmod")
_ASKING = ("when", "how", "why", "where")


def noun_phrase(head: "Token | None", without: Iterable["Token"] = ()) -> tuple["Token", ...]:
    """The tokens of the phrase that names a source; a relative clause is left out where the phrase gets long."""
    if head is None:
        return ()
    cut = {token.i for token in without}
    phrase = [token for token in head.subtree if token.i not in cut]
    too_long = len(phrase) > _LONG_SOURCE
    left_out = [c for c in head.children if _is_apart(c) or (too_long and c.dep_ == "relcl")]
    dropped = {token.i for child in left_out for token in child.subtree}
    return _trimmed([token for token in phrase if token.i not in dropped])


def _is_apart(child: "Token") -> bool:
    """Whether what hangs behind a noun is no part of its phrase: a clause that the parser put there."""
    clause = child.dep_ == "parataxis" or (child.dep_ == "conj" and child.pos_ in VERBAL)
    return clause and child.i > child.head.i


def _trimmed(tokens: list["Token"]) -> tuple["Token", ...]:
    """Tokens without the signs and blanks at either end."""
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens.pop()
    while tokens and (tokens[0].is_punct or tokens[0].is_space):
        tokens.pop(0)
    return tuple(tokens)


def head_of(phrase: tuple["Token", ...] | list["Token"]) -> "Token":
    """The first word of a phrase that hangs on none of the others; the last word where all do."""
    return next((t for t in phrase if t.head == t or t.head not in phrase), phrase[-1])


def cue_of(verb: "Token") -> tuple["Token", ...]:
    """The verb with what stands beside it: auxiliaries, negation, particle, adverbs."""
    near = [c for c in verb.children if c.dep_ in _CUE_PARTS and not list(c.children) and c.lower_ not in _ASKING]
    tokens = sorted([*near, verb], key=lambda t: t.i)
    first = last = tokens.index(verb)
    while first > 0 and tokens[first].i - tokens[first - 1].i <= 2:
        first -= 1
    while last < len(tokens) - 1 and tokens[last + 1].i - tokens[last].i == 1:
        last += 1
    return tuple(tokens[first : last + 1])
