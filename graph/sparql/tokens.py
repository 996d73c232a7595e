"""The tokens of SPARQL: strings, comments, IRIs, prefixed names, variables and words told apart.

By the terminals of SPARQL 1.1 Query Language, section 19.8. Two readings are possible where `<` may begin an IRI or be
the less-than sign ("?a<?b&&?c>?d"); `tokens` takes the longest, as the specification says, `readings` follows both,
as a parser that goes by context may.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, cast

Kind = Literal["space", "comment", "iri", "string", "variable", "node", "name", "language", "number", "word", "sign"]

# the letters and digits of Unicode; the ranges of the specification say nearly the same, and take 60 ms to compile
_LETTER = r"[^\W\d_]"
_NAME = r"[\w\u00b7\u200c\u200d\u203f\u2040]"
_CHAR = r"[\w\u00b7\u200c\u200d\u203f\u2040-]"
_ESCAPED = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_PATTERNS: dict[Kind, str] = {
    "space": r"[ \t\r\n]+",
    "comment": r"#[^\r\n]*",
    "iri": r"<(?:[^<>\"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>",
    "string": r"'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'(?:[^'\\\r\n]|\\.)*'"
    r'|"(?:[^"\\\r\n]|\\.)*"',
    "variable": rf"[?$]\w{_NAME}*",
    "node": rf"_:\w(?:{_CHAR}|\.+(?={_CHAR}))*",
    "name": rf"(?:{_LETTER}(?:{_CHAR}|\.+(?={_CHAR}))*)?:"
    rf"(?:(?:[\w:]|{_ESCAPED})(?:{_CHAR}|:|{_ESCAPED}|\.+(?={_CHAR}|:|{_ESCAPED}))*)?",
    "language": r"@[A-Za-z]+(?:-+[A-Za-z0-9]+)*",
    "number": r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?",
    "word": r"[A-Za-z][A-Za-z0-9_]*",
    "sign": r".",
}
_SHORT = 10_000  # characters of a text whose tokens are kept
_TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS.items()), re.DOTALL)


class Token(NamedTuple):
    """A piece of a query: `text == query[start:start + len(text)]`.

    A named tuple, as all records of this room: a query shall start quickly, and each dataclass takes a millisecond.
    """

    kind: Kind
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these keywords, in whatever case."""
        return self.kind == "word" and self.text.upper() in words


def tokens(query: str) -> Iterator[Token]:
    """The tokens of a query without its spaces and comments; what is no token is a sign by itself.

    >>> [t.text for t in tokens('ASK { ?s cg:of "a # b" # end')]
    ['ASK', '{', '?s', 'cg:of', '"a # b"']
    """
    return iter(_kept(query)) if len(query) < _SHORT else _read(query)


@lru_cache(maxsize=128)
def _kept(query: str) -> tuple[Token, ...]:
    """The tokens of a short text, which is looked at in several ways and perhaps asked again."""
    return tuple(_read(query))


def _read(query: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(query):  # each begins where the last ended, since "sign" matches any character
        kind: Kind = match.lastgroup  # type: ignore[assignment]  # the patterns' names are the kinds
        if kind not in ("space", "comment"):
            yield Token(kind, match.group(), match.start())


def readings(query: str, prefixes: Collection[str]) -> Iterator[Token]:
    """Every token of every reading of the query; each position is read once, so that the work is linear."""
    todo, seen = [0], set[int]()
    while todo:
        position = todo.pop()
        if position in seen or position >= len(query):
            continue
        seen.add(position)
        token = token_at(query, position)
        yield token
        todo.append(token.end)
        if token.kind == "iri" and _may_be_compared(query, position + 1, prefixes):
            todo.append(position + 1)


def token_at(query: str, position: int) -> Token:
    """The longest token that starts here."""
    match = _TOKEN.match(query, position)
    assert match is not None  # "sign" matches any character
    return Token(cast(Kind, match.lastgroup), match.group(), position)


def _may_be_compared(query: str, position: int, prefixes: Collection[str]) -> bool:
    """Whether an expression can begin here: not if what stands here is a name with a prefix that nobody declared."""
    token = token_at(query, position)
    return token.kind != "name" or token.text.partition(":")[0] in prefixes
