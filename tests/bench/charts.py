# SPDX-License-Identifier: MIT
"""Times the charts of a panel against pandas with the same rules, from the same frame.

Run as a program, it prints the rows without writing them: `charts.py --series 20000`.
"""

from __future__ import annotations

import argparse
import math
import sys

import numpy as np
import pandas as pd
from timing import Row, compared, machine, show, timed, within

import vermeil as vm
from vermeil.charts import ChartKind, ChartRules, Improves, PanelColumns

__all__ = ["chart_rows"]

ROUNDS = 5
GOAL = 5.0
MONTHS = 36
RULES = ChartRules(kind=ChartKind.P, improves=Improves.UP)
COLUMNS = PanelColumns(n="n")
CAUSES = ["outside", "shift", "trend", "two_of_three"]


def made_up(series: int) -> pd.DataFrame:
    """Make up monthly shares of services of unlike size."""
    rng = np.random.default_rng(36)
    n = rng.integers(5, 60, (series, MONTHS))
    count = rng.binomial(n, rng.uniform(0.5, 0.95, (series, 1)))
    months = pd.date_range("2022-01-01", periods=MONTHS, freq="MS").strftime("%Y-%m")
    return pd.DataFrame(
        {
            "series": np.repeat([f"S{i:05}" for i in range(series)], MONTHS),
            "period": np.tile(months, series),
            "value": count.ravel().astype(np.float64),
            "n": n.ravel().astype(np.float64),
        }
    )


def longer_than(signs: pd.Series, new: np.ndarray, least: int) -> np.ndarray:
    """Mark the members of runs of one sign, of at least so many, that begin anew with each series."""
    values = signs.to_numpy()
    begins = new.copy()
    begins[1:] |= values[1:] != values[:-1]
    run = np.cumsum(begins) - 1
    return (np.bincount(run)[run] >= least) & (values != 0)


def bounds(useful: int) -> tuple[int, int]:
    """Give the longest run and the fewest crossings that chance explains."""
    if useful == 0:
        return 0, 0
    total, least = 0, -1
    while total / 2 ** (useful - 1) < 0.05:
        least += 1
        total += math.comb(useful - 1, least)
    return round(math.log2(useful)) + 3, least


def runs_in_pandas(side: np.ndarray, series: np.ndarray, count: int) -> pd.DataFrame:
    """Find longest runs and crossings, points on the centre left out."""
    on, of = side[side != 0], series[side != 0]
    begins = np.ones(len(on), dtype=bool)
    begins[1:] = (on[1:] != on[:-1]) | (of[1:] != of[:-1])
    run = np.cumsum(begins) - 1
    runs = pd.DataFrame({"series": of[begins], "length": np.bincount(run)})
    grouped = runs.groupby("series")["length"]
    made = pd.DataFrame(index=np.arange(count))
    made["useful"] = np.bincount(of, minlength=count)
    made["longest_run"] = grouped.max().reindex(made.index, fill_value=0)
    made["crossings"] = (grouped.size() - 1).reindex(made.index, fill_value=0)
    known = {useful: bounds(useful) for useful in made["useful"].unique()}
    made["longest_run_most"] = made["useful"].map(lambda useful: known[useful][0])
    made["crossings_least"] = made["useful"].map(lambda useful: known[useful][1])
    return made


def in_pandas(frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Chart shares with all rules in pandas and numpy, without a loop over series."""
    series, names = pd.factorize(frame["series"])
    new = np.ones(len(frame), dtype=bool)
    new[1:] = series[1:] != series[:-1]
    sums = frame.groupby(series)[["value", "n"]].transform("sum")
    points = pd.DataFrame({"value": frame["value"] / frame["n"], "centre": sums["value"] / sums["n"]})
    centre, value = points["centre"], points["value"]
    sigma = np.sqrt(centre * (1 - centre) / frame["n"])
    points["lower"] = (centre - 3 * sigma).clip(lower=0)
    points["upper"] = (centre + 3 * sigma).clip(upper=1)
    near_lower, near_upper = (centre - 2 * sigma).clip(lower=0), (centre + 2 * sigma).clip(upper=1)
    side = np.sign(value - centre)
    outside = (value > points["upper"]) | (value < points["lower"])
    near = ((value > near_upper) | (value < near_lower)) & ~outside
    points["outside"] = outside
    points["shift"] = longer_than(side, new, 7)
    step = np.sign(value.diff()).where(~new, 0)
    rising = longer_than(step, new, 6)
    points["trend"] = rising | np.append(rising[1:] & ~new[1:], False)
    at, close = side.to_numpy(), near.to_numpy().astype(int)
    third = np.zeros(len(frame), dtype=bool)
    third[2:] = (series[2:] == series[:-2]) & (at[2:] == at[1:-1]) & (at[2:] == at[:-2]) & (at[2:] != 0)
    third[2:] &= close[2:] + close[1:-1] + close[:-2] >= 2
    points["two_of_three"] = near & (
        third | np.append(third[1:], False) | np.append(third[2:], [False, False])
    )
    return points, runs_in_pandas(at, series, len(names))


def ours(frame: pd.DataFrame, threads: int) -> vm.Charts:
    """Chart the same frame with the library: reading, charts, icons and words."""
    return vm.chart_panel(frame, RULES, columns=COLUMNS, threads=threads)


def tables(charts: vm.Charts) -> tuple[object, ...]:
    """Make the tables of points, series and signals."""
    return charts.points, charts.series, charts.signals


def check(frame: pd.DataFrame) -> None:
    """Stop unless pandas and the library, on one and two threads, give the same."""
    points, runs = in_pandas(frame)
    for threads in (1, 2):
        made = ours(frame, threads)
        table, series = made.points.to_pandas(), made.series.to_pandas()
        for name in ("value", "centre", "lower", "upper"):
            if not np.allclose(table[name], points[name], rtol=1e-12, atol=1e-15):
                sys.exit(f"charts: pandas has another {name}; nothing is timed")
        for name in CAUSES:
            if different := int((table[name].astype(bool) != points[name]).sum()):
                sys.exit(f"charts: {different} points differ from pandas' in {name}; nothing is timed")
        for name in runs.columns:
            if (series[name].to_numpy() != runs[name].to_numpy()).any():
                sys.exit(f"charts: pandas has other {name}; nothing is timed")
    marked = {name: int(points[name].sum()) for name in CAUSES}
    print(f"charts agree with pandas on {len(frame)} points; special: {marked}")


def chart_rows(series: int) -> list[Row]:
    """Compare the charts of a panel with pandas, once both give the same, and with a second."""
    frame = made_up(series)
    check(frame)
    said = f"{series:,} series x {MONTHS} months, all rules"
    rows = [
        compared(
            f"{said}, from a frame, with words, {threads} thread{'s' * (threads > 1)}",
            timed(lambda threads=threads: tables(ours(frame, threads))),
            timed(lambda: in_pandas(frame)),
            GOAL,
            "pandas",
            pd.__version__,
            ROUNDS,
        )
        for threads in (1, 2)
    ]
    values, n = (frame[name].to_numpy().reshape(series, MONTHS) for name in ("value", "n"))
    arrays = timed(lambda: tables(vm.chart_series(values, RULES, n=n)))
    return [*rows, within(f"{said}, from arrays, 1 thread", arrays, 1.0, rounds=ROUNDS)]


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description="Time the charts of a panel against pandas.")
    parser.add_argument("--series", type=int, default=20_000)
    options = parser.parse_args()
    print(f"{machine()}; pandas {pd.__version__}; numpy {np.__version__}")
    show(chart_rows(options.series))


if __name__ == "__main__":
    main()
