"""Where a content ends that the tagger draws too far or not far enough."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.claims.attributions.page import Page
from graph.claims.spans import trimmed
from graph.claims.syntax.children import SUBJECTS, VERBAL
from graph.claims.syntax.phrases import head_of
from graph.language import end_of, start_of
from graph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENERS = ("CCONJ", "SCONJ", "ADP")  # of a phrase that is to come
_RELATIVE = ("WP", "WDT", "WP$")
_PAUSES = (",", ";", ":", "-", "–", "—")
_DESCRIBE = ("amod", "compound", "det", "nummod", "poss")
_THINGS = ("dobj", "nsubjpass")
_CRUMB = 2  # words


def closed(page: Page, start: int, end: int) -> int:
    """Where a content ends that the tagger ends in the middle of a phrase.

    Without the first word or two of another sentence, without "and", "in" or "which the" at its end; with the noun
    that its last word describes.
    """
    tokens = _without_crumb(list(page.tokens(page.sentences_of(start, end), start, end)))
    while tokens and (opening := _opened_by(tokens[-1])) is not None:
        tokens = [t for t in tokens if t.doc != opening.doc or t.i < opening.i]
    if not tokens:
        return end
    last = tokens[-1]
    return end_of(last.head) if end_of(last) == end and _describes_next(last) else min(end, end_of(last))


def _without_crumb(tokens: list["Token"]) -> list["Token"]:
    """Without the first few words of a sentence that goes on, behind a whole one."""
    crumb = [t for t in tokens if (t.doc, t.sent.start) == (tokens[-1].doc, tokens[-1].sent.start)]
    begun = bool(crumb) and crumb[0].i == crumb[0].sent.start and crumb[-1].i + 1 < crumb[-1].sent.end
    few = sum(not t.is_punct for t in crumb) <= _CRUMB
    return tokens[: -len(crumb)] if begun and few and len(tokens) > len(crumb) else tokens


def _opened_by(last: "Token") -> "Token | None":
    """The first word of what ends a content though it belongs to a phrase or a clause that is to come."""
    if last.dep_ == "appos" and any(c.dep_ == "relcl" and c.left_edge.i == last.i + 1 for c in last.children):
        return last.left_edge  # ", an idea" of "a council, an idea that many have backed"
    opens = last.tag_ in _RELATIVE or last.text in _PAUSES
    if last.dep_ == "det" and last.head.i > last.i:
        opens = last.head.dep_ in SUBJECTS
    elif last.pos_ in _OPENERS:
        opens = last.pos_ != "ADP" or any(c.i > last.i for c in last.children)
    return last if opens else None


def _describes_next(last: "Token") -> bool:
    return last.dep_ in _DESCRIBE and last.head.i > last.i and last.head.sent == last.sent


def without_addressee(page: Page, cue: tuple["Token", ...], content: tuple[Span, ...]) -> tuple[Span, ...]:
    """A content without the one whom a preposition of its cue names: "said in a note to clients they expected"."""
    first = content[0]
    words = page.tokens(page.sentences_of(first.start, first.end), first.start, first.end)
    told = bool(words) and words[0].dep_ == "pobj" and words[0].head in cue
    rest = trimmed(page.article, end_of(words[0]), first.end) if told else None
    return (rest, *content[1:]) if rest is not None else content


def without_other_clauses(page: Page, cue: "Token", content: tuple[Span, ...]) -> tuple[Span, ...]:
    """A content without what the clauses say that "and" or "but" joins to the cue's: "welcomed X but doubted Y"."""
    if cue.pos_ not in VERBAL or not cue.conjuncts:
        return content
    kept = tuple(s for s in content if not _is_thing_of_another(page, cue, s)) or content
    ends = tuple(_next_clause(page, cue, span) for span in kept)
    cut = (trimmed(page.article, span.start, end) for span, end in zip(kept, ends, strict=True))
    return tuple(span for span in cut if span is not None) or content


def _is_thing_of_another(page: Page, cue: "Token", span: Span) -> bool:
    """Whether a piece before a cue is what the verb before it is about."""
    words = page.tokens(page.sentences_of(span.start, span.end), span.start, span.end)
    head = head_of(words) if words else cue
    return head.dep_ in _THINGS and head.i < cue.i and head.head != cue and head.head in cue.conjuncts


def _next_clause(page: Page, cue: "Token", span: Span) -> int:
    """Where a piece behind a cue has its end, or where the next verb of the same subject begins before that."""
    ends = (start for verb in _later(cue) for start in [start_of(_joint(verb))] if span.start < start < span.end)
    return next((at for at in ends if not page.quoted(at)), span.end)


def _later(cue: "Token") -> Iterator["Token"]:
    """The verbs that "and" or "but" joins to a cue, which have its subject."""
    for verb in sorted(cue.conjuncts, key=lambda t: t.i):
        if verb.i > cue.i and verb.pos_ in VERBAL and not any(c.dep_ in SUBJECTS for c in verb.children):
            yield verb


def _joint(verb: "Token") -> "Token":
    """The "and" or "but" before a verb, or the first word of what it says of itself."""
    near = (t for t in reversed(verb.doc[verb.sent.start : verb.left_edge.i]) if not t.is_punct)
    before = next(near, None)
    return before if before is not None and before.dep_ == "cc" else verb.left_edge
