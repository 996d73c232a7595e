"""How a pattern reads: with what is to be put in for its slots, or at its shortest."""

import re

from graph.querying.saved import Query

PLACE = re.compile(r'"?\{(?:any:)?(\w+)\}"?')


def plainest(text: str) -> str:
    """A pattern at its shortest: nothing that may be left out, the first of each choice.

    >>> plainest("who [(is|has)] {stance} (the idea|the plan) [of {who}]")
    'who {stance} the idea'
    """
    while (shorter := re.sub(r"\[[^\[\]()]*\]|\(([^\[\]()|]*)(?:\|[^\[\]()]*)?\)", r"\1", text)) != text:
        text = shorter
    return " ".join(text.split())


def spelled(query: Query, text: str) -> str:
    """A pattern with the types of its values in capitals, as ACTOR and PROPOSAL.

    >>> spelled(Query("", params=()), "what is this")
    'what is this'
    """
    types = {param.name: param.type for param in query.params}
    return PLACE.sub(lambda match: _spelled(match, types.get(match[1], match[1])), text)


def first_way(query: Query) -> str:
    """The first way of asking for a query, at its shortest."""
    return spelled(query, plainest(query.asks[0].partition("->")[0]))


def _spelled(match: re.Match[str], kind: str) -> str:
    word = {"text": "WORDS", "integer": "NUMBER"}.get(kind, kind.upper())
    return f'"{word}"' if match[0].startswith('"') else word
