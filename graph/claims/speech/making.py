"""From an attribution to a claim: its name, its speakers, its kind of quotation, whom it mentions."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.actors import Cast, joined
from graph.actors.pronouns import is_first_person
from graph.claims.attributions import Attribution, Found, Page
from graph.claims.extents import Extents
from graph.claims.spans import extent
from graph.claims.syntax.children import auxiliary, has_child
from graph.language import span_of
from graph.model import Claim, Mention, Quotation, Span
from graph.vocabulary import Minter

_MODALS = ("may", "might", "could", "would", "should", "must", "will", "can")
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
_HEADLINES = ("title", "heading")
_ALL = 0.95  # of the letters
_REASONS = {
    "clause": "says that:",
    "interposed": "says in passing:",
    "infinitive": "says what is to be done:",
    "thing": "says something of it:",
    "done": "something is done to it:",
    "about": "says something about it:",
    "according": "given as the source:",
    "equated": "a view, hope or fear is that:",
    "noun": "a noun of saying:",
    "adjective": "an adjective of saying:",
    "quoted": "quotation beside",
    "line": "named beside what is said:",
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A claim with the attribution that it was made from."""

    claim: Claim
    attribution: Attribution


class Maker:
    """Makes the claims of one article; knows which names are taken and where its actors are named."""

    def __init__(self, page: Page, cast: Cast, minter: Minter) -> None:
        self._page, self._cast, self._minter = page, cast, minter
        self._taken: set[str] = set()
        self._names: Extents[Mention] = Extents()
        for mention in cast.mentions:
            self._names.add(mention.span.start, mention.span.start + 1, mention)

    def spoken(self, found: Found) -> Spoken:
        """The claim that an attribution makes."""
        about = found.attribution
        speakers = self._speakers(about)
        cue = span_of(self._page.parsed, about.cue)
        claim = Claim(
            self._name(cue, about.content),
            tuple(dict.fromkeys(m.actor for m in speakers)),
            (span_of(self._page.parsed, about.source),) if about.source else (),
            (cue,),
            about.content,
            quotation(self._page, about.content),
            round(found.probability, 2),
            _reason(about, speakers),
            mentions=tuple(dict.fromkeys(m.actor for s in about.content for m in self._names.at(s.start, s.end))),
            negated=has_child(about.head, "neg"),
            modality=modal.lower_ if (modal := auxiliary(about.head, *_MODALS)) is not None else None,
        )
        return Spoken(claim, about)

    def _name(self, cue: Span, content: Sequence[Span]) -> str:
        """Named by the content's extent; by the extent with the cue where another claim has the same content."""
        start, end = extent((*content, cue))
        for bounds in (extent(content), (start, end), (cue.start, end)):
            name = self._minter.claim(self._page.article.slug, *bounds)
            if name not in self._taken:
                break
        while name in self._taken:
            name += "-"
        self._taken.add(name)
        return name

    def _speakers(self, about: Attribution) -> list[Mention]:
        """The actors that a source names: its head and what is joined to it by "and"; nobody for "I" and "we".

        Of a headline, which the parser has not learnt to read, its first name.
        """
        if about.holder is None:
            return []
        heads = (head for head in (about.holder, *joined(about.holder)) if not is_first_person(head))
        found = [mention for head in heads for mention in self._cast.source_of(head)]
        if not about.source:
            return found
        whole = span_of(self._page.parsed, about.source)
        if about.sentence.kind in _HEADLINES and (first := list(self._names.at(whole.start, whole.start + 1))):
            return found if first[0].actor in (m.actor for m in found) else first
        unheaded = not found and about.holder.pos_ not in _NOUNS
        return list(self._cast.speakers_of(whole.start, whole.end)) if unheaded else found


def quotation(page: Page, content: Sequence[Span]) -> Quotation:
    """Direct where all of the content is quoted, mixed where some is, else indirect."""
    letters = [i for s in content for i in range(s.start, s.end) if page.article.text[i].isalnum()]
    quoted = sum(1 for i in letters if page.quoted(i))
    if not quoted:
        return "indirect"
    return "direct" if quoted >= _ALL * len(letters) else "mixed"


def _reason(about: Attribution, speakers: Sequence[Mention]) -> str:
    """Which construction tells of a claim, by which words, and why its first speaker is who it is."""
    cue = " ".join(t.text for t in about.cue)
    return f'{_REASONS[about.frame]} "{cue}"' + (f"; speaker: {speakers[0].reason}" if speakers else "")
