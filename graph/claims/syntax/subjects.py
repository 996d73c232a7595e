"""Who does what a verb says: its subject, its agent, or the subject of a verb that it hangs on."""

from typing import TYPE_CHECKING

from graph.claims.syntax.children import ADDRESSEES, SUBJECTS, VERBAL, child, has_child

if TYPE_CHECKING:
    from spacy.tokens import Token

_CARRIED = ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp")


def subject(verb: "Token") -> tuple["Token | None", str]:
    """The head of who does the verb, and how it was found; for a passive the agent ("by X")."""
    own = child(verb, *SUBJECTS)
    if _is_passive(verb, own):
        agent = next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
        return (agent, "agent") if agent is not None else (None, "passive")
    if own is None:
        return _inherited(verb)
    if own.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        return verb.head, "relative"
    return (None, "empty") if own.dep_ == "expl" else (own, "own")


def _is_passive(verb: "Token", own: "Token | None") -> bool:
    """Whether a verb says what is done: by its auxiliary, its subject's label, or as "the plan backed by ..."."""
    passive = has_child(verb, "auxpass") or (own is not None and own.dep_ == "nsubjpass")
    bare = verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBN" and own is None and not has_child(verb, "aux")
    return passive or bare


def _inherited(verb: "Token") -> tuple["Token | None", str]:
    """The subject of a verb that has none of its own: from its conjunct, its governor, or the noun it describes."""
    if verb.dep_ in _CARRIED and verb.head != verb:
        governor = verb.head
        while governor.pos_ not in VERBAL and governor.head != governor:
            governor = governor.head
        return _carried(verb, governor) if governor != verb and governor.pos_ in VERBAL else (None, "none")
    if verb.dep_ in ("acl", "relcl"):
        return verb.head, "noun"
    return None, "none"


def _carried(verb: "Token", governor: "Token") -> tuple["Token | None", str]:
    """The subject that a verb takes over from the one above it: who is told to do it, or who does that one."""
    if verb.dep_ == "xcomp":
        told = next((c for c in governor.children if c.dep_ in ADDRESSEES and c.i < verb.i), None)
        if told is not None:
            return told, "told"
    found, how = subject(governor)
    if how in ("passive", "agent") and verb.dep_ in ("pcomp", "advcl"):
        found = child(governor, "nsubjpass")
    return found, "by " + verb.dep_


def relative_subject(clause: "Token") -> bool:
    """Whether the noun that a relative clause describes is its subject: "a plan which helps"."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("WDT", "WP") for c in clause.children)
