"""Which candidate attributions are kept: the likelier of those that say the same, above a threshold."""

from dataclasses import dataclass, replace

from graph.claims.attribution import Attribution
from graph.claims.extents import Extents
from graph.claims.frames import frame_candidates
from graph.claims.quotations import quotes
from graph.claims.quoted import Page, continued, line_candidates, quoted_candidates, with_quotes
from graph.claims.weights import features, probability
from graph.language import Parsed, end_of, start_of

THRESHOLD = 0.36
_SAME = 0.6
_TURN = 0.85
_SPEECH = ("clause", "quoted", "interposed")
_COVERING = ("clause", "according")


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution with the likelihood (0 to 1) that it is one."""

    attribution: Attribution
    probability: float


def page_of(parsed: Parsed) -> Page:
    """The article with its quotations."""
    ends: dict[int, tuple[int, int]] = {}
    for sentence in parsed.sentences:
        start, _ = ends.get(sentence.paragraph, (start_of(sentence.tokens[0]), 0))
        ends[sentence.paragraph] = (start, end_of(sentence.tokens[-1]))
    return Page(parsed, quotes(parsed.article.text, list(ends.values())))


def candidates(page: Page) -> list[Attribution]:
    """All that frames, quotation marks and colons find, each with the quotations it reaches into."""
    parsed = page.parsed
    found = [with_quotes(page, a) for s in parsed.sentences for a in frame_candidates(parsed, s)]
    covered = [
        (span.start, span.end)
        for a in found
        if a.frame in _COVERING and not page.quoted(start_of(a.head))
        for span in a.content
    ]
    found += quoted_candidates(page, covered)
    found += line_candidates(page)
    return continued(page, found)


def attributions(page: Page, threshold: float = THRESHOLD) -> list[Found]:
    """The attributions of an article in the order of the text, each content claimed once."""
    scored = (Found(a, likelihood(page, a)) for a in candidates(page))
    likely = sorted((f for f in scored if f.probability >= threshold), key=lambda f: -f.probability)
    kept: list[Found] = []
    near: Extents[Attribution] = Extents()
    for found in likely:
        about = found.attribution
        if not any(_same(about, other) for other in near.at(about.start, about.end)):
            kept.append(found)
            near.add(about.start, about.end, about)
    return sorted(_joined(kept), key=lambda f: (f.attribution.start, f.attribution.end))


def _joined(kept: list[Found]) -> list[Found]:
    """One attribution for what one cue says in two quotations, before and behind it."""
    out: dict[tuple[int, int], Found] = {}
    for number, found in enumerate(kept):
        about = found.attribution
        speech = about.frame in _SPEECH and about.content[0].text[:1] in "“\"'‘"
        key = (start_of(about.head), -1) if speech else (start_of(about.head), number)
        if key in out:
            first = out[key].attribution
            spans = {*first.content, *about.content}
            apart = [s for s in spans if not any(o != s and o.start <= s.start and s.end <= o.end for o in spans)]
            out[key] = replace(out[key], attribution=replace(first, content=tuple(sorted(apart))))
        else:
            out[key] = found
    return list(out.values())


def likelihood(page: Page, found: Attribution) -> float:
    """The weights' probability; a name that opens several paragraphs speaks them, and "in her view" is a view."""
    turn = found.frame == "line" and "turns=1" not in found.features and "lines=4" in found.features
    view = found.frame == "according" and "of=according" not in found.features
    return max(probability(features(page, found)), _TURN if turn or view else 0.0)


def _same(a: Attribution, b: Attribution) -> bool:
    """Whether two attributions have about the same content (Jaccard over characters), or share it by one cue."""
    if a.end <= b.start or b.end <= a.start:
        return False
    common = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a.content for y in b.content)
    if common and start_of(a.head) == start_of(b.head):
        return True
    both = sum(s.end - s.start for s in (*a.content, *b.content)) - common
    return common > _SAME * both
