"""Names by which an article calls a body again without saying so: the first word of its name, its initials."""

import re
from collections.abc import Iterator

from graph.actors.lexicon import Figure, Lexicon
from graph.actors.spelling import stands_for
from graph.actors.tables import pairs
from graph.actors.tables import words as table

_FEW, _SHORT = 3, 4
_CAPITALISED = re.compile(r"(?<![\w’'-])[^\W\d_a-zß-ÿ][\w-]*")
_POSSESSIVE = re.compile(r"[’']s(?! [A-Z])")
_ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")


def short_names(words: Lexicon) -> None:
    """Call each body by the first word of its name and by its initials, where these stand alone: "Trident's", "OFT"."""
    bodies = [f for f in words.figures.values() if f.actor.kind == "Organization"]
    alone = set(_alone(words.article.text)) - set(re.findall(r"[^\W\d_A-ZÀ-Þ]\w*", words.article.text))
    alone -= {word for figure in words.figures.values() if figure.actor.kind == "Person" for word in _parts(figure)}
    for figure in bodies:
        for first, *rest in (form.split() for form in figure.forms):
            if rest and len(rest) < _FEW and first in alone and _no_other(first, words):
                words.call(first, figure, 0.75, f"short for {figure.actor.label}")
    _initials(bodies, words)


def _alone(text: str) -> Iterator[str]:
    """The capitalised words that stand by themselves, in small letters too: so that common words can be told."""
    for found in _CAPITALISED.finditer(text):
        start, end = found.span()
        inside = text[max(0, start - 1) : start] == " " and (text[start - 2].islower() or text[start - 2] in ",;.")
        before_name = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
        if (
            _POSSESSIVE.match(text, end)
            or (inside and text[end : end + 1] not in "’'" and not before_name)
            or (
                (start == 0 or text[start - 1] == "\n")
                and text[end : end + 1] == " "
                and text[end + 1 : end + 2].islower()
            )
        ):
            yield found[0]


def _parts(figure: Figure) -> Iterator[str]:
    for form in (figure.actor.label, *figure.forms):
        yield from form.split()


def _no_other(word: str, words: Lexicon) -> bool:
    """Whether a word is no other name, no place and no common word."""
    if len(word) < _SHORT or word in words.aliases or words.authority.named(word):
        return False
    listed = any(word in table(name) for name in ("not_names", "organizations", "places"))
    return not listed and word.lower() not in pairs("roles")


def _initials(bodies: list[Figure], words: Lexicon) -> None:
    """Acronyms that stand for one body of the article alone, though the text never says so."""
    found = {m.group() for m in _ACRONYM.finditer(words.article.text)}
    for short in sorted(name for name in found if name not in words.aliases and not words.authority.named(name)):
        fitting = [f for f in bodies if any(stands_for(short, form) for form in (f.actor.label, *f.forms))]
        if len(fitting) == 1:
            words.call(short, fitting[0], 0.75, f"short for {fitting[0].actor.label}")
