"""What a role is, and the roles that stand before a name: "US Commerce Secretary X"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.actors.phrases import possessive
from graph.actors.tables import pairs

if TYPE_CHECKING:
    from spacy.tokens import Token

MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
STOP = frozenset({",", ";", ":", "(", ")", "—", "–", "--", "“", "”", '"'})
TO_BODY = frozenset({"of", "at", "for", "with", "from", "in", "to", "on"})
_LONGEST = 14
_SCHOLARS = ("ologist", "icist", "onomist", "atrician", "iatrist", "ographer", "ometrist", "opathist")
_LONG = 7


@dataclass(frozen=True, slots=True)
class Role:
    """A role as written: its words, its noun, and the stretch of the sentence that gives it."""

    words: tuple["Token", ...]
    noun: "Token"
    stretch: tuple["Token", ...]

    @property
    def text(self) -> str:
        """The role as it is written, on one line."""
        return " ".join("".join(t.text_with_ws for t in self.words).split()).strip(" -–—,")


def noun_of(token: "Token") -> str:
    """The noun of a role in its plain form: "senator" for "Sen." and "Senators"."""
    return pairs("abbreviations").get(token.text) or token.lemma_.lower()


Known = Callable[["Token"], bool]


def is_role(token: "Token") -> bool:
    """Whether a word is the noun of a role."""
    roles = pairs("roles")
    if token.text in pairs("abbreviations"):
        return True
    lemma = token.lemma_.lower()
    if token.tag_ in ("VBD", "VBN") and token.is_lower:
        return False
    scholar = lemma.endswith(_SCHOLARS) and len(lemma) > _LONG
    return token.lower_ in roles or (token.pos_ in ("NOUN", "PROPN") and (lemma in roles or scholar))


def chain_before(first: "Token") -> tuple["Token", ...]:
    """The words before a name that give its bearer's role and what it is a role of; none without a role noun.

    For "said US Commerce Secretary Howard Lutnick": "US", "Commerce", "Secretary".
    """
    doc, at = first.doc, first.i - 1
    while at >= first.sent.start and first.i - at < _LONGEST and _in_chain(doc[at], doc[at + 1]):
        at -= 1
    chain = list(doc[at + 1 : first.i])
    while chain and (possessive(chain[0]) or not chain[0].text[0].isalnum() or chain[0].lower_ in TO_BODY):
        chain.pop(0)
    nouns = [t for t in chain[-4:] if is_role(t)]
    return tuple(chain) if nouns and (chain[-1] == nouns[-1] or _of_phrase(chain, nouns[-1])) else ()


def _in_chain(token: "Token", right: "Token") -> bool:
    if token.is_space or token.text in STOP or token.ent_type_ in ("DATE", "TIME"):
        return False
    if token.ent_type_ == "PERSON" and not is_role(token):
        return False
    if token.lower_ in ("of", "for"):
        return is_role(token.nbor(-1)) if token.i else False
    if token.lower_ == "and":
        return (
            token.i > 0
            and token.nbor(-1).pos_ in ("PROPN", "NOUN")
            and right.pos_ in ("PROPN", "NOUN")
            and (token.head.i > token.i or token.head.dep_ in ("compound", "nmod"))
        )
    acronym = token.is_upper and len(token) > 1
    return token.pos_ in MODIFIERS or possessive(token) or token.text in "-/." or is_role(token) or acronym


def _of_phrase(chain: Sequence["Token"], noun: "Token") -> bool:
    """Whether what stands between the role noun and the name is "of Commerce", "for urban development" and the like."""
    after = [t for t in chain if t.i > noun.i]
    return bool(after) and after[0].lower_ in ("of", "for") and all(_of_field(t) for t in after[1:])


def _of_field(word: "Token") -> bool:
    return word.text[:1].isupper() or word.tag_ in ("NN", "JJ")


def role_before(first: "Token", known: Known, person: Known) -> Role | None:
    """The role that stands before a name, after the last person that is named before it."""
    chain = chain_before(first)
    others = [i for i, t in enumerate(chain) if person(t)]
    chain = chain[others[-1] + 1 :] if others else chain
    while chain and not (chain[0].text[0].isalnum() and chain[0].lower_ != "and"):
        chain = chain[1:]
    if not any(is_role(t) for t in chain):
        return None
    noun = [t for t in chain if is_role(t)][-1]
    return Role(_without_body(chain, noun, known), noun, chain)


def _without_body(chain: Sequence["Token"], noun: "Token", known: Known) -> tuple["Token", ...]:
    """The chain without the country or organisation that opens it."""
    bodies = [i for i, t in enumerate(chain) if t.i < noun.i and known(t)]
    start = bodies[-1] + 1 if bodies else 0
    while start < len(chain) - 1 and (possessive(chain[start]) or not chain[start].text[0].isalnum()):
        start += 1
    return tuple(chain[start:])
