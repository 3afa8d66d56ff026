# SPDX-License-Identifier: MIT
"""Series over time on control charts, and what in them is no mere chance."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.arrays import array_or_none
from vermeil.chart_rules import ChartRules, SeriesKind
from vermeil.frames import Frame, InternalTable, core_table
from vermeil.panel_columns import PanelColumns

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

__all__ = ["Charts", "chart_panel", "chart_series"]

#: What the values of a kind of measure may be.
_READ_AS = {
    SeriesKind.NUMBER: "xmr",
    SeriesKind.SHARE: "p",
    SeriesKind.RATE: "u",
    SeriesKind.COUNT: "c",
    SeriesKind.TIME_BETWEEN: "t",
    SeriesKind.CASES_BETWEEN: "g",
}


class Charts:
    """The charts of some series: their points, what each says as a whole, and their signals."""

    def __init__(self, panel: _core.Panel, core: _core.PanelCharts, threads: int = 1) -> None:
        self._panel = panel
        self._core = core
        self._threads = threads

    @cached_property
    def points(self) -> InternalTable:
        """A row a point.

        ``series``, ``period``, ``value``, ``centre``, ``lower``, ``upper``, ``near_lower``, ``near_upper``,
        the rules ``outside``, ``shift``, ``trend`` and ``two_of_three`` as 0 or 1, and ``side``.
        """
        return InternalTable(self._core.points())

    @cached_property
    def series(self) -> InternalTable:
        """A row a series.

        ``chart``, ``latest``, the icons ``variation`` and ``assurance``, whether limits are ``settled``, the
        runs of its last phase, and ``why`` where its chart was chosen.
        """
        return InternalTable(self._core.readings())

    @cached_property
    def signals(self) -> InternalTable:
        """A row a finding.

        ``series``, ``rule``, ``first``, ``last``, ``points``, ``side``, ``reading`` and ``words``.
        """
        return InternalTable(self._core.signals(self._threads))

    def rejects(self) -> InternalTable:
        """Give what of the panel could not be used: source, row, column, value, reason, outcome."""
        return InternalTable(self._panel.rejects())

    def __len__(self) -> int:
        """Count the series."""
        return len(self._panel)


def chart_panel(
    panel: Frame,
    rules: ChartRules | None = None,
    *,
    columns: PanelColumns | None = None,
    chosen: SeriesKind | None = None,
    source: str = "panel",
    threads: int = 1,
) -> Charts:
    """Chart every series of a table that has a row for each series and period, in any order.

    Parameters
    ----------
    panel
        The table. A period that has no row, no value, or one that cannot be on such a chart (a count below 0
        or
        above its n, a base of 0, not finite) stays without a value; runs step over it. Of two rows for one
        period the first counts. `Charts.rejects` tells.
    rules
        How charts are drawn; an XmR chart unless said.
    columns
        What the columns are called.
    chosen
        The kind of measure, where each series shall have the chart that suits it.
    source
        The name of the table in rejects.
    threads
        How many work at once; the result does not depend on it.

    Raises
    ------
    Error
        When a column is missing or a rule lies outside its range.

    Notes
    -----
    A series of one point has a centre and an unknown variation, and limits where its chart draws them from
    the centre and the base; one that never moves has limits on its centre and no signal. A NaN in a frame
    that has nulls is told as not finite; in pandas it is a null. Numbers below 0 are numbers on an XmR
    chart. A phase begins with the first row that bears it, with or without a value; a phase below the one
    before it is told and that one goes on. A target beyond the limits passes or fails, one on or within
    them hits or misses; without limits or a direction there is none.

    Examples
    --------
    >>> import vermeil as vm
    >>> falls = {"series": ["A"] * 13, "period": [f"2024-{m:02}" for m in range(1, 13)] + ["2025-01"]}
    >>> falls["value"] = [5, 9, 4, 8, 6, 9, 5, 7, 4, 8, 6, 7, 30]  # made up
    >>> charts = vm.chart_panel(falls, vm.ChartRules(improves=vm.Improves.DOWN))
    >>> charts.signals.to_polars()["words"][0]
    '30 lies above the upper limit 16.53 (2025-01)'
    """
    named = columns or PanelColumns()
    how = rules or ChartRules()
    read_as = how.kind.value if chosen is None else _READ_AS[chosen]
    table = core_table(panel, source, as_they_lie=True)
    read = _core.Panel.read(table, read_as, named._names(), named.every.value, threads)
    made = _core.chart_panel(read, how._bound(), chosen.value if chosen else None, threads)
    return Charts(read, made, threads)


def chart_series(
    values: ArrayLike,
    rules: ChartRules | None = None,
    *,
    n: ArrayLike | None = None,
    spread: ArrayLike | None = None,
    has: ArrayLike | None = None,
    baseline: ArrayLike | None = None,
    counted: ArrayLike | None = None,
    phase: ArrayLike | None = None,
    threads: int = 1,
) -> Charts:
    """Chart one series, or several of one length, from arrays.

    Parameters
    ----------
    values
        Shape ``(n_periods,)`` or ``(n_series, n_periods)``: numbers, counts, or the means of subgroups.
    rules
        How charts are drawn; an XmR chart unless said.
    n, spread
        The base, exposure or subgroup's size of each value, and a subgroup's standard deviation; shaped
        alike.
    has
        False where there is no value; all have one unless said. A NaN is no value and no absence: it is
        refused.
    baseline
        Whether a value helps to set the centre and limits.
    counted
        False where a value is known to be special.
    phase
        Whole numbers that rise where the chart is rebased.
    threads
        How many work at once; the result does not depend on it.

    Raises
    ------
    Error
        When a value cannot be on such a chart, with its place; when arrays differ in shape.

    Examples
    --------
    >>> import vermeil as vm
    >>> chart = vm.chart_series([1, 3, 2, 4]).points.to_polars()
    >>> round(chart["upper"][0], 3)
    6.933
    """
    import numpy as np

    given = np.asarray(values, dtype=np.float64)
    length = int(given.shape[-1]) if given.ndim > 0 else 1
    panel = _core.Panel.of_arrays(
        max(length, 1),
        given,
        array_or_none(n, np.float64),
        array_or_none(spread, np.float64),
        array_or_none(has, np.uint8),
        array_or_none(baseline, np.uint8),
        array_or_none(counted, np.uint8),
        array_or_none(phase, np.uint32),
    )
    made = _core.chart_panel(panel, (rules or ChartRules())._bound(), None, threads)
    return Charts(panel, made, threads)
