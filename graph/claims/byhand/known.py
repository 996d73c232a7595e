"""Whom a coder's name means: the authority's actor of that name or IRI and of a fitting kind; and where names stand."""

import re
from collections.abc import Collection, Iterator, Mapping

from graph.actors import Authority
from graph.model import Actor, Article, Kind, Span


def known_actor(authority: Authority, label: str, minted: str, kinds: Collection[Kind]) -> Actor | None:
    """The one listed actor that a name means; `minted` is the IRI that the name would get."""
    named = {m.actor for m in authority.named(label) if m.kind == "name"}
    ids = [authority.same.get(minted, minted), *(named if len(named) == 1 else ())]
    known = (authority.actors.get(one) for one in ids)
    return next((actor for actor in known if actor and actor.kind in kinds), None)


def places_of(names: Mapping[str, str], article: Article, span: Span) -> Iterator[tuple[Span, str]]:
    """Where names stand in a span of an article, the longest first, with the actors that they mean."""
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    for match in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", span.text) if names else ():
        yield article.span(span.start + match.start(), span.start + match.end()), names[match.group()]
