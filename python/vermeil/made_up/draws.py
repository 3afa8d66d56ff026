# SPDX-License-Identifier: MIT
"""Chance that is the same everywhere: numbers that follow from a seed and a name."""

from __future__ import annotations

import zlib

import numpy as np

from vermeil.made_up.columns import Numbers, Whole

__all__ = ["Draws", "shuffled"]


class Draws:
    """Numbers from 0 to below 1 out of a counter-based generator: a stream of its own for every name.

    Only the raw bits of the generator are used, and nothing but arithmetic and comparisons follows, so that
    neither a version of numpy nor the mathematics of a machine can change a made-up market.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def __call__(self, stream: str, *shape: int) -> Numbers:
        """Give the first numbers of a stream, in rows."""
        from numpy.random import Philox

        key = np.array([self._seed, zlib.crc32(stream.encode())], dtype=np.uint64)
        count = 1
        for length in shape:
            count *= length
        raw = Philox(key=key).random_raw(count)
        drawn: Numbers = ((raw >> np.uint64(11)).astype(np.float64) * 2.0**-53).reshape(shape)
        return drawn

    def whole(self, stream: str, least: int, most: int, *shape: int) -> Whole:
        """Give whole numbers, both ends included."""
        return least + (self(stream, *shape) * (most - least + 1)).astype(np.int64)


def shuffled(drawn: Numbers) -> Whole:
    """Give each its place in the order of what was drawn, from 0."""
    places = np.empty(len(drawn), dtype=np.int64)
    places[np.argsort(drawn, kind="stable")] = np.arange(len(drawn))
    return places
