# SPDX-License-Identifier: MIT
"""Times the charts of a panel against pandas with the same rules, from the same frame to the same columns.

The peer reads the keys with pandas and works on a matrix of a row a series with numpy: of two ways written
for this comparison the faster, `groupby` with `transform` being the other. NHSRplotthedots, the
package in R of the same rules, is packaged neither by Debian nor for Python, so it is not timed;
`tests/conformance` compares with its published vectors. Run as a program, it prints the rows without writing
them: `charts.py --series 20000`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

import numpy as np
import pandas as pd
import pyarrow as pa
from charts_peer import PandasCharts, in_pandas
from timing import Row, Timer, compared, machine, show, within

import vermeil as vm

__all__ = ["chart_rows"]

ROUNDS = 7
GOAL = 5.0
MONTHS = 36
RULES = {
    "p": vm.ChartRules(kind=vm.ChartKind.P, improves=vm.Improves.UP),
    "xmr": vm.ChartRules(kind=vm.ChartKind.XMR, improves=vm.Improves.UP),
}
COLUMNS = {"p": vm.PanelColumns(n="n"), "xmr": vm.PanelColumns()}
NUMBERS = ("value", "centre", "lower", "upper", "near_lower", "near_upper")
WHOLE = ("outside", "shift", "trend", "two_of_three", "side")
RUNS = ("useful", "longest_run", "crossings", "longest_run_most", "crossings_least")


def made_up(series: int, kind: str, *, categories: bool = False) -> pd.DataFrame:
    """Make up months of services of unlike size: shares, or numbers."""
    rng = np.random.default_rng(36)
    n = rng.integers(5, 60, (series, MONTHS))
    value = rng.binomial(n, rng.uniform(0.5, 0.95, (series, 1))).astype(np.float64)
    if kind == "xmr":
        value = rng.normal(rng.uniform(10, 50, (series, 1)), 4, (series, MONTHS))
    months = pd.date_range("2022-01-01", periods=MONTHS, freq="MS").strftime("%Y-%m")
    frame = pd.DataFrame(
        {
            "series": np.repeat([f"S{i:05}" for i in range(series)], MONTHS),
            "period": np.tile(months, series),
            "value": value.ravel(),
            "n": n.ravel().astype(np.float64),
        }
    )
    return frame.astype({"series": "category", "period": "category"}) if categories else frame


def worked(work: Callable[[], object]) -> Timer:
    """Return something to call for the processor's seconds that work takes here, over all threads.

    Where other programs use the machine too, time on the wall tells of them.
    """

    def run() -> float:
        before = time.process_time()
        work()
        return time.process_time() - before

    return run


def waited(work: Callable[[], object]) -> Timer:
    """Return something to call for the seconds on the wall."""

    def run() -> float:
        before = time.perf_counter()
        work()
        return time.perf_counter() - before

    return run


def ours(frame: pd.DataFrame, kind: str, threads: int) -> tuple[pa.Table, pa.Table]:
    """Chart the same frame with the library: tables of points and series, repeated words as categories."""
    charts = vm.chart_panel(frame, RULES[kind], columns=COLUMNS[kind], threads=threads)
    return tuple(pa.table(table.with_categories()) for table in (charts.points, charts.series))  # type: ignore[return-value]


def with_words(frame: pd.DataFrame, kind: str, threads: int) -> object:
    """Do the same with all words written out, and every signal told in a sentence."""
    charts = vm.chart_panel(frame, RULES[kind], columns=COLUMNS[kind], threads=threads)
    return [pa.table(table) for table in (charts.points, charts.series, charts.signals)]


def differences(peer: PandasCharts, points: pd.DataFrame, series: pd.DataFrame) -> list[str]:
    """Name the columns in which the two differ: lines by more than rounding, all else at all."""
    off = [
        name for name in NUMBERS if not np.allclose(points[name], peer.table[name], rtol=1e-12, atol=1e-12)
    ]
    off += [name for name in WHOLE if (points[name].to_numpy() != peer.table[name].to_numpy()).any()]
    off += [
        name
        for name in ("series", "period")
        if (points[name].astype(str).to_numpy() != peer.table[name].astype(str).to_numpy()).any()
    ]
    off += [name for name in RUNS if (series[name].to_numpy() != peer.series[name].to_numpy()).any()]
    same_icon = series["variation"].astype(str).to_numpy() == peer.series["variation"].astype(str).to_numpy()
    return off if same_icon.all() else [*off, "variation"]


def check(frame: pd.DataFrame, kind: str) -> None:
    """Stop unless pandas and the library, on one and two threads, give the same."""
    peer = in_pandas(frame, kind)
    for threads in (1, 2):
        points, series = (table.to_pandas() for table in ours(frame, kind, threads))
        if off := differences(peer, points, series):
            sys.exit(f"charts: pandas has other {', '.join(off)}; nothing is timed")
    marked = {name: int(peer.table[name].sum()) for name in WHOLE[:4]}
    print(f"{kind} charts agree with pandas on {len(frame)} points; special: {marked}")


def chart_rows(series: int) -> list[Row]:
    """Compare the charts of a panel with pandas, once both give the same."""
    said = f"{series:,} series x {MONTHS} months, all rules"
    rows = []
    for kind in ("xmr", "p"):
        frame, coded = made_up(series, kind), made_up(series, kind, categories=True)
        check(frame, kind)
        check(coded, kind)
        for words, given, make, timer, threads in (
            ("processor", frame, ours, worked, 1),
            ("on the wall", frame, ours, waited, 1),
            ("on the wall", frame, ours, waited, 2),
            ("from categories, processor", coded, ours, worked, 1),
            ("with all words and signals, processor", frame, with_words, worked, 1),
        ):
            name = f"{kind} charts, {said}, {words}, {threads} thread{'s' * (threads > 1)}"
            own = timer(lambda make=make, given=given, threads=threads: make(given, kind, threads))  # noqa: B023
            peer = timer(lambda given=given: in_pandas(given, kind))  # noqa: B023
            rows.append(compared(name, own, peer, GOAL, "pandas", pd.__version__, ROUNDS))
    frame = made_up(series, "p")
    values, n = (frame[name].to_numpy().reshape(series, MONTHS) for name in ("value", "n"))
    arrays = waited(lambda: vm.chart_series(values, RULES["p"], n=n).points)
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
