"""Speakers without a name: which noun phrases can speak, and how such a group is called."""

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from graph.actors.tables import pairs, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENDINGS = ("ists", "icians", "ers", "ors", "ees", "ians", "crats")
_PARTIES = frozenset({"republicans", "democrats", "americans"})
_DESCRIBED_AFTER = frozenset({"people", "person", "source", "sources", "official", "officials", "man", "woman"})
_WHEN = frozenset({"after", "before", "during", "for", "since", "until"})  # begin no part of a name
_OUTCOMES = frozenset({"majority", "minority"})  # "passed by a clear majority" tells of a vote, of nobody
_LONGEST = 9
_FOR = ("spokes", "lawyer", "attorney", "campaigner", "candidate", "advoc", "activist", "negotiator")
_OPENING = re.compile(
    r"^(?:the|a|an|some|many|most|several|these|those|other|all|both|two|three|four|five|six|seven|eight|nine|ten"
    r"|his|her|its|their|our|my|any|one|another|few|more than|about|around|at least|no|own|whose|which|such|same"
    r"|said|(?:above|afore)-?mentioned|\d[\d,.]*)\s+",
    re.IGNORECASE,
)


def can_speak(head: "Token") -> bool:
    """Whether a noun means people or a body, so that its phrase can be a speaker without a name."""
    if is_document(head):
        return False
    word, lemma = head.lower_, head.lemma_.lower()
    groups, roles = pairs("groups"), pairs("roles")
    if head.tag_ == "NNS" and (word in words("not_groups") or (word not in groups and groups.get(lemma) == "mass")):
        return False
    if word in groups or word in roles or word.removesuffix("s") in roles:
        return True
    if head.pos_ in ("NOUN", "PROPN") and (lemma in roles or lemma in groups):
        return True
    if head.pos_ == "NOUN" and head.dep_ == "nsubj" and head.head.lemma_ in words("speaking_verbs"):
        return True
    return head.tag_ == "NNS" and word.endswith(_ENDINGS) and word not in words("not_groups") and len(word) > 6


def is_document(head: "Token") -> bool:
    """Whether a noun means something written or counted, which speaks only for the one who issued it."""
    return head.lower_ in words("documents") or head.lemma_.lower() in words("documents")


def spoken_by(head: "Token") -> "Token | None":
    """The noun of the people or the body that a phrase means; "voters" for "a majority of voters"."""
    if head.lower_ in words("quantities") or head.lemma_.lower() in words("quantities"):
        counted = _counted(head)
        several = counted is not None and counted.tag_ in ("NNS", "NNPS", "CD", "PRP")
        if counted is not None and several and counted.lower_ not in words("no_speakers"):
            return counted if can_speak(counted) or counted.tag_ == "NNPS" else None
        if head.lower_ not in pairs("groups") or (head.lower_ in _OUTCOMES and head.dep_ == "pobj"):
            return None
    elif head.lower_ == "group" and (members := _counted(head)) is not None and members.tag_ == "NNS":
        return members if can_speak(members) else head
    if head.lower_ in words("no_speakers") or head.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    return head if can_speak(head) else None


def _counted(head: "Token") -> "Token | None":
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "among"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def issued_by(document: "Token") -> tuple["Token", str] | None:
    """The people or body that a document is said to come from, and their label: "foreign media reports"."""
    for child in document.children:
        if child.dep_ in ("compound", "poss", "nmod") and child.lower_ in pairs("groups") and child.i < document.i:
            before = [c for c in document.children if c.dep_ == "amod" and c.i < child.i]
            first = min([*before, child.left_edge], key=lambda t: t.i)
            label = " ".join(document.doc[first.i : child.i + 1].text.split())
            while _OPENING.match(label):
                label = _OPENING.sub("", label)
            return child, label if _keeps_capital(label, child) else label[:1].lower() + label[1:]
    return None


def plural(head: "Token") -> bool:
    """Whether a noun is about several people, so that its phrase is the same group in other articles."""
    return head.tag_ in ("NNS", "NNPS") or head.lower_ in ("police", "media", "people", "public", "staff", "clergy")


def group_label(noun: "Token") -> str:
    """How a group is called: its noun with what describes it, without article, number and clauses.

    "Some senior U.S. officials who spoke" gives "senior U.S. officials".
    """
    kept = [noun]
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod", "poss", "nounmod") and child.i < noun.i:
            kept += list(child.subtree) if child.lower_ != "own" else []
        elif child.i > noun.i and _describes_after(child, noun):
            kept += _short(child)
    numbers = {t.i for t in kept}
    first = noun.i
    while first - 1 in numbers or (first - 2 in numbers and noun.doc[first - 1].text == "-"):
        first -= 1
    while first < noun.i and not noun.doc[first].text[0].isalnum():
        first += 1
    last = noun.i
    while last + 1 in numbers:
        last += 1
    while last > noun.i and noun.doc[last].dep_ in ("cc", "prep", "det"):
        last -= 1
    text = " ".join(noun.doc[first : last + 1].text.split())
    while _OPENING.match(text):
        text = _OPENING.sub("", text)
    if len(text.split()) > _LONGEST:
        text = noun.text
    return text if _keeps_capital(text, noun) else text[:1].lower() + text[1:]


def _describes_after(child: "Token", noun: "Token") -> bool:
    if child.dep_ == "prep":
        if any(c.dep_ == "pcomp" for c in child.children):
            return False  # "accused ministers of sparing hotels"
        if child.lower_ == "for" and noun.tag_ == "NNS":
            return any(noun.lower_.startswith(role) for role in _FOR)
        return child.lower_ in ("of", "for", "at", "in", "from", "with", "around", "near", "close", "behind")
    return child.dep_ in ("amod", "acl") and noun.lower_ in _DESCRIBED_AFTER


def _keeps_capital(text: str, noun: "Token") -> bool:
    """Whether the first word of a label has its capital of its own, not as the first of a sentence."""
    first = next((t for t in noun.sent if text.startswith(t.text)), noun)
    if first.is_sent_start and first.lower_ in pairs("groups") and first.lower_ not in _PARTIES:
        return False
    after = first.nbor(1) if first.i + 1 < len(first.doc) else first
    common = first.lower_ in pairs("groups") or first.lower_ in pairs("roles")
    if first.is_title and after.text in ("'s", "’s") and not common:
        return True
    return not first.is_sent_start or first.pos_ == "PROPN" or first.ent_type_ != "" or not first.is_title


def _short(preposition: "Token") -> list["Token"]:
    """A complement that describes the group, unless it is long or has a clause in it."""
    subtree = list(takewhile(lambda t: t == preposition or t.lower_ not in _WHEN, preposition.subtree))
    clause = any(t.dep_ in ("relcl", "acl", "advcl", "punct") or t.tag_ == "PRP" for t in subtree if t != preposition)
    return [] if len(subtree) > 7 or clause else subtree
