"""What the lines below an article say of its author: "Ann Lee is professor of law at the University of Delft"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.actors.held import Held
from graph.actors.lexicon import Figure, Lexicon
from graph.actors.plausible import full_name, is_organization, no_name
from graph.actors.spelling import bare, same_but_initials
from graph.actors.tables import pairs
from graph.actors.tables import words as table
from graph.model import Article

_NAME = r"[^\W\d_a-zß-ÿ][\w.’'-]*(?: (?:[^\W\d_a-zß-ÿ][\w.’'-]*|da|de|del|den|der|di|dos|du|la|le|ter|van|von)){1,4}"
_SERVES = r"(?:is|was|serves as|served as|works as|worked as)"
_IS = rf"(?:{_SERVES}|,)"
_SUBJECT = re.compile(
    rf"(?P<name>{_NAME}|[Tt]he (?:author|writer)|She|He)(?:,? (?:who )?(?:now |also |currently )?){_IS} "
)
_CAPITAL = r"[^\W\d_a-zß-ÿ][\w.’'&-]*"
_BODY = re.compile(rf"(?:the )?(?P<body>{_CAPITAL}(?:(?:,? (?:of|for|and|the|on|in|de|du|&))* {_CAPITAL}){{0,9}})")
_JOINED = re.compile(r",? and (?=(?:a|an|the|its|former|co-)\b)|; |, (?=(?:a|an|the|former)\b)")
_SENTENCE = re.compile(rf"(?<=[a-z)\]]{{2}})\.\s+|(?<=\.)\s+(?={_NAME} {_SERVES} )|\n+")


def biographies(words: Lexicon) -> Iterator[Held]:
    """The offices that bylines give to authors, and to others whom they name in full."""
    article = words.article
    for region in article.regions:
        if region.kind != "byline":
            continue
        start, person = region.start, _only_author(words)
        for sentence in _sentences(article, region.start, region.end):
            start, text = sentence
            subject = _SUBJECT.search(text)
            if subject is None:
                continue
            person = _person(subject["name"], words) or person
            if person is not None:
                yield from _offices(person, text, subject.end(), start, words)


def _sentences(article: Article, start: int, end: int) -> Iterator[tuple[int, str]]:
    at = start
    for seam in _SENTENCE.finditer(article.text, start, end):
        yield at, article.text[at : seam.start()]
        at = seam.end()
    yield at, article.text[at:end]


def _only_author(words: Lexicon) -> Figure | None:
    names = words.article.authors
    return words.figure("Person", names[0]) if len(names) == 1 and full_name(names[0]) else None


def _person(name: str, words: Lexicon) -> Figure | None:
    """The person of the article with a name; one of its own where the name is a full one."""
    held = words.aliases.get(name) or []
    if len(held) == 1:
        return words.figures[held[0].actor]
    people = (f for f in words.figures.values() if f.actor.kind == "Person")
    same = next((f for f in people if any(same_but_initials(name, n) for n in (f.actor.label, *f.forms))), None)
    if same:
        return same
    if name.lower() in ("she", "he", "the author", "the writer") or not full_name(name) or is_organization(name):
        return None
    return None if no_name(name) else words.figure("Person", name)


def _offices(person: Figure, text: str, at: int, start: int, words: Lexicon) -> Iterator[Held]:
    """Each "role at body" of what a sentence says."""
    seams = [at, *(m.end() for m in _JOINED.finditer(text, at)), len(text)]
    for first, after in pairwise(seams):
        found = _office(text[first:after], words)
        if found:
            role, noun, body, end = found
            evidence = words.article.span(start, start + first + end)
            yield Held(person.actor.id, noun, role, (body,), start, evidence)


def _office(text: str, words: Lexicon) -> tuple[str, str, str, int] | None:
    """Role, its noun, body and where it ends, at the first preposition that leads to a body."""
    opening = re.match(r"(?:(?:a|an|the|its|then|now|former) )*", text)
    first = opening.end() if opening else 0
    for seam in re.finditer(r" (?:at|of|for|with|to|in) ", text):
        role = text[first : seam.start()]
        named, noun = _BODY.match(text, seam.end()), _noun(role)
        body = _body(named["body"], words) if named and noun else None
        if named and noun and body:
            return role, noun, body.actor.id, named.end()
    return None


def _noun(role: str) -> str | None:
    """The noun of a role, where the words are one."""
    return next((w for w in reversed(role.lower().split(" of ")[0].split()) if w in pairs("roles")), None)


def _body(name: str, words: Lexicon) -> Figure | None:
    """The body of a name: known, named in the article, or one by its words."""
    name = bare(name.rstrip(".,"))
    held = words.aliases.get(name) or []
    if len(held) == 1:
        return words.figures[held[0].actor]
    listed = [m.actor for m in words.authority.named(name) if m.kind == "name"]
    if listed:
        return words.listed(listed[0]) if words.authority.actors[listed[0]].kind != "Person" else None
    known = is_organization(name) or name.split()[0] in table("organizations") or name == words.article.publisher
    return words.figure("Organization", name) if known and not no_name(name) else None
