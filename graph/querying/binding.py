"""A query with its parameters bound by VALUES and its rows limited; the rest of its text stays as it was."""

from collections.abc import Mapping
from functools import lru_cache

from graph.errors import InputError
from graph.querying.terms import Term
from graph.sparql.forms import variables_of
from graph.sparql.tokens import Token, tokens

_FORMS = ("SELECT", "ASK", "DESCRIBE", "CONSTRUCT")
_MOST = 10**18  # an engine reads no greater number after LIMIT
_PAIRS = {"{": "}", "(": ")", "[": "]"}


def bind(query: str, values: Mapping[str, Term]) -> str:
    """Bind variables at the beginning of the query's pattern and of each group within it in which they stand.

    A group is evaluated before it is joined with what is around it, so that it has to know by itself what is asked:
    OPTIONAL and nested SELECT would else go through the whole store.

    >>> from pyoxigraph import NamedNode
    >>> bind("ASK { ?who a cg:Person }", {"who": NamedNode("urn:x")})
    'ASK { VALUES ?who { <urn:x> } ?who a cg:Person }'

    :raises InputError: for a name that is no variable of the query.
    """
    if not values:
        return query
    names = variables_of(query)
    for name in values:
        if name not in names:
            asked = ", ".join(sorted(names)) or "none"
            raise InputError(f"The query has no variable ?{name} that could be given a value; it has: {asked}.")
    places = _places(query)
    if not places:  # DESCRIBE ?who, CONSTRUCT WHERE {...}
        text = "".join(_values(name, term) for name, term in values.items())
        where = any(token.is_word("WHERE") for token in tokens(query))
        return f"{query}\n{text}" if where else f"{query}\nWHERE {{{text} }}"
    for number, (place, standing) in enumerate(reversed(places), start=1):
        outermost = number == len(places)
        text = "".join(_values(name, term) for name, term in values.items() if outermost or name in standing)
        query = query[:place] + text + query[place:]
    return query


@lru_cache(maxsize=128)
def _places(query: str) -> tuple[tuple[int, frozenset[str]], ...]:
    """Where the outermost pattern and each group within it begins, and the variables that stand there."""
    found = list(tokens(query))
    outermost = next(iter(_groups(found)), None)
    if outermost is None:
        return ()
    standing = _standing(found)
    opened = sorted({outermost[0], *(brace for brace in standing if brace > outermost[0])})
    return tuple((found[brace].end, frozenset(standing.get(brace, ()))) for brace in opened)


def limited(query: str, rows: int) -> str:
    """The query with at most so many solutions, or as few as it asks for itself.

    >>> limited("SELECT * { ?s ?p ?o } LIMIT 50", 10), limited("ASK { }", 10)
    ('SELECT * { ?s ?p ?o } LIMIT 10', 'ASK { } LIMIT 10')
    """
    found, rows = list(tokens(query)), min(rows, _MOST)
    tail = _tail(found)
    for word, number in zip(found[tail:], found[tail + 1 :], strict=False):
        if word.is_word("LIMIT") and number.kind == "number":
            fewer = min(rows, int(number.text))
            return f"{query[: number.start]}{fewer}{query[number.end :]}"
    values = next((token for token in found[tail:] if token.is_word("VALUES")), None)
    place = values.start if values else found[-1].end
    return f"{query[:place]} LIMIT {rows}{' ' if values else ''}{query[place:]}"


def _values(name: str, term: Term) -> str:
    return f" VALUES ?{name} {{ {term} }}"


def _groups(found: list[Token]) -> list[tuple[int, int]]:
    """Where the pattern of each SELECT, ASK, DESCRIBE or CONSTRUCT opens and closes, as indices of tokens."""
    groups = []
    for index, token in enumerate(found):
        if token.is_word(*_FORMS):
            opened = _opening(found, index)
            if opened is not None:
                groups.append((opened, _closing(found, opened)))
    return groups


def _standing(found: list[Token]) -> dict[int, set[str]]:
    """The variables that stand in each group itself, by the brace that opens it."""
    standing: dict[int, set[str]] = {}
    opened: list[int] = []
    data = -1  # the end of a block of VALUES, which is no group
    for index, token in enumerate(found):
        if token.is_word("VALUES"):
            brace = next((i for i in range(index, len(found)) if found[i].text == "{"), index)
            data = _closing(found, brace)
        elif index <= data:
            continue
        elif token.text == "{" and token.kind == "sign":
            opened.append(index)
        elif token.text == "}" and token.kind == "sign" and opened:
            opened.pop()
        elif token.kind == "variable" and opened and not found[opened[-1] + 1].is_word("SELECT"):
            standing.setdefault(opened[-1], set()).add(token.text[1:])
    return standing


def _opening(found: list[Token], form: int) -> int | None:
    """The brace that opens the pattern after a form; None where there is none that VALUES may stand in."""
    index = form + 1
    if found[form].is_word("CONSTRUCT"):
        if index < len(found) and found[index].text != "{":
            return None  # the short form: its pattern is its template
        index = _closing(found, index) + 1
    while index < len(found):
        text = found[index].text
        if text == "{":
            return index
        if text == "(":  # an expression, which may hold braces of its own
            index = _closing(found, index)
        elif text == "}":
            return None
        index += 1
    return None


def _closing(found: list[Token], opened: int) -> int:
    """The bracket that closes one."""
    depth = 0
    for index in range(opened, len(found)):
        if found[index].kind == "sign":
            depth += (found[index].text in _PAIRS) - (found[index].text in _PAIRS.values())
            if depth == 0:
                return index
    return len(found) - 1


def _tail(found: list[Token]) -> int:
    """The first token after the outermost pattern."""
    groups = _groups(found)
    if groups:
        return groups[0][1] + 1
    braces = [index for index, token in enumerate(found) if token.text == "{" and token.kind == "sign"]
    return _closing(found, braces[0]) + 1 if braces else len(found)
