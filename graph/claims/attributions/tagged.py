"""Candidate attributions that the tagger proposes: each cue with the source and the content that it links to it."""

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.claims.attributions.attribution import Attribution
from graph.claims.attributions.cutting import closed, without_addressee, without_other_clauses
from graph.claims.attributions.features import classes_of_words
from graph.claims.attributions.linking import CUE
from graph.claims.attributions.marks import OF_CONTENT, OF_SOURCE, Linked, Marks, runs
from graph.claims.attributions.page import Page
from graph.claims.spans import joined, trimmed
from graph.claims.syntax.children import VERBAL
from graph.claims.syntax.phrases import head_of, noun_phrase
from graph.claims.syntax.subjects import subject
from graph.language import end_of, start_of
from graph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_FRAMES = {"NOUN": "noun", "ADJ": "adjective", "ADP": "according", "SCONJ": "according"}
_THINGS = ("dobj", "nsubjpass", "pobj")
_CUE, _CONTENT, _SOURCE = 0.2, 0.45, 0.35  # the least share of a word piece
_NEW = 0.5  # of beginning another cue
_SURE = 0.8  # one piece of a content at least
_EMPTY = ("DET", "ADP", "SCONJ", "CCONJ", "PART", "AUX", "PUNCT", "SPACE")
_RELATIVE = ("WP", "WDT")  # "who" and "which", where a source is cut off behind them
_WORD = re.compile(r"[\w’']")


def tagged_candidates(page: Page, marks: Marks) -> Iterator[Attribution]:
    """What the tagger finds, likely or not."""
    for window in marks.windows:
        for first, last in _cues(window.outside[:, CUE].tolist(), window.begins[:, CUE].tolist()):
            found = _attribution(page, Linked(window, first, last))
            if found is not None:
                yield found


def _cues(outside: list[float], begins: list[float]) -> Iterator[tuple[int, int]]:
    """The runs of pieces that are cues; one that begins another ends a run."""
    for first, last in runs([1 - share for share in outside], _CUE):
        start = first
        for place in range(first + 1, last):
            if begins[place] > _NEW:
                yield start, place
                start = place
        yield start, last


def _attribution(page: Page, linked: Linked) -> Attribution | None:
    window = linked.tagged.window
    bounds = _whole(page, window.starts[linked.first], window.ends[linked.last - 1])
    sentences = page.sentences_of(*bounds)
    cue = page.tokens(sentences[:1], *bounds)
    beyond = _beyond_title(page, linked)
    content = _contents(page, linked, beyond)
    if not cue or not content:
        return None
    head, source = head_of(cue), _source(page, linked, beyond)
    if source and (_is_told(head, head_of(source)) or _is_empty(cue, source)):
        source = ()
    holder = head_of(source) if source else None
    if holder is None and head.pos_ in VERBAL:
        holder, _ = subject(head)
        source = noun_phrase(holder, cue) if holder is not None else ()
    said = page.tokens(page.sentences_of(content[0].start, content[0].end), content[0].start, content[0].end)
    content = without_addressee(page, cue, content)
    content = without_other_clauses(page, head, (*_cut_off(page, cue, source, said), *content))
    return Attribution(_frame(head, said, content), sentences[0], head, cue, holder, source, content, ())


def _cut_off(
    page: Page, cue: tuple["Token", ...], source: tuple["Token", ...], said: tuple["Token", ...]
) -> Iterator[Span]:
    """The subject of a content that goes on behind an interposed cue: "gifts, she says, are promises"."""
    clause = head_of(said) if said else None
    before = (c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")) if clause is not None else ()
    for subject_ in before:
        words = [t for t in subject_.subtree if not t.is_punct]
        apart = not {t.i for t in words} & {t.i for t in (*cue, *source)}
        if apart and words and words[-1].i < cue[0].i < said[0].i and words[0].doc == cue[0].doc:
            yield page.article.span(start_of(words[0]), end_of(words[-1]))


def _is_told(head: "Token", holder: "Token") -> bool:
    """Whether somebody is told, not telling: "parents were warned"."""
    return holder.dep_ == "nsubjpass" and holder.head == head and "tell" in classes_of_words().get(head.lemma_, ())


def _is_empty(cue: tuple["Token", ...], source: tuple["Token", ...]) -> bool:
    """Whether a cue with an empty subject has its source before it: "there is speculation" is not theirs."""
    return any(t.dep_ == "expl" for t in cue) and source[-1].i < cue[0].i and source[-1].doc == cue[0].doc


def _frame(head: "Token", said: tuple["Token", ...], content: tuple[Span, ...]) -> str:
    """The construction that a cue stands in with its content, named as the frames of the grammar are."""
    if head.is_punct:
        return "line"
    if head.pos_ in _FRAMES or head.lower_ == "according":
        return _FRAMES.get(head.pos_, "according")
    first = head_of(said) if said else head
    if first.head == head and first.dep_ in _THINGS:
        return "thing"
    if first.head == head and first.dep_ == "xcomp":
        return "infinitive"
    return "interposed" if content[0].start < start_of(head) else "clause"


def _contents(page: Page, linked: Linked, beyond: list[int]) -> tuple[Span, ...]:
    shares = linked.shares[:, OF_CONTENT].copy()
    window = linked.tagged.window
    shares[beyond] = 0
    shares[linked.first : linked.last] = 0
    found = [r for r in runs(shares.tolist(), _CONTENT) if shares[slice(*r)].max() >= _SURE]
    whole = (_whole(page, window.starts[a], window.ends[b - 1]) for a, b in found)
    spans = (trimmed(page.article, start, closed(page, start, end)) for start, end in whole)
    return joined(page.article, [s for s in spans if s is not None and not _is_crumb(page, s)])


def _is_crumb(page: Page, span: Span) -> bool:
    """Whether a piece has only words that carry nothing by themselves ("whether the")."""
    tokens = page.tokens(page.sentences_of(span.start, span.end), span.start, span.end)
    return all(t.pos_ in _EMPTY and t.tag_ not in _RELATIVE for t in tokens)


def _beyond_title(page: Page, linked: Linked) -> list[int]:
    """The pieces that a headline's end parts from a cue."""
    titled = [_in_title(page, start) for start in linked.tagged.window.starts]
    return [i for i, within in enumerate(titled) if within != titled[linked.first]]


def _in_title(page: Page, offset: int) -> bool:
    return any(r.start <= offset < r.end for r in page.article.regions if r.kind == "title")


def _source(page: Page, linked: Linked, beyond: list[int]) -> tuple["Token", ...]:
    shares = linked.shares[:, OF_SOURCE].copy()
    shares[beyond] = 0
    shares[linked.first : linked.last] = 0
    window = linked.tagged.window
    found = max(runs(shares.tolist(), _SOURCE, 1), key=lambda r: shares[slice(*r)].max(), default=None)
    if found is None:
        return ()
    bounds = _whole(page, window.starts[found[0]], window.ends[found[1] - 1])
    surest = window.starts[found[0] + int(shares[slice(*found)].argmax())]
    tokens = page.tokens(page.sentences_of(surest, surest + 1), *bounds)
    while len(tokens) > 1 and (tokens[-1].is_punct or tokens[-1].tag_ in _RELATIVE):
        tokens = tokens[:-1]
    while len(tokens) > 1 and tokens[0].is_punct and not tokens[0].is_quote:
        tokens = tokens[1:]
    return tokens if tokens and tokens[0].doc == tokens[-1].doc else ()


def _whole(page: Page, start: int, end: int) -> tuple[int, int]:
    """Offsets moved out to the ends of the words they cut."""
    text = page.article.text
    while start > 0 and _WORD.match(text[start - 1]) and _WORD.match(text[start]):
        start -= 1
    while end < len(text) and (_is_mark(text[end]) or (_WORD.match(text[end - 1]) and text[end].isalnum())):
        end += 1
    return start, end


def _is_mark(sign: str) -> bool:
    """Whether a sign belongs to the letter before it, as a combining accent does; the tagger's vocabulary has none."""
    return unicodedata.category(sign).startswith("M")
