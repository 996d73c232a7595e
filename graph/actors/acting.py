"""What a sentence tells of a name: that it acts as people and bodies do, or is called a body."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.actors.tables import pairs, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_DONE_TO_PEOPLE = frozenset({"appoint", "arrest", "award", "charge", "convict", "elect", "fine", "fire", "hire",
                             "nominate", "quote", "sentence"})  # fmt: skip


def acts(run: Sequence["Token"]) -> bool:
    """Whether a name does in its sentence what actors do: speaks, decides, owns, is the agent of a passive."""
    head = max(run, key=lambda t: sum(t.is_ancestor(o) for o in run))
    if head.dep_ in ("conj", "appos") and head.head.pos_ == "PROPN":
        head = head.head
    if head.dep_ == "nsubj":
        return head.head.lemma_.lower() in words("agentive_verbs")
    if head.dep_ == "nsubjpass":
        return head.head.lemma_.lower() in words("seat_partners") | _DONE_TO_PEOPLE
    if head.dep_ != "pobj":
        return False
    if head.head.dep_ == "agent":
        return head.head.head.lemma_ in words("agentive_verbs")
    return head.head.lower_ == "to" and head.head.i > 0 and head.head.nbor(-1).lower_ == "according"


def called_company(run: Sequence["Token"]) -> bool:
    """Whether the text itself calls the name a company or another body ("chipmaker X", "X, a charity")."""
    heads = {t.head.lower_ for t in run if t.dep_ in ("appos", "compound")}
    heads |= {child.lower_ for t in run for child in t.children if child.dep_ == "appos"}
    heads |= {run[0].nbor(-1).lower_} if run[0].i else set()
    singular = {h.removesuffix("s") for h in heads} | {h[:-3] + "y" for h in heads if h.endswith("ies")}
    groups = pairs("groups")
    return any(groups.get(h) == "body" for h in heads | singular)
