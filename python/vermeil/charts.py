# SPDX-License-Identifier: MIT
"""Series over time on control charts, and what in them is no mere chance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from vermeil import _core
from vermeil.frames import Frame, Table, core_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike

__all__ = [
    "ChartChoice",
    "ChartKind",
    "ChartRules",
    "Charts",
    "EmptySubgroups",
    "Every",
    "GCentre",
    "Improves",
    "PanelColumns",
    "RangeFactor",
    "Screening",
    "SeriesKind",
    "chart_panel",
    "chart_series",
    "choose_chart",
    "cusum",
    "ewma",
    "rare_event_cusum",
    "shifts",
    "trends",
    "two_of_three",
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


class Every(Enum):
    """How long a period of a panel is."""

    MONTH = "month"
    """Written as ``2024-10`` or as any day in it."""
    QUARTER = "quarter"
    """Written as ``2024-25 Q3``, ``2024 Q4`` or as any day in it."""
    NUMBER = "number"
    """Whole numbers that follow each other."""


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
    def points(self) -> Table:
        """A row a point.

        ``series``, ``period``, ``value``, ``centre``, ``lower``, ``upper``, ``near_lower``, ``near_upper``,
        the rules ``outside``, ``shift``, ``trend`` and ``two_of_three`` as 0 or 1, and ``side``.
        """
        return Table(self._core.points())

    @cached_property
    def series(self) -> Table:
        """A row a series.

        ``chart``, ``latest``, the icons ``variation`` and ``assurance``, whether limits are ``settled``, the
        runs of its last phase, and ``why`` where its chart was chosen.
        """
        return Table(self._core.readings())

    @cached_property
    def signals(self) -> Table:
        """A row a finding.

        ``series``, ``rule``, ``first``, ``last``, ``points``, ``side``, ``reading`` and ``words``.
        """
        return Table(self._core.signals(self._threads))

    def rejects(self) -> Table:
        """Give what of the panel could not be used: source, row, column, value, reason, outcome."""
        return Table(self._panel.rejects())

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
        _array(n, np.float64),
        _array(spread, np.float64),
        _array(has, np.uint8),
        _array(baseline, np.uint8),
        _array(counted, np.uint8),
        _array(phase, np.uint32),
    )
    made = _core.chart_panel(panel, (rules or ChartRules())._bound(), None, threads)
    return Charts(panel, made, threads)


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


def cusum(
    values: ArrayLike,
    *,
    centre: float,
    sigma: float,
    slack: float = 0.5,
    limit: float = 5.0,
    head_start: float = 0.0,
    has: ArrayLike | None = None,
) -> Table:
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
    Table
        ``above``, ``below``, ``above_for``, ``below_for``, ``signals_above``, ``signals_below``, a row a
        period.

    Raises
    ------
    Error
        When sigma, slack or limit is not above 0, or a value is not finite.
    """
    import numpy as np

    numbers = np.asarray(values, dtype=np.float64)
    return Table(_core.cusum(numbers, _array(has, np.uint8), centre, sigma, slack, limit, head_start))


def rare_event_cusum(
    counts: ArrayLike,
    exposure: ArrayLike,
    *,
    rate: float,
    rate_bad: float,
    limit: float = 5.0,
    has: ArrayLike | None = None,
) -> Table:
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
    Table
        As `cusum` gives it; only rises are looked for.

    Raises
    ------
    Error
        When the rates are out of order, or a count or exposure is below 0 or not finite.
    """
    import numpy as np

    events, over = np.asarray(counts, dtype=np.float64), np.asarray(exposure, dtype=np.float64)
    return Table(_core.rare_event_cusum(events, over, _array(has, np.uint8), rate, rate_bad, limit))


def ewma(
    values: ArrayLike,
    *,
    centre: float,
    sigma: ArrayLike,
    weight: float = 0.2,
    width: float = 3.0,
    has: ArrayLike | None = None,
) -> Table:
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
    Table
        ``value``, ``lower``, ``upper``, ``side`` (1 above, -1 below its limits), a row a period.

    Raises
    ------
    Error
        When a rule lies outside its range, arrays differ in length, or a number is not finite.
    """
    import numpy as np

    numbers = np.asarray(values, dtype=np.float64)
    spread = np.atleast_1d(np.asarray(sigma, dtype=np.float64))
    return Table(_core.ewma(numbers, _array(has, np.uint8), centre, spread, weight, width))


def shifts(sides: Sequence[int], length: int = 7) -> list[int]:
    """Mark with 1 each point of a run of ``length`` or more on one side; a side is 1, -1, or 0 for none."""
    return _core.mark_shifts(list(sides), length)


def trends(values: Sequence[float], length: int = 7) -> list[int]:
    """Mark with 1 each point of ``length`` or more in a row that each rise, or each fall."""
    return _core.mark_trends(list(values), length)


def two_of_three(sides: Sequence[int], near: Sequence[int]) -> list[int]:
    """Mark with 1 every three in a row on one side of which two or more are near a limit.

    Raises
    ------
    Error
        When there are not as many sides as flags.
    """
    return _core.mark_two_of_three(list(sides), list(near))


def _array(given: ArrayLike | None, kind: type[Any]) -> Any:  # noqa: ANN401
    import numpy as np

    return None if given is None else np.asarray(given).astype(kind)
