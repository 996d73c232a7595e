"""What stand a claim takes on a proposal, by a small learnt model that reads both.

The model is a MiniLM encoder of six layers over a proposal's labels and definition and a claim in its context, with
one layer that tells none, support, conditional, undecided, doubt, oppose.
"""

from functools import cache, cached_property
from typing import Any

from graph.language import models
from graph.language.pairing import Context, context_pieces, wording_pieces

STANCES = ("none", "support", "conditional", "undecided", "doubt", "oppose")


class StanceModel:
    """The model, loaded with the first claim that is judged."""

    def tell(self, wording: str, context: Context) -> dict[str, float]:
        """The probability of each of `STANCES`."""
        import numpy as np

        first, last = models.ends()
        opening = [first, *_wording(wording), last]
        rest = [*context_pieces(models.tokenizer(), context), last]
        ids = np.array([opening + rest], dtype=np.int64)
        types = np.array([[0] * len(opening) + [1] * len(rest)], dtype=np.int64)
        scores = self._session.run(None, {"ids": ids, "types": types})[0][0]
        shares = np.exp(scores - scores.max())
        return dict(zip(STANCES, map(float, shares / shares.sum()), strict=True))

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - the library has no types
        return models.session("stance")


@cache
def _wording(wording: str) -> tuple[int, ...]:
    return tuple(wording_pieces(models.tokenizer(), wording))
