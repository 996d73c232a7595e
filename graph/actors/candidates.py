"""What spaCy's names propose as names of people and organisations, cleaned of its usual errors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from graph.actors.authority import Authority
from graph.actors.entities import capitalised, opens_name, parts, text_of, where_person_begins
from graph.actors.kinds import kind_of, title_before, with_given_name, words_of_role
from graph.actors.named_bodies import DESCRIBED, named_bodies
from graph.actors.phrases import proper_name
from graph.actors.plausible import PARTICLES, full_name, given_name, headline_like, is_organization, no_name
from graph.actors.roles import is_role, noun_of
from graph.actors.spelling import bare
from graph.actors.tables import pairs, words
from graph.language import Parsed
from graph.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
_CORPORATE = re.compile(r",? (?:Inc|Corp|Co|Ltd|PLC|plc|LLC|AG|SA|SE|NV|Group|Corporation|Company|Limited)\.?$")
_LABELLED = frozenset({"PERSON", "ORG", "DATE", "TIME"})
_NAMES = 4
_AGE = 2  # digits


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
        yield from _titled(doc, authority)
        yield from _before_roles(doc)
        yield from _beside_roles(doc)
        yield from _by_given_name(doc, authority)
        yield from _aged(doc, authority)
        yield from _bodies(doc, authority)


def _documents(parsed: Parsed) -> Iterator[tuple["Doc", str]]:
    """Each document with the kind of its region."""
    kinds = {id(sentence.tokens.doc): sentence.kind for sentence in parsed.sentences}
    for doc in parsed.docs:
        yield doc, kinds.get(id(doc), "body")


def _from_entity(tokens: list["Token"], label: str, authority: Authority) -> Iterator[Candidate]:
    for part in parts(tokens, label, authority):
        run = capitalised(part, label)
        if label != "PERSON" and (at := where_person_begins(run)):
            run, label = run[at:], "PERSON"
        if not run:
            continue
        run = _without_letters(_whole_name(run)) if label == "PERSON" else run
        run = _known_within(run, authority)
        text = bare(text_of(run))
        party = label == "ORG" and text in words("party_names")
        if not text or _is_office(run) or _covered(text, authority) or (no_name(text) and not party):
            continue
        kind, sure = kind_of(text, label, run)
        if kind:
            yield Candidate(text, kind, tuple(run), sure, title_before(run[0]), words_of_role(run[0]))


def _beside_roles(doc: "Doc") -> Iterator[Candidate]:
    """Names beside a role that spaCy has not seen: "the culture minister, Adaeze Example,"."""
    for token in doc:
        if token.dep_ != "appos" or token.pos_ != "PROPN" or not is_role(token.head):
            continue
        run = _without_letters([t for t in proper_name(token) if t.text not in pairs("titles")])
        text = bare(text_of(run)) if run else ""
        alone = len(run) == 1 and given_name(text) and text not in words("not_names")
        if token.ent_type_ and not (alone and token.ent_type_ == "PERSON") and not (run and given_name(run[0].text)):
            continue
        if (full_name(text) or alone) and run[0].i and run[0].nbor(-1).text == "," and not is_organization(text):
            yield Candidate(text, "Person", tuple(run), 0.85)


def _known_within(run: list["Token"], authority: Authority) -> list["Token"]:
    """The name of a listed person, without what is put before it: "Dodgy Ann Example"."""
    known = len(run) > 2 and any(authority.actors[m.actor].kind == "Person" for m in authority.named(text_of(run[1:])))
    return run[1:] if known else run


def _is_office(run: list["Token"]) -> bool:
    """Whether what spaCy takes for a body's name is an office that one person has: "Minister of Justice"."""
    return len(run) > 1 and is_role(run[0]) and run[0].tag_ in ("NN", "NNP") and run[1].lower_ in ("of", "for")


def _before_roles(doc: "Doc") -> Iterator[Candidate]:
    """Names with a role behind a comma that only people have, which spaCy has not seen: "Xyz Example, a chemist"."""
    for role in doc:
        name = role.head
        only = is_role(role) and role.tag_ == "NN" and noun_of(role) not in words("roles_of_bodies")
        if role.dep_ != "appos" or not only or name.pos_ != "PROPN" or name.i > role.i or name.ent_type_ == "PERSON":
            continue
        run = _without_letters([t for t in proper_name(name) if t.text not in pairs("titles")])
        text = bare(text_of(run)) if run else ""
        told = run and run[-1].nbor(1).text == "," and not any(is_role(t) for t in run)
        if told and full_name(text) and not is_organization(text) and not no_name(text):
            yield Candidate(text, "Person", tuple(run), 0.85)


def _by_given_name(doc: "Doc", authority: Authority) -> Iterator[Candidate]:
    """Names that begin with a given name and that spaCy has missed, or taken for a place."""
    for token in doc[:-1] if len(doc) > 1 else ():
        left = token.nbor(-1) if token.i > token.sent.start else None
        after_role = left is not None and is_role(left) and (given_name(token.text) or _of_person(left, token))
        opens = (
            (token.text in pairs("given_names") or after_role)
            and token.is_title
            and (left is not None or token.tag_ == "NNP")
        )
        taken = token.ent_type_ == "PERSON" or (token.ent_type_ == "ORG" and not after_role)
        if not opens or taken or (left is not None and left.is_title and not after_role):
            continue
        run = [token, *takewhile(lambda t: t.text[0].isupper() and t.is_alpha, doc[token.i + 1 : token.i + _NAMES])]
        run = _without_letters(run)
        text = bare(text_of(run))
        known = _covered(text, authority) or no_name(text) or is_organization(text) or run[-1].ent_type_ in _LABELLED
        if not known and full_name(text) and all(t.text not in words("not_names") for t in run):
            yield Candidate(text, "Person", tuple(run), 0.85, None, words_of_role(token))


def _aged(doc: "Doc", authority: Authority) -> Iterator[Candidate]:
    """Names with an age behind them, which spaCy may have taken for a place: "Xyz Example, 52, says"."""
    for token in doc[3:-1] if len(doc) > _NAMES else ():
        age = token.is_digit and len(token) <= _AGE and token.nbor(1).text in (",", ".", ")", ";")
        if not age or token.nbor(-1).text != ",":
            continue
        run = proper_name(token.nbor(-2))
        text = bare(text_of(run)) if run else ""
        if full_name(text) and run[-1].ent_type_ not in _LABELLED and not _covered(text, authority):
            yield Candidate(text, "Person", tuple(run), 0.85)


def _of_person(role: "Token", name: "Token") -> bool:
    """Whether two capitalised words follow a role that only people have: "market gardener Xyz Example"."""
    only = role.is_lower and role.tag_ == "NN" and noun_of(role) not in words("roles_of_bodies")
    pair = (name, name.nbor(1))
    named = pair[1].i < name.sent.end and pair[1].pos_ == "PROPN"
    return only and named and all(t.is_title and t.is_alpha for t in pair)


def _whole_name(run: list["Token"]) -> list["Token"]:
    """A person's name with the given names before it that spaCy has left out, without the department of an office."""
    if len(run) > 2 and run[0].i > 1 and run[0].nbor(-1).lower_ in ("of", "for") and is_role(run[0].nbor(-2)):
        return run[1:]
    while run[0].i > run[0].sent.start and len(run) < _NAMES:
        left = run[0].nbor(-1)
        part = left.pos_ == "PROPN" and left.dep_ == "compound" and not left.ent_type_
        fits = left.text[0].isupper() and (part or (left.text in pairs("given_names") and left.i > left.sent.start))
        known = left.lower_ in pairs("roles") or left.text in pairs("titles") or left.text in words("not_names")
        department = left.i > left.sent.start and left.nbor(-1).lower_ in ("of", "for")
        if not fits or known or department or left.is_upper or left.text in words("organizations"):
            break
        run = [left, *run]
    return _past_particle(run)


def _without_letters(run: list["Token"]) -> list["Token"]:
    """A person's name without what is put behind it: "Ann Example SC"."""
    while len(run) > 2 and run[-1].text in words("letters_after_names"):
        run = run[:-1]
    return run


def _past_particle(run: list["Token"]) -> list["Token"]:
    """A person's name with the word behind a particle that spaCy has ended it on: "Anne Le" of "Anne Le Gall"."""
    last = run[-1]
    if len(run) > 1 and last.lower_ in PARTICLES and last.i + 1 < last.sent.end and last.nbor(1).text[0].isupper():
        return [*run, last.nbor(1)]
    return run


def _bodies(doc: "Doc", authority: Authority) -> Iterator[Candidate]:
    """Organisations by their own words or the noun before them, which spaCy may have cut or missed."""
    for run, sure in named_bodies(doc):
        text = bare(text_of(run))
        told = run[-1].text in words("parties") or run[-1].is_digit or sure == DESCRIBED
        if run[-1].text in words("naming_nouns") and _covered(bare(text_of(run[:-1])), authority):
            continue  # "Norwegian ministry", "Reuters office"
        if text and not with_given_name(run) and not _covered(text, authority) and (told or not no_name(text)):
            yield Candidate(text, "Organization", tuple(run), sure)


def _covered(text: str, authority: Authority) -> bool:
    """Whether the authority file knows a name, with or without "Inc.", in capitals or not."""
    forms = [text, _CORPORATE.sub("", text), *([text.title()] if text.isupper() else [])]
    return any(authority.named(form) for form in forms)


def _titled(doc: "Doc", authority: Authority) -> Iterator[Candidate]:
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
        run = _without_letters(run)
        if role and (len(run) < 2 or is_organization(text_of(run)) or any(t.lower_ in pairs("roles") for t in run)):
            continue
        name = bare(text_of(run)) if run else ""
        if name and not run[0].ent_type_ and run[0].text not in words("not_names") and not _covered(name, authority):
            yield Candidate(name, "Person", tuple(run), 0.9, token.text)
