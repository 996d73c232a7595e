"""What a word depends on for its meaning, and as what: the way up from a word to what is said of it."""

from typing import TYPE_CHECKING

from graph.claims.syntax.children import VERBAL, has_child
from graph.claims.syntax.words import PARTICLES

if TYPE_CHECKING:
    from spacy.tokens import Token

_WANTING = ("want", "like", "need", "prefer", "see", "get")
HIGHEST = 12  # steps up a sentence, at the most


def governor_of(node: "Token") -> tuple["Token", str]:
    """The word that a word depends on, over prepositions and conjunctions, and as what.

    "obj", "subj", "to" (infinitive or gerund), "that" (clause), "if" (what is supposed), the preposition between them,
    or spaCy's label.
    """
    parent, dep = node.head, node.dep_
    while dep == "conj" and parent.head != parent:
        node, parent, dep = parent, parent.head, parent.dep_
    if parent.dep_ in ("prep", "agent", "dative") and parent.pos_ in ("ADP", "SCONJ") and dep in ("pobj", "pcomp"):
        return _over_particle(parent.head), parent.lower_
    return parent, _argument(node, parent, dep)


def _over_particle(word: "Token") -> "Token":
    """The verb of a particle that a preposition hangs on: "walk" of "walked away from it"."""
    adverb = word.lower_ in PARTICLES or (word.pos_ == "ADV" and word.dep_ == "advmod")
    apart = adverb and word.dep_ in ("advmod", "prep", "prt") and word.head.pos_ in VERBAL
    return word.head if apart else word


def _argument(node: "Token", parent: "Token", dep: str) -> str:
    """As what a word depends on its parent."""
    if _is_mislabelled_object(parent, dep):
        return "obj"
    if dep in ("nsubj", "csubj") or (dep == "nsubjpass" and parent.pos_ in VERBAL and has_child(parent, "xcomp")):
        return "subj"  # also of "is expected to ...", which does nothing to its subject
    if dep in ("dobj", "nsubjpass", "attr", "oprd", "dative"):
        return "obj"
    if dep == "ccomp" and node.i < parent.i and has_child(parent, "dobj"):
        return "parataxis"  # another sentence before a semicolon
    if dep in ("xcomp", "acl") or (dep in ("ccomp", "relcl") and _is_bare(node)):
        return "to"
    if dep == "advcl" and is_supposed(node):
        return "if"
    return "that" if dep in ("ccomp", "relcl") else dep


def is_supposed(verb: "Token") -> bool:
    """Whether a clause only supposes something: "if it is passed", "unless it is dropped"; not "even if"."""
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in ("if", "unless")), None)
    return mark is not None and verb.dep_ == "advcl" and not (mark.i > 0 and mark.nbor(-1).lower_ == "even")


def _is_mislabelled_object(parent: "Token", dep: str) -> bool:
    """Whether the parser gives another label to what is done to a word, as to the subject of a bare participle."""
    if dep == "nsubj":
        return is_small_clause(parent) or (parent.tag_ == "VBN" and not has_child(parent, "aux", "auxpass"))
    return dep == "npadvmod" and parent.pos_ == "VERB" and not has_child(parent, "dobj")


def _is_bare(verb: "Token") -> bool:
    """Whether a clause has no finite verb: "wants it to end", "wants the ban lifted"."""
    aux = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return any(c.lower_ == "to" for c in aux) or (verb.tag_ == "VBN" and not aux) or is_small_clause(verb)


def is_small_clause(verb: "Token") -> bool:
    """Whether a participle without auxiliary is what somebody wants done: "wants the ban lifted"."""
    bare = verb.tag_ in ("VBN", "VBD") and not has_child(verb, "aux", "auxpass", "mark")
    return bare and verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in _WANTING
