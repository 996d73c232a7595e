"""Teach the model of entailment anew, and write it as data/models has it.

    python -m tests.benchmarks.positions.train_entailment [FILE.txt ...] [--out FOLDER] [--steps N]

Learns from the named files, or the articles of examples/ beside this file, which those of aside/, held/ and blind/ are
not among. Where vectors see a stand is what it is asked most about: teach those first (`train.py`). Everything that is
drawn by lot is seeded. `pip install 'claimgraph[train]'` has what is needed; two cores that reckon in bfloat16 take
about an hour and a quarter. With MALLOC_MMAP_MAX_=0 and a high MALLOC_TRIM_THRESHOLD_, glibc wastes less time.
"""

import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import cross_entropy
from torch.nn.utils.rnn import pad_sequence

from tests.benchmarks.deberta import base, halve, vocabulary
from tests.benchmarks.descent import descent
from tests.benchmarks.distances import narrow
from tests.benchmarks.encoder import write
from tests.benchmarks.positions.asked import Asked, Asking, asking, batches, drawn
from tests.benchmarks.positions.entailer import Network
from tests.benchmarks.positions.examples import FILES, read
from tests.benchmarks.positions.train import options

SEED = 0
BATCH = 32
EPOCHS = 2
RATE_ENCODER, RATE_HEADS = 5e-5, 4e-4
WARM = 80  # steps
SLOWEST = 0.02  # of the rate
_BLIND = 0.15  # of the questions of every other batch, what the grammar found is held back


def main(arguments: Sequence[str] | None = None) -> None:
    """Teach, saying how far it is, and write the model."""
    asked = options(__doc__, arguments)
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    home = base()
    asked.out.mkdir(parents=True, exist_ok=True)
    vocabulary(home).save(str(asked.out / "deberta.json"), pretty=False)
    network = Network(home)
    files = asked.files or sorted(FILES.glob("*.txt"))
    teach(network, list(asking(article for file in files for article in read(file))), asked.steps)
    export(network, asked.out / "entailment.onnx")


def teach(network: Network, learnt: Sequence[Asking], most: int | None) -> None:
    """Change a network's weights, epoch by epoch; `most` steps at the most."""
    chance = random.Random(SEED)
    steps = EPOCHS * sum(1 for article in learnt for _ in drawn(article, random.Random(1))) // BATCH
    optimizer, schedule = descent(
        network, RATE_ENCODER, RATE_HEADS, decay=0.02, warm=WARM, slowest=SLOWEST, nought=1.02 * steps
    )
    began, step, mean = time.time(), 0, 0.0
    network.train()
    for batch in (b for _ in range(EPOCHS) for b in batches(learnt, BATCH, chance)):
        ids, mask, hints, answers = _padded(batch)
        if chance.random() < 0.5:
            hints = hints * (torch.rand(len(batch), 1) > _BLIND)
        optimizer.zero_grad()
        loss = cross_entropy(network(ids, mask, hints), answers)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        lost = float(loss.detach())
        step, mean = step + 1, 0.97 * mean + 0.03 * lost if step else lost
        if step % 50 == 0:
            print(f"step {step} of {steps}, loss {mean:.3f}, {time.time() - began:.0f} s", flush=True)
        if step == most:
            return


def _padded(batch: Sequence[Asked]) -> tuple[torch.Tensor, ...]:
    """Ids, which of them are there, hints and answers."""
    held = [torch.tensor(a.pieces) for a in batch]
    ids, mask = (pad_sequence(part, batch_first=True) for part in (held, [torch.ones_like(h) for h in held]))
    hints = torch.from_numpy(np.stack([a.hints for a in batch]))
    return ids, mask, hints, torch.tensor([a.answer for a in batch])


class _OneQuestion(torch.nn.Module):
    """The network on one question, as shares."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor, hints: torch.Tensor) -> torch.Tensor:
        return torch.softmax(self.network(ids, torch.ones_like(ids), hints), -1)


def export(network: Network, path: Path) -> None:
    """Write the network as an ONNX file with weights of eight bits."""
    network.eval()
    example = torch.randint(300, 20_000, (1, 40)), torch.rand(1, network.hint.in_features)
    write(_OneQuestion(network), example, path, ["ids", "hints"], ["shares"], {"ids": {1: "pieces"}})
    halve(path)
    narrow(path)


if __name__ == "__main__":
    main()
