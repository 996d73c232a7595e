"""The columns of SELECT *: in the order in which the query first names them; the engine has them by the alphabet."""

from graph.errors import QueryError
from graph.sparql.forms import asks_elsewhere
from graph.sparql.tokens import Token, tokens
from graph.vocabulary import PREFIXES


def in_order(query: str, written: str = "") -> str:
    """The query with the columns named that its outermost SELECT * stands for; another query as it was.

    `written` is the query as it was before something was bound in it. Which variables can be seen from without is the
    engine's to say, which is asked of an empty store.

    >>> in_order("SELECT * { ?z cg:opposes ?a FILTER NOT EXISTS { ?z cg:doubts ?b } }")
    'SELECT ?z ?a { ?z cg:opposes ?a FILTER NOT EXISTS { ?z cg:doubts ?b } }'
    """
    found = list(tokens(query))
    star = _star(found)
    if star is None or asks_elsewhere(query):
        return query
    names = (token for token in tokens(written or query) if token.kind == "variable")
    named = dict.fromkeys(token.text[1:] for token in names)
    seen = _seen(query)
    if not seen or not seen <= named.keys():
        return query
    columns = " ".join(f"?{name}" for name in named if name in seen)
    return f"{query[: star.start]}{columns}{query[star.end :]}"


def _star(found: list[Token]) -> Token | None:
    """The star of the first SELECT, which is the outermost."""
    start = next((index for index, token in enumerate(found) if token.is_word("SELECT")), None)
    if start is None:
        return None
    after = [token for token in found[start + 1 : start + 3] if not token.is_word("DISTINCT", "REDUCED")]
    first_brace = next((token.start for token in found if token.text == "{" and token.kind == "sign"), 0)
    star = next(iter(after), None)
    return star if star and star.text == "*" and star.kind == "sign" and star.start < first_brace else None


def _seen(query: str) -> set[str]:
    from pyoxigraph import QuerySolutions, Store

    try:
        answer = Store().query(query, prefixes=PREFIXES)
    except (SyntaxError, ValueError, RuntimeError, OSError, QueryError):
        return set()  # what is wrong with it is said where it is run
    return {variable.value for variable in answer.variables} if isinstance(answer, QuerySolutions) else set()
