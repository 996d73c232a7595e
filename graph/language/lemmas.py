"""The base form of words whose last letter the model forgets: "hopes" and "hoped" are forms of "hope", not of "hop"."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HISSES = ("s", "x", "z", "ch", "sh")  # after which "es" is an ending
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")  # words whose last letter is doubled: "hopped", "hopping"


def with_silent_e(doc: "Doc") -> "Doc":
    """The document, its lemmas as English spells their forms."""
    for token in doc:
        if token.is_alpha and (found := restored(token.lower_, token.lemma_)) != token.lemma_:
            token.lemma_ = found
    return doc


def restored(word: str, lemma: str) -> str:
    """The lemma that a form in small letters has, where the one given would have another form.

    >>> restored("hopes", "hop"), restored("hoping", "hop"), restored("hopped", "hop"), restored("taxes", "tax")
    ('hope', 'hope', 'hop', 'tax')
    """
    if not lemma or lemma[-1] in "aeiou":
        return lemma
    cut = word == f"{lemma}es" and not lemma.endswith(_HISSES)
    cut = cut or (word in (f"{lemma}ed", f"{lemma}ing") and _DOUBLES.fullmatch(lemma) is not None)
    return f"{lemma}e" if cut else lemma
