"""The people of an article: full names that are one person, shorter names that take them up, names that stand alone."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from typing import TYPE_CHECKING

from graph.actors.acting import called_person
from graph.actors.bodies import longer_name
from graph.actors.candidates import Candidate
from graph.actors.lexicon import Figure, Lexicon
from graph.actors.misspellings import by_post, one_letter_off
from graph.actors.plausible import given_name
from graph.actors.spelling import family_first, family_name, initial, name_words, same_but_initials
from graph.actors.tables import words as table
from graph.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

_CALLED_BODY = 0.8
_INITIAL = 2  # characters, as in "J."


def people(found: Sequence[Candidate], words: Lexicon) -> None:
    """People named in full, each once."""
    people = [c for c in found if c.kind == "Person" and len(name_words(c.text)) > 1]
    counts = Counter(c.text for c in people)
    bodies = Counter(c.text for c in found if c.kind == "Organization")
    called_bodies = {c.text for c in found if c.kind == "Organization" and c.sure >= _CALLED_BODY}
    small = set(words.article.text.split(" "))
    best: dict[str, float] = {}
    for c in people:
        best[c.text] = max(best.get(c.text, 0.0), c.sure)
    sure = {n: best[n] - 0.2 * _common(n, small) for n in counts}
    full = [c for c in people if sure[c.text] >= 0.5 and counts[c.text] >= bodies[c.text] + (c.text in called_bodies)]
    counts = Counter(c.text for c in full)
    for forms in _same_people(counts):
        mine = [c for c in full if c.text in forms]
        figure, score, reason = _person(forms, mine, words)
        figure.count += len(mine)
        figure.forms += [f for f in forms if f not in figure.forms]
        figure.titles |= {c.title for c in mine if c.title}
        for form in forms:
            words.call(form, figure, score, reason)


def _common(name: str, small: Container[str]) -> bool:
    """Whether a word of a name also stands in the text without its capital, so that the name may be none."""
    return any(word.lower() in small for word in name.split() if not word.islower())


def _person(forms: list[str], found: Sequence[Candidate], words: Lexicon) -> tuple[Figure, float, str]:
    """Who a full name is: listed, misspelt for somebody listed, or a person of its own."""
    authority = words.authority
    for candidate in found:
        held = by_post(candidate.text, candidate.role, authority, words.article.published)
        if held:
            return words.listed(held[0]), 0.75, held[1]
    near = one_letter_off(forms[0], authority.relatives(forms[0]))
    if near and words.may_be(forms[0], authority.actors[near]):
        return words.listed(near), 0.7, f"misspelling of {authority.actors[near].label}"
    plain = next((f for f in forms if not any(map(initial, name_words(f)))), forms[0])
    return words.figure("Person", plain, max(forms, key=len)), 0.95, "full name"


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


def called_again(figure: Figure, words: Lexicon) -> None:
    """The names by which a person who was named in full is called again: family name, and given name."""
    if figure.actor.kind != "Person":
        return
    for form in (f for f in figure.forms if len(name_words(f)) > 1):
        family = family_name(form)
        words.call(family, figure, 0.9, f"surname of {figure.actor.label}")
        if family[0].islower():
            words.call(family[0].upper() + family[1:], figure, 0.9, f"surname of {figure.actor.label}")
        rest = " ".join(name_words(form)[1:])
        if len(rest.split()) > 1 and rest != family and not family_first(name_words(form)):
            words.call(rest, figure, 0.85, f"surname of {figure.actor.label}")
        for middle in name_words(form)[1:-1]:
            if len(middle) > _INITIAL and middle[0].isupper() and middle != family:
                words.call(middle, figure, 0.7, f"part of the name of {figure.actor.label}")
        given = [w for w in name_words(form) if w != family]
        if given and not initial(given[0]) and not family_first(name_words(form)) and len(given[0]) > 2:
            words.call(given[0], figure, 0.7, f"given name of {figure.actor.label}")


def lone_names(found: Sequence[Candidate], words: Lexicon) -> None:
    """People whom the article calls by one name only, or by a name that is nearly one of its others."""
    people = {n: a.actor for n, held in words.aliases.items() for a in held
              if words.figures[a.actor].actor.kind == "Person"}  # fmt: skip
    for c in found:
        if c.kind != "Person" or len(name_words(c.text)) != 1 or c.sure < 0.6:
            continue
        if c.text in words.aliases:
            _note_title(c, words)
            continue
        if c.tokens and not c.title and not c.role and _is_where(c.tokens[0]):
            continue
        held = by_post(c.text, c.role, words.authority, words.article.published)
        near = one_letter_off(c.text, people)
        longer = longer_name(c.text, words)
        if longer and not c.title:
            words.call(c.text, longer, 0.8, f"short for {longer.actor.label}")
        elif held:
            words.call(c.text, words.listed(held[0]), 0.75, held[1])
        elif near:
            words.call(c.text, words.figures[near], 0.7, f"misspelling of {words.figures[near].actor.label}")
        else:
            figure = words.scoped(_kind_of_lone(c), c.text)
            figure.titles |= {c.title} if c.title else set()
            words.call(c.text, figure, 0.6, "single name")


def _note_title(c: Candidate, words: Lexicon) -> None:
    """The title before a surname, which tells of the one person whose it is whether it is a woman's."""
    figures = [words.figures[alias.actor] for alias in words.aliases[c.text]]
    if c.title and len(figures) == 1 and figures[0].actor.kind == "Person":
        figures[0].titles.add(c.title)


def _is_where(first: "Token") -> bool:
    """Whether a lone name follows a preposition of place: "councillors from Hamm", "in nearby Vik"."""
    before = list(first.doc[max(first.sent.start, first.i - 2) : first.i])
    if before and before[-1].lower_ in ("nearby", "neighbouring", "neighboring"):
        return True
    return bool(before) and before[-1].lower_ in ("at", "from", "in", "near", "outside")


def _kind_of_lone(c: Candidate) -> Kind:
    """Person, where a title, a role or the name itself tells; else a body: people are named in full at first."""
    told = c.title or c.role or given_name(c.text) or c.text in table("family_names_first")
    return "Person" if told or called_person(c.tokens) else "Organization"
