# SPDX-License-Identifier: MIT
"""Sums and averages over time, which catch small shifts, and the rules of special cause by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.arrays import array_or_none
from vermeil.frames import InternalTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike

__all__ = ["cusum", "ewma", "mark_shifts", "mark_trends", "mark_two_of_three", "rare_event_cusum"]


def cusum(
    values: ArrayLike,
    *,
    centre: float,
    sigma: float,
    slack: float = 0.5,
    limit: float = 5.0,
    head_start: float = 0.0,
    has: ArrayLike | None = None,
) -> InternalTable:
    """Add up what lies beyond a slack of the centre: the tabular cumulative sum (Page; Montgomery 9.2).

    Parameters
    ----------
    values
        Shape ``(n_periods,)``.
    centre, sigma
        The mean and standard deviation while all is well.
    slack, limit, head_start
        In standard deviations: half the shift to catch, where a sum signals, where sums begin.
    has
        False where there is no value, which leaves the sums as they are.

    Returns
    -------
    InternalTable
        ``above``, ``below``, ``above_for``, ``below_for``, ``signals_above``, ``signals_below``, a row a
        period.

    Raises
    ------
    Error
        When sigma, slack or limit is not above 0, or a value is not finite.
    """
    import numpy as np

    numbers = np.asarray(values, dtype=np.float64)
    return InternalTable(
        _core.cusum(numbers, array_or_none(has, np.uint8), centre, sigma, slack, limit, head_start)
    )


def rare_event_cusum(
    counts: ArrayLike,
    exposure: ArrayLike,
    *,
    rate: float,
    rate_bad: float,
    limit: float = 5.0,
    has: ArrayLike | None = None,
) -> InternalTable:
    """Add up Poisson counts by their likelihood ratio, for events too rare for a chart (Lucas 1985).

    Parameters
    ----------
    counts, exposure
        Shape ``(n_periods,)``, 0 or more.
    rate, rate_bad
        Events per unit of exposure while all is well, and the rate to catch.
    limit
        A sum above it is a signal; in events.
    has
        False where there is no value.

    Returns
    -------
    InternalTable
        As `cusum` gives it; only rises are looked for.

    Raises
    ------
    Error
        When the rates are out of order, or a count or exposure is below 0 or not finite.
    """
    import numpy as np

    events, over = np.asarray(counts, dtype=np.float64), np.asarray(exposure, dtype=np.float64)
    return InternalTable(
        _core.rare_event_cusum(events, over, array_or_none(has, np.uint8), rate, rate_bad, limit)
    )


def ewma(
    values: ArrayLike,
    *,
    centre: float,
    sigma: ArrayLike,
    weight: float = 0.2,
    width: float = 3.0,
    has: ArrayLike | None = None,
) -> InternalTable:
    """Average with a memory that fades (Roberts; Montgomery 9.22).

    Parameters
    ----------
    values
        Shape ``(n_periods,)``.
    centre
        The mean while all is well.
    sigma
        One standard deviation for all, or one a value, as shares and rates need.
    weight
        Of the newest value, above 0 and up to 1.
    width
        Limits stand so many standard deviations of the average out.
    has
        False where there is no value.

    Returns
    -------
    InternalTable
        ``value``, ``lower``, ``upper``, ``side`` (1 above, -1 below its limits), a row a period.

    Raises
    ------
    Error
        When a rule lies outside its range, arrays differ in length, or a number is not finite.
    """
    import numpy as np

    numbers = np.asarray(values, dtype=np.float64)
    spread = np.atleast_1d(np.asarray(sigma, dtype=np.float64))
    return InternalTable(_core.ewma(numbers, array_or_none(has, np.uint8), centre, spread, weight, width))


def mark_shifts(sides: Sequence[int], length: int = 7) -> list[int]:
    """Mark with 1 each point of a run of ``length`` or more on one side; a side is 1, -1, or 0 for none."""
    return _core.mark_shifts(list(sides), length)


def mark_trends(values: Sequence[float], length: int = 7) -> list[int]:
    """Mark with 1 each point of ``length`` or more in a row that each rise, or each fall."""
    return _core.mark_trends(list(values), length)


def mark_two_of_three(sides: Sequence[int], near: Sequence[int]) -> list[int]:
    """Mark with 1 every three in a row on one side of which two or more are near a limit.

    Raises
    ------
    Error
        When there are not as many sides as flags.
    """
    return _core.mark_two_of_three(list(sides), list(near))
