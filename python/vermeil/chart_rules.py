# SPDX-License-Identifier: MIT
"""Which chart a series is drawn on, and how it is drawn and read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from vermeil import _core

__all__ = [
    "ChartChoice",
    "ChartKind",
    "ChartRules",
    "EmptySubgroups",
    "GCentre",
    "Improves",
    "RangeFactor",
    "Screening",
    "SeriesKind",
    "choose_chart",
]


class ChartKind(Enum):
    """The charts; what a point plots follows from the kind."""

    RUN = "run"
    """Any number, against its median; no limits."""
    XMR = "xmr"
    """Any number, one a period, with limits from the moving range."""
    MR = "mr"
    """The moving range of any number."""
    XBAR = "xbar"
    """The mean of a subgroup of readings."""
    S = "s"
    """The standard deviation of a subgroup."""
    P = "p"
    """A share: a count of n."""
    P_PRIME = "p_prime"
    """A share whose base is large, with limits from how it really moves (Laney)."""
    U = "u"
    """A rate: a count over an exposure that varies."""
    U_PRIME = "u_prime"
    """A rate whose exposure is large, with limits from how it really moves (Laney)."""
    C = "c"
    """A count over an exposure that does not vary."""
    G = "g"
    """Cases between two rare events."""
    T = "t"
    """Time between two rare events."""


class Improves(Enum):
    """Which way a measure gets better."""

    UP = "up"
    DOWN = "down"
    NEITHER = "neither"


class SeriesKind(Enum):
    """What kind of number a measure gives each period."""

    NUMBER = "number"
    SHARE = "share"
    RATE = "rate"
    COUNT = "count"
    TIME_BETWEEN = "time_between"
    CASES_BETWEEN = "cases_between"


class Screening(Enum):
    """Whether great moving ranges help to set the limits."""

    NONE = "none"
    """All do (Montgomery)."""
    ONCE = "once"
    """Those of 3.267 times their mean or more are left out, once (Nelson; qicharts2, NHSRplotthedots)."""


class RangeFactor(Enum):
    """From a mean moving range to three standard deviations."""

    EXACT = "exact"
    """3 / 1.128, as qicharts2."""
    ROUNDED = "rounded"
    """2.66, as NHS England's Making Data Count and NHSRplotthedots."""


class GCentre(Enum):
    """What stands in the middle of a g chart."""

    MEDIAN = "median"
    MEAN = "mean"


class EmptySubgroups(Enum):
    """What a subgroup without any reading does to the pooled standard deviation of the others."""

    LEFT_OUT = "left_out"
    """Nothing."""
    TAKEN_OFF = "taken_off"
    """It takes one from the degrees of freedom, as qicharts2 reckons."""


@dataclass(frozen=True)
class ChartRules:
    """How a chart is drawn and read; the defaults are those of NHS England's Making Data Count.

    Attributes
    ----------
    kind
        The chart.
    improves
        Which way is better.
    target
        In the unit of what is plotted, after ``per``; ``None`` for no target.
    screening, factor, g_centre, empty
        Where published ways differ.
    per
        What a share or rate is shown per, such as 100 or 1,000.
    run_length, trend_length
        So many points make a shift, and a trend.
    settled_from
        With fewer values in the baseline, limits are provisional.
    """

    kind: ChartKind = ChartKind.XMR
    improves: Improves = Improves.NEITHER
    target: float | None = None
    screening: Screening = Screening.ONCE
    factor: RangeFactor = RangeFactor.EXACT
    g_centre: GCentre = GCentre.MEDIAN
    empty: EmptySubgroups = EmptySubgroups.LEFT_OUT
    per: float = 1.0
    run_length: int = 7
    trend_length: int = 7
    settled_from: int = 12

    def _bound(self) -> _core.ChartRules:
        return _core.ChartRules(
            self.kind.value,
            self.improves.value,
            self.target,
            self.screening is Screening.ONCE,
            self.factor is RangeFactor.ROUNDED,
            self.g_centre is GCentre.MEAN,
            self.empty is EmptySubgroups.TAKEN_OFF,
            self.per,
            self.run_length,
            self.trend_length,
            self.settled_from,
        )


class ChartChoice(NamedTuple):
    """A chart and why it was chosen.

    Attributes
    ----------
    kind
        The chart.
    why
        In words.
    is_rare
        Whether there are too few events for a single point to tell much.
    """

    kind: ChartKind
    why: str
    is_rare: bool


def choose_chart(
    kind: SeriesKind,
    *,
    n: float = 0.0,
    count: float = 0.0,
    least_n: float | None = None,
    greatest_n: float | None = None,
) -> ChartChoice:
    """Choose the chart that suits a measure; a small share never goes on an XmR chart.

    Parameters
    ----------
    kind
        What the measure gives each period.
    n, count
        The median base or exposure of a period, and the mean count.
    least_n, greatest_n
        The smallest and the greatest base; as ``n`` unless said.

    Examples
    --------
    >>> import vermeil as vm
    >>> choice = vm.choose_chart(vm.SeriesKind.SHARE, n=12, count=9)
    >>> choice.kind.value, choice.why.split(":")[0]
    ('p', 'a share of about 12 a period')
    """
    low, high = n if least_n is None else least_n, n if greatest_n is None else greatest_n
    made = _core.choose_chart(kind.value, n, count, low, high)
    return ChartChoice(ChartKind(made[0]), made[1], made[2])
