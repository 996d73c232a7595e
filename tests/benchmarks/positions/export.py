"""A taught stance model as two ONNX files with weights of eight bits: the encoder, and the judge."""

from pathlib import Path

import torch

from tests.benchmarks.encoder import write
from tests.benchmarks.positions.network import Network


class _Encoder(torch.nn.Module):
    """The network on one window without padding: its states, and what they ask of a proposal."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        states = self.network.enc(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state
        return states, self.network.att(states)


class _Judge(torch.nn.Module):
    """Figures to shares."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, figures: torch.Tensor) -> torch.Tensor:
        return torch.softmax(self.network.l2(torch.relu(self.network.l1(figures))), -1)


def export(network: Network, folder: Path) -> None:
    """Write stances.onnx and judge.onnx."""
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    ids, read = torch.randint(1000, 20000, (1, 40)), {key: {1: "pieces"} for key in ("ids", "states", "asks")}
    write(_Encoder(network), (ids,), folder / "stances.onnx", ["ids"], ["states", "asks"], read)
    figures, judged = torch.rand(3, network.l1.in_features), {key: {0: "rows"} for key in ("figures", "shares")}
    write(_Judge(network), (figures,), folder / "judge.onnx", ["figures"], ["shares"], judged)
