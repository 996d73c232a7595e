"""Who is in the reader's mind at a place in the text: the mentions before it, weighed by recency and by role."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from graph.language import Parsed, start_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_WEIGHT = {"nsubj": 1.0, "nsubjpass": 0.9, "dobj": 0.6, "dative": 0.6, "pobj": 0.45, "poss": 0.45, "ROOT": 0.8,
           "compound": 0.2, "nmod": 0.2, "amod": 0.1, "npadvmod": 0.3}  # fmt: skip
_AGENT = 0.8
_FADES = 0.5
_PARAGRAPH = 0.55
_FORGOTTEN = 4
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A place where somebody is meant, and how much it brings them to mind."""

    place: int
    sentence: int
    actor: str
    weight: float
    head: "Token"


@dataclass(slots=True)
class Memory:
    """The mentions of an article in the order of its text; pronouns are added as they are resolved."""

    parsed: Parsed
    mentioned: list[Mentioned] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [start_of(s.tokens[0]) for s in self.parsed.sentences]

    def sentence_of(self, token: "Token") -> int:
        """The number of the sentence that a word stands in."""
        return max(0, bisect_right(self._starts, start_of(token)) - 1)

    def note(self, head: "Token", actor: str, factor: float = 1.0) -> None:
        """Remember that a phrase means an actor."""
        self._insert(Mentioned(start_of(head), self.sentence_of(head), actor, weight(head) * factor, head))

    def note_all(self, head: "Token", actors: Iterable[str]) -> None:
        """Remember that a phrase means several actors."""
        place, sentence = start_of(head), self.sentence_of(head)
        for actor in actors:
            self._insert(Mentioned(place, sentence, actor, weight(head), head))

    def at(self, token: "Token") -> str | None:
        """The actor that a word itself has been found to mean."""
        place = start_of(token)
        at = bisect_left(self.mentioned, place, key=lambda m: m.place)
        return self.mentioned[at].actor if at < len(self.mentioned) and self.mentioned[at].place == place else None

    def rank(self, pronoun: "Token", fits: Callable[[Mentioned], bool]) -> list[tuple[float, str]]:
        """The actors before a pronoun that fit it, the most present first."""
        scores: dict[str, float] = {}
        for m in self._before(start_of(pronoun)):
            presence = self.presence(pronoun, m)
            if not presence:
                break
            if fits(m):
                scores[m.actor] = scores.get(m.actor, 0.0) + presence
        return sorted(((score, actor) for actor, score in scores.items()), reverse=True)

    def presence(self, pronoun: "Token", m: Mentioned) -> float:
        """How much a mention is in mind at a pronoun; 0 where it is forgotten."""
        distance = self.sentence_of(pronoun) - m.sentence
        if distance > _FORGOTTEN:
            return 0.0
        return m.weight * (1.0 if m.head.doc is pronoun.doc else _PARAGRAPH) * _FADES**distance

    def together(self, place: int, since: int) -> Iterator[list[Mentioned]]:
        """The actors named together before a place and not before a sentence, the last first: by "and" or a plural."""
        for sentence, found in self.sentences_before(place):
            if sentence < since:
                return
            joined: dict[int, list[Mentioned]] = {}
            for m in found:
                joined.setdefault(start_of(_first_of_joined(m.head)), []).append(m)
            several = [group for group in joined.values() if len({m.actor for m in group}) > 1]
            yield from sorted(several, key=lambda group: -group[0].weight)

    def sentences_before(self, place: int) -> Iterator[tuple[int, list[Mentioned]]]:
        """The sentences with mentions before a place, the last first, each with its mentions in order."""
        for sentence, found in groupby(self._before(place), key=lambda m: m.sentence):
            yield sentence, list(found)[::-1]

    def _before(self, place: int) -> Iterator[Mentioned]:
        at = bisect_left(self.mentioned, place, key=lambda m: m.place)
        return (self.mentioned[i] for i in range(at - 1, -1, -1))

    def _insert(self, found: Mentioned) -> None:
        at = bisect_right(self.mentioned, found.place, key=lambda m: m.place)
        if all(m.actor != found.actor or m.place != found.place for m in self.mentioned[max(0, at - 8) : at]):
            self.mentioned.insert(at, found)


def _first_of_joined(head: "Token") -> "Token":
    """The first of the names that "and" joins, with the nouns that they stand beside."""
    while head.dep_ in ("appos", "conj", "compound", "nmod") and head.head.i < head.i and head.head.pos_ in _NOUNS:
        head = head.head
    return head


def weight(head: "Token") -> float:
    """How much a phrase brings its actor to mind, by its place in the sentence."""
    while head.dep_ in ("appos", "conj") and head.head.i < head.i:
        head = head.head
    if head.dep_ == "pobj" and head.head.dep_ == "agent":
        return _AGENT
    base = _WEIGHT.get(head.dep_, 0.4)
    return base + 0.2 * (head.dep_ in ("nsubj", "nsubjpass") and head.head.dep_ == "ROOT")


def remember(parsed: Parsed, found: Iterable[tuple["Token", str, float]]) -> Memory:
    """A memory of the names of an article: head word, actor, factor."""
    memory = Memory(parsed)
    memory.mentioned = [
        Mentioned(start_of(head), memory.sentence_of(head), actor, weight(head) * factor, head)
        for head, actor, factor in found
    ]
    return memory
