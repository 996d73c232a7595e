"""Whether a text says that something happened, or only that it may, should, or would if."""

from typing import TYPE_CHECKING, Literal

from graph.claims.happenings.triggers import making
from graph.claims.syntax.children import VERBAL, has_child
from graph.claims.syntax.clauses import is_infinitive
from graph.claims.syntax.words import is_negated, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

Status = Literal["happened", "scheduled", "present"]
_HIGHEST = 6  # verbs over each other


def status(verb: "Token", depth: int = 0) -> Status | None:
    """What a verb is said to be; None where it is denied, asked for, or a matter of "if"."""
    if depth > _HIGHEST or is_negated(verb) or _is_open(verb):
        return None
    if is_infinitive(verb):
        return _behind_another(verb, depth)
    if any(c.dep_ == "aux" and c.lower_ in ("will", "'ll", "’ll") for c in verb.children):
        return "scheduled" if _governed(verb, depth) else None
    if verb.dep_ == "xcomp":
        return _behind_another(verb, depth)
    return _finite(verb, depth) if _governed(verb, depth) else None


def _is_open(verb: "Token") -> bool:
    """Whether a word at the verb itself leaves open whether it happens: "would", "if", "unless", "let us"."""
    return any(
        (c.dep_ == "aux" and c.lower_ in making("modal"))
        or (c.dep_ in ("mark", "advmod") and c.lower_ in making("unless"))
        for c in verb.children
    )


def _behind_another(verb: "Token", depth: int) -> Status | None:
    """An infinitive or gerund behind another verb or adjective: "began to march", "is due to meet"."""
    over = verb.head
    if lemma_of(over) in making("aspect") and over.pos_ in VERBAL:
        return status(over, depth + 1)
    to_come = over.lemma_.lower() in making("scheduled") or over.lower_ in making("scheduled")
    if over.lemma_ == "be" and verb.dep_ == "xcomp":
        to_come = True  # "is to meet"
    denied = is_negated(over) or (over.pos_ == "ADJ" and over.head != over and is_negated(over.head))
    return "scheduled" if to_come and not denied and not _is_open(over) else None


def _governed(verb: "Token", depth: int) -> bool:
    """Whether the clauses over a verb leave it a fact."""
    over = verb.head
    if verb.dep_ == "ccomp":
        return over.pos_ in VERBAL and lemma_of(over) in making("told") and not is_negated(over) and not _is_open(over)
    if verb.dep_ == "pcomp":
        fact = over.lower_ in making("factive")
        return fact and (over.head.pos_ not in VERBAL or status(over.head, depth + 1) is not None)
    if verb.dep_ == "conj" and over.pos_ in VERBAL and not has_child(verb, "nsubj", "nsubjpass"):
        return status(over, depth + 1) is not None or not _is_bare(verb)
    if verb.dep_ == "advcl":
        return verb.tag_ in ("VBD", "VBN", "VBZ", "VBP") or status(over, depth + 1) is not None
    return True


def _is_bare(verb: "Token") -> bool:
    """Whether a verb has no tense of its own."""
    return verb.tag_ in ("VB", "VBG") or (verb.tag_ == "VBN" and not has_child(verb, "aux", "auxpass"))


def _finite(verb: "Token", depth: int) -> Status | None:
    """What the form of a verb says."""
    aux = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBD" or aux & {"was", "were", "has", "have", "had", "did", "’s", "'s", "been"}:
        return "happened"
    if verb.tag_ == "VBN":
        told = bool(aux) or has_child(verb, "agent")  # "wants them deported" has neither
        return "happened" if told else _as_over(verb, depth)
    if verb.tag_ == "VBG":
        return "happened" if aux & {"is", "are", "’re", "'re"} or verb.dep_ == "acl" else _as_over(verb, depth)
    if verb.tag_ in ("VBZ", "VBP"):
        return "present"
    return _as_over(verb, depth) if verb.dep_ == "conj" else None


def _as_over(verb: "Token", depth: int) -> Status | None:
    """A form without a tense takes that of the verb over it."""
    over = verb.head
    while over.pos_ not in VERBAL and over.head != over:
        over = over.head
    return status(over, depth + 1) if over != verb and over.pos_ in VERBAL else None
