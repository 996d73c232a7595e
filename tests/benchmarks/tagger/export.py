"""A taught network as an ONNX file with weights of eight bits."""

from pathlib import Path

import torch

from tests.benchmarks.deberta import halve
from tests.benchmarks.distances import narrow
from tests.benchmarks.encoder import write
from tests.benchmarks.tagger.network import Network

_OUTPUTS = ["tags", "asks", "answers"]


class _OneWindow(torch.nn.Module):
    """The network on a window without padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, ...]:
        return self.network(ids, torch.ones_like(ids))


def export(network: Network, path: Path) -> None:
    """Write the file."""
    network.eval()
    example = torch.randint(1000, 20000, (1, 40))
    axes = {key: {1: "pieces"} for key in ("ids", *_OUTPUTS)}
    write(_OneWindow(network), (example,), path, ["ids"], _OUTPUTS, axes)
    halve(path)
    narrow(path)
