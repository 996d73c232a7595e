"""Whether a name is a person's or an organisation's, and how sure that is."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.actors.acting import acts, called_company, called_person, placed, speaks_as_company
from graph.actors.phrases import possessive
from graph.actors.plausible import PARLIAMENTS, full_name, given_name, is_organization
from graph.actors.roles import chain_before, is_role, noun_of
from graph.actors.spelling import initial, is_acronym
from graph.actors.tables import pairs, words
from graph.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSON_FORM = re.compile(r"[A-Z][\w’'-]+ (?:[A-Z]\. )+[A-Z][\w’'-]+(?: (?:Jr\.|Sr\.|II|III))?$")

_VENUES = frozenset({"Hall", "Stadium", "Arena", "Centre", "Center", "Park", "Square", "Gallery", "Theatre", "Theater"})
_SCHOLARS = frozenset({"professor", "lecturer", "researcher", "fellow", "scientist", "analyst", "economist"})
_REACH = 6  # words
_FULL = 2  # words
_ONLY_NAMED = 0.75  # less sure than what the text itself calls a body


def kind_of(text: str, label: str, run: Sequence["Token"]) -> tuple[Kind | None, float]:
    """Person or organisation, and how sure; None for a place or a thing."""
    title = title_before(run[0])
    if _is_body(text, title) and not with_given_name(run):
        return "Organization", 0.9
    if _none(text, run, person=label == "PERSON" and not title):
        return None, 0.0
    if title or _PERSON_FORM.match(text) or (full_name(text) and not is_acronym(text) and called_person(run)):
        return "Person", 0.9
    if full_name(text) and not is_acronym(text) and text.split()[0] in pairs("given_names") and not _with_article(run):
        return "Person", _sure_of_person(text, run)
    if called_company(run) or speaks_as_company(run) or _called_party(text, run) or _by_its_place(text, title, run):
        return "Organization", 0.8
    if label == "PERSON" and _with_article(run):
        subject = any(t.dep_ in ("nsubj", "nsubjpass") for t in run)
        return ("Organization", 0.6) if subject or acts(run) else (None, 0.0)
    if label == "PERSON":
        return "Person", _sure_of_person(text, run)
    if label == "ORG" and len(text.split()) == 2 and given_name(text.split()[0]):
        return "Person", 0.7
    if label == "ORG" and text.split()[-1] in _VENUES and not acts(run):
        return None, 0.0
    if label == "ORG":
        alone = 0.6 if text in PARLIAMENTS or _with_somebody(run) else 0.3
        return "Organization", min(_ONLY_NAMED, (0.7 if len(run) > 1 and not placed(run) else alone) + 0.3 * acts(run))
    if is_acronym(text) and acts(run):
        return "Organization", 0.6
    return None, 0.0


def _is_body(text: str, title: str | None) -> bool:
    """Whether a name says that it is a body's, a land's or a party's."""
    return is_organization(text) or (not title and _party_or_land(text.split()))


def with_given_name(run: Sequence["Token"]) -> bool:
    """Whether a name of two words is a person's though its last is also a company's: "secretary Oliver Steel"."""
    return len(run) == _FULL and given_name(run[0].text) and called_person(run)


def _none(text: str, run: Sequence["Token"], *, person: bool) -> bool:
    """Whether a name is no actor's: what a minister is minister of; what spaCy takes for a person and is none.

    That ends in an initial, is two names with "and", a place ("Port Example") or where something is ("at Ras Example").
    """
    if not person:
        return text in words("party_names") and before_portfolio(run[-1])
    parts = text.split()
    if initial(parts[-1]) or "and" in parts:
        return True
    opens = len(run) > 1 and parts[0] in words("opening_places")
    return opens or (len(run) > 1 and placed(run, at=True) and not given_name(parts[0]))


def _by_its_place(text: str, title: str | None, run: Sequence["Token"]) -> bool:
    """Whether a name of two words that acts ends with a place, as no person's without a given name: "Example Dakar"."""
    first, *rest = text.split()
    placed_name = len(rest) == 1 and rest[0] in words("places") and not given_name(first)
    return placed_name and not title and not chain_before(run[0]) and acts(run)


def _party_or_land(parts: Sequence[str]) -> bool:
    """Whether a name begins as a party's or ends with the land that a body is of all of: "Vintners Ireland"."""
    of_land = parts[-1] in words("lands") and not given_name(parts[0])
    return len(parts) > 1 and (of_land or parts[0] in words("party_names"))


def _called_party(text: str, run: Sequence["Token"]) -> bool:
    """Whether a name that may be a party's is used as one: by what it does, by whose officer follows."""
    return text in words("party_names") and not before_portfolio(run[-1]) and (acts(run) or _before_officer(run))


def before_portfolio(last: "Token") -> bool:
    """Whether a word is what a minister is minister of: "Labour Secretary X"."""
    after = last.nbor(1) if last.i + 1 < last.sent.end else last
    return after.lower_ in ("minister", "ministry", "secretary", "department")


def _before_officer(run: Sequence["Token"]) -> bool:
    """Whether an officer or a part of a party follows its name: "Labour councillor X", "the Labour group"."""
    after = list(run[-1].doc[run[-1].i + 1 : min(run[-1].i + 5, run[-1].sent.end)])
    after = after[1:] if after and possessive(after[0]) else after
    while len(after) > 1 and after[0].pos_ in ("ADJ", "NOUN", "PROPN") and not _of_party(after[0]):
        after.pop(0)
    return bool(after) and _of_party(after[0])


def _with_somebody(run: Sequence["Token"]) -> bool:
    """Whether a name stands at a person of it: "Example president X", "Professor X of Example", "X, whose Example"."""
    first, last = run[0], run[-1]
    before = list(first.doc[max(first.sent.start, first.i - _REACH) : first.i])
    joint = before[-1].lower_ if before else ""
    if joint == "whose" and before[-3:-2] and before[-3].ent_type_ == "PERSON":
        return True
    people = [t for t in before[:-1] if t.ent_type_ == "PERSON"]
    if joint in ("of", "at") and people and people[-1].i == before[-1].i - 1:
        return any(noun_of(t) in _SCHOLARS for t in before if t.i < people[-1].i)
    after = list(last.doc[last.i + 1 : min(last.i + _REACH, last.sent.end)])
    after = after[1:] if after and possessive(after[0]) else after
    at = next((i for i, t in enumerate(after) if t.is_lower and pairs("officers").get(noun_of(t)) == "house"), None)
    named = at is not None and any(t.ent_type_ == "PERSON" for t in after[at + 1 : at + 3])
    return named and all(t.pos_ in ("ADJ", "NOUN", "PROPN") for t in after[:at])


def _of_party(token: "Token") -> bool:
    return is_role(token) or token.lower_ in ("group", "party", "mp", "mps", "councillors", "leadership")


def _with_article(run: Sequence["Token"]) -> bool:
    """Whether "the" stands before a name of several words, as it does not before a person's."""
    left = run[0].nbor(-1).lower_ if run[0].i else ""
    return len(run) > 1 and left == "the" and run[0].text not in pairs("given_names")


def _sure_of_person(text: str, run: Sequence["Token"]) -> float:
    """How sure a name that spaCy calls a person's is: surest with a given name, an initial, a role, or an action."""
    if not full_name(text):
        described = run[0].i > 0 and run[0].nbor(-1).lower_ in ("the", "a", "an")
        return 0.3 + 0.4 * ((acts(run) and not described) or called_person(run))
    first, after = text.split()[0], run[-1].doc[run[-1].i + 1 : run[-1].i + 2]
    if given_name(first) or first in words("family_names_first") or any(map(initial, text.split())):
        return 0.85
    introduced = bool(chain_before(run[0])) or any(t.text in (",", "(") or possessive(t) for t in after)
    return 0.8 if introduced or acts(run) else 0.5


def title_before(token: "Token") -> str | None:
    """The title or role word just before a name, with its own capital ("Mr.", "Premier")."""
    if token.i == 0:
        return None
    left = token.nbor(-1)
    if left.text in pairs("titles") or (left.lower_ in pairs("roles") and not left.is_lower):
        return left.text
    return None


def words_of_role(token: "Token") -> tuple[str, ...]:
    """The words of the role before a name, with the country or body it is a role of."""
    return tuple(t.text for t in chain_before(token))
