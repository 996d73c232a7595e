"""The stance model's network: a pretrained encoder over a proposal and a claim, and one layer that tells the stance."""

from pathlib import Path

import torch
from transformers import AutoConfig, AutoModel

from tests.benchmarks.positions.pairs import STANCES


class Network(torch.nn.Module):
    """Word pieces to the scores of `STANCES`, read at the start and where the evidence begins."""

    def __init__(self, encoder: Path, mark: int) -> None:
        super().__init__()
        config = AutoConfig.from_pretrained(encoder)
        config.attention_probs_dropout_prob = config.hidden_dropout_prob = 0.0
        self.mark = mark
        self.enc = AutoModel.from_pretrained(encoder, config=config, add_pooling_layer=False)
        self.drop = torch.nn.Dropout(0.1)
        self.between = torch.nn.Linear(2 * config.hidden_size, config.hidden_size)
        self.out = torch.nn.Linear(config.hidden_size, len(STANCES))

    def forward(self, ids: torch.Tensor, types: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Batch by pieces to batch by stances."""
        hidden = self.enc(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        begins = (ids == self.mark).to(hidden.dtype).unsqueeze(-1)
        evidence = (hidden * begins).sum(1) / begins.sum(1).clamp(min=1)
        joined = torch.cat([hidden[:, 0], evidence], dim=-1)
        return self.out(self.drop(torch.tanh(self.between(self.drop(joined)))))
