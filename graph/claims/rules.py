"""The extractor "rules": attributions by dependency frames, speakers from the cast, positions by stance words."""

from graph.actors import Cast
from graph.claims.authorial import authorial, voice
from graph.claims.findings import Findings
from graph.claims.matching import Matcher
from graph.claims.positions import Context, positions
from graph.claims.selection import attributions, page_of
from graph.claims.speech import Speech
from graph.language import Parsed
from graph.vocabulary import Minter


def extract(parsed: Parsed, cast: Cast, matcher: Matcher, minter: Minter) -> Findings:
    """The claims and positions of a parsed article."""
    page = page_of(parsed)
    speech = Speech(page, cast, minter, attributions(page))
    author = voice(parsed, cast, speech)
    held, own = positions(Context(parsed, cast, speech, matcher, minter, author))
    demanded = authorial(parsed, speech, author, minter) if author is not None else ()
    claims = {c.id: c for c in (*demanded, *own, *speech.claims)}
    return Findings(tuple(sorted(claims.values(), key=lambda c: (c.content[0].start, c.id))), held)
