"""Who has not made up their mind: "has yet to decide whether ...", "put off a decision on ..."."""

from typing import TYPE_CHECKING

from graph.claims.stances import polarity_of
from graph.claims.stands.absence import asks_whether
from graph.claims.stands.holding import holder_of
from graph.claims.stands.reading import Reading
from graph.claims.stands.verdict import Verdict
from graph.claims.syntax.children import VERBAL, auxiliary, has_child
from graph.claims.syntax.governors import HIGHEST, governor_of
from graph.claims.syntax.subjects import subject
from graph.claims.syntax.words import KINDS, is_negated, lemma_of
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_DOUBTING = ("doubt", "question")


def by_whether(word: "Token") -> Verdict | None:
    """The verdict of who leaves open whether: "is weighing whether to ...", "questioned whether it would help"."""
    clause = word
    for _ in range(HIGHEST):
        if asks_whether(clause):
            break
        if clause.head == clause:
            return None
        clause = clause.head
    parent, argument = governor_of(clause)
    parent = next((c for c in parent.children if c.dep_ == "acomp"), parent) if parent.lemma_ == "be" else parent
    polarity = _left_open(parent, argument)
    if polarity is None or parent == clause:
        return None
    state = parent.dep_ == "acomp" or (parent.tag_ == "VBN" and has_child(parent, "auxpass"))
    holder = holder_of(parent, "adj" if state else KINDS.get(parent.pos_, "adj"))[0]
    return Verdict(polarity, holder, parent, f'"{parent.text} whether"', 0.75 if holder is not None else 0.0)


def _left_open(word: "Token", argument: str) -> float | None:
    """How a word leaves a question: open (0.0), in doubt (-0.5), or not at all its own (None)."""
    if word.lemma_ in _DOUBTING:
        return -0.5
    if lemma_of(word) in words("deciding_verbs"):
        return 0.0 if is_undecided(word) else None
    kind = "adj" if word.dep_ == "acomp" or word.tag_ == "VBN" else KINDS.get(word.pos_, "adj")
    lemmas = ((word.lower_, "adj"), (lemma_of(word), kind))
    for lemma, each in lemmas:
        stands = [polarity_of(lemma, each, a) for a in (argument, "obj", "to", "that", "over", "about", "on")]
        if 0.0 in stands:
            return 0.0
    return None


def is_undecided(verb: "Token") -> bool:
    """Whether a verb of deciding is denied or yet to come: "has not decided", "has yet to decide", "will decide"."""
    yet = verb.dep_ == "xcomp" and any(c.lower_ == "yet" for c in verb.head.children)
    return yet or is_negated(verb) or (auxiliary(verb, "will", "must", "to") is not None and verb.dep_ != "xcomp")


def put_off(verb: "Token", argument: str, noun: "Token", read: Reading | None) -> Verdict | None:
    """The verdict of who puts off a decision, a vote or talks: it stays undecided, whatever the decision is on."""
    delays = read is not None and read.stand.polarity is None and read.stand.direction < 0
    if not delays or argument != "obj" or noun.lemma_ not in words("deciding_nouns") or verb.pos_ not in VERBAL:
        return None
    holder = subject(verb)[0]
    return Verdict(0.0, holder, verb, f'"{verb.text}" a {noun.lemma_}', 0.7 if holder is not None else 0.0)
