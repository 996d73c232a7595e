"""The names of one article: which people and organisations it names, and by which shorter names it calls them again."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.actors.authority import Authority
from graph.actors.candidates import Candidate
from graph.actors.spelling import (
    family_name,
    initial,
    is_acronym,
    name_words,
    same_but_initials,
    stands_for,
)
from graph.model import Actor, Kind
from graph.vocabulary import Minter


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that the article uses for an actor, and why it means that actor."""

    actor: str
    score: float
    reason: str


@dataclass(slots=True)
class Figure:
    """An actor of the article: every full form of its name, in the order of the text."""

    actor: Actor
    forms: list[str] = field(default_factory=list)
    count: int = 0
    titles: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Lexicon:
    """All figures of an article and the aliases that its text is searched for."""

    figures: dict[str, Figure] = field(default_factory=dict)
    aliases: dict[str, list[Alias]] = field(default_factory=dict)

    def call(self, name: str, alias: Alias) -> None:
        """Let a name mean an actor in this article."""
        held = self.aliases.setdefault(name, [])
        if all(a.actor != alias.actor for a in held):
            held.append(alias)


def lexicon(
    found: Iterable[Candidate], known: Iterable[Actor], authority: Authority, minter: Minter, article: str
) -> Lexicon:
    """Gather an article's candidates into actors.

    `known` are the actors of the authority file that the article names in full, so that their family names and
    acronyms are understood too; `article` is the slug by which a lone family name is kept apart from all others.
    """
    found = list(found)
    result = Lexicon()
    for actor in known:
        result.figures[actor.id] = Figure(actor, [actor.label, *actor.aliases], 1)
    _people(found, result, authority, minter)
    _organizations(found, result, authority, minter)
    for figure in list(result.figures.values()):
        _short_names(figure, result)
    _lone_names(found, result, minter, article)
    return result


def _people(found: list[Candidate], result: Lexicon, authority: Authority, minter: Minter) -> None:
    full = [c for c in found if c.kind == "Person" and len(name_words(c.text)) > 1 and c.sure >= 0.5]
    names = list(dict.fromkeys(c.text for c in full))
    counts = Counter(c.text for c in full)
    for forms in _same_people(names):
        plain = next((f for f in forms if not any(map(initial, name_words(f)))), forms[0])
        figure = _figure("Person", plain, max(forms, key=len), result, authority, minter)
        figure.count += sum(counts[f] for f in forms)
        figure.forms += [f for f in forms if f not in figure.forms]
        figure.titles |= {c.title for c in full if c.title and c.text in forms}
        for form in forms:
            result.call(form, Alias(figure.actor.id, 0.95, "full name"))


def _same_people(names: list[str]) -> list[list[str]]:
    """Full names of the article that differ only by an initial or a middle name, together."""
    groups: list[list[str]] = []
    for name in names:
        home = next((g for g in groups if all(_same_person(name, other) for other in g)), None)
        if home is None:
            groups.append([name])
        else:
            home.append(name)
    return groups


def _same_person(one: str, other: str) -> bool:
    if same_but_initials(one, other):
        return True
    a, b = name_words(one), name_words(other)
    return len(a) != len(b) and min(len(a), len(b)) == 2 and (a[0], a[-1]) == (b[0], b[-1])


def _figure(kind: Kind, name: str, label: str, result: Lexicon, authority: Authority, minter: Minter) -> Figure:
    """The figure for a new name: the known actor that the authority file says it is, or one of its own."""
    minted = minter.actor(kind, name)
    known = authority.actors.get(authority.same.get(minted, minted))
    actor = known or Actor(authority.same.get(minted, minted), label, kind)
    return result.figures.setdefault(actor.id, Figure(actor))


def _organizations(found: list[Candidate], result: Lexicon, authority: Authority, minter: Minter) -> None:
    counts = Counter(c.text for c in found if c.kind == "Organization")
    sure = {name: max(c.sure for c in found if c.text == name) for name in counts}
    surnames = {family_name(f) for x in result.figures.values() if x.actor.kind == "Person" for f in x.forms}
    kept = [n for n in counts if n not in surnames and sure[n] + 0.1 * (counts[n] - 1) >= 0.5]
    for name in sorted(kept, key=len, reverse=True):
        longer = _longer(name, result)
        if longer:
            result.call(name, Alias(longer.actor.id, 0.8, f"short for {longer.actor.label}"))
            longer.count += counts[name]
            continue
        figure = _figure("Organization", name, name, result, authority, minter)
        figure.forms.append(name)
        figure.count += counts[name]
        result.call(name, Alias(figure.actor.id, 0.9, "full name"))


def _longer(name: str, result: Lexicon) -> Figure | None:
    """The one organisation of the article whose longer name begins with this one, or has it as its acronym."""
    fitting = [
        figure for figure in result.figures.values() if figure.actor.kind == "Organization"
        and any(f != name and (f.startswith(name + " ") or (is_acronym(name) and stands_for(name, f)))
                for f in figure.forms)
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def _short_names(figure: Figure, result: Lexicon) -> None:
    """The names by which a person or organisation that was named in full is called again."""
    if figure.actor.kind != "Person":
        return
    for form in figure.forms:
        family = family_name(form)
        if family != form:
            result.call(family, Alias(figure.actor.id, 0.9, f"surname of {figure.actor.label}"))


def _lone_names(found: list[Candidate], result: Lexicon, minter: Minter, article: str) -> None:
    """People that the article only calls by one name: this article's own, since a name alone says too little."""
    for c in found:
        if c.kind == "Person" and len(name_words(c.text)) == 1 and c.sure >= 0.6 and c.text not in result.aliases:
            actor = Actor(minter.actor("Person", f"{c.text} {article}"), c.text, "Person")
            figure = result.figures.setdefault(actor.id, Figure(actor, [c.text]))
            figure.titles |= {c.title} if c.title else set()
            result.call(c.text, Alias(actor.id, 0.6, "single name"))
