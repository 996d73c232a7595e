"""Which of the words of a phrase belong to the name of a measure, and how they are written there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.claims.syntax.children import child
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 9  # words
_BEFORE = ("compound", "amod", "nmod", "nummod", "quantmod", "punct")
_PREPOSITIONS = frozenset((
    "of", "on", "for", "in", "to", "between", "with", "from", "against", "at", "over", "within", "into", "above",
    "under", "across", "along", "near", "around",
))  # fmt: skip
_CLOSE = ("on", "of", "against", "for")
_POINTING = ("this", "that", "these", "those", "such", "any", "some", "what", "which", "whose", "every", "no")
_NAMED = ("GPE", "NORP", "ORG", "LAW")
_DAYS = ("DATE", "TIME")


def phrase_of(noun: "Token", whole: bool = False) -> Iterator["Token"]:
    """The words of a noun's phrase that name it; with `whole` its articles too. Nothing where it points elsewhere."""
    if noun.pos_ not in ("NOUN", "PROPN", "NUM") or any(c.lower_ in _POINTING for c in noun.children):
        return
    before = [t for c in noun.children if c.i < noun.i and _is_kept(c, noun, whole) for t in c.subtree]
    if any(t.pos_ == "PRON" for t in before if t.dep_ != "poss"):
        return
    phrase = [*(t for t in before if not t.is_quote), noun]
    for behind in prepositions_of(noun, noun.i):
        if len(phrase) + len(behind) <= LONGEST - 1:
            phrase += behind
    yield from phrase


def _is_kept(part: "Token", noun: "Token", whole: bool) -> bool:
    """Whether what stands before a noun belongs to its name."""
    if part.dep_ in ("det", "poss"):
        named = part.dep_ == "poss" and part.pos_ == "PROPN" and part.ent_type_ != "PERSON"
        return named or (whole and part.pos_ in ("DET", "PRON"))
    if part.dep_ == "punct":
        return part.text == "-"
    vague = part.dep_ == "amod" and (part.lower_ == "own" if whole else is_vague(part))
    dated = part.ent_type_ in _DAYS and part.pos_ != "NOUN"
    return part.dep_ in _BEFORE and not vague and not dated


def is_vague(word: "Token") -> bool:
    """Whether a word praises, blames or dates a measure, and does not tell which one it is."""
    return word.lower_ in words("vague_adjectives") or word.tag_ in ("JJR", "JJS") or word.dep_ == "advmod"


def prepositions_of(word: "Token", last: int) -> Iterator[list["Token"]]:
    """The phrases right behind a word that say on what, for whom, from where; not when."""
    while (part := _preposition(word, last)) is not None:
        target = child(part, "pobj")
        if target is None or target.ent_type_ in _DAYS or not _is_at_number(part, target):
            return
        inner = list(phrase_of(target, whole=True))
        if not inner:
            return
        yield [part, *inner]
        last = max(t.i for t in inner)


def _preposition(word: "Token", last: int) -> "Token | None":
    """The preposition right behind a place in a phrase, where it belongs to its word; the parser may hang it higher."""
    part = word.doc[last + 1] if last + 1 < len(word.doc) else None
    if part is None or part.dep_ not in ("prep", "dative") or part.lower_ not in _PREPOSITIONS:
        return None
    return part if part.head == word or (part.lower_ in _CLOSE and part.head.is_ancestor(word)) else None


def _is_at_number(preposition: "Token", target: "Token") -> bool:
    """Whether "at" leads to a number ("at 28 percent") and not to a place; true of other prepositions."""
    return preposition.lower_ != "at" or target.pos_ == "NUM" or any(c.dep_ == "nummod" for c in target.children)


def written(tokens: list["Token"]) -> list[str]:
    """Words with the blanks between them; a possessive pronoun is an article, a first word small but for names."""
    return [_word(t) + (" " if t.whitespace_ or (n + 1 < len(tokens) and tokens[n + 1].i != t.i + 1) else "")
            for n, t in enumerate(tokens)]  # fmt: skip


def _word(token: "Token") -> str:
    if token.tag_ == "PRP$":
        return "the"
    named = token.pos_ == "PROPN" or token.ent_type_ in _NAMED or token.text.isupper()
    return token.text if named else token.text.lower()
