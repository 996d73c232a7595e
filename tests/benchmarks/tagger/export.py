"""A taught network as an ONNX file with weights of eight bits, beside the vocabulary that it reads by."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from tests.benchmarks.tagger.network import Network

_OUTPUTS = ["tags", "asks", "answers"]
_OPSET = 17


class _OneWindow(torch.nn.Module):
    """The network on a window without padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, ...]:
        return self.network(ids, torch.ones_like(ids))


def export(network: Network, tokenizer: Tokenizer, folder: Path) -> None:
    """Write model.onnx and tokenizer.json."""
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    axes = {name: {1: "pieces"} for name in ("ids", *_OUTPUTS)}
    with TemporaryDirectory() as aside:
        whole = Path(aside) / "whole.onnx"
        example = (torch.randint(1000, 20000, (1, 40)),)
        torch.onnx.export(
            _OneWindow(network), example, str(whole), input_names=["ids"], output_names=_OUTPUTS,
            dynamic_axes=axes, opset_version=_OPSET, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(whole, folder / "model.onnx", weight_type=QuantType.QInt8, per_channel=True)
    vocabulary = json.loads(tokenizer.to_str())
    text = json.dumps(vocabulary, ensure_ascii=False, separators=(",", ":"))
    (folder / "tokenizer.json").write_text(text, encoding="utf-8")
