"""Bodies of the European Union that an article about it calls by one word: "the Commission", "the Council"."""

import re

from graph.actors.lexicon import Lexicon
from graph.language import Parsed

_BODIES = {
    "Commission": "European Commission",
    "Council": "Council of the European Union",
    "Parliament": "European Parliament",
}
_SIGNS = re.compile(
    r"\b(?:EU|E\.U\.|European (?:Union|Commission|Parliament|Council|directive|regulation)|MEPs?|trilogues?"
    r"|member states|Eurostat)\b"
)
_SEATS = re.compile(r"^(?:BRUSSELS|STRASBOURG|LUXEMBOURG)\b", re.MULTILINE)
_COMMISSIONER = re.compile(r"\b[Cc]ommissioner\b")
_ALONE = r"\b[Tt]he {}\b(?! (?:of|for|on) )(?![ -][A-Z])"


def european(parsed: Parsed) -> bool:
    """Whether an article is about the European Union: it names it or a body of it, or comes from a seat of it."""
    text = parsed.article.text
    if _SIGNS.search(text):
        return True
    return _SEATS.search(text) is not None and _COMMISSIONER.search(text) is not None


def one_word_names(parsed: Parsed, words: Lexicon) -> None:
    """Let "Commission" be the European one where nothing else in the article is called so, and so the others.

    "Council" and "Parliament", which each country has, only beside another word of the union's making of laws.
    """
    if not european(parsed):
        return
    text = words.article.text
    found = {short for short in _BODIES if re.search(_ALONE.format(short), text)}
    for short in sorted(found):
        beside = short == "Commission" or len(found) > 1 or _COMMISSIONER.search(text)
        taken = any(short in form.split() for f in words.figures.values() for form in (f.actor.label, *f.forms))
        iri = words.minter.actor("Organization", _BODIES[short])
        own = iri in words.figures and sum(short in f.actor.label.split() for f in words.figures.values()) == 1
        if beside and iri in words.authority.actors and short not in words.aliases and (own or not taken):
            figure = words.listed(iri)
            words.call(short, figure, 0.75, f"short for {figure.actor.label}")
