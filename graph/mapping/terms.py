"""RDF terms from plain values: no text, however hostile, yields an invalid IRI or literal."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from urllib.parse import quote, urlsplit

from pyoxigraph import Literal, NamedNode, Quad

from graph.vocabulary import iri

Value = NamedNode | Literal
_IRI_SAFE = ":/?#[]@!$&'()*+,;=-._~%"
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)


@lru_cache(maxsize=1024)
def term(curie: str) -> NamedNode:
    """The IRI of a prefixed name of ours, such as "cg:holder"."""
    return NamedNode(iri(curie))


def node(text: str) -> NamedNode:
    """An IRI; what an IRI cannot hold is percent-encoded, and what is no absolute IRI becomes a URN."""
    try:
        return NamedNode(text)
    except (ValueError, UnicodeEncodeError):
        return _mended(text)


def _mended(text: str) -> NamedNode:
    """What a text that is no IRI becomes; a percent sign that starts no escape is escaped as well."""
    sound = text.encode("utf-8", "replace").decode("utf-8")
    for safe in (_IRI_SAFE, _IRI_SAFE.replace("%", ""), ":/?#@.-_~"):
        try:
            return NamedNode(quote(sound, safe=safe))
        except ValueError:
            continue
    return NamedNode("urn:claimgraph:" + quote(sound, safe=""))


def web_address(text: str | None) -> NamedNode | None:
    """An absolute http(s) IRI as it stands, or None: an address is never mended."""
    try:
        parts = urlsplit(text or "")
        return NamedNode(text or "") if parts.scheme in ("http", "https") and parts.hostname else None
    except (ValueError, UnicodeEncodeError):
        return None


def literal(text: str) -> Literal:
    """A plain string."""
    try:
        return Literal(text)
    except (ValueError, UnicodeEncodeError):
        return Literal(_sound(text))


def label(text: str, language: str) -> Literal:
    """A text with its language tag; none where the tag is malformed or the script cannot be that of English."""
    foreign = language.startswith("en") and _LETTER.search(text) and not _LATIN.search(text)
    if foreign or not _LANGUAGE.fullmatch(language):
        return literal(text)
    try:
        return Literal(_sound(text), language=language)
    except ValueError:
        return literal(text)


def typed(value: str, datatype: str) -> Literal:
    """A literal of an XML Schema datatype, named without its prefix."""
    return Literal(value, datatype=term(f"xsd:{datatype}"))


def number(value: int) -> Literal:
    """An xsd:integer."""
    return typed(str(value), "integer")


def truth(value: bool) -> Literal:
    """An xsd:boolean."""
    return typed("true" if value else "false", "boolean")


def day(value: date | None) -> Literal | None:
    """An xsd:date, or None."""
    return None if value is None else typed(value.isoformat(), "date")


def moment(value: datetime) -> Literal:
    """An xsd:dateTime, as the store would write it."""
    return typed(value.isoformat().replace("+00:00", "Z"), "dateTime")


def score(value: float) -> Literal:
    """A confidence as an xsd:decimal of at most four places."""
    return typed(plain_decimal(f"{value:.4f}") or "0", "decimal")


def plain_decimal(text: str) -> str | None:
    """A decimal in the one form that the store keeps ("25.0" -> "25"), or None where the text is no decimal.

    >>> plain_decimal("25.0"), plain_decimal("+0.50"), plain_decimal("-0"), plain_decimal("1e5")
    ('25', '0.5', '0', None)
    """
    if not _DECIMAL.fullmatch(text):
        return None
    try:
        value = format(Decimal(text), "f")
    except InvalidOperation:
        return None
    whole = value.rstrip("0").rstrip(".") if "." in value else value
    return "0" if whole.lstrip("-") in ("", "0") else whole


def facts(graph: NamedNode, subject: NamedNode, *pairs: tuple[str, Value | None]) -> Iterator[Quad]:
    """The quads that say these things of a subject; a pair without a value says nothing."""
    for predicate, value in pairs:
        if value is not None:
            yield Quad(subject, term(predicate), value, graph)


def _sound(text: str) -> str:
    """The text with its lone surrogates (a file name that is no UTF-8) replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")
