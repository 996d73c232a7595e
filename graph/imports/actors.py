"""Names of codings to actors: those of the authority file, those that the store knows, and new ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from graph.actors import Authority
from graph.actors.plausible import full_name, given_name, is_organization
from graph.actors.spelling import is_acronym
from graph.actors.tables import pairs
from graph.claims.byhand.known import known_actor
from graph.imports.mapping import Words
from graph.model import Actor, Kind
from graph.networks.select import one_each, rows, several
from graph.store import Store
from graph.vocabulary import Minter

_PERSON: tuple[Kind, ...] = ("Person",)
_BODIES: tuple[Kind, ...] = ("Organization", "Country", "Group")
_ALL: tuple[Kind, ...] = get_args(Kind)


class Names:
    """Finds the actor of a name; the same name gives the same actor in every document of a run."""

    def __init__(self, store: Store, authority: Authority, minter: Minter, words: Words) -> None:
        self._authority, self._minter, self._words = authority, minter, words
        self._held = _held(store)

    def person(self, name: str) -> Actor:
        """Who a name of a person means."""
        return self._actor(name, self._words.kinds.get(name, "Person"), _PERSON)

    def body(self, name: str) -> Actor:
        """Which organisation, country or group a name means."""
        return self._actor(name, self._words.kinds.get(name, "Organization"), _BODIES)

    def actor(self, name: str, kind: Kind | None) -> Actor:
        """Whom a name means, of a kind or of the one that the name speaks for."""
        told = kind or self._words.kinds.get(name)
        return self._actor(name, told or kind_of(name) or self._words.kind or "Organization", (told,) if told else _ALL)

    def _actor(self, name: str, kind: Kind, kinds: Sequence[Kind]) -> Actor:
        """The authority's actor, the store's, or a new one; a country that nobody knows has no code, and is a body."""
        label = " ".join(name.split())
        minted = self._minter.actor(kind if kind != "Country" else "Organization", label)
        wanted = (kind,) if name in self._words.kinds else kinds
        known = known_actor(self._authority, label, minted, wanted) or self._of_seat(label, wanted)
        if known is None:
            held = [a for a in self._held.get(label.casefold(), ()) if a.kind in wanted]
            known = held[0] if len(held) == 1 else next((a for a in held if a.id == minted), None)
        if known is None:
            return Actor(minted, label, kind if kind != "Country" else "Organization")
        return replace(known, aliases=tuple(sorted({*known.aliases, label} - {known.label})))

    def _of_seat(self, name: str, kinds: Sequence[Kind]) -> Actor | None:
        """The country whose government a capital stands for."""
        seats = {m.actor for m in self._authority.named(name) if m.kind == "seat"} if "Country" in kinds else set()
        return self._authority.actors.get(seats.pop()) if len(seats) == 1 else None


def kind_of(name: str) -> Kind | None:
    """The kind that a name speaks for, as far as its words tell.

    >>> kind_of("Ministry of Ports"), kind_of("union officials"), kind_of("Mara Lind"), kind_of("賴清德")
    ('Organization', 'Group', 'Person', None)
    """
    parts = name.split()
    if not parts:
        return None
    if is_organization(name) or (len(parts) == 1 and is_acronym(name)):
        return "Organization"
    if name[0].islower() or pairs("groups").get(parts[-1].lower()) == "people":
        return "Group"
    return "Person" if full_name(name) and (given_name(parts[0]) or len(parts) <= 3) else None


def _held(store: Store) -> Mapping[str, list[Actor]]:
    """The actors of a store by their names in lower case."""
    aliases = several(store, "aliases", "label")
    found: dict[str, list[Actor]] = {}
    for row in one_each(rows(store, "actors")):
        kind = next((k for k in _ALL if row["kind"].endswith(f"#{k}")), None)
        if kind and "label" in row:
            notation = row["id"].rpartition("/")[2] if kind == "Country" else None
            actor = Actor(row["id"], row["label"], kind, aliases.get(row["id"], ()), notation=notation)
            for name in _folded((actor.label, *actor.aliases)):
                found.setdefault(name, []).append(actor)
    return found


def _folded(names: Iterable[str]) -> set[str]:
    return {name.casefold() for name in names}
