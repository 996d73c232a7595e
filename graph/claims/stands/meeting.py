"""What others make of a proposal that meets with it: "drew anger from drivers", "despite objections from farmers"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.claims.stances import feeling_of
from graph.claims.stands.holding import sources
from graph.claims.stands.verdict import Climb, Verdict
from graph.claims.syntax.children import child
from graph.claims.syntax.words import is_negated
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_AROUND = ("despite", "amid", "amidst", "over", "in", "with", "against", "to", "under", "after", "without")
_NEAR = 4  # tokens
_OF_WHOM = ("from", "by", "among", "amongst", "with")
_FELT = ("dobj", "pobj", "conj", "attr", "npadvmod")


def met_with(verb: "Token", climb: Climb) -> Iterator[Verdict]:
    """The verdicts of "... has the support of nurses", "... drew praise from some and anger from others"."""
    if verb.lemma_ not in words("meeting_verbs"):
        return
    felt = [t for t in verb.subtree if t.i > verb.i and t.pos_ == "NOUN" and feeling_of(t.lemma_) is not None]
    felt = [t for t in felt if t.dep_ in _FELT and not any(c.dep_ == "relcl" for c in t.ancestors)]
    for number, noun in enumerate(felt):
        polarity = feeling_of(noun.lemma_) or 0.0
        polarity = -polarity if is_negated(verb) or is_negated(noun) else polarity
        if any(t.lower_ == "not" for t in verb.doc[max(verb.i, noun.i - _NEAR) : noun.i]):
            continue
        until = felt[number + 1].i if number + 1 < len(felt) else verb.sent.end
        for holder in sources(noun, with_of=True) or _named_in(verb.doc[noun.i : until]):
            yield Verdict(climb.turned(polarity), holder, noun, f'"{noun.text}"', 0.75, aside=True)


def around(verb: "Token", climb: Climb) -> Iterator[Verdict]:
    """The verdicts of those in whose face or with whose blessing it is done: "despite objections from farmers"."""
    for part in (c for c in verb.children if c.dep_ in ("prep", "agent") and c.lower_ in _AROUND):
        for noun in _nouns(part):
            polarity = feeling_of(noun.lemma_)
            for holder in sources(noun, with_of=True) if polarity is not None else ():
                yield Verdict(climb.turned(polarity or 0.0), holder, noun, f'"{noun.text}"', 0.7, aside=True)


def _nouns(preposition: "Token") -> Iterator["Token"]:
    """What a preposition leads to, also over "the face of", "the midst of"."""
    noun = child(preposition, "pobj")
    if noun is None:
        return
    yield noun
    yield from (c for c in noun.conjuncts if c.i > noun.i)
    for part in noun.children:
        inner = child(part, "pobj") if part.lower_ == "of" and feeling_of(noun.lemma_) is None else None
        yield from (inner,) if inner is not None else ()


def _named_in(words: "Span") -> "list[Token]":
    """Whom the words behind a feeling name as those who have it: "anger by builders"."""
    found = (child(t, "pobj") for t in words if t.dep_ in ("prep", "agent") and t.lower_ in _OF_WHOM)
    return [noun for noun in found if noun is not None][:1]
