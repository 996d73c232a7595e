"""Whom a pronoun means: the most present actor whose kind, gender and number fit, and whom grammar does not exclude."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from graph.actors.groups import is_document
from graph.actors.roles import is_role
from graph.actors.salience import Memory, Mentioned
from graph.actors.tables import pairs, words
from graph.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
WE = frozenset({"we", "us", "our", "ours", "i", "me", "my", "mine", "myself", "ourselves"})
_SUBJECT, _JUST = 0.9, 0.4  # how much a mention brings to mind; what is left of it a sentence later
_OBJECTS = frozenset({"dobj", "dative", "pobj", "iobj"})

Look = Callable[[str], Actor]
Gender = Callable[[str], str | None]


def is_first_person(word: "Token") -> bool:
    """Whether a word is "I", "we" or "our"; "US" is a country."""
    return word.lower_ in WE and word.text != "US"


def resolve(pronoun: "Token", memory: Memory, look: Look, gender: Gender) -> tuple[str, float, str] | None:
    """The actor that a pronoun of the third person means, with score and reason."""
    word = pronoun.lower_
    if word in MALE | FEMALE:
        return _person(pronoun, memory, look, gender)
    if word in IT:
        return _thing(pronoun, memory, look)
    return _several(pronoun, memory, look) if word in THEY else None


def _person(pronoun: "Token", memory: Memory, look: Look, gender: Gender) -> tuple[str, float, str] | None:
    wanted = "m" if pronoun.lower_ in MALE else "f"

    def fits(m: Mentioned) -> bool:
        actor = look(m.actor)
        if actor.kind == "Group":
            heard = _quoted(pronoun) or not _quoted(m.head)
            return heard and _one_person(m.head, wanted) and not excluded(pronoun, m)
        return actor.kind == "Person" and gender(m.actor) in (None, wanted) and not excluded(pronoun, m)

    def acts(m: Mentioned) -> bool:
        return look(m.actor).kind == "Person" and m.weight >= _SUBJECT and not excluded(pronoun, m)

    ranked = memory.rank(pronoun, fits)
    if not ranked and (lately := memory.rank(pronoun, acts)) and lately[0][0] >= _JUST:
        return lately[0][1], 0.5, f"pronoun {pronoun.lower_}: {look(lately[0][1]).label} is the only one spoken of"
    known = [(s * (0.5 if look(a).kind == "Group" else 1.0 if gender(a) == wanted else 0.7), a) for s, a in ranked]
    return _best(sorted(known, reverse=True), look, f"pronoun {pronoun.lower_}")


def _quoted(word: "Token") -> bool:
    """Whether a word stands within quotation marks of its sentence."""
    return sum(t.text in '"“”' for t in word.sent if t.i < word.i) % 2 == 1


def _one_person(head: "Token", wanted: str | None = None) -> bool:
    """Whether a noun means one person, of a gender that fits where one is wanted."""
    word = head.lower_
    if head.tag_ != "NN" or not (word in pairs("roles") or pairs("groups").get(word) == "people"):
        return False
    told = pairs("roles").get(word, "-")
    if told == "-":
        told = "f" if word.endswith(("woman", "girl", "lady")) else "m" if word.endswith(("man", "boy")) else "-"
    return wanted is None or told in ("-", wanted)


def _thing(pronoun: "Token", memory: Memory, look: Look) -> tuple[str, float, str] | None:
    if _after_document(pronoun) and not (pronoun.dep_ == "poss" and is_role(pronoun.head)):
        return None
    told = _of_whom_is_said(pronoun, memory)
    if told is not None and look(told).kind in ("Organization", "Country"):
        return told, 0.75, f"pronoun {pronoun.lower_}: {look(told).label} is what is spoken of"

    def fits(m: Mentioned) -> bool:
        actor = look(m.actor)
        singular = m.head.tag_ not in ("NNS", "NNPS") or actor.kind == "Country"
        acting = actor.kind == "Group" and _acts(m.head) and not _one_person(m.head)
        body = actor.kind in ("Organization", "Country") or acting
        return body and singular and m.weight > 0.3 and not excluded(pronoun, m)

    return _best(memory.rank(pronoun, fits), look, f"pronoun {pronoun.lower_}")


def _of_whom_is_said(pronoun: "Token", memory: Memory) -> str | None:
    """The subject of what an officer says: "The Foundation would pay, says its director"."""
    officer = pronoun.head
    if pronoun.dep_ != "poss" or officer.dep_ != "nsubj":
        return None
    verb = officer.head
    said = next((c for c in verb.children if c.dep_ in ("ccomp", "parataxis") and c.i < verb.i), None)
    said = verb.head if said is None and verb.dep_ in ("parataxis", "ccomp") and verb.head.i < verb.i else said
    subjects = [c for c in said.children if c.dep_ in ("nsubj", "nsubjpass")] if said is not None else []
    return next((actor for subject in subjects if (actor := memory.at(subject))), None)


def _acts(head: "Token") -> bool:
    """Whether a noun is the subject of what only people and bodies do."""
    return head.dep_ == "nsubj" and head.head.lemma_ in words("agentive_verbs")


def _several(pronoun: "Token", memory: Memory, look: Look) -> tuple[str, float, str] | None:
    return _best(rank_they(pronoun, memory, look), look, f"pronoun {pronoun.lower_}")


def rank_they(pronoun: "Token", memory: Memory, look: Look) -> list[tuple[float, str]]:
    """The groups and bodies that "they" may mean, the most present first."""

    def fits(m: Mentioned) -> bool:
        return look(m.actor).kind in ("Group", "Organization") and not excluded(pronoun, m)

    weighed = [(s * (1.5 if look(actor).kind == "Group" else 0.5), actor) for s, actor in memory.rank(pronoun, fits)]
    return sorted(weighed, reverse=True)


def _best(ranked: list[tuple[float, str]], look: Look, why: str) -> tuple[str, float, str] | None:
    """The first, and how sure: the further ahead of the second, the surer."""
    if not ranked or ranked[0][0] < 0.02:
        return None
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    margin = (ranked[0][0] - second) / (ranked[0][0] + second)
    return ranked[0][1], round(0.5 + 0.4 * margin, 2), f"{why}: {look(ranked[0][1]).label} was named last"


def excluded(pronoun: "Token", m: Mentioned) -> bool:
    """Whether grammar forbids that a pronoun and a mention mean the same: "he told Smith", "Smith's view of him"."""
    if pronoun.doc is not m.head.doc or pronoun.sent.start != m.head.sent.start:
        return False
    reflexive = pronoun.lower_.endswith(("self", "selves"))
    possessive = pronoun.tag_ == "PRP$"
    if not reflexive and not possessive and _clause(pronoun) is _clause(m.head):
        return True
    return _speaks_of(pronoun, m.head)


def _clause(token: "Token") -> "Token":
    """The verb whose argument a word is."""
    while token.dep_ in ("appos", "conj", "compound", "poss", "nmod") and token.head != token:
        token = token.head
    head = token.head
    while head.pos_ == "ADP" and head.head != head:
        head = head.head
    return head


def _speaks_of(pronoun: "Token", subject: "Token") -> bool:
    """Whether the mention is the speaker of the quotation that holds the pronoun: "He is wrong," Smith said."""
    if subject.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if subject.head not in list(pronoun.ancestors):
        return False
    return pronoun.i < subject.i and _quoted(pronoun)


def _after_document(pronoun: "Token") -> bool:
    """Whether the subject just before "it" is something written: "The report is out. It says ..."."""
    for token in reversed(list(pronoun.doc[: pronoun.i])):
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("NOUN", "PROPN"):
            return is_document(token) and token.ent_type_ == ""
    return False
