"""IRIs and short names that are not written as SPARQL wants them."""

from collections.abc import Sequence
from itertools import pairwise

from graph.querying.slips.slip import Slip
from graph.sparql.keywords import FUNCTIONS, KEYWORDS
from graph.sparql.tokens import Token
from graph.vocabulary import PREFIXES, TERMS

_SCHEMES = ("http:", "https:", "urn:", "mailto:", "file:")


def bare_address(query: str, found: Sequence[Token]) -> Slip | None:
    """An address without angle brackets."""
    for index, token in enumerate(found):
        before = found[index - 1] if index else None
        if token.kind != "name" or not token.text.startswith(_SCHEMES) or _begun(before, token):
            continue
        if _glued(found, index)[:2] == "//" or token.text.startswith("urn:"):
            return Slip("an IRI stands between angle brackets, as in <https://example.org/x>", token.start)
    return None


def with_space(query: str, found: Sequence[Token]) -> Slip | None:
    """An IRI that begins with < and holds what none may hold, most often a space."""
    for sign, token in pairwise(found):
        if _begun(sign, token) and token.kind == "name" and token.text.startswith(_SCHEMES):
            return Slip("an IRI may hold no space, quotation mark or brace, and ends with >", sign.start)
    return None


def cut_by_comment(query: str, found: Sequence[Token]) -> Slip | None:
    """A # within a name, from which on the line is a comment."""
    for token in found:
        rest = query[token.end : token.end + 2]
        if token.kind in ("name", "word") and rest[:1] == "#" and rest[1:].isalpha():
            return Slip("# begins a comment here: write an IRI with # in it between < and >", token.end)
    return None


def with_slash(query: str, found: Sequence[Token]) -> Slip | None:
    """A name with a slash, as tables show it, which SPARQL takes for a path."""
    for index, token in enumerate(found):
        prefix, _, local = token.text.partition(":")
        if token.kind == "name" and prefix in PREFIXES:
            rest = _glued(found, index)
            if rest[:1] == "/" and ":" not in rest:
                whole = f"<{PREFIXES[prefix]}{local}{rest}>"
                return Slip(f"a short name may hold no slash: write {whole}", token.start)
    return None


def relative(query: str, found: Sequence[Token]) -> Slip | None:
    """An IRI without a scheme, where no BASE says what it is relative to."""
    if any(token.is_word("BASE") for token in found):
        return None
    for token in found:
        if token.kind == "iri" and ":" not in token.text and token.text != "<>":
            return Slip(
                f"{token.text} is no whole IRI: write all of it, as <https://example.org/x>, or a prefix, as cg:x",
                token.start,
            )
    return None


def _begun(before: Token | None, token: Token) -> bool:
    """Whether a < stands right before."""
    return before is not None and before.text == "<" and before.end == token.start


def _glued(found: Sequence[Token], index: int) -> str:
    """What stands behind a token without a space, as far as it may belong to a name."""
    text = ""
    for before, token in pairwise(found[index:]):
        if before.end != token.start or (token.kind == "sign" and token.text not in "/-._"):
            break
        text += token.text
    return text.rstrip(".")


def without_prefix(query: str, found: Sequence[Token]) -> Slip | None:
    """A word where a term stands: of our ontology, or a name that people have."""
    known = {local.lower(): local for local in TERMS["cg"]}
    depth = 0
    for before, token in pairwise(found):
        depth += (before.text == "{") - (before.text == "}") if before.kind == "sign" else 0
        if token.kind != "word" or token.is_word("A", *KEYWORDS, *FUNCTIONS) or depth == 0:
            continue
        if term := known.get(token.text.lower()):
            return Slip(f"{token.text} needs a prefix: write cg:{term}", token.start)
        if token.text[0].isupper() and not token.text.isupper():
            said = f'a thing is found by its name, as in ?x skos:prefLabel "{token.text}"@en'
            return Slip(f"{token.text} is no term of SPARQL: {said}", token.start)
    return None
