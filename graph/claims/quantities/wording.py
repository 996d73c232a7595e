"""A noun phrase in few words: without its article, its amounts, its clauses and its times."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from graph.claims.syntax.children import child

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 12  # words
_LEFT_OUT = ("relcl", "acl", "appos", "cc", "conj", "parataxis", "advcl", "punct", "preconj", "mark", "dep")
_LINKS = (
    "of",
    "on",
    "for",
    "in",
    "to",
    "from",
    "against",
    "with",
    "by",
    "among",
    "between",
    "at",
    "into",
    "per",
    "over",
)
_TIMES = ("DATE", "TIME")


def phrase(noun: "Token | None", gone: Collection[int], article: bool = False) -> str | None:
    """The words of a noun and what belongs to it; None for a pronoun, or a phrase of nothing but amounts.

    With `article` its "the" or "each" is kept.
    """
    if noun is None or noun.pos_ not in ("NOUN", "PROPN", "ADJ") or noun.i in gone or noun.tag_ == "PRP":
        return None
    kept = sorted(_kept(noun, gone), key=lambda t: t.i)
    while kept and kept[0].i < noun.i and not article and _opens(kept[0]):
        kept.pop(0)
    while kept and (kept[-1].pos_ in ("ADP", "PUNCT", "CCONJ", "DET", "ADV") or kept[-1].tag_ == "POS"):
        kept.pop()
    if not kept or noun not in kept or len(kept) > _LONGEST:
        kept = [noun]
    text = "".join(_spaced(token, after) for token, after in zip(kept, [*kept[1:], None], strict=True)).strip()
    plain = kept[0].is_sent_start and kept[0].pos_ != "PROPN" and not kept[0].ent_type_ and not kept[0].is_upper
    return " ".join((text[0].lower() + text[1:] if plain else text).split())


def _spaced(token: "Token", after: "Token | None") -> str:
    return token.text_with_ws if after is None or after.i == token.i + 1 else f"{token.text} "


def _opens(token: "Token") -> bool:
    """Whether a word at the front of a phrase says nothing of what it is."""
    return token.pos_ in ("DET", "ADP", "PUNCT", "CCONJ", "ADV") or token.tag_ in ("PRP$", "POS")


def wordings_behind(
    verb: "Token", amount: "Token", gone: Collection[int], links: Collection[str] = _LINKS, bare: bool = False
) -> list[str]:
    """The phrases behind the prepositions of a verb and of its amount: "in Arizona", or bare "Arizona"."""
    found = [c for over in (amount, verb) for c in over.children if c.dep_ in ("prep", "dative") and c.i > amount.i]
    behind = ((c, child(c, "pobj")) for c in found if c.lower_ in links)
    told = (
        (c, phrase(noun, gone, article=not bare))
        for c, noun in behind
        if noun is not None and noun.ent_type_ not in _TIMES
    )
    return [words if bare else f"{c.lower_} {words}" for c, words in told if words]


def _kept(noun: "Token", gone: Collection[int]) -> list["Token"]:
    kept, open_ = [noun], [noun]
    while open_:
        for c in open_.pop().children:
            if _belongs(c, gone) or (_joins(c) and c.head != noun and c.i not in gone):
                kept.append(c)
                open_.append(c)
    return kept


def _joins(child_: "Token") -> bool:
    """Whether a word joins a second noun to a first: "copper and steel"."""
    return child_.dep_ == "cc" or (child_.dep_ == "conj" and child_.pos_ in ("NOUN", "PROPN"))


def _belongs(child_: "Token", gone: Collection[int]) -> bool:
    if child_.text in ("-", "–") and child_.i not in gone and not child_.whitespace_:
        return True
    if child_.tag_ == "POS":
        return True
    if child_.i in gone or child_.dep_ in _LEFT_OUT or (child_.is_punct and child_.text != "%"):
        return False
    if child_.dep_ == "prep":
        behind = child(child_, "pobj")
        if child_.lower_ not in _LINKS or behind is None or behind.i in gone or child_.i < child_.head.i:
            return False
        return behind.ent_type_ not in _TIMES
    if child_.dep_ == "nummod" and child_.i + 1 < len(child_.doc) and child_.nbor(1).text == "-":
        return True  # "a 10-month stop"
    return child_.ent_type_ not in _TIMES or (child_.dep_ in ("amod", "compound") and child_.pos_ != "NUM")
