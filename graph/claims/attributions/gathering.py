"""All candidate attributions of an article: by frames, by quotation marks, by lines that name their speaker."""

from graph.claims.attributions.attribution import Attribution
from graph.claims.attributions.continuing import continued
from graph.claims.attributions.frames import frame_candidates
from graph.claims.attributions.lines import line_candidates
from graph.claims.attributions.page import Page
from graph.claims.attributions.quoted import quoted_candidates, with_quotes

_COVERING = ("clause", "according")


def candidates(page: Page) -> list[Attribution]:
    """What is found, each with the quotations that it reaches into and the direct speech that goes on after it."""
    framed = [with_quotes(page, a) for s in page.parsed.sentences for a in frame_candidates(page.article, s)]
    covering = (a for a in framed if a.frame in _COVERING and not page.quotes_word(a.head))
    covered = [span for a in covering for span in a.content]
    return list(continued(page, [*framed, *quoted_candidates(page, covered), *line_candidates(page)]))
