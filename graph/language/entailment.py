"""Whether a passage says that its holder takes a stand, by a learnt model that reads passage and stand at once.

The encoder (DeBERTa v3, twelve layers of 384) was taught before what follows from a text; here it tells no stand from
the five. It is far more work than the vectors of `stances.py`, and is asked only where those leave a doubt.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graph.language import models

if TYPE_CHECKING:
    from numpy import ndarray

_BEFORE, _WORDS, _HYPOTHESIS = 45, 130, 70  # word pieces that are read of each


@dataclass(frozen=True, slots=True)
class Question:
    """Words with what stands before them, and a hypothesis: that somebody is in favour of a proposal."""

    before: str
    words: str
    hypothesis: str


class Entailment:
    """The model, loaded with the first question."""

    @property
    def name(self) -> str:
        """The model's name with a digest of its weights."""
        return models.digest("entailment")

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - the library has no types
        return models.session("entailment")

    def answer(self, question: Question, hints: "ndarray") -> "ndarray":
        """Six shares: no stand, then the stances in the order of POLARITY. `hints`: what the grammar found there."""
        import numpy as np

        ids = np.array([pieces(question)], dtype=np.int64)
        return np.asarray(self._session.run(None, {"ids": ids, "hints": hints[None]})[0][0])


def pieces(question: Question) -> list[int]:
    """A question as the model reads it, between and around end marks."""
    tokenizer = models.tokenizer("deberta")
    before, words, hypothesis = (
        tokenizer.encode(text, add_special_tokens=False).ids
        for text in (question.before, question.words, question.hypothesis)
    )
    first, last = models.ends("deberta")
    return [first, *before[-_BEFORE:], *words[:_WORDS], last, *hypothesis[:_HYPOTHESIS], last]
