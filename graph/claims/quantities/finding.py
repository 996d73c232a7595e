"""The amounts of a parsed article as records, each once for what it measures."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.claims.quantities.amounts import Amount, amounts
from graph.claims.quantities.counting import counted
from graph.claims.quantities.measured import measured
from graph.claims.quantities.wording import phrase
from graph.language import Parsed
from graph.model import Quantity, Span
from graph.vocabulary import Minter

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Found = tuple[Amount, str | None]


def quantities(parsed: Parsed, minter: Minter) -> tuple[Quantity, ...]:
    """What an article gives in numbers; an amount that it gives again for the same thing gathers evidence."""
    found: dict[tuple[str, ...], list[Quantity]] = {}
    for doc in parsed.docs:
        for amount, of in _of_doc(doc):
            quantity = _record(parsed, minter, amount, of, int(doc.user_data["start"]))
            found.setdefault((quantity.id,), []).append(quantity)
    return tuple(_merged(same) for same in found.values())


def _of_doc(doc: "Doc") -> Iterator[Found]:
    """The amounts of a paragraph, and what they measure."""
    text = doc.text  # spaCy puts it together anew each time
    told = list(_told(doc, text))
    tokens = [_tokens(amount, doc) for amount, _ in told]
    gone = {token.i for one in tokens for token in one}
    before: Found | None = None
    for (amount, noun), own in zip(told, tokens, strict=True):
        of = phrase(noun, gone) if noun is not None else measured(own, gone, "per " in (amount.unit or ""))
        if before and _is_conversion(before[0], amount, text):
            of = before[1]
        elif before and _is_alternative(before[0], amount, text):
            of = of or before[1]
        before = (amount, of)
        yield before


def _told(doc: "Doc", text: str) -> "Iterator[tuple[Amount, Token | None]]":
    """The amounts that count something, with the noun that they count, if they have no unit."""
    before: Amount | None = None
    for amount in amounts(text):
        if not amount.bare:
            yield amount, None
        elif (count := counted(amount, doc)) is not None:
            number, noun = count
            if before is not None and text[before.end : amount.start].strip() in ("to", "-", "–", "or"):
                number = replace(number, whole=(before.start, number.whole[1]), sure=(before.sure[0], number.sure[1]))
                yield replace(before, unit=number.unit, whole=number.whole, sure=number.sure), noun
            yield number, noun
        before = amount if amount.bare else None


def _tokens(amount: Amount, doc: "Doc") -> "list[Token]":
    span = doc.char_span(amount.start, amount.end, alignment_mode="expand")
    assert span is not None  # offsets of the same text
    return list(span)


def _is_conversion(before: Amount, amount: Amount, text: str) -> bool:
    """Whether an amount in brackets gives the one before it in another currency or unit."""
    between = text[before.end : amount.sure[0]]
    return between.strip() in ("(", ", or", "or") and before.currency != amount.currency


def _is_alternative(before: Amount, amount: Amount, text: str) -> bool:
    """Whether an amount is said in one breath with the one before it: the ends of a range, "80% or even 50%"."""
    between = text[before.end : amount.start].lower().split()
    same = (before.currency, before.unit) == (amount.currency, amount.unit)
    return same and len(between) <= 3 and (before.whole == amount.whole or between[:1] in (["or"], ["to"], ["and"]))


def _record(parsed: Parsed, minter: Minter, amount: Amount, of: str | None, offset: int) -> Quantity:
    span = parsed.article.span(offset + amount.whole[0], offset + amount.whole[1])
    evidence = parsed.article.span(offset + amount.sure[0], offset + amount.sure[1])
    value = f"{amount.value.normalize():f}"
    key = (parsed.article.slug, value, amount.unit or "", amount.currency or "", of or str(span.start))
    return Quantity(
        minter.digest("quantity", key),
        value,
        amount.unit,
        amount.currency,
        " ".join(span.text.split()),
        of,
        (evidence,),
    )


def _merged(same: list[Quantity]) -> Quantity:
    first = same[0]
    evidence: tuple[Span, ...] = tuple(span for one in same for span in one.evidence)
    return Quantity(first.id, first.value, first.unit, first.currency, first.as_written, first.of, evidence)
