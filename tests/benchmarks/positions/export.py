"""A taught stance model as two ONNX files with weights of eight bits: the encoder, and the judge."""

from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from tests.benchmarks.positions.network import Network

_OPSET = 17


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
    ids = torch.randint(1000, 20000, (1, 40))
    _write(_Encoder(network), ids, folder / "stances.onnx", ["ids"], ["states", "asks"], {1: "pieces"})
    figures = torch.rand(3, network.l1.in_features)
    _write(_Judge(network), figures, folder / "judge.onnx", ["figures"], ["shares"], {0: "rows"})


def _write(
    part: torch.nn.Module,
    example: torch.Tensor,
    path: Path,
    inputs: list[str],
    outputs: list[str],
    axes: dict[int, str],
) -> None:
    with TemporaryDirectory() as aside:
        whole = Path(aside) / "whole.onnx"
        torch.onnx.export(
            part, (example,), str(whole), input_names=inputs, output_names=outputs,
            dynamic_axes=dict.fromkeys((*inputs, *outputs), axes), opset_version=_OPSET, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True)
