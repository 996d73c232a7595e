"""Which candidate attributions are kept: the likelier of those that say the same, above a threshold."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.claims.attributions.attribution import Attribution
from graph.claims.attributions.evidence import evidence, is_inside, stands_inside
from graph.claims.attributions.gathering import candidates
from graph.claims.attributions.lines import told_by_form
from graph.claims.attributions.marks import Marks
from graph.claims.attributions.page import Page
from graph.claims.attributions.tagged import tagged_candidates
from graph.claims.attributions.weights import by_itself, likelihood, weighed
from graph.claims.extents import Extents
from graph.claims.spans import shared
from graph.claims.tables import words
from graph.language import start_of
from graph.model import Span

THRESHOLD = 0.36
TAGGED_THRESHOLD = 0.53  # below, four in ten are right on news
ASSURED_THRESHOLD, _SURE = 0.45, 0.7  # of what the grammar by itself is so sure of
INSIDE_THRESHOLD = 0.55  # of what stands inside another
_IMPOSSIBLE = 0.03  # a likelihood by grammar that no tagger makes up for
_SAME = 0.6  # of the characters of two contents
_WORD = re.compile(r"[\w’']+")
_BESIDE = frozenset({"asked", "immediately", "inquiries", "questions", "request", "requests"})
_POINTERS, _PLAIN = ("it", "so", "that", "this"), ("know", "put", "say", "see", "tell", "think")  # "sees it", "said so"
_SPEECH = ("clause", "quoted", "interposed")


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution with the likelihood (0 to 1) that it is one."""

    attribution: Attribution
    probability: float


def attributions(page: Page, marks: Marks | None = None, weights: Mapping[str, float] | None = None) -> list[Found]:
    """The attributions of an article in the order of the text, each content claimed once.

    `marks`: what the tagger says of the article; without them the grammar alone decides.
    `weights`: others than the table's, for who learns them.
    """
    if marks is None:
        return _kept(by_grammar(page, weights), THRESHOLD)
    return kept(by_tagger(page, marks), weights, TAGGED_THRESHOLD)


def by_grammar(page: Page, weights: Mapping[str, float] | None = None) -> Iterator[Found]:
    """All candidates of the frames, quotation marks and lines, as likely as their features are."""
    return (Found(a, likelihood(page, a, weights)) for a in candidates(page))


def by_tagger(page: Page, marks: Marks) -> Iterator[tuple[Found, dict[str, float]]]:
    """The same candidates and those of the tagger, each with what speaks for it."""
    framed = list(by_grammar(page))
    likeliest: dict[int, Found] = {}
    for found in sorted(framed, key=lambda f: f.probability):
        likeliest[start_of(found.attribution.head)] = found
    for found in framed:
        about = found.attribution
        inside = stands_inside(marks, about)
        if inside or found.probability >= _IMPOSSIBLE:
            yield found, evidence(marks, about, by_itself(page, about) if inside else found.probability)
    for about in tagged_candidates(page, marks):
        same = likeliest.get(start_of(about.head))
        if same is not None and told_by_form(same.attribution):
            continue
        frame = about.frame if same is None else same.attribution.frame
        grammar = None if same is None else same.probability
        if same is not None and stands_inside(marks, about):
            grammar = by_itself(page, same.attribution)
        yield Found(replace(about, frame=frame), 0.0), evidence(marks, about, grammar, tagged=True)


def kept(
    judged: Iterable[tuple[Found, Mapping[str, float]]], weights: Mapping[str, float] | None, least: float
) -> list[Found]:
    """The candidates for which enough speaks, each content claimed once."""
    likely = ((found, weighed(figures, weights), _needed(found, figures, least)) for found, figures in judged)
    return _kept((replace(found, probability=p) for found, p, needed in likely if p >= needed), ASSURED_THRESHOLD)


def _needed(found: Found, figures: Mapping[str, float], least: float) -> float:
    """How likely a candidate must be: less where the grammar is sure, which does not tire of sentences built alike."""
    if is_inside(figures):
        return INSIDE_THRESHOLD
    return min(least, ASSURED_THRESHOLD) if found.probability >= _SURE else least


def _kept(scored: Iterable[Found], least: float) -> list[Found]:
    told = (f for f in scored if f.probability >= least and not _says_nothing(f.attribution))
    likely = sorted(told, key=lambda f: -f.probability)
    return sorted(_joined(_distinct(likely)), key=lambda f: (f.attribution.start, f.attribution.end))


def _says_nothing(about: Attribution) -> bool:
    """Whether a content only tells that somebody says nothing, or another thing: "to comment", "not to be named"."""
    from spacy.lang.en.stop_words import STOP_WORDS

    if all(s.text.lower() in _POINTERS for s in about.content):
        return about.head.lemma_ in _PLAIN
    said = {word.lower() for s in about.content for word in _WORD.findall(s.text)}
    return bool(said & words("empty_contents")) and said <= words("empty_contents") | _BESIDE | STOP_WORDS


def _distinct(likely: Iterable[Found]) -> Iterator[Found]:
    """Without those that say what an earlier one says."""
    kept: Extents[Attribution] = Extents()
    for found in likely:
        about = found.attribution
        if not any(_same(about, other) for other in kept.at(about.start, about.end)):
            kept.add(about.start, about.end, about)
            yield found


def _same(a: Attribution, b: Attribution) -> bool:
    """Whether two attributions have about the same content (Jaccard over characters), or share it by one cue.

    What one says within what the other says is another, however much of it that is.
    """
    common = shared(a.content, b.content)
    if common and (start_of(a.head) in map(start_of, b.cue) or start_of(b.head) in map(start_of, a.cue)):
        return True
    if _within(a, b) or _within(b, a):
        return False
    both = sum(s.end - s.start for s in (*a.content, *b.content)) - common
    return common > _SAME * both


def _within(inner: Attribution, outer: Attribution) -> bool:
    """Whether an attribution's cue stands in another one's content, and is more than what that is called by.

    "Her warning that it leaks", which somebody ignored, is one statement, hers.
    """
    cue = start_of(inner.head)
    called = inner.frame == "noun" and inner.end == outer.end
    return not called and any(s.start <= cue < s.end for s in outer.content)


def _joined(kept: Iterable[Found]) -> Iterable[Found]:
    """One attribution for what one cue says in two quotations, before and behind it."""
    out: dict[tuple[int, int], Found] = {}
    for number, found in enumerate(kept):
        about = found.attribution
        speech = about.frame in _SPEECH and about.content[0].text[:1] in "“\"'‘"
        key = (start_of(about.head), -1 if speech else number)
        first = out.get(key)
        out[key] = found if first is None else _with_content_of(first, about)
    return out.values()


def _with_content_of(first: Found, other: Attribution) -> Found:
    """An attribution with another one's content too; what lies within something else is left out."""
    spans = {*first.attribution.content, *other.content}
    apart = tuple(sorted(s for s in spans if not any(_lies_within(s, o) for o in spans)))
    return replace(first, attribution=replace(first.attribution, content=apart))


def _lies_within(span: Span, other: Span) -> bool:
    return other != span and other.start <= span.start and span.end <= other.end
