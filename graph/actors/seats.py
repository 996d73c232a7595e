"""Whether a capital, an adjective or a doubtful name stands for its country in its sentence."""

from typing import TYPE_CHECKING

from graph.actors.tables import pairs, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITH = frozenset({"with", "against", "between", "toward", "towards", "by", "among", "versus", "vs", "vs."})
_MANNERS = frozenset({"accented", "born", "era", "language", "looking", "speaking", "style", "sounding", "type"})
_WHERE = frozenset({"in", "at", "near", "outside", "around", "across", "throughout", "inside", "into", "through", "of"})
INSTITUTIONS = frozenset({"White House", "Kremlin", "Downing Street", "Whitehall", "Blue House", "Élysée", "Elysee",
                          "Zhongnanhai", "No. 10 Downing Street", "Malacañang"})  # fmt: skip


def stands_for_government(head: "Token", name: str) -> bool:
    """Whether a capital or seat of government, whose last word is `head`, is meant as the government.

    "Seoul has unveiled", "talks with Washington", "Beijing's stance" are; "in Seoul", "flew to Washington",
    "London's streets" are not.
    """
    if _followed_by_place(head):
        return False
    return _in_role(_first_conjunct(head), name in INSTITUTIONS)


def _in_role(head: "Token", institution: bool) -> bool:
    parent, dep = head.head, head.dep_
    if dep in ("nsubj", "csubj"):
        acts = parent.pos_ not in ("ADJ", "NOUN") or parent.lemma_ in words("agentive_verbs")
        return acts and (institution or parent.lemma_ not in words("place_verbs"))
    if dep == "nsubjpass":
        return parent.lemma_ in words("seat_partners") or parent.lemma_ in words("agentive_verbs")
    if dep in ("dobj", "dative", "iobj"):
        return parent.lemma_ in words("seat_partners")
    if dep == "poss":
        return parent.lemma_.lower() in words("state_nouns")
    if dep in ("compound", "nmod", "amod"):
        return institution and parent.lemma_.lower() in words("state_nouns") | pairs("roles").keys()
    if dep in ("pobj", "pcomp"):
        return _after_preposition(parent)
    return False


def _after_preposition(preposition: "Token") -> bool:
    word, parent = preposition.lower_, preposition.head
    if word in _WHERE:
        return False
    if word in _WITH:
        return True
    if word in ("to", "from", "for", "on"):
        lemma = parent.lemma_.lower()
        return lemma in words("state_nouns") or (parent.pos_ == "VERB" and lemma in words("seat_partners"))
    return False


def _first_conjunct(token: "Token") -> "Token":
    """The word that a coordination hangs on ("Washington" in "Washington and Seoul")."""
    while token.dep_ == "conj" and token.head.pos_ in ("PROPN", "NOUN"):
        token = token.head
    return token


def _followed_by_place(head: "Token") -> bool:
    """Whether a comma and a larger place follow: "Washington, D.C.", "Paris, Texas"."""
    doc = head.doc
    return (
        head.i + 2 < len(doc)
        and doc[head.i + 1].text == ","
        and doc[head.i + 2].ent_type_ == "GPE"
        and (doc[head.i + 2].dep_ in ("appos", "npadvmod"))
    )


def adjective_stands_for(token: "Token") -> bool:
    """Whether a country's adjective means the country or its people: "Taiwanese officials", "the Chinese"."""
    if _of_manner(token):
        return False
    if token.dep_ in ("amod", "compound", "nmod", "poss"):
        noun = token.head.lower_
        groups, roles = pairs("groups"), pairs("roles")
        return noun in groups or noun in roles or noun.removesuffix("s") in roles or token.head.lemma_ in groups
    return token.tag_ in ("NNPS", "NNS", "NNP", "NN") or token.dep_ in ("nsubj", "nsubjpass")


def _of_manner(token: "Token") -> bool:
    """Whether an adjective only tells how somebody is or talks: "French-speaking", "American-style"."""
    after = token.doc[token.i + 1 : token.i + 3]
    return len(after) == 2 and after[0].text == "-" and after[1].lower_ in _MANNERS
