"""Teach the tagger anew, and write it as data/models has it.

    python -m tests.benchmarks.tagger.train TRAIN.jsonl [--out FOLDER] [--epochs 2] [--steps N]

TRAIN.jsonl is PolNeAR's training split (Newell, Margolin, Ruths, LREC 2018), an article a line: {text, attributions:
[{source, cue, content}]}, each a list of [start, end) offsets. The examples of our own beside this file join in the
last epoch, three times over. Everything that is drawn by lot is seeded. `pip install 'claimgraph[train]'` has what
is needed; two cores that reckon in bfloat16 take less than half an hour. With MALLOC_MMAP_MAX_=0 and a high
MALLOC_TRIM_THRESHOLD_, glibc wastes less time.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch

from graph.language import models
from tests.benchmarks.deberta import base, vocabulary
from tests.benchmarks.descent import descent
from tests.benchmarks.tagger.examples import FILES, records
from tests.benchmarks.tagger.export import export
from tests.benchmarks.tagger.labelled import Coded, Taught, coded, read, taught
from tests.benchmarks.tagger.network import Network, loss

SEED = 0
BATCH = 16
BUCKET = 16  # batches, within which windows of like length go together
OWN = 3  # times that the examples of our own are read
RATE_ENCODER, RATE_HEADS = 1e-4, 1e-3
WARM = 100  # steps
SLOWEST = 0.03  # of the rate


def main(arguments: Sequence[str] | None = None) -> None:
    """Teach, saying how far it is, and write the model."""
    asked = _options(arguments)
    home = base()
    tokenizer = vocabulary(home)
    asked.out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(asked.out / "deberta.json"), pretty=False)
    tokenizer.encode_special_tokens = True
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    own = list(coded(map(json.dumps, records(sorted(FILES.glob("*.txt")))), tokenizer))
    network = Network(home)
    teach(network, read(asked.train, tokenizer), own, asked.epochs, asked.steps)
    export(network, asked.out / "attribution.onnx")


def teach(network: Network, articles: list[Coded], own: list[Coded], epochs: int, most: int | None) -> None:
    """Change a network's weights, epoch by epoch; `most` steps at the most."""
    ends = models.ends("deberta")
    chance = random.Random(SEED)
    steps = epochs * sum(1 for _ in batches(articles, random.Random(1)))
    optimizer, schedule = descent(
        network, RATE_ENCODER, RATE_HEADS, decay=0.01, warm=WARM, slowest=SLOWEST, nought=1.05 * steps
    )
    began, step, mean = time.time(), 0, 0.0
    network.train()
    for epoch in range(epochs):
        for batch in batches(articles + own * OWN if epoch == epochs - 1 else articles, chance):
            whole = sum(loss(network, batch, ends), torch.tensor(0.0))
            whole.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            step, mean = step + 1, 0.98 * mean + 0.02 * float(whole.detach())
            if step % 25 == 0:
                print(f"step {step} of about {steps}, loss {mean:.4f}, {time.time() - began:.0f} s", flush=True)
            if step == most:
                return


def batches(articles: Sequence[Coded], chance: random.Random) -> Iterator[list[Taught]]:
    """All windows of some articles in any order, those of like length together."""
    found = [window for article in articles for window in taught(article, chance)]
    chance.shuffle(found)
    size = BATCH * BUCKET
    chunks = (sorted(found[i : i + size], key=lambda t: len(t.window.ids)) for i in range(0, len(found), size))
    alike = [window for chunk in chunks for window in chunk]
    held = [alike[i : i + BATCH] for i in range(0, len(alike), BATCH)]
    chance.shuffle(held)
    yield from held


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("train", type=Path)
    options.add_argument("--out", type=Path, default=Path("data/models"))
    options.add_argument("--epochs", type=int, default=2)
    options.add_argument("--steps", type=int, help="Stop after so many: to see whether it runs.")
    return options.parse_args(arguments)


if __name__ == "__main__":
    main()
