"""Which words of an article are sources, cues and contents, and which belong together, by a small learnt model.

The model is a DeBERTa v3 encoder of twelve layers with two heads. One tells for each word piece whether it begins,
goes on with or is outside of a source, a cue and a content; the other how much each word piece belongs to the source
and to the content of a given cue.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graph.language import models
from graph.language.passages import passages
from graph.language.pieces import Window, windows
from graph.model import Article

if TYPE_CHECKING:
    from numpy import ndarray


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the model says of one window of n word pieces; roles are source, cue, content, links source and content.

    `outside`, `begins`: n by 3, the probability that a piece is outside of a role, or begins one.
    `asks`, `answers`: n by 2 by d; their products say what belongs to what.
    """

    window: Window
    outside: "ndarray"
    begins: "ndarray"
    asks: "ndarray"
    answers: "ndarray"

    def links(self, first: int, last: int) -> "ndarray":
        """For a cue from one piece up to another: n by 2, how likely a piece is of its source, of its content."""
        import numpy as np

        asked = self.asks[first:last].mean(axis=0)
        scores = np.einsum("rd,nrd->nr", asked, self.answers) / np.sqrt(self.answers.shape[-1])
        return np.asarray(1 / (1 + np.exp(-scores)))


class Tagger:
    """The model, loaded with the first article that is tagged."""

    @property
    def name(self) -> str:
        """The model's name with a digest of its weights."""
        return models.digest("attribution")

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - the library has no types
        return models.session("attribution")

    def tag(self, article: Article) -> Iterator[Tagged]:
        """What the model says of each window of an article, in the order of the text."""
        import numpy as np

        first, last = models.ends("deberta")
        for window in windows(article.text, passages(article), models.tokenizer("deberta")):
            ids = np.array([[first, *window.ids, last]], dtype=np.int64)
            tags, asks, answers = (part[0, 1:-1] for part in self._session.run(None, {"ids": ids}))
            scores = np.exp(tags - tags.max(axis=-1, keepdims=True))
            shares = scores / scores.sum(axis=-1, keepdims=True)
            yield Tagged(window, shares[..., 0], shares[..., 2], asks, answers)
