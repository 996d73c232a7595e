"""What stands over a word and as what, what negates it: the grammar that stances are read from."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

STEPS = 12
KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
_ONLY = ("only", "just", "merely", "simply")
PARTICLES = frozenset(
    ("out", "down", "up", "back", "off", "aside", "away", "on", "over", "through", "forward", "ahead")
)


def governor_of(node: "Token") -> tuple["Token", str]:
    """The word that a word depends on for its meaning, over prepositions and conjunctions, and as what."""
    parent, dep = node.head, node.dep_
    while dep == "conj" and parent.head != parent:
        node, parent, dep = parent, parent.head, parent.dep_
    if parent.dep_ in ("prep", "agent", "dative") and parent.pos_ in ("ADP", "SCONJ") and dep in ("pobj", "pcomp"):
        return parent.head, parent.lower_
    if (dep == "nsubj" and parent.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in parent.children)) or (
        dep == "npadvmod" and parent.pos_ == "VERB" and not any(c.dep_ == "dobj" for c in parent.children)
    ):
        return parent, "obj"
    if dep in ("nsubj", "csubj") or (dep == "nsubjpass" and parent.pos_ in ("VERB", "AUX") and not _done_to(parent)):
        return parent, "subj"
    if dep in ("dobj", "nsubjpass", "attr", "oprd", "dative"):
        return parent, "obj"
    if dep in ("xcomp", "acl") or (dep == "ccomp" and _bare(node)):
        return parent, "to"
    if dep in ("ccomp", "relcl"):
        return parent, "that"
    return parent, dep


def _bare(verb: "Token") -> bool:
    """Whether a clause has no finite verb: "wants it to end", "wants the ban lifted"."""
    aux = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return any(c.lower_ == "to" for c in aux) or (verb.tag_ == "VBN" and not aux)


def _done_to(verb: "Token") -> bool:
    """Whether a passive verb says what is done to its subject (not "is expected to ...")."""
    return not any(c.dep_ == "xcomp" for c in verb.children)


def lemma_of(word: "Token") -> str:
    """The lemma with its particle: "rule out"."""
    particle = next((c.lower_ for c in word.children if c.dep_ == "prt" and c.lower_ in PARTICLES), None)
    return f"{word.lemma_.lower()}_{particle}" if particle else word.lemma_.lower()


def is_negated(word: "Token") -> bool:
    """Whether a word is denied; "not only" denies nothing."""
    if any(c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children) for c in word.children):
        return True
    if any(_nobody(c) for c in word.children if c.dep_ in ("nsubj", "nsubjpass")):
        return True
    return any(
        (c.dep_ == "neg" or c.lower_ in ("neither", "nor", "hardly"))
        and not (c.i + 1 < len(c.doc) and c.nbor(1).lower_ in _ONLY)
        for c in word.children
    )


def _nobody(subject: "Token") -> bool:
    """Whether a subject denies its verb: "none of the clubs", "neither side", "no party"."""
    denies = ("no", "neither", "none", "nobody", "nor")
    return subject.lower_ in denies or any(
        c.lower_ in denies and c.dep_ in ("det", "preconj", "cc", "advmod") for c in subject.children
    )


def relative_subject(clause: "Token") -> bool:
    """Whether the noun that a relative clause describes is its subject: "a plan which helps"."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("WDT", "WP") for c in clause.children)
