"""The tagger's network: a pretrained encoder with two heads, and how far it is from what annotators marked."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from tests.benchmarks.deberta import loaded, weights
from tests.benchmarks.tagger.labelled import ROLES, Taught

LABELS = 3  # outside, inside, begins
LINKED = 2  # source, content
WIDTH = 128
_IGNORED = -100


class Network(torch.nn.Module):
    """Word pieces to labels in each role, and to the vectors whose products link a cue with its source and content."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.enc = loaded(weights(base))
        self.drop = torch.nn.Dropout(0.1)
        width = self.enc.config.hidden_size
        self.tags = torch.nn.Linear(width, len(ROLES) * LABELS)
        self.q = torch.nn.Linear(width, LINKED * WIDTH)
        self.k = torch.nn.Linear(width, LINKED * WIDTH)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Batch by pieces to labels (by roles by labels), what cues ask for, what pieces answer (by links by width)."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):
            states = self.enc(ids, mask).last_hidden_state
        hidden = self.drop(states.float())
        return (
            self.tags(hidden).view(*ids.shape, len(ROLES), LABELS),
            self.q(hidden).view(*ids.shape, LINKED, WIDTH),
            self.k(hidden).view(*ids.shape, LINKED, WIDTH),
        )

    def heads(self) -> list[torch.nn.Parameter]:
        """What is learnt from nothing."""
        return [p for name, p in self.named_parameters() if not name.startswith("enc")]


def loss(network: Network, batch: Sequence[Taught], ends: tuple[int, int]) -> tuple[torch.Tensor, torch.Tensor]:
    """The surprise at the labels, and at which pieces belong to each marked cue."""
    ids, mask, labels = _padded(batch, ends)
    tags, asks, answers = network(ids, mask)
    of_labels = cross_entropy(tags.reshape(-1, LABELS), labels.reshape(-1), ignore_index=_IGNORED)
    rows, cues, wanted = _marked(batch, ids.shape[1])
    if not len(rows):
        return of_labels, torch.tensor(0.0)
    asked = torch.einsum("nl,nlrd->nrd", cues, asks[rows])
    scores = torch.einsum("nrd,nlrd->nlr", asked, answers[rows]) / WIDTH**0.5
    there = mask[rows].float().unsqueeze(-1)
    each = binary_cross_entropy_with_logits(scores, wanted, reduction="none") * there
    return of_labels, each.sum() / there.sum() / LINKED


def _padded(batch: Sequence[Taught], ends: tuple[int, int]) -> tuple[torch.Tensor, ...]:
    """Ids, which of them are there, and labels; every window between its two end marks."""
    longest = max(len(t.window.ids) for t in batch) + 2
    ids, mask = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(2))
    labels = torch.full((len(batch), longest, len(ROLES)), _IGNORED)
    for row, each in enumerate(batch):
        n = len(each.window.ids)
        ids[row, : n + 2] = torch.tensor([ends[0], *each.window.ids, ends[1]])
        mask[row, : n + 2] = 1
        labels[row, 1 : n + 1] = torch.from_numpy(each.labels)
    return ids, mask, labels


def _marked(batch: Sequence[Taught], longest: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """For each attribution: its window, its cue as weights that sum to one, its source and content."""
    rows: list[int] = []
    cues: list[Any] = []
    wanted: list[Any] = []
    for row, each in enumerate(batch):
        inner = slice(1, len(each.window.ids) + 1)
        for source, cue, content in each.attributions:
            weights, goal = np.zeros(longest, np.float32), np.zeros((longest, LINKED), np.float32)
            weights[inner] = cue / cue.sum()
            goal[inner, 0], goal[inner, 1] = source, content
            rows.append(row)
            cues.append(weights)
            wanted.append(goal)
    shape = (len(rows), longest)
    return (
        torch.tensor(rows, dtype=torch.long),
        torch.from_numpy(np.array(cues, np.float32).reshape(shape)),
        torch.from_numpy(np.array(wanted, np.float32).reshape(*shape, LINKED)),
    )
