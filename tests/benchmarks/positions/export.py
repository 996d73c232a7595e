"""A taught stance model as an ONNX file with weights of eight bits; it reads by the tagger's vocabulary."""

from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from tests.benchmarks.positions.network import Network

_OPSET = 17


class _OnePair(torch.nn.Module):
    """The network on a pair without padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        return self.network(ids, types, torch.ones_like(ids))


def export(network: Network, folder: Path) -> None:
    """Write model.onnx."""
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    ids = torch.randint(1000, 20000, (1, 40))
    with TemporaryDirectory() as aside:
        whole = Path(aside) / "whole.onnx"
        torch.onnx.export(
            _OnePair(network), (ids, torch.ones_like(ids)), str(whole), input_names=["ids", "types"],
            output_names=["stances"], dynamic_axes={"ids": {1: "n"}, "types": {1: "n"}}, opset_version=_OPSET,
            dynamo=False,
        )  # fmt: skip
        quantize_dynamic(whole, folder / "model.onnx", weight_type=QuantType.QInt8, per_channel=True)
