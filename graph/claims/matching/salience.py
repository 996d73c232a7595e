"""Which proposals a reader has in mind at a place of a text: those spoken of lately, often, or in its opening."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.claims.matching.match import Match
from graph.language import Sentence

_FADES = 0.87  # with each sentence
_BULLETS = ("•", "*", "–", "-", "·", "▪")
_BRIEF = 6  # tokens
_NEW_SECTION = 0.3  # what a heading leaves of what was in mind before it
_NEW_LEAST = 0.8
_OPENING = 0.4  # what a proposal of the title or the first paragraph keeps, up to the first heading
_LATER_WORD = 0.7  # what another mention by a word that stands for it adds; by its own words 1


@dataclass(slots=True)
class _InMind:
    """A proposal spoken of before: the latest match by its own words, where last, how much, and how much at least."""

    match: Match
    sentence: int
    strength: float
    least: float

    def at(self, number: int) -> float:
        """How much it is in mind at a later sentence."""
        return max(self.strength * float(_FADES ** max(0, number - self.sentence)), self.least)


@dataclass(slots=True)
class Salience:
    """What has been spoken of in an article so far."""

    _known: dict[str, _InMind] = field(default_factory=dict)
    _latest: tuple[int, int, Match] | None = None
    _opening: int | None = None
    _headed: bool = False

    def note(self, sentence: Sentence, found: Sequence[Match]) -> None:
        """Note what a sentence spoke of, the surest first."""
        if sentence.kind == "heading":
            self._turn_page()
        if sentence.tokens[0].text in _BULLETS:
            self._latest = None
        if sentence.kind == "body" and self._opening is None:
            self._opening = sentence.paragraph
        opens = not self._headed and (sentence.kind == "title" or sentence.paragraph == self._opening)
        for match in found:
            self._add(sentence.number, match, _OPENING if opens else 0.0)
        if not found and self._latest is not None and sentence.number - self._latest[0] == 1 and _goes_on(sentence):
            self._latest = sentence.number, sentence.paragraph, self._latest[2]
        if found:
            self._latest = (
                sentence.number,
                sentence.paragraph,
                min(found, key=lambda m: any(_governs(o, m) for o in found)),
            )

    def _turn_page(self) -> None:
        self._headed = True
        for known in self._known.values():
            known.strength, known.least = known.strength * _NEW_SECTION, known.least * _NEW_LEAST

    def _add(self, number: int, match: Match, least: float) -> None:
        proposal = match.proposal.id
        known = self._known.get(proposal)
        strength = (known.at(number) if known else 0.0) + (1.0 if match.stands_for is None else _LATER_WORD)
        named = match.stands_for or match
        named = replace(named, turned=named.turned and match.turned)
        self._known[proposal] = _InMind(named, number, strength, max(least, known.least if known else 0.0))

    def in_mind(self, number: int, least: float) -> Iterator[tuple[float, int, Match]]:
        """What is in mind at a sentence, most first: how much (at least so), how many sentences back, the match."""
        held = ((known.at(number), number - known.sentence, known.match) for known in self._known.values())
        yield from sorted((h for h in held if h[0] >= least), key=lambda h: (-h[0], h[1], h[2].proposal.id))

    def just_before(self, number: int) -> Match | None:
        """What the sentence before spoke of: the surest, if it is no part of what says another one."""
        at, _, match = self._latest or (number, 0, None)
        return match if number - at == 1 else None

    def lately(self, sentence: Sentence) -> tuple[int, Match] | None:
        """What was spoken of last in the paragraph, and how many sentences back."""
        at, paragraph, match = self._latest or (sentence.number, -1, None)
        here = match is not None and paragraph == sentence.paragraph and at < sentence.number
        return (sentence.number - at, match) if here and match is not None else None


def _goes_on(sentence: Sentence) -> bool:
    """Whether a sentence goes on about what the one before spoke of: "It would cost a million", "His partners have"."""
    goes_on = any(t.lower_ == "it" and t.dep_ in ("nsubj", "nsubjpass") for t in sentence.tokens)
    return goes_on or len(sentence.tokens) <= _BRIEF


def _governs(match: Match, other: Match) -> bool:
    """Whether what is said of a proposal stands above what is said of another: "observers at the dam"."""
    return match.proposal.id != other.proposal.id and match.anchor.is_ancestor(other.anchor)
