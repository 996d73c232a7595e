"""The network of entailment: an encoder that knows what follows from a text, and what it tells of stands."""

from pathlib import Path

import torch

from graph.claims.positions.places import HINTS
from tests.benchmarks.deberta import WIDTH, loaded, weights

_OUT = 6
_TOWARDS = (-0.15, 0.5, 0.25, 0.0, -0.25, -0.5)  # how far each answer lies towards what follows, before it is taught


class Network(torch.nn.Module):
    """Word pieces and hints to scores of no stand and of each stance."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        state = weights(base)
        self.enc = loaded(state)
        self.pool = torch.nn.Linear(WIDTH, WIDTH)
        self.pool.load_state_dict({k: state[f"pooler.dense.{k}"] for k in ("weight", "bias")})
        self.drop = torch.nn.Dropout(0.1)
        self.head, self.hint = torch.nn.Linear(WIDTH, _OUT), torch.nn.Linear(HINTS, _OUT, bias=False)
        follows = (state["classifier.weight"][0] - state["classifier.weight"][1]) / 2
        with torch.no_grad():
            self.head.weight.copy_(torch.tensor(_TOWARDS)[:, None] * follows)
            self.head.bias.zero_()
            self.hint.weight.zero_()

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, hints: torch.Tensor) -> torch.Tensor:
        """Batch by pieces, and batch by HINTS, to batch by 6."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):
            first = self.enc(ids, mask).last_hidden_state[:, 0]
        pooled = torch.nn.functional.gelu(self.pool(first.float()))
        return torch.as_tensor(self.head(self.drop(pooled)) + self.hint(hints))

    def heads(self) -> list[torch.nn.Parameter]:
        """What is not of the encoder."""
        return [p for name, p in self.named_parameters() if not name.startswith("enc")]
