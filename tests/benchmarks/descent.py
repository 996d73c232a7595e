"""How every learnt network goes down its loss: rates that climb for some steps, then fall along a line."""

from typing import Protocol

import torch
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR


class Taught(Protocol):
    """A network of a pretrained encoder and heads that are learnt from nothing."""

    enc: torch.nn.Module

    def heads(self) -> list[torch.nn.Parameter]: ...


def descent(
    network: Taught, encoder: float, heads: float, *, decay: float, warm: int, slowest: float, nought: float
) -> tuple[AdamW, LambdaLR]:
    """An optimizer with the rates of encoder and heads, and its schedule.

    Rates reach their height after `warm` steps, would be 0 after `nought` steps, and are `slowest` of it at the least.
    """
    inner = [p for p in network.enc.parameters() if p.requires_grad]
    groups = [{"params": inner, "lr": encoder}, {"params": network.heads(), "lr": heads}]
    optimizer = AdamW(groups, weight_decay=decay, fused=True)
    return optimizer, LambdaLR(optimizer, lambda step: min(1, (step + 1) / warm) * max(slowest, 1 - step / nought))
