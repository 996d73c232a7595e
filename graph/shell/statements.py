"""When a text is a whole question, and a stream of lines as questions."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from graph.sparql.forms import READING, form_of
from graph.sparql.tokens import Token, tokens

_OPENING, _CLOSING = "{([", "})]"
# what cannot be the last word: something has to come
_WANTING = ("WHERE", "FROM", "NAMED", "ORDER", "GROUP", "BY", "HAVING", "LIMIT", "OFFSET", "VALUES", "ASC", "DESC")


def depth(found: Iterable[Token]) -> int:
    """How many brackets are open at the end; below 0 where more are closed than were opened.

    >>> depth(tokens("SELECT * { ?s ?p [ # }"))
    2
    """
    signs = [token.text for token in found if token.kind == "sign"]
    return sum((sign in _OPENING) - (sign in _CLOSING) for sign in signs)


def is_whole(text: str) -> bool:
    """Whether a text may be run as it stands: nothing is open, and it can end here.

    >>> is_whole("SELECT * {"), is_whole("SELECT * { }"), is_whole("SELECT * { } ORDER BY")
    (False, True, False)
    """
    found = list(tokens(text))
    return not _in_long_text(found) and _whole(found)


def _whole(found: Sequence[Token]) -> bool:
    if not found or depth(found) > 0:
        return False
    if _is_end(found[-1]) or depth(found) < 0:
        return True
    form = form_of(found)
    if form in READING:
        return not found[-1].is_word(*_WANTING) and _has_pattern(found, form) and _has_values(found)
    return not found[0].is_word("PREFIX", "BASE")  # these want a query; of anything else it is said what is wrong


def without_end(text: str) -> str:
    """The text without the semicolon that ends it.

    >>> without_end("ASK { } ; # why")
    'ASK { } '
    """
    found = list(tokens(text))
    return text[: found[-1].start] if found and _is_end(found[-1]) and depth(found) <= 0 else text


def statements(lines: Iterable[str]) -> Iterator[str]:
    """The questions in a stream: each ends with a semicolon at a line's end, or with a blank line after a whole one.

    Within brackets neither ends anything. A line that begins with a dot, where a question could begin, is a command.

    >>> list(statements(["ASK { ?s ?p 1 ;", "?q 2 } ;", ".limit 3", "SELECT *", "", "{ }", "", "ASK {}"]))
    ['ASK { ?s ?p 1 ;\\n?q 2 }', '.limit 3', 'SELECT *\\n\\n{ }', 'ASK {}']
    """
    kept: list[str] = []
    found: list[Token] = []  # of what is kept; each line is looked at once, unless a text goes over several
    long = False
    for line in (line.rstrip("\r\n") for line in lines):
        if line.startswith(".") and not found:
            yield line.rstrip()
            kept = []
            continue
        kept.append(line)
        fresh = list(tokens("\n".join(kept) if long else line))
        found, long = fresh if long else found + fresh, _in_long_text(fresh)
        ended = found and _is_end(found[-1]) if fresh else not line.strip()
        if ended and not long and _whole(found):
            yield without_end("\n".join(kept)).rstrip()
            kept, found = [], []
    if found:
        yield "\n".join(kept)


def _is_end(token: Token) -> bool:
    return token.kind == "sign" and token.text == ";"


def _in_long_text(found: Sequence[Token]) -> bool:
    """Whether a text in three quotation marks has begun and not ended."""
    return any(a.text in ("''", '""') and b.text == a.text[0] and a.end == b.start for a, b in pairwise(found))


def _has_pattern(found: Sequence[Token], form: str) -> bool:
    """Whether there are as many groups as the form needs."""
    groups = _groups(found)
    index = next(i for i, token in enumerate(found) if token.is_word(form))
    after = found[index + 1].text if index + 1 < len(found) else ""
    if form == "CONSTRUCT" and after == "{":
        return groups >= 2
    if form == "DESCRIBE" and groups == 0:
        return any(token.kind in ("iri", "name") for token in found[index + 1 :])
    return groups >= 1


def _has_values(found: Sequence[Token]) -> bool:
    last = max((i for i, token in enumerate(found) if token.is_word("VALUES")), default=None)
    return last is None or any(token.text == "{" for token in found[last:])


def _groups(found: Sequence[Token]) -> int:
    """How many groups stand side by side, outermost."""
    open_now = count = 0
    for token in found:
        if token.kind == "sign" and token.text in "{}":
            count += open_now == 0 and token.text == "{"
            open_now += 1 if token.text == "{" else -1
    return count
