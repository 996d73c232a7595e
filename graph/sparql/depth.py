"""How deep and how long a text of SPARQL is, since the engine reads and plans by recursion and may die of it."""

from collections import Counter
from functools import lru_cache

from graph.errors import QueryError
from graph.sparql import levels as cost
from graph.sparql.levels import GROUPS, NO_ROW, OPENERS, Level, kind_of, opener_of
from graph.sparql.tokens import Token, tokens

MOST = 1000  # units: two thirds of 1 MB, the smallest stack that threads commonly have
_REMEMBERED = 10_000  # characters of a text that may well be asked again
_TERMS = ("iri", "string", "variable", "node", "name", "number", "language")
_NO_CALL = ("A", "TRUE", "FALSE")  # words that no bracket belongs to
_NOTHING = Token("sign", "", 0)


def refuse_deep(text: str, what: str = "query") -> None:
    """:raises QueryError: where a query or an update is too deep or too long for the engine.

    >>> refuse_deep("ASK { FILTER(1 IN (1, 2, 3)) }")
    >>> refuse_deep("ASK " + "{" * 500 + "}" * 500)
    Traceback (most recent call last):
        ...
    graph.errors.QueryError: The query has 500 '{' in each other, which may be too deep for the engine: say it in parts.
    """
    if fault := _remembered(text) if len(text) < _REMEMBERED else _fault(text):
        raise QueryError(f"The {what} has {fault}.")


def _fault(text: str) -> str | None:
    walk, before, token = _Walk(), _NOTHING, _NOTHING
    for after in tokens(text):
        if fault := walk.take(before, token, after):
            return fault
        before, token = token, after
    return walk.take(before, token, _NOTHING) or walk.end()


_remembered = lru_cache(maxsize=64)(_fault)


class _Walk:
    """The brackets that are open at some token."""

    def __init__(self) -> None:
        self.levels = [Level("outside", "")]
        self.opened: Counter[str] = Counter()
        self.deepest: Counter[str] = Counter()
        self.longest = NO_ROW
        self.word = ""  # the last since a brace was closed, in capitals

    def take(self, before: Token, token: Token, after: Token) -> str | None:
        """Go over a token; what is wrong where it closes too much."""
        level = self.levels[-1]
        if level.kind == "terms" and _begins(token) and _ends(before):
            level.add("items of a list", cost.ITEM)
        if token.kind == "sign":
            return self._take_sign(level, before, token.text, after)
        if token.kind == "word":
            self._note_word(token.text.upper())
        return None

    def _take_sign(self, level: Level, before: Token, sign: str, after: Token) -> str | None:
        if sign in ("(", "{", "["):
            self._open(before, sign)
        elif sign in (")", "}", "]"):
            return self._close(sign, after)
        elif not (sign == "!" and after.text == "="):  # a comparison, which is at the end of each branch
            level.count_sign(sign)
        return None

    def end(self) -> str | None:
        """What is wrong with the whole, where brackets may still be open."""
        while len(self.levels) > 1:
            if fault := self._close("", _NOTHING):
                return fault
        self.longest = max(self.longest, *self.levels[0].seen.values(), NO_ROW)
        return self._said() if self.levels[0].height > MOST else None

    def _note_word(self, word: str) -> None:
        self.word = word
        if word == "FILTER":
            self.levels[-1].add(word, cost.FILTER)
        elif word == "AS":  # what it names is known to the group around the bracket
            self.levels[-2:][0].add(word, cost.AS)

    def _open(self, before: Token, bracket: str) -> None:
        level = self.levels[-1]
        called = before.kind == "word" and before.text.upper() not in _NO_CALL
        if level.kind in ("group", "terms") and bracket != "(" and self.word != "EXISTS":
            level.add(self.word if self.word in GROUPS else "patterns", GROUPS.get(self.word, cost.PATTERN))
        elif level.kind == "outside" and bracket == "(":
            level.add("keys", cost.KEY)
        kind = kind_of(level.kind, bracket, self.word, called)
        new = Level(kind, opener_of(kind, bracket, self.word, called or before.kind in ("iri", "name")))
        self.levels.append(new)
        self.opened[new.opener] += 1
        self.deepest[new.opener] = max(self.deepest[new.opener], self.opened[new.opener])

    def _close(self, bracket: str, after: Token) -> str | None:
        if len(self.levels) == 1:
            return None
        inner, outer = self.levels.pop(), self.levels[-1]
        self.opened[inner.opener] -= 1
        self.longest = max(self.longest, *inner.seen.values(), NO_ROW)
        if bracket == "}":
            self.word = ""
        if inner.kind == "terms" and after.text in ("*", "+", "?"):
            inner.cost += cost.REPEATED
        if inner.height > MOST:
            return self._said()
        if inner.kind == "terms" or inner.opener == "[":  # its triples are of the group around it
            outer.row += inner.row
            inner.row = 0
        outer.below = max(outer.below, inner.height)
        return None

    def _said(self) -> str:
        """What is wrong: brackets in each other, or a long row, whichever takes more."""
        deepest = max(self.deepest, key=lambda opener: self.deepest[opener] * OPENERS[opener], default="(")
        times = self.deepest[deepest]
        if times * OPENERS[deepest] >= self.longest.units:
            return f"{times:,} {_shown(deepest)} in each other, which may be too deep for the engine: say it in parts"
        _, times, what = self.longest
        times = times // 2 if what in ("||", "&&") else times  # of two signs each
        said = f"{times:,} {_shown(what)} in a row, which may be too long for the engine"
        return f"{said}: use IN or VALUES, or say it in parts"


def _begins(token: Token) -> bool:
    return token.kind in _TERMS[:-1] or token.text.lower() in ("true", "false", "(", "[")


def _ends(token: Token) -> bool:
    return token.kind in _TERMS or token.text.lower() in ("true", "false", ")", "]")


def _shown(what: str) -> str:
    return what if what[0].isalpha() else repr(what)
