"""Content as the rest of the clause: "according to her, ...", "in the minister's view ..."."""

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from graph.claims.attributions.frames.draft import Draft
from graph.claims.syntax.children import VERBAL, child
from graph.claims.syntax.phrases import head_of, noun_phrase
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEADING = ("in", "from", "to", "by")


def according(word: "Token") -> Iterator[Draft]:
    """According to somebody, in somebody's view: the rest of the clause is the content."""
    holder = _named_by(word)
    if holder is None:
        yield from _by_surface(word)
        return
    phrase, name = set(word.subtree), set(holder.subtree)
    cue = tuple(t for t in sorted(phrase, key=lambda t: t.i) if t not in name and not t.is_punct)
    body = [t for t in _scope(word).subtree if t not in phrase and t.sent == word.sent]
    yield Draft(word, cue, holder, "own", noun_phrase(holder), body, features=("of=" + word.lower_,))


def _scope(word: "Token") -> "Token":
    """The verb that a phrase hangs on, over prepositions and adverbs; else the root of the sentence."""
    governor = word.head
    while governor.dep_ in ("prep", "advmod", "pcomp", "pobj") and governor.head != governor:
        governor = governor.head
    return governor if governor.pos_ in VERBAL else word.sent.root


def _named_by(word: "Token") -> "Token | None":
    """The source of "according to X", "in X's view"."""
    if word.lower_ == "according":
        to = next((c for c in word.children if c.lower_ == "to"), None)
        return child(to, "pobj") if to is not None else None
    if word.lower_ in _LEADING and word.dep_ == "prep":
        view = next((c for c in word.children if c.dep_ == "pobj" and c.lemma_ in words("views")), None)
        return child(view, "poss") if view is not None else None
    return None


def _by_surface(word: "Token") -> Iterator[Draft]:
    """ "According to X" where the parser did not see it: X goes up to the next punctuation mark."""
    end = word.sent.end
    if word.lower_ != "according" or word.i + 2 >= end or word.nbor(1).lower_ != "to":
        return
    cue = (word, word.nbor(1))
    source = tuple(takewhile(lambda t: not t.is_punct or t.is_quote, word.doc[word.i + 2 : end]))
    if source:
        phrase = {*cue, *source}
        body = [t for t in word.sent if t not in phrase]
        yield Draft(word, cue, head_of(source), "surface", source, body, features=("of=according",))
