"""Whom an epithet means: "the 54-year-old", "the Romanian", "the former general", "the novelist" of somebody named."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.actors.held import Offices
from graph.actors.pronouns import excluded
from graph.actors.roles import is_role
from graph.actors.salience import Memory, Mentioned
from graph.actors.tables import pairs, words
from graph.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_FORMER = frozenset({"former", "ex", "then", "onetime", "retired", "veteran"})
_ACCUSED = frozenset({"accused", "defendant", "suspect"})
_COURT = frozenset({"attorney", "barrister", "detective", "inspector", "judge", "justice", "lawyer", "magistrate",
                    "prosecutor", "solicitor"})  # fmt: skip
_FAR = 1.4  # times as present as the next
_PRESENT = 0.2
_MALE = frozenset({"father", "grandfather", "husband", "widower", "businessman", "congressman", "actor"})
_FEMALE = frozenset({"mother", "grandmother", "wife", "widow", "businesswoman", "congresswoman", "actress"})


@dataclass(frozen=True, slots=True)
class Epithets:
    """What tells whom an epithet means."""

    memory: Memory
    look: Callable[[str], Actor]
    gender: Callable[[str], str | None]
    held: Offices

    def resolve(self, head: "Token") -> tuple[str, float, str] | None:
        """The person named last whom an epithet may mean, where nobody else is near as present."""
        if not is_epithet(head):
            return None
        wanted, accused = _gender(head), head.lower_ in _ACCUSED

        def fits(m: Mentioned) -> bool:
            person = self.look(m.actor).kind == "Person" and not excluded(head, m)
            apart = accused and not _COURT.isdisjoint(self.held.nouns(m.actor))
            return person and not apart and wanted in (None, self.gender(m.actor) or wanted)

        ranked = self.memory.rank(head, fits)
        if (
            not ranked
            or ranked[0][0] < (_PRESENT / 2 if accused else _PRESENT)
            or (len(ranked) > 1 and ranked[0][0] < _FAR * ranked[1][0])
        ):
            return None
        return ranked[0][1], 0.6, f"the {head.lower_}: {self.look(ranked[0][1]).label} was named last"


def is_epithet(head: "Token") -> bool:
    """Whether a definite phrase in the singular describes somebody rather than telling an office or introducing one."""
    if head.tag_ in ("NNS", "NNPS") or not (_after_the(head) or any(c.lower_ == "the" for c in head.children)):
        return False
    if any(c.dep_ in ("relcl", "appos", "poss", "conj") for c in head.children) or _of_something(head):
        return False
    return _aged(head) or _of_nation(head) or _formerly(head) or head.lower_ in words("epithets")


def _after_the(head: "Token") -> bool:
    """Whether "the" stands before a hyphened noun that the parser has left in pieces: "the ex-director"."""
    return head.i > 2 and head.nbor(-1).text == "-" and head.nbor(-3).lower_ == "the"


def _of_something(head: "Token") -> bool:
    """Whether a complement says which one is meant, other than "of three", "from Ohio"."""
    for child in head.children:
        if child.dep_ == "prep" and child.i > head.i and child.lower_ != "from":
            inner = [c for c in child.children if c.dep_ == "pobj"]
            if any(c.pos_ != "NUM" for c in inner):
                return True
    return False


def _aged(head: "Token") -> bool:
    """The 54-year-old."""
    return head.lower_ == "old" and any(c.lower_ in ("year", "years") for c in head.children)


def _of_nation(head: "Token") -> bool:
    """The Romanian; the Senegalese paediatrician; the Londoner."""
    if head.ent_type_ == "NORP" or (head.tag_ == "NNP" and head.lower_ in words("epithets")):
        return head.pos_ in ("NOUN", "PROPN", "ADJ") and not any(c.dep_ in ("compound", "amod") for c in head.children)
    nation = any(c.ent_type_ == "NORP" and c.dep_ in ("amod", "compound") for c in head.children)
    return nation and is_role(head) and head.lemma_.lower() not in pairs("officers")


def _formerly(head: "Token") -> bool:
    """The former general; the ex-director; the engineer-turned-entrepreneur."""
    if not is_role(head):
        return False
    told = {c.lower_ for c in head.children} & _FORMER or any(c.lower_ == "turned" for c in head.children)
    return bool(told) or (head.i > 1 and head.nbor(-1).text == "-" and head.nbor(-2).lower_ in _FORMER)


def _gender(head: "Token") -> str | None:
    word = head.lower_
    told = pairs("roles").get(word, "-")
    return "m" if word in _MALE or told == "m" else "f" if word in _FEMALE or told == "f" else None
