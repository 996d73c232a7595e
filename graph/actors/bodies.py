"""The organisations of an article: full names, short names, acronyms, and bodies called by a person's name."""

import re
from collections import Counter
from collections.abc import Sequence

from graph.actors.acronyms import introduced
from graph.actors.authority import Authority
from graph.actors.candidates import Candidate
from graph.actors.lexicon import Figure, Lexicon
from graph.actors.plausible import is_organization
from graph.actors.spelling import family_name, is_acronym, stands_for
from graph.actors.tables import pairs
from graph.actors.tables import words as table

_FEW, _SHORT = 3, 4
_ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")
_BODIES = ("administration", "Administration", "campaign", "government", "cabinet", "Cabinet")


def acronyms(words: Lexicon) -> None:
    """Organisations that the text introduces with their acronym."""
    for long, short in introduced(words.article.text):
        listed = [m.actor for m in words.authority.named(long) if m.kind == "name"]
        if listed and words.authority.actors[listed[0]].kind != "Person":
            figure = words.listed(listed[0])
        elif is_organization(long) and not words.authority.named(short):
            figure = words.figure("Organization", long)
            words.call(long, figure, 0.95, "full name")
        else:
            continue
        figure.forms += [f for f in (long,) if f not in figure.forms]
        words.call(short, figure, 0.95, f"acronym introduced in the text: {long}")


def bracketed(found: Sequence[Candidate], words: Lexicon) -> None:
    """Acronyms in brackets after an organisation whose initials they are not: "German Football Association (DFB)"."""
    for c in (c for c in found if c.kind == "Organization" and c.tokens):
        after = [t.text for t in c.tokens[-1].doc[c.tokens[-1].i + 1 : c.tokens[-1].i + 4]]
        if len(after) == 3 and after[0] == "(" and after[2] == ")" and is_acronym(after[1]):
            held = words.aliases.get(c.text) or []
            if len(held) == 1 and not words.authority.named(after[1]):
                figure = words.figures[held[0].actor]
                words.aliases.pop(after[1], None)
                words.call(after[1], figure, 0.9, f"acronym introduced in the text: {c.text}")


def organizations(found: Sequence[Candidate], words: Lexicon) -> None:
    """Organisations named in full, and the shorter names that take them up."""
    counts = Counter(c.text for c in found if c.kind == "Organization")
    sure = {name: max(c.sure for c in found if c.text == name) for name in counts}
    surnames = {family_name(f).casefold() for x in words.figures.values() if x.actor.kind == "Person" for f in x.forms}
    people = [f for x in words.figures.values() if x.actor.kind == "Person" for f in x.forms]
    surnames |= {n.casefold() for n in counts if not is_organization(n) and any(f.endswith(f" {n}") for f in people)}
    kept = [n for n in counts if n.casefold() not in surnames and sure[n] + min(0.15, 0.05 * counts[n]) >= 0.5]
    for name in sorted(kept, key=len, reverse=True):
        if name in words.aliases:
            continue
        longer = longer_name(name, words)
        if longer:
            words.call(name, longer, 0.8, f"short for {longer.actor.label}")
            longer.count += counts[name]
            continue
        figure = words.figure("Organization", name)
        figure.forms.append(name)
        figure.count += counts[name]
        words.call(name, figure, 0.9, "full name")


def longer_name(name: str, words: Lexicon) -> Figure | None:
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


def short_names(words: Lexicon) -> None:
    """The first word of an organisation's name, where the text also has it alone, as no other name: "Trident's"."""
    for figure in [f for f in words.figures.values() if f.actor.kind == "Organization"]:
        for first, *rest in (form.split() for form in figure.forms):
            if rest and len(rest) < _FEW and _stands_alone(first, words) and first not in words.aliases:
                words.call(first, figure, 0.75, f"short for {figure.actor.label}")
    _initials(words)


def _initials(words: Lexicon) -> None:
    """Acronyms that stand for one organisation of the article alone, though the text never says so."""
    found = {m.group() for m in _ACRONYM.finditer(words.article.text)}
    for short in sorted(name for name in found if name not in words.aliases and not words.authority.named(name)):
        figures = [f for f in words.figures.values() if f.actor.kind == "Organization"]
        fitting = [f for f in figures if any(stands_for(short, form) for form in (f.actor.label, *f.forms))]
        if len(fitting) == 1:
            words.call(short, fitting[0], 0.75, f"short for {fitting[0].actor.label}")


def _stands_alone(word: str, words: Lexicon) -> bool:
    """Whether a word that is no common one stands in the text with its capital, inside a sentence or possessive."""
    if len(word) < _SHORT or word in table("not_names") | table("organizations") | table("places"):
        return False
    people = (f for f in words.figures.values() if f.actor.kind == "Person")
    if word in pairs("given_names") and any(word in form.split() for f in people for form in (f.actor.label, *f.forms)):
        return False
    if word.lower() in pairs("roles") or words.authority.named(word):
        return False
    text, name = words.article.text, re.escape(word)
    alone = re.search(
        rf"(?:(?<=[a-z,;.] ){name}(?![\w’'-])|(?<![\w’'-]){name}[’']s|(?m:^){name}(?= [a-z]))(?! [A-Z])", text
    )
    return bool(alone) and not re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text)


def bodies_of_people(words: Lexicon) -> None:
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
