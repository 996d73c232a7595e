"""What a number with nothing beside it counts: "1,200 jobs", "some 20,000 public homes"."""

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from graph.actors.plausible import headline_like
from graph.claims.quantities.amounts import Amount
from graph.claims.syntax.phrases import head_of
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEAST = 10  # fewer are seldom an amount: "two sides", "three questions"
_FARTHEST = 4  # words between a number and its noun, at the most


def counted(amount: Amount, doc: "Doc") -> "tuple[Amount, Token] | None":
    """A bare number as an amount of the noun behind it, with that noun; None where it counts nothing."""
    if not amount.bare or (amount.value < _LEAST and not amount.scaled) or amount.value < 1:
        return None
    number = doc.char_span(amount.start, amount.number_end, alignment_mode="expand")
    if number is None or _is_numbering(amount, number[0]):
        return None
    noun = _noun(head_of(list(number)), number[-1])
    if noun is None or noun.lower_ in words("no_counts") or amount.value != amount.value.to_integral_value():
        return None
    return replace(
        amount, unit=noun.lower_, whole=_stretched(amount.whole, noun), sure=_stretched(amount.sure, noun)
    ), noun


def _noun(root: "Token", last: "Token") -> "Token | None":
    """The plural noun that a numeral stands before."""
    noun = root.head
    near = noun.i > last.i and noun.i - last.i <= _FARTHEST
    plural = noun.tag_ == "NNS" and noun.lower_.isalpha() and (not noun.is_title or headline_like(noun.doc))
    return noun if root.dep_ == "nummod" and near and plural else None


def _is_numbering(amount: Amount, first: "Token") -> bool:
    """Whether a number is a year, a rank or part of a name."""
    year = not amount.scaled and Decimal(1500) <= amount.value <= Decimal(2150)
    before = first.nbor(-1) if first.i > 0 else None
    named = before is not None and (before.lower_ in words("numbering") or before.lower_ == "the")
    return year or named or (first.ent_type_ in ("DATE", "TIME", "LAW") and not amount.scaled)


def _stretched(stretch: tuple[int, int], noun: "Token") -> tuple[int, int]:
    return stretch[0], max(stretch[1], noun.idx + len(noun))
