"""How the models are run."""

from typing import Any

import numpy as np
import pytest

from graph.language import models


def fed(model: Any) -> dict[str, np.ndarray]:
    """Something for each input of a model, the same every time: seven wherever a length is free."""
    chance = np.random.default_rng(7)
    found = {}
    for wanted in model.get_inputs():
        shape = [size if isinstance(size, int) else 7 for size in wanted.shape]
        pieces = wanted.type == "tensor(int64)"
        found[wanted.name] = chance.integers(0, 5, shape) if pieces else chance.random(shape).astype(np.float32)
    return found


@pytest.mark.parametrize("name", ["attribution", "entailment", "judge", "stances"])
def test_the_quick_way_finds_what_the_exact_one_does(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """So a graph does not depend on the processor it was made on."""
    usual = models.session(name)
    given = fed(usual)
    monkeypatch.setattr(models, "_adds_exactly", lambda: False)
    exact = models.session(name).run(None, given)
    for ours, theirs in zip(usual.run(None, given), exact, strict=True):
        assert np.array_equal(ours, theirs)
