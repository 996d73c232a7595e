"""How an event is called, and the words that prove it."""

from typing import TYPE_CHECKING

from graph.claims.happenings.draft import Draft
from graph.claims.quantities.wording import phrase
from graph.claims.syntax.children import VERBAL, child
from graph.claims.syntax.words import lemma_of
from graph.language import Parsed
from graph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_APART = ("advcl", "ccomp", "parataxis", "cc", "punct", "mark")
_BASE = {"fin": "fine", "stag": "stage"}  # as the lemmatiser has them
_LONGEST = 60  # tokens


def label(draft: Draft, names: list[str]) -> str:
    """Who and what in few words: "Chile, Peru: hold talks", "Iceland: impose a duty on timber"."""
    verbal = draft.head.pos_ in VERBAL
    what = lemma_of(draft.head).replace("_", " ") if verbal else draft.head.lower_
    if verbal:
        what = " ".join((_BASE.get(what, what), *_what(draft.theme, draft.head)))
    return f"{', '.join(names[:3])}: {what}"


def _what(theme: "Token | None", verb: "Token") -> list[str]:
    """What is done, with the word that leads to it: "against the freeze", "to build homes"."""
    if theme is None:
        return []
    if theme.pos_ in VERBAL:
        done = phrase(child(theme, "dobj"), ())
        return ["to", lemma_of(theme).replace("_", " "), *([done] if done else [])]
    led = theme.dep_ == "pobj" and theme.i > verb.i
    thing = phrase(theme, (), article=led)
    return [*([theme.head.lower_] if led else []), *([thing] if thing else [])]


def evidence(draft: Draft, parsed: Parsed) -> tuple[Span, ...]:
    """The clause that tells the event, and the words for a party that stands outside it."""
    tokens = _clause(draft.head)
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    told = parsed.span(first, last)
    apart = [p.span for p in draft.parties if p.span.start < told.start or p.span.end > told.end]
    return (told, *dict.fromkeys(apart))


def _clause(head: "Token") -> list["Token"]:
    """The words of a clause without the clauses that are joined to it."""
    kept, open_ = [head], [head]
    while open_ and len(kept) < _LONGEST:
        over = open_.pop(0)
        for c in over.children:
            clause = c.dep_ == "conj" and over == head and c.pos_ in VERBAL
            if not clause and not c.is_space and not (over == head and c.dep_ in _APART):
                kept.append(c)
                open_.append(c)
    return [token for token in kept if not (token.is_punct and token.i == max(t.i for t in kept))]
