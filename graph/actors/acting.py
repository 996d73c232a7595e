"""What a sentence tells of a name: that it acts as people and bodies do, or is called a body."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.actors.roles import chain_before, is_role, noun_of, role_after, role_beside
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
    heads = {t.head.lower_ for t in run if t.dep_ in ("appos", "compound") and t.head.is_lower}
    heads |= {child.lower_ for t in run for child in t.children if child.dep_ == "appos" and child.is_lower}
    heads |= {run[0].nbor(-1).lower_} if run[0].i and run[0].nbor(-1).is_lower else set()
    singular = {h.removesuffix("s") for h in heads} | {h[:-3] + "y" for h in heads if h.endswith("ies")}
    groups = pairs("groups")
    return _taken_up(run) == "which" or any(
        groups.get(h) == "body" and h not in pairs("roles") for h in heads | singular
    )


def _taken_up(run: Sequence["Token"]) -> str | None:
    """The pronoun of the clause about a name: "which" of a body, "who" of a person."""
    after = list(run[-1].doc[run[-1].i + 1 : run[-1].i + 3])
    if len(after) == 2 and after[0].text == "," and after[1].lower_ in ("which", "who"):
        about = any(c.dep_ == "relcl" for t in run for c in t.children)
        return after[1].lower_ if about else None
    return None


def called_person(run: Sequence["Token"]) -> bool:
    """Whether the text gives the name a role that only people have ("mayor X", "its chair, X,", "X, a professor")."""
    if _taken_up(run) == "who":
        return True
    before = chain_before(run[0])
    nouns = [t for t in before[-1:] if is_role(t)]
    for role in (role_beside(run[0]), role_after(run[-1], _nothing)):
        nouns += [role.noun] if role else []
    return any(noun_of(noun) not in words("roles_of_bodies") for noun in nouns)


def _nothing(_: "Token") -> bool:
    return False
