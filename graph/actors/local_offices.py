"""Towns, counties and states by the people who govern them: "the mayor of Hamm", "Ohio governor X", "X County sheriff".

Such a place is an organisation where somebody holds an office of it, and nowhere else.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from graph.actors.nameless import Nameless
from graph.actors.phrases import possessive
from graph.actors.roles import is_role, noun_of
from graph.actors.tables import words
from graph.language import Parsed
from graph.model import Actor
from graph.vocabulary import Minter

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 4  # words of a place
_NAME = 5  # words of an officer's name
_JOINTS = frozenset({"de", "del", "der", "am", "an", "la", "le", "on", "upon", "sur", "-"})

Named = Callable[["Token"], str | None]


def governed_places(parsed: Parsed, named: Named, minter: Minter) -> Iterator[Nameless]:
    """The places that somebody governs by the words of the article, each time that it says so."""
    for sentence in parsed.sentences:
        for token in sentence.tokens if sentence.kind not in ("title", "heading", "dateline") else ():
            local = noun_of(token) in words("local_officers")
            run = _after(token, named) or _before(token, named) if local else _of_minister(token, named)
            if run:
                label = " ".join("".join(t.text_with_ws for t in run).split())
                place = Actor(minter.actor("Organization", label), label, "Organization")
                yield Nameless(run[-1], tuple(run), place)


def _after(office: "Token", named: Named) -> list["Token"]:
    """The place behind "of", which may stand after the officer's name: "Governor X of Ohio", "the mayor of Hamm"."""
    doc, at = office.doc, office.i + 1
    end = min(office.sent.end, at + _NAME)
    while at < end and doc[at].text[0].isupper() and doc[at].ent_type_ != "GPE":
        at += 1
    if at >= end or doc[at].lower_ not in ("of", "in") or (doc[at].lower_ == "in" and at > office.i + 1):
        return []
    at += 1 + (at + 1 < office.sent.end and doc[at + 1].lower_ == "the")
    run: list[Token] = []
    for token in doc[at : min(office.sent.end, at + _LONGEST)]:
        if not (token.text[0].isupper() or (run and token.lower_ in _JOINTS)) or named(token):
            break
        run.append(token)
    while run and not run[-1].text[0].isupper():
        run.pop()
    return run


def _of_minister(office: "Token", named: Named) -> list["Token"]:
    """The land that is no state and has ministers: "Manitoba's agriculture minister"."""
    owner = next((c for c in office.children if c.dep_ == "poss"), None)
    if owner is None or office.lemma_.lower() != "minister" or owner.ent_type_ != "GPE" or named(owner):
        return []
    return [t for t in owner.subtree if t.text[0].isupper() and t.i <= owner.i and owner.i - t.i < _LONGEST]


def _before(office: "Token", named: Named) -> list["Token"]:
    """The place before the office: "Ohio governor", "Travis County sheriff", "Hamm's mayor"."""
    doc, at = office.doc, office.i - 1
    owned = at > office.sent.start and possessive(doc[at])
    at -= owned
    run: list[Token] = []
    while (
        at >= office.sent.start
        and (_capital(doc[at]) or (owned and doc[at].pos_ == "PROPN"))
        and len(run) < _LONGEST
        and not named(doc[at])
    ):
        run.insert(0, doc[at])
        at -= 1
    placed = any(t.ent_type_ in ("GPE", "LOC") or t.text in words("places") or t.text == "County" for t in run)
    placed = placed or (office.lower_ == "mayor" and (owned or len(run) > 1) and all(_of_a_place(t) for t in run))
    return run if run and placed and noun_of(run[0]) not in words("local_officers") else []


def _of_a_place(token: "Token") -> bool:
    """Whether a word before "mayor" may be of a place's name: no party's, no role's."""
    party = token.text in words("party_names") or f"{token.text}s" in words("parties") or token.text in words("parties")
    return token.pos_ == "PROPN" and not party and not is_role(token)


def _capital(token: "Token") -> bool:
    return token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ") and token.ent_type_ != "PERSON"
