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
from graph.actors.tables import words as table

_BODY = re.compile(r"(?<=\S )(?:[aA]dministration|campaign|government|[cC]abinet)")
_LONGEST, _REACH = 4, 80


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
    sure: dict[str, float] = {}
    for c in found:
        sure[c.text] = max(sure.get(c.text, 0.0), c.sure)
    surnames = {family_name(f).casefold() for x in words.figures.values() if x.actor.kind == "Person" for f in x.forms}
    people = [f for x in words.figures.values() if x.actor.kind == "Person" for f in x.forms]
    last = {" ".join(f.split()[i:]) for f in people for i in range(1, len(f.split()))}
    surnames |= {n.casefold() for n in counts if not is_organization(n) and n in last}
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
    """Whether a name is the beginning of a longer one, its acronym, the same without its country, or a party's last."""
    if form == name or any(c.isdigit() for c in name):
        return False
    if form.endswith(" " + name):
        before = authority.named(form.removesuffix(name).strip())
        party = name in table("parties") | table("party_names")
        return party or any(authority.actors[m.actor].kind == "Country" for m in before)
    return form.startswith(name + " ") or (is_acronym(name) and stands_for(name, form))


def bodies_of_people(words: Lexicon) -> None:
    """Bodies that are called by a person's name: "the Trump administration", "the Lee campaign"."""
    text = words.article.text
    names = {n for n, held in words.aliases.items() for a in held if words.figures[a.actor].actor.kind == "Person"}
    names |= {f for x in words.figures.values() if x.actor.kind == "Person" for f in x.forms}
    for found in _BODY.finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start() - 1].split(" ")
        for count in range(1, min(_LONGEST, len(before)) + 1):
            name = " ".join(before[-count:])
            if name in names and not words.authority.named(f"{name} {found[0]}"):
                figure = words.figure("Organization", f"{name} {found[0].lower()}")
                words.call(f"{name} {found[0]}", figure, 0.9, "body called by the name of its head")
