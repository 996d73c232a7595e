"""A cluster of candidates: its name, its other names, and who holds what of it, in which words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Stance


@dataclass(frozen=True, slots=True)
class Voice:
    """One position on a candidate: who holds what, in which article (IRI and title), in which words."""

    holder: str
    stance: Stance
    article: str
    title: str
    words: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """Candidates that are one proposal; `id` is the IRI of the one that gives the name."""

    id: str
    label: str
    aliases: tuple[str, ...]
    voices: tuple[Voice, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The IRIs of the articles that speak of it."""
        return tuple(sorted({voice.article for voice in self.voices}))

    @property
    def holders(self) -> tuple[str, ...]:
        """Who takes a stand on it, the most often first."""
        return _by_number([voice.holder for voice in self.voices])

    @property
    def stances(self) -> tuple[str, ...]:
        """The stands taken, each with its number, the most often first: "3 support"."""
        counts = Counter[str](voice.stance for voice in self.voices)
        return tuple(f"{counts[stance]} {stance}" for stance in _by_number(list(counts.elements())))

    @property
    def examples(self) -> tuple[str, ...]:
        """The words in which it is spoken of, the surest first."""
        ranked = sorted(self.voices, key=lambda voice: (-voice.confidence, voice.words))
        return tuple(dict.fromkeys(voice.words for voice in ranked if voice.words))


def _by_number(names: Sequence[str]) -> tuple[str, ...]:
    counts = Counter(names)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
