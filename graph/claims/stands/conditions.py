"""What softens a stand: a condition, a hedge, a clause that only asks or supposes."""

from typing import TYPE_CHECKING

from graph.claims.syntax.children import VERBAL, auxiliary
from graph.claims.syntax.words import HEDGES

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITIONS = (
    ("if",), ("only", "if"), ("but", "only", "if"), ("provided",), ("providing",), ("as", "long", "as"),
    ("so", "long", "as"), ("on", "condition"), ("on", "the", "condition"), ("on", "one", "condition"),
    ("in", "exchange", "for"), ("in", "return", "for"), ("subject", "to"), ("only", "after"), ("only", "when"),
    ("but", "only", "on"), ("only", "on"), ("assuming",), ("once",), ("with", "conditions"),
)  # fmt: skip
_EXCEPTIONS = (("unless",), ("until",), ("as", "long", "as"), ("without",))
_CONDITIONAL = ("conditional", "contingent", "dependent")
_COMPLEMENTS = ("acomp", "attr", "oprd", "dobj", "xcomp", "conj", "pobj", "prep")
_HIGHEST = 4


def softened(word: "Token", polarity: float) -> float:
    """A polarity after its conditions and hedges: "would back it if ...", "may support it"."""
    verbs = list(_verbs_over(word))
    if polarity > 0 and word.dep_ == "nsubj" and word.head.lemma_ in _CONDITIONAL:
        return 0.5
    if polarity > 0 and any(_has(verb, _CONDITIONS) or _has(verb, _EXCEPTIONS[:1]) for verb in verbs):
        return 0.5
    if polarity < 0 and any(_has(verb, _EXCEPTIONS) for verb in verbs):
        return 0.5
    hedged = any(auxiliary(verb, *HEDGES) is not None for verb in verbs[:1])
    return 0.0 if abs(polarity) == 1.0 and hedged else polarity


def _verbs_over(word: "Token") -> "list[Token]":
    """The verb that a word is said with, and those that lead to it: "would be willing to accept"."""
    found = []
    for _ in range(_HIGHEST):
        if word.pos_ in VERBAL:
            found.append(word)
        if word.dep_ not in _COMPLEMENTS or word.head == word:
            break
        word = word.head
    return found


def _has(verb: "Token", openings: tuple[tuple[str, ...], ...]) -> bool:
    """Whether something that hangs on a verb opens with one of some phrases."""
    for part in verb.children:
        if part.dep_ in ("advcl", "prep", "npadvmod", "advmod", "mark", "pcomp", "acomp", "dep"):
            first = part.left_edge
            words = tuple(t.lower_ for t in first.doc[first.i : first.i + 3])
            if any(words[: len(opening)] == opening for opening in openings):
                return True
        if part.lemma_ in _CONDITIONAL and any(c.lower_ in ("on", "upon") for c in part.children):
            return openings == _CONDITIONS
    return False
