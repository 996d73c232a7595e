"""Who is in the reader's mind at a place in the text: the mentions before it, weighed by recency and by role."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.language import Parsed, start_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_WEIGHT = {"nsubj": 1.0, "nsubjpass": 0.9, "dobj": 0.6, "dative": 0.6, "pobj": 0.45, "poss": 0.45, "ROOT": 0.8,
           "compound": 0.2, "nmod": 0.2, "amod": 0.1, "npadvmod": 0.3}  # fmt: skip
_AGENT = 0.8
_FADES = 0.5
_PARAGRAPH = 0.7
_FORGOTTEN = 4


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
        place = start_of(head)
        if all(m.place != place for m in self.mentioned[-3:]):
            found = Mentioned(place, self.sentence_of(head), actor, weight(head) * factor, head)
            at = bisect_right([m.place for m in self.mentioned], place)
            self.mentioned.insert(at, found)

    def rank(self, pronoun: "Token", fits: Callable[[Mentioned], bool]) -> list[tuple[float, str]]:
        """The actors before a pronoun that fit it, the most present first."""
        place, sentence = start_of(pronoun), self.sentence_of(pronoun)
        scores: dict[str, float] = {}
        for m in reversed(self.mentioned):
            if m.place >= place:
                continue
            distance = sentence - m.sentence
            if distance > _FORGOTTEN:
                break
            if fits(m):
                here = 1.0 if m.head.doc is pronoun.doc else _PARAGRAPH
                scores[m.actor] = scores.get(m.actor, 0.0) + m.weight * here * _FADES**distance
        return sorted(((score, actor) for actor, score in scores.items()), reverse=True)


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
