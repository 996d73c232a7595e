"""From attributions to claims: who speaks, in which kind of quotation, and who passes it on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.actors import Cast
from graph.claims.attribution import Attribution
from graph.claims.extents import Extents
from graph.claims.quoted import Page
from graph.claims.selection import Found
from graph.language import span_of, start_of
from graph.model import Claim, Mention, Quotation, Span
from graph.vocabulary import Minter

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST = frozenset(("i", "we", "my", "our", "me", "us"))
_TELLS = ("clause", "quoted", "interposed", "line")
_AUTHORS = frozenset(("author", "writer", "columnist"))
_MODALS = frozenset(("may", "might", "could", "would", "should", "must", "will", "can"))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A claim with the attribution that it was made from."""

    claim: Claim
    attribution: Attribution


class Speech:
    """The claims of an article, and who says what stands at a place of it."""

    def __init__(self, page: Page, cast: Cast, minter: Minter, found: Sequence[Found]) -> None:
        self._page, self._cast, self._minter = page, cast, minter
        self._taken: set[str] = set()
        self._names: Extents[Mention] = Extents()
        for mention in cast.mentions:
            self._names.add(mention.span.start, mention.span.start + 1, mention)
        self.said: tuple[Spoken, ...]
        self._settle([Spoken(self._claim(f), f.attribution) for f in found])
        self._settle([replace(s, claim=self._in_first_person(s)) for s in self.said])
        self._settle([self._passed_on(s) for s in self.said])

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims in the order of the text."""
        return tuple(s.claim for s in self.said)

    def who(self, head: "Token") -> Mention | None:
        """Whom a noun phrase means; "I" and "we" are whoever speaks there."""
        if head.lemma_.lower() in _AUTHORS and head.pos_ == "NOUN" and self._cast.author() is not None:
            return self._cast.author()
        if head.lower_ not in _FIRST:
            return self._cast.who(head)
        speaker = self.speaker_at(start_of(head))
        return Mention(self._page.parsed.span(head, head), speaker, 0.8, "the speaker") if speaker else None

    def over(self, offset: int) -> list[Spoken]:
        """The claims in whose content an offset lies, the innermost first."""
        covering = [s for s in self._contents.at(offset, offset + 1) if _covers(s.claim, offset)]
        return sorted(covering, key=lambda s: _length(s.claim))

    def _settle(self, said: Sequence[Spoken]) -> None:
        """Take these as the claims of the article."""
        self.said = tuple(said)
        self._contents: Extents[Spoken] = Extents()
        for spoken in self.said:
            self._contents.add(spoken.attribution.start, spoken.attribution.end, spoken)

    def speaker_at(self, offset: int) -> str | None:
        """Who is the nearest to say what stands at an offset; None where the article itself says it."""
        return next((s.claim.speakers[0] for s in self.over(offset) if s.claim.speakers), None)

    def speaker_before(self, token: "Token") -> str | None:
        """Who was made to speak earlier in the same paragraph, where a sentence has no source of its own.

        Free indirect speech goes on from "..., she said." to the end of a paragraph, unless somebody else speaks.
        """
        before = [s for s in self.said if s.attribution.head.doc == token.doc and s.attribution.head.i < token.i]
        told = [s for s in before if s.attribution.frame in _TELLS and s.claim.speakers and not s.claim.reported_by]
        if not told or len({s.claim.speakers for s in told}) > 1:
            return None
        return told[-1].claim.speakers[0]

    def _claim(self, found: Found) -> Claim:
        about = found.attribution
        speakers = list(self._speakers(about.holder)) if about.holder is not None else []
        cue = " ".join(t.text for t in about.cue)
        reason = f'{_FRAMES[about.frame]} "{cue}"' + (f"; speaker: {speakers[0].reason}" if speakers else "")
        source = (span_of(self._page.parsed, about.source),) if about.source else ()
        cues = (span_of(self._page.parsed, about.cue),)
        return Claim(
            self._iri((*about.content, *cues), about.content),
            tuple(dict.fromkeys(m.actor for m in speakers)),
            source,
            cues,
            about.content,
            self._quotation(about.content),
            round(found.probability, 2),
            reason,
            mentions=self._mentions(about.content),
            negated=any(c.dep_ == "neg" for c in about.head.children),
            modality=next((c.lower_ for c in about.head.children if c.dep_ == "aux" and c.lower_ in _MODALS), None),
        )

    def _speakers(self, holder: "Token") -> Iterator[Mention]:
        """The actors that a source names: its head and what is joined to it by "and"."""
        for head in (holder, *holder.conjuncts):
            first = head.lower_ in _FIRST
            meant = self.who(head) if head.i >= holder.i and not first else None
            if meant is not None:
                yield meant

    def _iri(self, spans: Sequence[Span], content: Sequence[Span]) -> str:
        """Named by the content's extent; by the extent with the cue where another claim has the same content."""
        slug = self._page.parsed.article.slug
        for part in (content, spans):
            name = self._minter.claim(slug, min(s.start for s in part), max(s.end for s in part))
            if name not in self._taken:
                break
        else:
            name = self._minter.claim(slug, spans[-1].start, max(s.end for s in spans))
        while name in self._taken:
            name += "-"
        self._taken.add(name)
        return name

    def _quotation(self, content: Sequence[Span]) -> Quotation:
        """Direct where all of the content is quoted, mixed where some is, else indirect."""
        text = self._page.parsed.article.text
        letters = [i for s in content for i in range(s.start, s.end) if text[i].isalnum()]
        quoted = sum(1 for i in letters if self._page.quoted(i))
        if not quoted:
            return "indirect"
        return "direct" if quoted >= 0.95 * len(letters) else "mixed"

    def _mentions(self, content: Sequence[Span]) -> tuple[str, ...]:
        """The actors named in the content."""
        return tuple(dict.fromkeys(m.actor for s in content for m in self._names.at(s.start, s.end)))

    def _in_first_person(self, spoken: Spoken) -> Claim:
        """The claim with its "I" or "we" traced to who speaks around it, or to the author outside quotations."""
        holder = spoken.attribution.holder
        if holder is None or holder.lower_ not in _FIRST or spoken.claim.speakers:
            return spoken.claim
        around = [s for s in self.over(start_of(holder)) if s is not spoken and s.claim.speakers]
        if around:
            return replace(spoken.claim, speakers=around[0].claim.speakers)
        author = None if self._page.quoted(start_of(holder)) else self._cast.author()
        return replace(spoken.claim, speakers=(author.actor,)) if author is not None else spoken.claim

    def _passed_on(self, spoken: Spoken) -> Spoken:
        """The claim with the nearest claim that contains it."""
        cue = spoken.claim.cue[0].start
        around = [s for s in self.over(cue) if s.claim.id != spoken.claim.id and _contains(s.claim, spoken.claim)]
        return replace(spoken, claim=replace(spoken.claim, reported_by=around[0].claim.id)) if around else spoken


_FRAMES = {
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


def _covers(claim: Claim, offset: int) -> bool:
    return any(span.start <= offset < span.end for span in claim.content)


def _length(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.content)


def _contains(outer: Claim, inner: Claim) -> bool:
    """Whether a claim's content holds another claim whole."""
    return _length(outer) > _length(inner) and all(
        any(o.start <= i.start and i.end <= o.end for o in outer.content) for i in inner.content
    )
