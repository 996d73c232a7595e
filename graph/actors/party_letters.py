"""The party that is told behind a name: "X (R-Idaho)", "Y, D-N.Y.,", "Z (Labour, Example North)"."""

import re
from collections.abc import Iterable, Iterator, Mapping

from graph.actors.authority import Authority
from graph.actors.held import Held
from graph.actors.linking import Link
from graph.actors.tables import words
from graph.language import Parsed, start_of
from graph.model import Actor, Kind
from graph.vocabulary import Minter

_LETTER = re.compile(r"(?:\s\(|, )(?P<letter>[DR])-[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}\)?")
_WORD = re.compile(r"\s\((?P<party>[A-Z][\w-]+)(?:[,;] [^()\n]{2,60})?\)")
_PARTIES = {"D": "Democratic Party", "R": "Republican Party"}


def parties_told(
    parsed: Parsed, links: Iterable[Link], kinds: Mapping[str, Kind], authority: Authority, minter: Minter
) -> Iterator[tuple[Held, Actor]]:
    """Each person with a party behind the name, as one of it, and the party."""
    text = parsed.article.text
    for found in links:
        span = found.mention.span
        if kinds[found.mention.actor] != "Person":
            continue
        if told := _LETTER.match(text, span.end):
            party = authority.actors.get(minter.actor("Organization", _PARTIES[told["letter"]]))
        elif told := _WORD.match(text, span.end):
            party = party_called(told["party"], authority, minter)
        else:
            continue
        if party is not None:
            at = start_of(found.found.tokens[0])
            evidence = parsed.article.span(span.start, told.end())
            yield Held(found.mention.actor, "", "", (party.id,), at, evidence), party


def party_called(word: str, authority: Authority, minter: Minter) -> Actor | None:
    """The party that a word names: Labour, the Conservatives for "Conservative", else a listed party's adjective."""
    known = words("party_names") | words("parties")
    label = next((name for name in (word, f"{word}s") if name in known), None)
    if label is None:
        return authority.actors.get(minter.actor("Organization", f"{word} Party"))
    return Actor(minter.actor("Organization", label), label, "Organization")
