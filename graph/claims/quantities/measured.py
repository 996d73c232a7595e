"""What an amount is an amount of: the noun that it stands beside, or what its verb says of it."""

from collections.abc import Collection, Mapping
from functools import cache
from typing import TYPE_CHECKING

from graph.claims.quantities.wording import phrase, wordings_behind
from graph.claims.syntax.children import child
from graph.claims.syntax.phrases import head_of
from graph.claims.syntax.subjects import subject
from graph.claims.syntax.words import lemma_of
from graph.claims.tables import rows

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = (
    "nummod",
    "amod",
    "compound",
    "nmod",
    "quantmod",
    "npadvmod",
    "advmod",
    "appos",
    "punct",
    "dep",
    "meta",
    "poss",
)
_GOAL = ("to", "from", "at", "around", "above", "below", "under", "over", "between", "near", "past", "beyond")
_UP_TO = 6  # steps


def measured(amount: "list[Token]", gone: Collection[int], rate: bool = False) -> str | None:
    """The words for what some tokens are an amount of; `gone` are the places of all amounts, which are left out.

    A `rate` is an amount for a time: what follows "in" says where it is paid.
    """
    root = head_of(amount)
    inside = {token.i for token in amount}
    for preposition in (c for token in amount for c in token.children if c.lower_ == "of" and c.i > token.i):
        noun = child(preposition, "pobj")
        if noun is not None and noun.i not in inside:
            return phrase(noun, gone)
    return _above(root, inside, gone) or (None if rate else _in_what(root, amount[-1].i + 1, gone))


def _in_what(root: "Token", place: int, gone: Collection[int]) -> str | None:
    """The stuff that money is given in: "$5m in aid", where no article and no name makes it a place or a time."""
    behind = [
        child(c, "pobj") for over in (root, root.head) for c in over.children if c.lower_ == "in" and c.i == place
    ]
    stuff = (n for n in behind if n is not None and n.pos_ == "NOUN" and not n.ent_type_ and child(n, "det") is None)
    return next((phrase(noun, gone) for noun in stuff), None)


def _above(node: "Token", inside: Collection[int], gone: Collection[int]) -> str | None:
    """What stands over an amount: a noun, a preposition behind a noun or a verb, a verb."""
    preposition = ""
    for _ in range(_UP_TO):
        over = node.head
        if over == node:
            return None
        if over.i in inside or over.i in gone:
            node = over
        elif over.pos_ in ("NOUN", "PROPN") and _holds(node, over, preposition):
            return phrase(over, gone)
        elif over.pos_ in ("VERB", "AUX"):
            return _of_verb(over, node, preposition, gone)
        elif over.pos_ in ("ADP", "SCONJ", "ADV", "ADJ") or over.dep_ == "prep" or over.lower_ == "worth":
            if over.pos_ == "ADJ" and node.i < over.i:
                return None  # "12% more likely"
            told = over.dep_ == "prep" and over.lower_ not in ("as", "than", "up") and not preposition
            preposition = over.lower_ if told else preposition
            node = over
        elif node.dep_ in _BESIDE and over.dep_ in _BESIDE:
            node = over
        else:
            return None
    return None


def _holds(node: "Token", noun: "Token", preposition: str) -> bool:
    """Whether an amount that hangs on a noun measures it: before it, or behind it as "of 5%", "to 5%", "worth 5m"."""
    if noun.ent_type_ == "PERSON":
        return False
    if node.i < noun.i:
        return node.dep_ in _BESIDE
    behind = preposition in ("of", "at", "by", "from", "to", "between", "under", "over", "above", "below", "")
    return behind and node.dep_ in ("prep", "amod", "appos", "nummod", "acl", "nmod", "npadvmod")


def _of_verb(verb: "Token", node: "Token", preposition: str, gone: Collection[int]) -> str | None:
    """What a verb says an amount of: "the rate rose by 5%", "spent $5m on roads"."""
    if node.dep_ in ("nsubj", "nsubjpass", "csubj", "advcl", "relcl", "npadvmod") and node.i < verb.i:
        return None
    if preposition == "worth" or node.lower_ == "worth":
        done = _done_to(verb, gone)
        return phrase(done if done is not None else _doer(verb), gone)
    kind, noun = _verbs().get(lemma_of(verb)) or _verbs().get(verb.lemma_.lower()) or ("", "")
    done = _done_to(verb, gone)
    if kind == "pay" and node.dep_ != "prep":
        return " ".join((noun, *wordings_behind(verb, node, gone)))
    if kind == "price" and preposition in ("for", "at"):
        return phrase(done if done is not None else _doer(verb), gone)
    if kind in ("change", "alter"):
        if kind == "alter" and done is None and not preposition and node.dep_ == "dobj":
            return None  # "raised $5m"
        thing = phrase(done if done is not None else _doer(verb), gone)
        return thing if thing is None or preposition in _GOAL else f"{noun} in {thing}"
    if kind == "is" and preposition in ("", "to", "at", "for", "between", "around", "under", "over"):
        return phrase(_doer(verb), gone)
    return next(iter(wordings_behind(verb, node, gone, ("for",), bare=True)), None) if node.dep_ == "dobj" else None


def _doer(verb: "Token") -> "Token | None":
    passive = child(verb, "nsubjpass")
    return passive if passive is not None else subject(verb)[0]


def _done_to(verb: "Token", gone: Collection[int]) -> "Token | None":
    """The object of a verb, or the subject of a passive, that is not the amount itself."""
    found = child(verb, "nsubjpass") or child(verb, "dobj")
    if found is None and verb.dep_ == "acl" and verb.tag_ == "VBN":
        found = verb.head
    return None if found is None or found.i in gone else found


@cache
def _verbs() -> Mapping[str, tuple[str, str]]:
    return {verb: (kind, noun) for kind, noun, verbs in rows("measuring") for verb in verbs.split()}
