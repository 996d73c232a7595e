"""What spaCy's names propose as names of people and organisations, cleaned of its usual errors."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.actors.acting import acts, called_company, called_person, placed
from graph.actors.authority import Authority
from graph.actors.entities import capitalised, opens_name, opens_with_title, parts, text_of
from graph.actors.named_bodies import named_bodies
from graph.actors.phrases import possessive, proper_name
from graph.actors.plausible import PARTICLES, full_name, headline_like, is_organization, no_name
from graph.actors.roles import chain_before, is_role
from graph.actors.spelling import bare, initial, is_acronym
from graph.actors.tables import pairs, words
from graph.language import Parsed
from graph.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
_CORPORATE = re.compile(r",? (?:Inc|Corp|Co|Ltd|PLC|plc|LLC|AG|SA|SE|NV|Group|Corporation|Company|Limited)\.?$")
_NAMES = 4
_PERSON_FORM = re.compile(r"[A-Z][\w’'-]+ (?:[A-Z]\. )+[A-Z][\w’'-]+(?: (?:Jr\.|Sr\.|II|III))?$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a document that may name a person or an organisation; `sure` is how much speaks for it (0 to 1)."""

    text: str
    kind: Kind
    tokens: tuple["Token", ...]
    sure: float
    title: str | None = None
    role: tuple[str, ...] = ()


def candidates(parsed: Parsed, authority: Authority) -> Iterator[Candidate]:
    """The people and organisations that the running text seems to name and no authority file knows."""
    for doc, kind in _documents(parsed):
        if kind in ("title", "heading", "dateline") or headline_like(doc):
            continue
        for entity in doc.ents:
            if entity.label_ in _LABELS:
                yield from _from_entity(list(entity), entity.label_, authority)
        yield from _titled(doc)
        yield from _beside_roles(doc)
        yield from _bodies(doc, authority)


def _documents(parsed: Parsed) -> Iterator[tuple["Doc", str]]:
    """Each document with the kind of its region."""
    kinds = {id(sentence.tokens.doc): sentence.kind for sentence in parsed.sentences}
    for doc in parsed.docs:
        yield doc, kinds.get(id(doc), "body")


def _from_entity(tokens: list["Token"], label: str, authority: Authority) -> Iterator[Candidate]:
    for part in parts(tokens, label, authority):
        run = capitalised(part, label)
        if label != "PERSON" and len(run) > 1 and opens_with_title(run):
            run, label = run[1:], "PERSON"
        if not run:
            continue
        run = _whole_name(run) if label == "PERSON" else run
        text = bare(text_of(run))
        if not text or _covered(text, authority) or no_name(text):
            continue
        kind, sure = _kind(text, label, run)
        if kind:
            yield Candidate(text, kind, tuple(run), sure, _title_before(run[0]), _role_before(run[0]))


def _beside_roles(doc: "Doc") -> Iterator[Candidate]:
    """Names beside a role that spaCy has not seen: "the culture minister, Adaeze Example,"."""
    for token in doc:
        if token.dep_ != "appos" or token.pos_ != "PROPN" or token.ent_type_ or not is_role(token.head):
            continue
        run = [t for t in proper_name(token) if t.text not in pairs("titles")]
        text = bare(text_of(run)) if run else ""
        if full_name(text) and run[0].i and run[0].nbor(-1).text == "," and not is_organization(text):
            yield Candidate(text, "Person", tuple(run), 0.85)


def _whole_name(run: list["Token"]) -> list["Token"]:
    """A person's name with the given names before it that spaCy has left out."""
    while run[0].i > run[0].sent.start and len(run) < _NAMES:
        left = run[0].nbor(-1)
        fits = left.pos_ == "PROPN" and left.text[0].isupper() and left.dep_ == "compound" and not left.ent_type_
        known = left.lower_ in pairs("roles") or left.text in pairs("titles") or left.text in words("not_names")
        if not fits or known or left.is_upper or left.text in words("organizations"):
            break
        run = [left, *run]
    return run


def _bodies(doc: "Doc", authority: Authority) -> Iterator[Candidate]:
    """Organisations by their own words or the noun before them, which spaCy may have cut or missed."""
    for run, sure in named_bodies(doc):
        text = bare(text_of(run))
        told = run[-1].text in words("parties") or run[-1].is_digit
        if text and not _covered(text, authority) and (told or not no_name(text)):
            yield Candidate(text, "Organization", tuple(run), sure)


def _covered(text: str, authority: Authority) -> bool:
    """Whether the authority file knows a name, with or without "Inc.", in capitals or not."""
    forms = [text, _CORPORATE.sub("", text), *([text.title()] if text.isupper() else [])]
    return any(authority.named(form) for form in forms)


def _kind(text: str, label: str, run: Sequence["Token"]) -> tuple[Kind | None, float]:
    """Person or organisation, and how sure; None for a place or a thing."""
    title = _title_before(run[0])
    if is_organization(text):
        return "Organization", 0.9
    if label == "PERSON" and initial(text.split()[-1]):
        return None, 0.0
    if title or _PERSON_FORM.match(text) or (full_name(text) and not is_acronym(text) and called_person(run)):
        return "Person", 0.9
    if called_company(run):
        return "Organization", 0.8
    if label == "PERSON" and _with_article(run):
        return ("Organization", 0.6) if acts(run) else (None, 0.0)
    if label == "PERSON":
        return "Person", _sure_of_person(text, run)
    if label == "ORG" and len(text.split()) == 2 and text.split()[0] in pairs("given_names"):
        return "Person", 0.7
    if label == "ORG":
        return "Organization", (0.7 if len(run) > 1 and not placed(run) else 0.3) + 0.3 * acts(run)
    if is_acronym(text) and acts(run):
        return "Organization", 0.6
    return None, 0.0


def _with_article(run: Sequence["Token"]) -> bool:
    """Whether "the" stands before a name of several words, as it does not before a person's."""
    left = run[0].nbor(-1).lower_ if run[0].i else ""
    return len(run) > 1 and left == "the" and run[0].text not in pairs("given_names")


def _sure_of_person(text: str, run: Sequence["Token"]) -> float:
    """How sure a name that spaCy calls a person's is: surest with a given name, an initial, a role, or an action."""
    if not full_name(text):
        described = run[0].i > 0 and run[0].nbor(-1).lower_ in ("the", "a", "an")
        return 0.3 + 0.4 * (acts(run) and not described)
    first, after = text.split()[0], run[-1].doc[run[-1].i + 1 : run[-1].i + 2]
    if first in pairs("given_names") or first in words("family_names_first") or any(map(initial, text.split())):
        return 0.85
    introduced = bool(chain_before(run[0])) or any(t.text in (",", "(") or possessive(t) for t in after)
    return 0.8 if introduced or acts(run) else 0.5


def _title_before(token: "Token") -> str | None:
    """The title or role word just before a name, with its own capital ("Mr.", "Premier")."""
    if token.i == 0:
        return None
    left = token.nbor(-1)
    if left.text in pairs("titles") or (left.lower_ in pairs("roles") and not left.is_lower):
        return left.text
    return None


def _role_before(token: "Token") -> tuple[str, ...]:
    """The words of the role before a name, with the country or body it is a role of."""
    return tuple(t.text for t in chain_before(token))


def _titled(doc: "Doc") -> Iterator[Candidate]:
    """Names after a title that spaCy has not seen: "Vice Premier X Yz"."""
    for token in doc[:-1] if len(doc) > 1 else ():
        role = opens_name(token)
        if token.text not in pairs("titles") and not role:
            continue
        run: list[Token] = []
        for follower in doc[token.i + 1 : token.i + 5]:
            if not (follower.text[:1].isupper() or (run and follower.lower_ in PARTICLES)):
                break
            run.append(follower)
        if role and (len(run) < 2 or is_organization(text_of(run)) or any(t.lower_ in pairs("roles") for t in run)):
            continue
        if run and not run[0].ent_type_ and run[0].text not in words("not_names"):
            yield Candidate(bare(text_of(run)), "Person", tuple(run), 0.9, token.text)
