"""The extractor "rules": attributions by dependency frames, speakers from the cast, positions by stance words."""

from graph.claims.attributions import Marks
from graph.claims.findings import Extractor, Findings, Tools
from graph.claims.happenings import events
from graph.claims.matching import Matcher
from graph.claims.positions import candidates, context_of, leaning, positions
from graph.claims.quantities import quantities
from graph.claims.speech.authorial import demanded
from graph.language import Parsed, Parser, Stances
from graph.model import Article


def rules(tools: Tools) -> Extractor:
    """Load the language model and prepare the codebook, once for a run."""
    parser = Parser(tools.model)
    matcher = Matcher(tools.codebook, tools.authority)

    def read(article: Article) -> Findings:
        return findings(parser.parse(article), matcher, tools)

    return Extractor(read, parser.name)


def findings(
    parsed: Parsed, matcher: Matcher, tools: Tools, marks: Marks | None = None, stances: Stances | None = None
) -> Findings:
    """What a parsed article holds: by grammar and tables, and by what learnt models say of it where there are any."""
    context = context_of(parsed, matcher, tools.minter, marks)
    cast, speech, authors = context.cast, context.speech, context.authors
    held, own = positions(context) if stances is None else leaning(context, tools.codebook.proposals, stances)
    outside = candidates(context)
    demands = demanded(parsed, speech, authors, tools.minter) if authors else ()
    claims = {c.id: c for c in (*demands, *own, *outside.claims, *speech.claims)}
    happened = events(speech.page, cast, tools.minter)  # before the actors are gathered: it may bring in a group
    positions_found = (*held, *outside.positions)
    speaking = {speaker for claim in claims.values() for speaker in claim.speakers}
    speaking.update(p.holder for p in positions_found)
    speaking.update(actor for event in happened for actor in event.actors)
    return Findings(
        cast.actors(speaking),
        cast.mentions,
        cast.memberships,
        tuple(sorted(claims.values(), key=lambda c: (c.content[0].start, c.id))),
        positions_found,
        outside.proposals,
        events=happened,
        quantities=quantities(parsed, tools.minter),
    )
