"""What a sentence tells of a name: that it acts as people and bodies do, or is called a body."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.actors.plausible import given_name
from graph.actors.role_phrases import role_after, role_beside
from graph.actors.roles import chain_before, is_role, noun_of
from graph.actors.tables import pairs, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_DONE_TO_PEOPLE = frozenset({"appoint", "arrest", "award", "charge", "convict", "elect", "fine", "fire", "hire",
                             "nominate", "quote", "sentence"})  # fmt: skip

_MAKERS = frozenset({"brewer", "builder", "developer", "maker", "operator", "publisher"})  # what one word is called

_BODIES_TOO = frozenset({"owner", "operator", "investor", "landlord", "rival", "partner", "member", "host", "champion",
                         "developer", "farmer", "neighbour", "neighbor", "supporter"})  # fmt: skip


def acts(run: Sequence["Token"]) -> bool:
    """Whether a name does in its sentence what actors do: speaks, decides, owns, is the agent of a passive."""
    head = max(run, key=lambda t: sum(t.is_ancestor(o) for o in run))
    if head.dep_ in ("conj", "appos") and head.head.pos_ == "PROPN":
        head = head.head
    if head.dep_ == "nsubj":
        return head.head.lemma_.lower() in words("agentive_verbs")
    if head.dep_ == "poss" and head.head.pos_ == "PROPN" and any(c.dep_ == "compound" for c in head.head.children):
        return True
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
    if _workplace(run):
        return True
    if len(run) == 1 and heads & _MAKERS and not given_name(run[0].text):
        return True
    return _taken_up(run) == "which" or any(
        groups.get(h) == "body" and h not in pairs("roles") for h in heads | singular
    )


def speaks_as_company(run: Sequence["Token"]) -> bool:
    """Whether the sentence goes on about what speaks in it as a company: "X said its mill", "X said the firm"."""
    head = max(run, key=lambda t: sum(t.is_ancestor(o) for o in run))
    if head.dep_ != "nsubj" or given_name(run[0].text):
        return False
    said = [c for c in head.head.children if c.dep_ == "ccomp" and c.i > head.i]
    subjects = [s for verb in said for v in (verb, *verb.conjuncts) for s in v.children if s.dep_ == "nsubj"]
    return any(_its(subject) or _the_company(subject) for subject in subjects)


def _its(subject: "Token") -> bool:
    return any(c.lower_ == "its" for c in subject.children)


def _the_company(subject: "Token") -> bool:
    known = "company" in pairs("bodies").get(subject.lower_, "").split()
    return known and [c.lower_ for c in subject.children] == ["the"]


def _workplace(run: Sequence["Token"]) -> bool:
    """Whether somebody has a role there: "an economist at X", "chief executive of X"."""
    first = run[0].i - 1 - (run[0].i > 0 and run[0].nbor(-1).lower_ == "the")
    if first < 1 or run[0].doc[first].lower_ not in ("at", "of") or run[-1].ent_type_ in ("GPE", "LOC", "NORP"):
        return False
    role = run[0].doc[first - 1]
    officer = noun_of(role) in pairs("officers").keys() - {"secretary", "minister"} or role.lower_ == "ceo"
    return is_role(role) and (officer or run[0].doc[first].lower_ == "at")


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
    beside, after = role_beside(run[0]), role_after(run[-1], _nothing)
    superlative = after is not None and any(t.tag_ in ("JJS", "RBS") or t.lower_.endswith("est") for t in after.words)
    nouns = [role.noun for role in (beside, None if superlative else after) if role]
    if any(noun_of(noun) not in words("roles_of_bodies") or _leads(noun) for noun in nouns):
        return True
    title = before[-1] if before and is_role(before[-1]) else None
    if title is not None and title.lower_ == "member":  # of a board or a team, or else of NATO
        return len(before) > 1 and before[-2].is_lower and before[-2].pos_ == "NOUN"
    return title is not None and pairs("groups").get(title.lower_) != "body" and title.lower_ not in _BODIES_TOO


def _leads(noun: "Token") -> bool:
    """Whether a noun is of somebody who leads others: "its leader", not "the market leader"."""
    return noun.lower_ == "leader" and any(c.dep_ == "poss" for c in noun.children)


def _nothing(_: "Token") -> bool:
    return False


def placed(run: Sequence["Token"], at: bool = False) -> bool:
    """Whether a name is where somebody goes or something is, as a mountain or a street: "up X", "near X".

    `at`: "at X" too, unless somebody works there.
    """
    head = max(run, key=lambda t: sum(t.is_ancestor(o) for o in run))
    if head.dep_ == "dobj":
        return head.head.lemma_.lower() in _GOING
    if at and head.dep_ == "pobj" and head.head.lower_ == "at":
        return not _workplace(run)
    return head.dep_ == "pobj" and head.head.lower_ in _WHERE


_GOING = frozenset({"climb", "cross", "descend", "hike", "visit", "walk"})
_WHERE = frozenset({"across", "along", "above", "below", "around", "down", "in", "inside", "near", "outside", "over",
                    "past", "through", "throughout", "up"})  # fmt: skip
