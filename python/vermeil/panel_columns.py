# SPDX-License-Identifier: MIT
"""How a table holds a panel: what its columns are called, and how long its periods are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = ["Every", "PanelColumns"]


class Every(Enum):
    """How long a period of a panel is."""

    MONTH = "month"
    """Written as ``2024-10`` or as any day in it."""
    QUARTER = "quarter"
    """Written as ``2024-25 Q3``, ``2024 Q4`` or as any day in it."""
    NUMBER = "number"
    """Whole numbers that follow each other."""


@dataclass(frozen=True)
class PanelColumns:
    """What the columns of a panel are called; an empty name stands for no column.

    Attributes
    ----------
    series, period, value
        Which series, when, and the number or count.
    n
        The base of a share, the exposure of a rate.
    phase
        A whole number that rises where a series is rebased.
    baseline
        1 where a point helps to set centre and limits.
    counted
        0 where a point is known to be special.
    every
        How long a period is.
    """

    series: str = "series"
    period: str = "period"
    value: str = "value"
    n: str = ""
    phase: str = ""
    baseline: str = ""
    counted: str = ""
    every: Every = Every.MONTH

    def _names(self) -> list[str]:
        return [self.series, self.period, self.value, self.n, self.phase, self.baseline, self.counted]
