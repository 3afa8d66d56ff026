# SPDX-License-Identifier: MIT
"""What several schemes of others reckon with: means, ranks, quantiles, clusters, in plain Python."""

from __future__ import annotations

import math
import random
import statistics
from collections.abc import Mapping, Sequence

__all__ = [
    "Made",
    "Parts",
    "Row",
    "clusters",
    "column",
    "half_up",
    "known",
    "maybe",
    "mean_by_weight",
    "named_by_cut",
    "quantile",
    "ranks",
    "row_of",
    "z_scores",
]


Row = dict[str, str | int | float]
Made = dict[str, tuple[str, float | None]]  # by service: the band, and the score where there is one
Parts = list[tuple[float, float]]  # weights and values


def row_of(service: str, cells: Mapping[str, str | float]) -> Row:
    """Put the service before its cells."""
    return {"service": service, **cells}


def maybe(draw: random.Random, value: float, absent: float = 0.15) -> str | float:
    """Give the value, or nothing so often."""
    return "" if draw.random() < absent else value


def column(rows: Sequence[Row], name: str) -> list[float | None]:
    """Give a column; an empty cell is nothing."""
    return [None if row[name] == "" else float(row[name]) for row in rows]


def known(values: Sequence[float | None]) -> list[float]:
    """Leave out what is nothing."""
    return [value for value in values if value is not None]


def z_scores(values: Sequence[float | None], sign: int = 1) -> list[float | None]:
    """Count standard deviations of a sample from the mean."""
    mean, deviation = statistics.fmean(known(values)), statistics.stdev(known(values))
    return [None if value is None else sign * (value - mean) / deviation for value in values]


def quantile(values: Sequence[float], share: float) -> float:
    """Interpolate between the values in order, type 7."""
    rising = sorted(values)
    place = (len(rising) - 1) * share
    low = min(int(place), len(rising) - 2)
    return rising[low] + (place - low) * (rising[low + 1] - rising[low])


def ranks(values: Sequence[float]) -> dict[float, float]:
    """Give each value its rank from the lowest, 1; equal ones share the mean of theirs."""
    rising = sorted(values)
    return {value: rising.index(value) + (rising.count(value) + 1) / 2 for value in rising}


def half_up(value: float, decimals: int = 0) -> float:
    """Round a half up."""
    tens = 10.0**decimals
    return math.floor(round(value * tens, 7) + 0.5) / tens


def mean_by_weight(parts: Parts) -> float | None:
    """Give the mean, or nothing of nothing."""
    weights = sum(weight for weight, _ in parts)
    return sum(weight * value for weight, value in parts) / weights if parts else None


def named_by_cut(score: float, cuts: Sequence[tuple[str, float]], rest: str) -> str:
    """Name the first cut that the score reaches."""
    return next((name for name, cut in cuts if score >= cut), rest)


def clusters(values: Sequence[float], count: int) -> list[float]:
    """Part values so that the squares around the means are least; give the lowest of each cluster, rising."""
    rising = sorted(values)
    costs: dict[tuple[int, int], tuple[float, list[int]]] = {(0, 0): (0.0, [])}

    def squares(first: int, last: int) -> float:
        mean = statistics.fmean(rising[first:last])
        return sum((value - mean) ** 2 for value in rising[first:last])

    for made in range(1, count + 1):
        for last in range(made, len(rising) + 1):
            before = [first for first in range(made - 1, last) if (made - 1, first) in costs]
            costs[made, last] = min(
                (costs[made - 1, first][0] + squares(first, last), [*costs[made - 1, first][1], first])
                for first in before
            )
    return [rising[first] for first in costs[count, len(rising)][1]]
