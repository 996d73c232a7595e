"""The stance model's network: an encoder of article and proposals, and a judge of how a unit lies to a proposal.

What `graph/claims/positions/figures.py` reckons with numpy is reckoned here in a form that can be learnt through: the
two agree to a millionth.
"""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch.nn.functional import normalize

from graph.claims.positions.figures import LIKENESSES, LONG, SCALE
from graph.claims.positions.places import HINTS
from graph.language.stances import WIDTH
from tests.benchmarks.encoder import loaded
from tests.benchmarks.positions.labelled import Taught

PARTS = 12  # vectors that are put before the judge
_INNER = 384
_OUT = 6


class Network(torch.nn.Module):
    """Word pieces to states; states of an article and of its proposals to scores of no stand and of each stance."""

    def __init__(self, encoder: Path) -> None:
        super().__init__()
        self.enc = loaded(encoder)
        self.enc.embeddings.word_embeddings.weight.requires_grad_(False)
        self.drop = torch.nn.Dropout(0.15)
        self.att = torch.nn.Linear(WIDTH, WIDTH)
        self.l1 = torch.nn.Linear(PARTS * WIDTH + LIKENESSES + HINTS, _INNER)
        self.l2 = torch.nn.Linear(_INNER, _OUT)
        self.d2 = torch.nn.Dropout(0.3)

    def encode(self, windows: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
        """Windows with their end marks to states (windows by longest by WIDTH) and which of them are there."""
        longest = max(map(len, windows))
        ids, mask = torch.zeros(len(windows), longest, dtype=torch.long), torch.zeros(len(windows), longest)
        for row, window in enumerate(windows):
            ids[row, : len(window)] = torch.tensor(window)
            mask[row, : len(window)] = 1
        return self.enc(input_ids=ids, attention_mask=mask).last_hidden_state, mask

    def forward(
        self,
        article: Taught,
        rows: Sequence[int],
        wordings: Sequence[Sequence[int]],
        ends: tuple[int, int],
        hints: torch.Tensor,
    ) -> torch.Tensor:
        """Scores, units (those of `rows`) by proposals by 6, given the pieces of each proposal."""
        hidden, _ = self.encode([[ends[0], *article.ids[a:b].tolist(), ends[1]] for a, b in article.stretches])
        text = torch.cat([hidden[i, 1 : 1 + b - a] for i, (a, b) in enumerate(article.stretches)])
        tokens, there = self.encode([[ends[0], *ids, ends[1]] for ids in wordings])
        meant = (tokens * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        return self._judged(self._figures(article, rows, text, tokens, there, meant), hints)

    def _judged(self, figures: tuple[torch.Tensor, torch.Tensor], hints: torch.Tensor) -> torch.Tensor:
        vectors, likenesses = figures
        inner = torch.relu(self.l1(torch.cat([self.drop(vectors), likenesses, hints], -1)))
        return torch.as_tensor(self.l2(self.d2(inner)))

    def _figures(
        self, article: Taught, rows: Sequence[int], text: torch.Tensor, tokens: torch.Tensor, there: torch.Tensor,
        meant: torch.Tensor,
    ) -> tuple[torch.Tensor, torch.Tensor]:  # fmt: skip
        sums = torch.cat([torch.zeros(1, WIDTH), text.cumsum(0)])

        def mean(stretches: Sequence[tuple[int, int] | None]) -> torch.Tensor:
            held = [s for s in stretches if s is not None]
            total = sum((sums[b] - sums[a] for a, b in held), torch.zeros(WIDTH))
            return total / max(1, sum(b - a for a, b in held))

        words = torch.stack([mean(article.words[row]) for row in rows])
        named, before, whole = (
            torch.stack([mean([part[row]]) for row in rows]) for part in (article.named, article.before, article.whole)
        )
        looked = [[i for a, b in article.words[row] for i in range(a, min(b, a + LONG))] for row in rows]
        flat = text[[i for places in looked for i in places]]
        unit = torch.tensor([k for k, places in enumerate(looked) for _ in places])
        bearing = self._bearing(flat, unit, len(rows), meant)
        likenesses = _likenesses(flat, unit, tokens, there, meant, (words, whole, before))
        shape = (len(rows), len(meant), WIDTH)
        c, n, x, q = (part[:, None, :].expand(shape) for part in (words, named, before, whole))
        p, r = meant[None].expand(shape), bearing
        vectors = [c, n, x, r, p, c * p, r * p, x * p, q * p, n * p, (c - p).abs(), (r - p).abs()]
        return torch.cat(vectors, -1), likenesses

    def _bearing(self, flat: torch.Tensor, unit: torch.Tensor, count: int, meant: torch.Tensor) -> torch.Tensor:
        """Units by proposals by WIDTH: what of a unit's words bears on a proposal."""
        scores = self.att(flat) @ meant.T / WIDTH**0.5
        raised = (scores - scores.detach().max()).clamp(min=-30).exp()
        total = torch.zeros(count, len(meant)).index_add_(0, unit, raised)
        shares = raised / total[unit].clamp(min=1e-9)
        return torch.zeros(count, len(meant), WIDTH).index_add_(0, unit, shares[..., None] * flat[:, None, :])

    def heads(self) -> list[torch.nn.Parameter]:
        """What is learnt from nothing."""
        return [p for name, p in self.named_parameters() if not name.startswith("enc")]


def _likenesses(
    flat: torch.Tensor, unit: torch.Tensor, tokens: torch.Tensor, there: torch.Tensor, meant: torch.Tensor,
    parts: tuple[torch.Tensor, torch.Tensor, torch.Tensor],
) -> torch.Tensor:  # fmt: skip
    """Units by proposals by LIKENESSES, as `figures.py` has them."""
    words, whole, before = parts
    p = normalize(meant, dim=-1)
    of_words, of_whole, of_before = (normalize(part, dim=-1) @ p.T for part in (words, whole, before + 1e-6))
    each = torch.einsum("fh,plh->fpl", normalize(flat, dim=-1), normalize(tokens, dim=-1))
    best = torch.full((len(words), *each.shape[1:]), -1.0)
    best = best.scatter_reduce(0, unit[:, None, None].expand_as(each), each, "amax")
    of_pieces = (best * there).sum(-1) / there.sum(-1)

    def beside(cosines: torch.Tensor) -> torch.Tensor:
        return cosines - cosines.max(1, keepdim=True).values

    found = [of_words, of_whole, of_before, of_pieces, beside(of_words), beside(of_pieces), beside(of_before),
             of_words - of_words.mean(0, keepdim=True)]  # fmt: skip
    return torch.stack(found, -1) * SCALE
