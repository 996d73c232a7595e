"""Whether a person is a man or a woman, as far as title, role, given name or the authority file tells."""

from collections.abc import Iterable

from graph.actors.authority import Authority
from graph.actors.spelling import family_first, name_words
from graph.actors.tables import pairs
from graph.model import Actor


def gender(actor: Actor, titles: Iterable[str], roles: Iterable[str], authority: Authority) -> str | None:
    """The letter m or f, or None where nothing tells."""
    known = authority.gender.get(actor.id)
    if known:
        return known
    told = {pairs("titles").get(t, "-") for t in titles} | {pairs("roles").get(r, "-") for r in roles}
    told.discard("-")
    if len(told) == 1:
        return told.pop()
    given = name_words(actor.label)
    if len(given) < 2 or family_first(given):
        return None
    return pairs("given_names").get(given[0]) or pairs("first_names").get(given[0])
