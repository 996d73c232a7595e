"""A taught network as an ONNX file with weights of eight bits, beside the vocabulary that it reads by."""

import json
from pathlib import Path

import torch
from tokenizers import Tokenizer

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


def export(network: Network, tokenizer: Tokenizer, folder: Path) -> None:
    """Write model.onnx and tokenizer.json."""
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    example = torch.randint(1000, 20000, (1, 40))
    axes = {key: {1: "pieces"} for key in ("ids", *_OUTPUTS)}
    write(_OneWindow(network), (example,), folder / "model.onnx", ["ids"], _OUTPUTS, axes)
    vocabulary = json.loads(tokenizer.to_str())
    text = json.dumps(vocabulary, ensure_ascii=False, separators=(",", ":"))
    (folder / "tokenizer.json").write_text(text, encoding="utf-8")
