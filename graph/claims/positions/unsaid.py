"""Stands on what a clause does not name: "has objected", "were in favour", "has refused to sign", "is wary"."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from graph.claims.matching import Match
from graph.claims.stands import Verdict
from graph.claims.stands.absence import is_asked
from graph.claims.stands.holding import holder_of
from graph.claims.stands.turning import as_overruled
from graph.claims.syntax.children import VERBAL, child, has_child
from graph.claims.syntax.words import is_negated
from graph.claims.tables import rows, words
from graph.language import Sentence
from graph.model import POLARITY

if TYPE_CHECKING:
    from spacy.tokens import Token

_STRENGTH = 0.75
_ARGUMENTS = (
    "dobj",
    "xcomp",
    "ccomp",
    "pobj",
    "pcomp",
    "attr",
    "oprd",
    "dative",
    "acl",
    "relcl",
    "nsubjpass",
    "auxpass",
)
_TELLING = ("acl", "compound", "amod", "poss")
_STANDING = ("be", "remain", "stay", "vote", "speak", "come", "argue", "stand", "seem")
_SUPPOSING = ("if", "unless", "when", "until", "once", "provided", "whenever", "should")
_DENIED = {1.0: -1.0, -1.0: 0.5}


def unsaid(sentence: Sentence, found: Sequence[Match]) -> Iterator[Verdict]:
    """The stands of a sentence whose words for what they are taken on are left out."""
    named = {t.i for match in found for t in match.tokens}
    for token in sentence.tokens:
        kind = _kind(token)
        polarity = _table().get((token.lemma_.lower(), kind + "-" if kind and _is_denied(token) else kind))
        if polarity is None and kind:
            polarity = _table().get((token.lemma_.lower(), kind))
        if polarity is not None and not any(t.i in named for t in token.subtree):
            verdict = _verdict(token, kind, polarity)
            if verdict is not None:
                yield as_overruled(verdict)


def _kind(word: "Token") -> str:
    """As what a word could take a stand by itself; empty where it has what it is taken on beside it."""
    if word.pos_ == "VERB":
        return "" if has_child(word, *_ARGUMENTS) or _leads_on(word) else "verb"
    if word.pos_ == "ADJ" or (word.dep_ == "acomp" and word.tag_ == "VBN"):
        return "adj" if word.dep_ == "acomp" and not _leads_on(word) and not has_child(word, "xcomp", "ccomp") else ""
    if word.pos_ == "NOUN" and word.dep_ == "dobj":
        return (
            "noun"
            if word.head.lemma_ in words("raising_verbs") and not _leads_on(word) and not has_child(word, "acl")
            else ""
        )
    if word.dep_ == "pobj" and word.head.lower_ == "in":
        return "prep" if word.head.head.lemma_ in _STANDING and next(word.children, None) is None else ""
    if word.dep_ == "prep" and word.head.lemma_ in _STANDING and not has_child(word, "pobj", "pcomp"):
        return "prep"
    return ""


def _leads_on(word: "Token") -> bool:
    """Whether a preposition behind a word names what its stand is taken on, or a clause tells it."""
    return any(c.dep_ in ("prep", "prt", "agent") and c.i > word.i and _is_object(c) for c in word.children)


def _is_object(part: "Token") -> bool:
    return (
        part.head.pos_ == "NOUN"
        or part.lower_ not in ("in", "on", "at", "after", "before", "during", "since", "until")
        or part.dep_ == "prt"
    )


def _verdict(word: "Token", kind: str, polarity: float) -> Verdict | None:
    """The verdict of a word, with who takes it; none where nobody is said to."""
    verb = _verb_of(word, kind)
    if verb is None or _is_supposed(verb) or is_asked(verb):
        return None
    holder, negated = holder_of(verb, "verb")
    if holder is None:
        return None
    if (negated or _is_denied(word)) and (word.lemma_.lower(), kind + "-") not in _table():
        polarity = _DENIED.get(polarity, 0.0)
    return Verdict(polarity, holder, word if kind == "verb" else verb, f'"{word.text}"', _STRENGTH)


def _verb_of(word: "Token", kind: str) -> "Token | None":
    """The verb whose subject takes the stand."""
    verb = word if kind == "verb" else word.head.head if word.dep_ == "pobj" else word.head
    return verb if verb.pos_ in VERBAL else None


def _is_supposed(verb: "Token") -> bool:
    """Whether a clause only supposes something: "unless a witness objects"."""
    return verb.dep_ == "advcl" and any(c.dep_ in ("mark", "advmod") and c.lower_ in _SUPPOSING for c in verb.children)


def _is_denied(word: "Token") -> bool:
    """Whether a word, or the verb that it is said with, is denied: "not sure", "less sure", "has no objection"."""
    if is_negated(word) or (word.dep_ in ("acomp", "dobj") and is_negated(word.head)) or _is_none(word):
        return True
    return any(c.lower_ in ("less", "yet") for c in word.children if c.dep_ == "advmod") or _is_yet_to(word)


def _is_yet_to(word: "Token") -> bool:
    """Whether something is still to be done: "has yet to decide"."""
    above = word.head if word.dep_ == "xcomp" else word
    return (
        above != word and above.lemma_ == "have" and any(c.lower_ == "yet" for c in (*above.children, *word.children))
    )


def _is_none(noun: "Token") -> bool:
    """Whether there is said to be none of it: "has no objection"."""
    det = child(noun, "det", "neg")
    return det is not None and det.lower_ == "no"


@cache
def _table() -> dict[tuple[str, str], float]:
    steps = {str(stance): polarity for stance, polarity in POLARITY.items()}
    return {(lemma, kind): steps[stance] for stance, kind, lemmas in rows("unsaid") if stance in steps
            for lemma in lemmas.split()}  # fmt: skip
