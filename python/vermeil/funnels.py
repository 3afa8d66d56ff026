# SPDX-License-Identifier: MIT
"""All services side by side in one period, with limits that are wide where bases are small."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.frames import InternalTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike

__all__ = [
    "Extremes",
    "Funnel",
    "FunnelKind",
    "FunnelRules",
    "FunnelScale",
    "SmallCounts",
    "Widening",
    "binomial_limits",
    "funnel",
    "mark_outliers",
    "poisson_limits",
]


class FunnelKind(Enum):
    """What a funnel compares."""

    SHARE = "share"
    """A count of n."""
    RATE = "rate"
    """A count over an exposure."""
    RATIO = "ratio"
    """A count over the count expected of it, about 1."""


class FunnelScale(Enum):
    """On which scale z-scores and widened limits are worked out; the last two are for ratios."""

    PLAIN = "plain"
    LOG = "log"
    """As the Summary Hospital-level Mortality Indicator (FunnelPlotR's SHMI)."""
    ROOT = "root"
    """As the regulator's risk model (FunnelPlotR's CQC)."""


class Widening(Enum):
    """How limits are widened for what chance does not explain."""

    NONE = "none"
    """Not at all: they are exact for each base."""
    MULTIPLICATIVE = "multiplicative"
    """Every standard error times the root of phi."""
    ADDITIVE = "additive"
    """A variance tau squared between services is added."""


class Extremes(Enum):
    """What is done about extreme z-scores before all are asked how far services differ."""

    WINSORISED = "winsorised"
    TRIMMED = "trimmed"
    KEPT = "kept"


class SmallCounts(Enum):
    """How the steps of a count become a smooth limit."""

    INTERPOLATED = "interpolated"
    """Spiegelhalter: the quantile, moved within its step so that the tail is as stated."""
    CHI_SQUARED = "chi_squared"
    """FunnelPlotR: quantiles of chi-squared, halved; for rates and ratios."""


@dataclass(frozen=True)
class FunnelRules:
    """How a funnel is drawn.

    Attributes
    ----------
    kind, scale, widening, extremes, small_counts
        As their types say.
    extreme_share
        The share of services at each end that counts as extreme, 0 to below 0.5.
    target
        ``None``: all counts over all bases; for ratios 1.
    """

    kind: FunnelKind = FunnelKind.SHARE
    scale: FunnelScale = FunnelScale.PLAIN
    widening: Widening = Widening.NONE
    extremes: Extremes = Extremes.WINSORISED
    small_counts: SmallCounts = SmallCounts.INTERPOLATED
    extreme_share: float = 0.1
    target: float | None = None


class Funnel(InternalTable):
    """A row a service.

    Columns: ``value``, ``z``, the 95 % limits ``lower`` and ``upper``, the 99.8 % limits ``far_lower`` and
    ``far_upper``.

    Attributes
    ----------
    target
        What the funnel stands about; ``None`` where none is given and no service has a base.
    phi
        The mean of the squared z-scores; 1 where chance explains all, ``None`` where no service has one.
    tau_squared
        The variance between services, on the scale of the standard errors; likewise.
    """

    def __init__(
        self, core: _core.Table, target: float | None, phi: float | None, tau_squared: float | None
    ) -> None:
        super().__init__(core)
        self.target = target
        self.phi = phi
        self.tau_squared = tau_squared


def funnel(counts: ArrayLike, bases: ArrayLike, rules: FunnelRules | None = None) -> Funnel:
    """Compare services within one period (Spiegelhalter 2005).

    Parameters
    ----------
    counts, bases
        Shape ``(n_services,)``: counts, and the n, exposure or expected count of each; a service with a base
        of 0
        has a row of nulls.
    rules
        How the funnel is drawn; exact limits of a share unless said.

    Raises
    ------
    Error
        When the arrays differ in length, or a count, base or target lies outside its range.

    Examples
    --------
    >>> import vermeil as vm
    >>> found = vm.funnel([5, 10, 30], [6, 19, 50])  # made up
    >>> round(found.target, 3)
    0.6
    """
    import numpy as np

    how = rules or FunnelRules()
    made = _core.funnel(
        np.asarray(counts, dtype=np.float64),
        np.asarray(bases, dtype=np.float64),
        how.kind.value,
        how.scale.value,
        how.widening.value,
        how.extremes.value,
        how.extreme_share,
        how.small_counts.value,
        how.target,
    )
    return Funnel(*made)


def poisson_limits(
    expected: float, tail: float, way: SmallCounts = SmallCounts.INTERPOLATED
) -> tuple[float, float]:
    """Give the limits of a Poisson count beyond which lies a chance of ``tail`` at each end.

    Raises
    ------
    Error
        When ``expected`` is below 0, or ``tail`` not above 0 and below 0.5.
    """
    return _core.poisson_limits(expected, tail, way.value)


def binomial_limits(n: float, target: float, tail: float) -> tuple[float, float]:
    """Give the interpolated limits of a count of ``n`` with the share ``target``.

    Raises
    ------
    Error
        When ``n`` is not whole and 0 or more, ``target`` not from 0 to 1, or ``tail`` out of range.
    """
    return _core.binomial_limits(n, target, tail)


def mark_outliers(values: Sequence[float], lower: float, upper: float) -> list[bool]:
    """Say which values lie outside limits; one that lies on them is inside."""
    return [_core.is_outlier(value, lower, upper) for value in values]
