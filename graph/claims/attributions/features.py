"""What is counted of a candidate attribution: the names of its features."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from graph.claims.attributions.attribution import Attribution
from graph.claims.attributions.page import Page
from graph.claims.tables import rows
from graph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHORT, _MIDDLE = 4, 12  # words
_UNDER = ("if", "as", "when", "because", "how", "while")


def features(page: Page, found: Attribution) -> Iterator[str]:
    """The names of what the weights count in a candidate; "bias" is always there."""
    frame, lemma = found.frame, found.head.lemma_.lower()
    yield from ("bias", "frame=" + frame, "lemma=" + lemma, f"{frame}:{lemma}")
    for name in found.features:
        yield from (name, f"{frame}:{name}", f"{frame}:{lemma}:{name}")
    yield from _of_head(frame, found.head)
    for child in found.head.children:
        yield from _of_child(frame, lemma, child)
    for name in classes_of_words().get(lemma, ()):
        yield from (f"class={name}", f"{frame}:class={name}")
    yield from _of_source(frame, found.holder)
    yield from _of_content(page, found)


@cache
def classes_of_words() -> dict[str, tuple[str, ...]]:
    """The classes of saying, thinking, wanting that a word is in: what the weights know of rare words."""
    found: dict[str, tuple[str, ...]] = {}
    for name, lemmas in rows("speech"):
        for lemma in lemmas.split():
            found[lemma] = (*found.get(lemma, ()), name)
    return found


def _of_head(frame: str, head: "Token") -> Iterator[str]:
    yield f"{frame}:dep={head.dep_}"
    yield f"{frame}:tag={head.tag_}"


def _of_child(frame: str, lemma: str, child: "Token") -> Iterator[str]:
    if child.dep_ == "neg":
        yield f"{frame}:negated"
    elif child.dep_ in ("aux", "auxpass"):
        yield f"{frame}:aux={child.lower_}"
        yield f"{lemma}:aux={child.lemma_}"
    elif child.dep_ == "prt":
        yield f"{lemma}:prt={child.lower_}"
    elif child.dep_ in ("mark", "advmod") and child.lower_ in _UNDER:
        yield f"{frame}:under={child.lower_}"
    elif child.dep_ in ("dobj", "dative", "prep", "acomp", "attr"):
        yield f"{frame}:has={child.dep_}"


def _of_source(frame: str, holder: "Token | None") -> Iterator[str]:
    if holder is None:
        yield f"{frame}:nobody"
        return
    yield f"{frame}:source={holder.tag_}"
    yield f"{frame}:ent={holder.ent_type_ or '-'}"
    if holder.pos_ in ("PRON", "NOUN"):
        yield f"source={holder.lemma_.lower()}"
        yield f"{frame}:source={holder.lemma_.lower()}"


def _of_content(page: Page, found: Attribution) -> Iterator[str]:
    words = sum(len(span.text.split()) for span in found.content)
    size = "1" if words == 1 else "few" if words <= _SHORT else "some" if words <= _MIDDLE else "many"
    yield f"{found.frame}:words={size}"
    yield from _of_marks(page, found)
    yield f"{found.frame}:region={found.sentence.kind}"
    yield f"{found.frame}:pieces={min(3, len(found.content))}"


def _of_marks(page: Page, found: Attribution) -> Iterator[str]:
    inside = page.quotes_word(found.head)
    yield f"{found.frame}:{'said-in-quote' if inside else 'said-plainly'}"
    if not inside and any(_touches_quote(page, span) for span in found.content):
        yield f"{found.frame}:quotes"


def _touches_quote(page: Page, span: Span) -> bool:
    return page.quoted(span.start + 1) or page.quoted(max(span.start, span.end - 2))
