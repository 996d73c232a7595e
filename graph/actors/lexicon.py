"""The names of one article: which people and organisations it names, and by which other names it calls them again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.actors.acronyms import introduced
from graph.actors.authority import Authority
from graph.actors.candidates import Candidate, is_organization
from graph.actors.misspellings import by_post, one_letter_off
from graph.actors.spelling import (
    family_first,
    family_name,
    initial,
    is_acronym,
    name_words,
    same_but_initials,
    stands_for,
)
from graph.model import Actor, Article, Kind
from graph.vocabulary import Minter

_BODIES = ("administration", "Administration", "campaign", "government", "cabinet", "Cabinet")


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that the article uses for an actor, and why it means that actor."""

    actor: str
    score: float
    reason: str


@dataclass(slots=True)
class Figure:
    """An actor of the article: the forms of its full name, how often they stand there, the titles before them."""

    actor: Actor
    forms: list[str] = field(default_factory=list)
    count: int = 0
    titles: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Lexicon:
    """All figures of an article, and the names that its text is searched for."""

    article: Article
    authority: Authority
    minter: Minter
    figures: dict[str, Figure] = field(default_factory=dict)
    aliases: dict[str, list[Alias]] = field(default_factory=dict)

    def call(self, name: str, figure: Figure, score: float, reason: str) -> None:
        """Let a name mean an actor in this article; where the authority file forbids that, an actor of its own."""
        if not self.may_be(name, figure.actor):
            figure, score, reason = self.scoped(figure.actor.kind, name), 0.5, "parted by the authority file"
        held = self.aliases.setdefault(name, [])
        if all(a.actor != figure.actor.id for a in held):
            held.append(Alias(figure.actor.id, score, reason))

    def may_be(self, name: str, actor: Actor) -> bool:
        """Whether the authority file lets a name mean an actor, everywhere and in this article."""
        minted = (self.minter.actor(actor.kind, n) for n in (name, f"{name} {self.article.slug}"))
        return all(self.authority.may_be(iri, actor.id) for iri in minted)

    def figure(self, kind: Kind, name: str, label: str | None = None) -> Figure:
        """The figure of a full name: the actor that the authority file says it is, or one of its own."""
        minted = self.minter.actor(kind, name)
        iri = self.authority.same.get(minted, minted)
        actor = self.authority.actors.get(iri) or Actor(iri, label or name, kind)
        return self.figures.setdefault(actor.id, Figure(actor))

    def scoped(self, kind: Kind, name: str) -> Figure:
        """A figure of this article alone, for a name that says too little to be anybody elsewhere."""
        minted = self.minter.actor(kind, f"{name} {self.article.slug}")
        iri = self.authority.same.get(minted, minted)
        actor = self.authority.actors.get(iri) or Actor(iri, name, kind)
        return self.figures.setdefault(actor.id, Figure(actor))


def lexicon(found: Sequence[Candidate], known: Iterable[tuple[str, str]], words: Lexicon) -> Lexicon:
    """Gather an article's candidates into actors.

    `known` are the names and IRIs of actors of the authority file, one for each time the article names them.
    """
    for name, iri in known:
        listed = words.authority.actors[iri]
        if not words.may_be(name, listed):
            words.scoped(listed.kind, name).forms.append(name)
            words.call(name, Figure(listed), 0.5, "parted by the authority file")
            continue
        figure = words.figures.setdefault(iri, Figure(listed, []))
        figure.count += 1
        if name not in figure.forms:
            figure.forms.append(name)
        if figure.actor.kind == "Person" and len(name_words(name)) == 1:
            words.call(name, figure, 1.0, "exact alias")
    _people(found, words)
    _acronyms(words)
    _organizations(found, words)
    _bracketed(found, words)
    for figure in list(words.figures.values()):
        _called_again(figure, words)
    _lone_names(found, words)
    _bodies_of_people(words)
    return words


def _people(found: Sequence[Candidate], words: Lexicon) -> None:
    people = [c for c in found if c.kind == "Person" and len(name_words(c.text)) > 1]
    counts = Counter(c.text for c in people)
    bodies = Counter(c.text for c in found if c.kind == "Organization")
    sure = {n: max(c.sure for c in people if c.text == n) - 0.2 * _common(n, words.article.text) for n in counts}
    full = [c for c in people if sure[c.text] >= 0.5 and counts[c.text] >= bodies[c.text]]
    counts = Counter(c.text for c in full)
    for forms in _same_people(counts):
        mine = [c for c in full if c.text in forms]
        figure, score, reason = _person(forms, mine, words)
        figure.count += len(mine)
        figure.forms += [f for f in forms if f not in figure.forms]
        figure.titles |= {c.title for c in mine if c.title}
        for form in forms:
            words.call(form, figure, score, reason)


def _common(name: str, text: str) -> bool:
    """Whether a word of a name also stands in the text without its capital, so that the name may be none."""
    return any(f" {word.lower()} " in text for word in name.split() if not word.islower())


def _person(forms: list[str], found: Sequence[Candidate], words: Lexicon) -> tuple[Figure, float, str]:
    """Who a full name is: listed, misspelt for somebody listed, or a person of its own."""
    authority = words.authority
    for candidate in found:
        held = by_post(candidate.text, candidate.role, authority, words.article.published)
        if held:
            return _listed(held[0], words), 0.75, held[1]
    people = {a.label: a.id for a in authority.actors.values() if a.kind == "Person"}
    near = one_letter_off(forms[0], people)
    if near and words.may_be(forms[0], authority.actors[people[near]]):
        return _listed(people[near], words), 0.7, f"misspelling of {near}"
    plain = next((f for f in forms if not any(map(initial, name_words(f)))), forms[0])
    return words.figure("Person", plain, max(forms, key=len)), 0.95, "full name"


def _listed(iri: str, words: Lexicon) -> Figure:
    return words.figures.setdefault(iri, Figure(words.authority.actors[iri], [words.authority.actors[iri].label]))


def _same_people(names: Iterable[str]) -> list[list[str]]:
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
    short, long = sorted((name_words(one), name_words(other)), key=len)
    if len(short) == len(long) or len(short) < 2:
        return False
    return long[-len(short) :] == short or (len(short) == 2 and (short[0], short[-1]) == (long[0], long[-1]))


def _acronyms(words: Lexicon) -> None:
    """Organisations that the text introduces with their acronym."""
    for long, short in introduced(words.article.text):
        listed = [m.actor for m in words.authority.named(long) if m.kind == "name"]
        if listed and words.authority.actors[listed[0]].kind != "Person":
            figure = _listed(listed[0], words)
        elif is_organization(long) and not words.authority.named(short):
            figure = words.figure("Organization", long)
            words.call(long, figure, 0.95, "full name")
        else:
            continue
        figure.forms += [f for f in (long,) if f not in figure.forms]
        words.call(short, figure, 0.95, f"acronym introduced in the text: {long}")


def _bracketed(found: Sequence[Candidate], words: Lexicon) -> None:
    """Acronyms in brackets after an organisation whose initials they are not: "German Football Association (DFB)"."""
    for c in (c for c in found if c.kind == "Organization" and c.tokens):
        after = [t.text for t in c.tokens[-1].doc[c.tokens[-1].i + 1 : c.tokens[-1].i + 4]]
        if len(after) == 3 and after[0] == "(" and after[2] == ")" and is_acronym(after[1]):
            held = words.aliases.get(c.text) or []
            if len(held) == 1 and not words.authority.named(after[1]):
                figure = words.figures[held[0].actor]
                words.aliases.pop(after[1], None)
                words.call(after[1], figure, 0.9, f"acronym introduced in the text: {c.text}")


def _organizations(found: Sequence[Candidate], words: Lexicon) -> None:
    counts = Counter(c.text for c in found if c.kind == "Organization")
    sure = {name: max(c.sure for c in found if c.text == name) for name in counts}
    surnames = {family_name(f).casefold() for x in words.figures.values() if x.actor.kind == "Person" for f in x.forms}
    kept = [n for n in counts if n.casefold() not in surnames and sure[n] + min(0.15, 0.05 * counts[n]) >= 0.5]
    for name in sorted(kept, key=len, reverse=True):
        if name in words.aliases:
            continue
        longer = _longer(name, words)
        if longer:
            words.call(name, longer, 0.8, f"short for {longer.actor.label}")
            longer.count += counts[name]
            continue
        figure = words.figure("Organization", name)
        figure.forms.append(name)
        figure.count += counts[name]
        words.call(name, figure, 0.9, "full name")


def _longer(name: str, words: Lexicon) -> Figure | None:
    """The one organisation of the article whose longer name begins with this one, or has it as its acronym."""
    fitting = [
        figure for figure in words.figures.values() if figure.actor.kind == "Organization"
        and any(_shortens(name, f, words.authority) for f in (*figure.forms, figure.actor.label))
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def _shortens(name: str, form: str, authority: Authority) -> bool:
    """Whether a name is the beginning of a longer one, its acronym, or the same without its country."""
    if form == name or any(c.isdigit() for c in name):
        return False
    if form.endswith(" " + name):
        return any(
            authority.actors[m.actor].kind == "Country" for m in authority.named(form.removesuffix(name).strip())
        )
    return form.startswith(name + " ") or (is_acronym(name) and stands_for(name, form))


def _called_again(figure: Figure, words: Lexicon) -> None:
    """The names by which a person who was named in full is called again: family name, and given name."""
    if figure.actor.kind != "Person":
        return
    for form in (f for f in figure.forms if len(name_words(f)) > 1):
        family = family_name(form)
        words.call(family, figure, 0.9, f"surname of {figure.actor.label}")
        if family[0].islower():
            words.call(family[0].upper() + family[1:], figure, 0.9, f"surname of {figure.actor.label}")
        given = [w for w in name_words(form) if w != family]
        if given and not initial(given[0]) and not family_first(name_words(form)) and len(given[0]) > 2:
            words.call(given[0], figure, 0.7, f"given name of {figure.actor.label}")


def _lone_names(found: Sequence[Candidate], words: Lexicon) -> None:
    """People whom the article calls by one name only, or by a name that is nearly one of its others."""
    people = {n: a for n, held in words.aliases.items() for a in held if words.figures[a.actor].actor.kind == "Person"}
    for c in found:
        if c.kind != "Person" or len(name_words(c.text)) != 1 or c.sure < 0.6 or c.text in words.aliases:
            continue
        held = by_post(c.text, c.role, words.authority, words.article.published)
        near = one_letter_off(c.text, people)
        longer = _longer(c.text, words)
        if longer and not c.title:
            words.call(c.text, longer, 0.8, f"short for {longer.actor.label}")
        elif held:
            words.call(c.text, _listed(held[0], words), 0.75, held[1])
        elif near:
            figure = words.figures[people[near].actor]
            words.call(c.text, figure, 0.7, f"misspelling of {near}")
        else:
            figure = words.scoped("Person", c.text)
            figure.titles |= {c.title} if c.title else set()
            words.call(c.text, figure, 0.6, "single name")


def _bodies_of_people(words: Lexicon) -> None:
    """Bodies that are called by a person's name: "the Trump administration", "the Lee campaign"."""
    text = words.article.text
    names = {n for n, held in words.aliases.items() for a in held if words.figures[a.actor].actor.kind == "Person"}
    names |= {f for x in words.figures.values() if x.actor.kind == "Person" for f in x.forms}
    for name in sorted(names):
        for body in _BODIES:
            full = f"{name} {body}"
            if full in text and not words.authority.named(full):
                figure = words.figure("Organization", f"{name} {body.lower()}")
                words.call(full, figure, 0.9, "body called by the name of its head")


def own_actors(words: Lexicon) -> Iterator[Actor]:
    """The actors of the article with all the names that it has for them."""
    names: dict[str, list[str]] = {}
    for name, held in words.aliases.items():
        if len(held) == 1 and held[0].reason.startswith(("full name", "acronym", "short for")):
            names.setdefault(held[0].actor, []).append(name)
    for iri, figure in words.figures.items():
        others = sorted(n for n in names.get(iri, ()) if n != figure.actor.label)
        yield figure.actor if iri in words.authority.actors else replace(figure.actor, aliases=tuple(others))
