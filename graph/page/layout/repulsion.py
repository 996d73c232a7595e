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
    """A function from positions (2, n) to forces (2, n): each pair pushes with mass * mass / distance."""
    return exact(mass) if len(mass) <= EXACT_UP_TO else on_grid(mass)


def exact(mass: Points) -> Push:
    """All pairs: n * n in time and memory."""
    masses = mass[:, None] * mass[None, :]
    apart, squares = np.empty((2, *masses.shape)), np.empty((2, *masses.shape))  # memory anew at each call costs more

    def push(position: Points) -> Points:
        np.subtract(position[:, :, None], position[:, None, :], out=apart)
        np.multiply(apart, apart, out=squares)
        strength = squares[0]
        strength += squares[1]
        strength += 0.01
        np.divide(masses, strength, out=strength)
        np.multiply(apart, strength, out=apart)
        force: Points = apart.sum(axis=2)
        return force

    return push


def on_grid(mass: Points, cells: int = CELLS) -> Push:
    """The masses are spread over a square grid and the field of all is one convolution: n + g * g * log g.

    Near neighbours inside one cell feel each other weakly; `overlap` and the springs part them. The grid is padded
    with as many empty cells each way, of which neither what goes in nor what is read is transformed.
    """
    steps = np.fft.fftfreq(2 * cells, 1 / (2 * cells))
    column, row = np.meshgrid(steps, steps, indexing="ij")
    square = column**2 + row**2 + 1.0
    kernels = np.stack([np.fft.rfft2(axis / square) for axis in (column, row)])
    product = np.empty_like(kernels)

    def push(position: Points) -> Points:
        cell = (np.ptp(position, axis=1).max() * 1.02 + 1e-9) / (cells - 1)
        corners = _corners((position - position.min(axis=1)[:, None]) / cell, cells)
        density = np.zeros(cells * cells)
        for share, index in corners:
            density += np.bincount(index, weights=share * mass, minlength=cells * cells)
        rows = np.fft.rfft(density.reshape(cells, cells), 2 * cells, axis=1)
        spectrum = np.fft.fft(rows, 2 * cells, axis=0)
        np.multiply(spectrum, kernels, out=product)
        across = np.fft.ifft(product, axis=1)[:, :cells]
        fields = np.fft.irfft(across, axis=2)[:, :, :cells].reshape(2, -1)
        force = np.zeros_like(position)
        for share, index in corners:
            force += share * fields[:, index]
        force *= mass / cell
        return force

    return push


def _corners(scaled: Points, cells: int) -> list[tuple[Points, NDArray[np.int64]]]:
    """The four grid points around each node, and the share of it that each of them takes."""
    whole = np.clip(np.floor(scaled).astype(np.int64), 0, cells - 2)
    right, up = scaled - whole
    x, y = whole
    shares = [((1 - right) * (1 - up), 0, 0), (right * (1 - up), 1, 0), ((1 - right) * up, 0, 1), (right * up, 1, 1)]
    return [(share, (x + dx) * cells + y + dy) for share, dx, dy in shares]
