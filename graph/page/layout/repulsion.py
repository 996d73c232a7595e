"""How nodes push each other away: exactly for few nodes, on a grid by Fourier transform for many."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Points = NDArray[Any]
Push = Callable[[Points], Points]
EXACT_UP_TO = 320
CELLS = 128


def repulsion(mass: Points) -> Push:
    """A function from positions (n, 2) to forces (n, 2): each pair pushes with mass * mass / distance."""
    return exact(mass) if len(mass) <= EXACT_UP_TO else on_grid(mass)


def exact(mass: Points) -> Push:
    """All pairs: n * n in time and memory."""

    masses = mass[:, None] * mass[None, :]

    def push(position: Points) -> Points:
        right = np.subtract.outer(position[:, 0], position[:, 0])
        up = np.subtract.outer(position[:, 1], position[:, 1])
        strength = masses / (right * right + up * up + 0.01)
        return np.stack(((right * strength).sum(axis=1), (up * strength).sum(axis=1)), axis=1)

    return push


def on_grid(mass: Points, cells: int = CELLS) -> Push:
    """The masses are spread over a square grid and the field of all is one convolution: n + g * g * log g.

    Near neighbours inside one cell feel each other weakly; `overlap` and the springs part them.
    """
    steps = np.fft.fftfreq(2 * cells, 1 / (2 * cells))
    column, row = np.meshgrid(steps, steps, indexing="ij")
    square = column**2 + row**2 + 1.0
    kernels = [np.fft.rfft2(axis / square) for axis in (column, row)]

    def push(position: Points) -> Points:
        low = position.min(axis=0)
        cell = (np.ptp(position, axis=0).max() * 1.02 + 1e-9) / (cells - 1)
        corners = _corners((position - low) / cell, cells)
        density = np.zeros(cells * cells)
        for share, index in corners:
            density += np.bincount(index, weights=share * mass, minlength=cells * cells)
        padded = np.zeros((2 * cells, 2 * cells))
        padded[:cells, :cells] = density.reshape(cells, cells)
        spectrum = np.fft.rfft2(padded)
        force = np.zeros_like(position)
        for axis, kernel in enumerate(kernels):
            field = np.fft.irfft2(spectrum * kernel, s=padded.shape)[:cells, :cells].ravel()
            for share, index in corners:
                force[:, axis] += share * field[index]
        force *= (mass / cell)[:, None]
        return force

    return push


def _corners(scaled: Points, cells: int) -> list[tuple[Points, NDArray[np.int64]]]:
    """The four grid points around each node, and the share of it that each of them takes."""
    whole = np.clip(np.floor(scaled).astype(np.int64), 0, cells - 2)
    right, up = (scaled - whole).T
    x, y = whole.T
    shares = [((1 - right) * (1 - up), 0, 0), (right * (1 - up), 1, 0), ((1 - right) * up, 0, 1), (right * up, 1, 1)]
    return [(share, (x + dx) * cells + y + dy) for share, dx, dy in shares]
