"""The party that a letter behind a name tells, as news of the United States has it: "X (R-Idaho)", "Y, D-N.Y.,"."""

import re
from collections.abc import Iterable, Iterator, Mapping

from graph.actors.authority import Authority
from graph.actors.held import Held
from graph.actors.linking import Link
from graph.language import Parsed, start_of
from graph.model import Kind
from graph.vocabulary import Minter

_LETTER = re.compile(r"(?:\s\(|, )(?P<letter>[DR])-[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}\)?")
_PARTIES = {"D": "Democratic Party", "R": "Republican Party"}


def party_letters(
    parsed: Parsed, links: Iterable[Link], kinds: Mapping[str, Kind], authority: Authority, minter: Minter
) -> Iterator[Held]:
    """Each person with a letter behind the name, as one of a party that is listed."""
    text = parsed.article.text
    for found in links:
        span = found.mention.span
        told = _LETTER.match(text, span.end) if kinds[found.mention.actor] == "Person" else None
        if told is None:
            continue
        party = minter.actor("Organization", _PARTIES[told["letter"]])
        if party in authority.actors:
            at = start_of(found.found.tokens[0])
            yield Held(found.mention.actor, "", "", (party,), at, parsed.article.span(span.start, told.end()))
