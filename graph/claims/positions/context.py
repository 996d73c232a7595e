"""What finding positions needs of an article."""

from collections import Counter
from dataclasses import dataclass

from graph.actors import Cast, find_actors
from graph.claims.attributions import Marks, attributions, page_of
from graph.claims.matching import Matcher
from graph.claims.speech import Speech
from graph.claims.speech.authorial import voice
from graph.language import Parsed
from graph.model import Article, Mention
from graph.vocabulary import Minter


@dataclass(frozen=True, slots=True)
class Context:
    """An article parsed, who is in it, who says what, and the codebook; `authors` where it is a commentary."""

    parsed: Parsed
    cast: Cast
    speech: Speech
    matcher: Matcher
    minter: Minter
    authors: tuple[Mention, ...]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.parsed.article

    def countries(self) -> frozenset[str]:
        """The countries that the article is about: those of its title, and those it names more than once."""
        titles = [r for r in self.article.regions if r.kind == "title"]
        counts: Counter[str] = Counter()
        for mention in self.cast.mentions:
            if "/country/" in mention.actor:
                counts[mention.actor] += 2 if any(r.start <= mention.span.start < r.end for r in titles) else 1
        return frozenset(actor for actor, n in counts.items() if n > 1)


def context_of(parsed: Parsed, matcher: Matcher, minter: Minter, marks: Marks | None = None) -> Context:
    """Who is in a parsed article and who says what, by what the tagger says of it where `marks` are given."""
    cast, page = find_actors(parsed, matcher.authority, minter), page_of(parsed)
    speech = Speech(page, cast, minter, attributions(page, marks))
    return Context(parsed, cast, speech, matcher, minter, voice(parsed, cast, speech))
