"""Slips in what stands around the pattern: the columns, and ORDER BY, GROUP BY and LIMIT."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.querying.slips.slip import Slip
from graph.sparql.keywords import FUNCTIONS, KEYWORDS
from graph.sparql.tokens import Token

_AFTER_GROUP = ("HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES")
_AGGREGATES = ("COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT")


def top(query: str, found: Sequence[Token]) -> Slip | None:
    """TOP 10, as in SQL."""
    for token, after in pairwise(found):
        if token.is_word("TOP") and after.kind == "number":
            return Slip(f"there is no {token.text}: write LIMIT {after.text} at the end", token.start)
    return None


def commas_between_columns(query: str, found: Sequence[Token]) -> Slip | None:
    """SELECT ?a, ?b."""
    for columns in _columns(found):
        depth = 0
        for token in columns:
            depth += (token.text == "(") - (token.text == ")") if token.kind == "sign" else 0
            if token.text == "," and token.kind == "sign" and depth == 0:
                return Slip("no comma stands between columns: a space is enough, as in SELECT ?a ?b", token.start)
    return None


def column_without_as(query: str, found: Sequence[Token]) -> Slip | None:
    """A count or another function among the columns without brackets or without a name."""
    for columns in _columns(found):
        for index, token in enumerate(columns):
            before = columns[index - 1].text if index else ""
            if token.is_word(*FUNCTIONS, "AS") and before != "(" and not _within(columns, index):
                return Slip(_example(token), token.start)
            if before == "(" and token.is_word(*_AGGREGATES) and not _named(columns, index - 1):
                return Slip(_example(token), token.start)
    return None


def no_variable(query: str, found: Sequence[Token]) -> Slip | None:
    """A word where a variable is meant: among the columns, after BY, after AS."""
    known = {token.text[1:] for token in found if token.kind == "variable"}
    columns = {token.start for some in _columns(found) for token in some}
    for before, token in pairwise(found):
        if token.kind != "word" or token.is_word(*KEYWORDS, *FUNCTIONS):
            continue
        here = before.is_word("BY") or token.start in columns
        if before.is_word("AS") or (here and token.text in known):
            return Slip(f"a variable begins with a question mark: ?{token.text}", token.start)
    return None


def no_number(query: str, found: Sequence[Token]) -> Slip | None:
    """LIMIT or OFFSET with what is no whole number, or LIMIT 10, 20."""
    for index, token in enumerate(found[:-1]):
        if token.is_word("LIMIT", "OFFSET"):
            after, behind = found[index + 1], found[index + 2 : index + 3]
            if after.kind != "number" or not after.text.isdigit():
                return Slip(f"{token.text} needs a whole number after it, as in {token.text} 10", after.start)
            if behind and behind[0].text == ",":
                return Slip("LIMIT takes one number: write LIMIT 10 OFFSET 20", behind[0].start)
    return None


def without_by(query: str, found: Sequence[Token]) -> Slip | None:
    """ORDER or GROUP without BY, FILTER, HAVING or DESC without brackets, and EXISTS without braces."""
    for token, after in pairwise(found):
        if token.is_word("ORDER", "GROUP") and not after.is_word("BY"):
            return Slip(f"{token.text} needs BY after it", after.start)
        if token.is_word("FILTER", "BIND") and after.kind in ("variable", "number", "string"):
            return Slip(f"{token.text} needs brackets round what follows", after.start)
        if token.is_word("DESC", "ASC") and after.text != "(":
            return Slip(f"{token.text} needs brackets round what follows: {token.text}({after.text})", after.start)
        if token.is_word("HAVING") and after.text != "(":
            return Slip("HAVING needs brackets round what follows, as in HAVING (COUNT(?a) > 1)", after.start)
        if token.is_word("EXISTS", "OPTIONAL", "UNION", "MINUS") and after.text != "{":
            return Slip(f"{token.text} needs braces round what follows: {token.text} {{ ... }}", after.start)
    return None


def ungrouped(query: str, found: Sequence[Token]) -> Slip | None:
    """A column beside a count that is not grouped by."""
    grouped = {token.text[1:] for by in _grouping(found) for token in by if token.kind == "variable"}
    selects = list(_columns(found))
    for columns in selects:
        counts = any(token.is_word(*_AGGREGATES) for token in columns)
        for index, token in enumerate(columns):
            plain = token.kind == "variable" and not _within(columns, index)
            if plain and token.text[1:] not in grouped and (counts or (grouped and len(selects) == 1)):
                said = f"beside a count or GROUP BY, {token.text} must be grouped by: GROUP BY {token.text} at the end"
                return Slip(said, token.start)
    return None


def assigned(query: str, found: Sequence[Token]) -> Slip | None:
    """BIND(?name = ...), where the name comes last."""
    for index, token in enumerate(found):
        equals = next(iter(found[index + 3 : index + 4]), None)
        if token.is_word("BIND") and equals and equals.text == "=" and not _named(found, index + 1):
            return Slip("BIND writes the name last, as in BIND(?value AS ?name)", equals.start)
    return None


def _columns(found: Sequence[Token]) -> Iterator[list[Token]]:
    """What stands between each SELECT and its pattern."""
    for index, token in enumerate(found):
        if token.is_word("SELECT"):
            columns: list[Token] = []
            for one in found[index + 1 :]:
                if one.is_word("WHERE", "FROM") or (one.text == "{" and one.kind == "sign"):
                    break
                columns.append(one)
            yield columns


def _grouping(found: Sequence[Token]) -> Iterator[list[Token]]:
    """What stands behind each GROUP BY, up to what ends it."""
    for index, (token, after) in enumerate(pairwise(found)):
        if token.is_word("GROUP") and after.is_word("BY"):
            ends = (i for i, t in enumerate(found) if i > index and (t.text == "}" or t.is_word(*_AFTER_GROUP)))
            yield list(found[index + 2 : next(ends, len(found))])


def _within(columns: Sequence[Token], index: int) -> bool:
    """Whether brackets are open here."""
    signs = [token.text for token in columns[:index] if token.kind == "sign"]
    return signs.count("(") > signs.count(")")


def _named(columns: Sequence[Token], opened: int) -> bool:
    """Whether an AS stands within the brackets that open here."""
    depth = 0
    for token in columns[opened:]:
        if token.is_word("AS") and depth == 1:
            return True
        depth += (token.text == "(") - (token.text == ")") if token.kind == "sign" else 0
        if depth == 0:
            return False
    return False


def _example(token: Token) -> str:
    if token.is_word("AS"):
        return "brackets stand round a column that AS names: write (... AS ?name)"
    return f"a column that is made needs brackets and a name: write ({token.text}(...) AS ?name)"
