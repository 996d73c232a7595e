"""How words of an article bear on a proposal, by a small learnt model: vectors of both, and a judge of what they say.

An encoder (MiniLM, six layers) reads the article once and each proposal once. The judge is told how a holder, the words
at that place and those around them lie to a proposal, with what the grammar found there, and says how likely the
holder takes no stand on it, or which one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graph.language import models
from graph.language.entailment import Entailment
from graph.language.passages import passages
from graph.language.pieces import Window, plain, windows
from graph.model import Article, Proposal

if TYPE_CHECKING:
    from numpy import ndarray

WIDTH = 384  # of a vector
_LONGEST = 200  # word pieces that are read at once
_LABELLING = 60  # word pieces of a proposal
_WHOLE = 1_000_000
_ENDS = '.!?"”'


@dataclass(frozen=True, slots=True)
class Vectors:
    """A text of n word pieces: `states` and `asks`, n by WIDTH each.

    The products of what it asks with a proposal's vector tell what of the text bears on the proposal.
    """

    pieces: Window
    states: "ndarray"
    asks: "ndarray"

    @property
    def mean(self) -> "ndarray":
        """One vector for all of it."""
        import numpy as np

        return np.asarray(self.states.mean(axis=0))


class Stances:
    """Encoder and judge, loaded with the first article that is read; `entailing`: what they leave in doubt is asked."""

    def __init__(self, *, entailing: bool = True) -> None:
        self.entailment = Entailment() if entailing else None
        self._known: dict[Proposal, Vectors] = {}

    @property
    def name(self) -> str:
        """The models' names with a digest of their weights."""
        asked = f", {self.entailment.name}" if self.entailment else ""
        return f"{models.digest('stances')}, {models.digest('judge')}{asked}"

    @cached_property
    def _encoder(self) -> Any:  # noqa: ANN401 - the library has no types
        return models.session("stances")

    @cached_property
    def _judge(self) -> Any:  # noqa: ANN401 - the library has no types
        return models.session("judge")

    def article(self, article: Article) -> Vectors:
        """The running text of an article; of no pieces where it has none."""
        import numpy as np

        pieces = pieces_of(article)
        parts = [self._read(pieces.ids[a:b]) for a, b in stretches(article.text, pieces)]
        if not parts:
            return Vectors(pieces, np.zeros((0, WIDTH), np.float32), np.zeros((0, WIDTH), np.float32))
        states, asks = (np.concatenate([part[i][1:-1] for part in parts]) for i in range(2))
        return Vectors(pieces, states, asks)

    def proposal(self, proposal: Proposal) -> Vectors:
        """What a proposal is called and means, between its end marks; read once."""
        if proposal not in self._known:
            ids = wording(proposal)
            self._known[proposal] = Vectors(Window(tuple(ids), (), ()), *self._read(ids))
        return self._known[proposal]

    def judge(self, figures: "ndarray") -> "ndarray":
        """Rows of figures to rows of six shares: no stand, then the stances in the order of POLARITY."""
        import numpy as np

        return np.asarray(self._judge.run(None, {"figures": figures})[0])

    def _read(self, ids: Sequence[int]) -> tuple["ndarray", "ndarray"]:
        """States and asks of some pieces and of the end marks around them."""
        import numpy as np

        first, last = models.ends("minilm")
        states, asks = self._encoder.run(None, {"ids": np.array([[first, *ids, last]], dtype=np.int64)})
        return states[0], asks[0]


def pieces_of(article: Article) -> Window:
    """All word pieces of an article's running text."""
    return next(windows(article.text, passages(article), models.tokenizer("minilm"), _WHOLE), Window((), (), ()))


def wording(proposal: Proposal) -> list[int]:
    """The word pieces of what a proposal is called and means."""
    return labelling(proposal.label, proposal.aliases, proposal.definition)


def labelling(label: str, aliases: Sequence[str], definition: str | None) -> list[int]:
    """The word pieces of labels and a definition, as many as are read."""
    named = "; ".join((label, *aliases))
    text = f"{named}. {definition}" if definition else named
    return list(models.tokenizer("minilm").encode(plain(text), add_special_tokens=False).ids[:_LABELLING])


def stretches(text: str, pieces: Window, longest: int = _LONGEST) -> Iterator[tuple[int, int]]:
    """First and past-last piece of each stretch: whole sentences, as many as fit; one that is longer is cut."""
    start = last = 0
    for end in (*_sentence_ends(text, pieces), len(pieces.ids)):
        while end - start > longest:
            cut = last if last > start else start + longest
            yield start, cut
            start = cut
        last = end
    if last > start:
        yield start, last


def _sentence_ends(text: str, pieces: Window) -> Iterator[int]:
    """The pieces before which a paragraph or, as far as its signs tell, a sentence begins."""
    for i in range(1, len(pieces.ids)):
        between = text[pieces.ends[i - 1] : pieces.starts[i]]
        ended = text[pieces.ends[i - 1] - 1] in _ENDS and text[pieces.starts[i]].isupper()
        if "\n" in between or (between and ended):
            yield i
