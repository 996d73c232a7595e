"""Colours for SPARQL while it is typed."""

from collections.abc import Callable, Collection, Iterator

from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.lexers import Lexer
from prompt_toolkit.styles import Style

from graph.sparql.forms import declared_prefixes
from graph.sparql.keywords import FUNCTIONS, KEYWORDS
from graph.sparql.tokens import Token, token_at, tokens
from graph.vocabulary import TERMS

_KNOWN = {*TERMS["cg"], ""}
_CLASSES = {"comment": "comment", "iri": "iri", "string": "text", "language": "text", "variable": "variable",
            "name": "name", "node": "name", "number": "number"}  # fmt: skip
STYLE = Style.from_dict(
    {
        "prompt": "bold",
        "keyword": "ansiblue bold",
        "function": "ansiblue",
        "variable": "ansigreen",
        "name": "ansicyan",
        "iri": "ansicyan",
        "text": "ansiyellow",
        "number": "ansimagenta",
        "comment": "ansibrightblack italic",
        "command": "bold",
        "unknown": "ansired underline",
    }
)


class Colours(Lexer):
    """Each token in the colour of its kind; a name that nobody knows is underlined."""

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        lines = coloured(document.text)
        return lambda number: lines[number] if number < len(lines) else []


def coloured(text: str) -> list[StyleAndTextTuples]:
    """The lines of a text, each as pieces with their styles."""
    lines: list[StyleAndTextTuples] = [[]]
    for style, piece in _pieces(text):
        first, *more = piece.split("\n")
        lines[-1].append((style, first))
        lines += [[(style, line)] for line in more]
    return lines


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    if text.startswith("."):
        yield "class:command", text
        return
    prefixes = declared_prefixes(list(tokens(text)))
    position = 0
    while position < len(text):
        token = token_at(text, position)
        position = token.end
        yield _style(token, prefixes), token.text


def _style(token: Token, prefixes: Collection[str]) -> str:
    if token.is_word(*KEYWORDS) or token.text == "a":
        return "class:keyword"
    if token.is_word(*FUNCTIONS):
        return "class:function"
    if token.kind == "name":
        prefix, _, local = token.text.partition(":")
        if prefix not in prefixes or (prefix == "cg" and local not in _KNOWN):
            return "class:unknown"
    return f"class:{_CLASSES[token.kind]}" if token.kind in _CLASSES else ""
