# SPDX-License-Identifier: MIT
"""Charts of whole panels against a slow, plain reference: to the bit, whatever the rows and the threads."""

from __future__ import annotations

import random
from typing import Any

import polars as pl
import pytest
from slow_charts import Row, SlowChart, slow_panel

import vermeil as vm
from vermeil.chart_rules import ChartKind, ChartRules, Improves
from vermeil.panel_columns import Every, PanelColumns

COLUMNS = PanelColumns(n="n", phase="phase", baseline="baseline", counted="counted", every=Every.NUMBER)
CAUSES = ("outside", "shift", "trend", "two_of_three")
Numbers = list[float | None]


def value(chance: random.Random, kind: str, level: float, n: int) -> float | None:
    """Make up one value: a tie more often than not, and sometimes none or one that cannot be."""
    if chance.random() < 0.06:
        return chance.choice([None, -1.0, float("inf"), 0.5 if kind in {"p", "u", "c"} else None])
    if kind == "p":
        return float(sum(chance.random() < level for _ in range(n)))
    if kind in {"u", "c"}:
        return float(chance.randint(0, int(8 * level) + 1))
    return round(chance.gauss(10 * level, 2), chance.choice([0, 0, 6]))


def series(chance: random.Random, kind: str, name: str) -> list[Row]:
    """Make up a series: constant, drifting or plain, with gaps, rebasings and points that are special."""
    length = chance.choice([1, 2, 3, 7, 12, 24, 36, 36, 63, 64, 65, 80])
    level, drift = chance.random(), chance.choice([0.0, 0.0, 0.02, -0.02, 0.2])
    constant = chance.random() < 0.1
    rows, phase = [], 0
    for period in range(length):
        n = 0 if chance.random() < 0.03 else chance.randint(1, 30)
        at = level + drift * period
        at = at if kind == "xmr" else min(max(at, 0.0), 1.0)
        given = 0.0 if constant else value(chance, kind, at, n)
        phase += chance.random() < 0.03
        odd = chance.random() < 0.05
        baseline, counted = chance.random() > 0.1, chance.random() > 0.05
        row = Row(name, period, given, float(n), phase - (1 if odd and phase else 0), baseline, counted)
        rows += [] if chance.random() < 0.06 and rows else [row]
        rows += [Row(name, period, 1.0, 9.0, phase)] if chance.random() < 0.02 and rows else []
    return rows


def frame_of(rows: list[Row]) -> pl.DataFrame:
    """Lay rows out as a table."""
    columns: dict[str, list[Any]] = {
        "series": [row.series for row in rows],
        "period": [row.period for row in rows],
        "value": [row.value for row in rows],
        "n": [row.n for row in rows],
        "phase": [row.phase for row in rows],
        "baseline": [int(row.baseline) for row in rows],
        "counted": [int(row.counted) for row in rows],
    }
    return pl.DataFrame(columns, schema_overrides={"value": pl.Float64, "n": pl.Float64})


def of_reference(made: dict[str, SlowChart]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Lay the reference's charts out as the library does."""
    points = [(name, point) for name, chart in made.items() for point in chart.points]
    lines = {
        line: [getattr(point, line) for _, point in points] for line in ("value", "centre", "lower", "upper")
    }
    causes = {cause: [int(cause in point.causes) for _, point in points] for cause in CAUSES}
    columns = {"series": [name for name, _ in points], "period": [str(point.period) for _, point in points]}
    side = [point.side for _, point in points]
    shown = pl.DataFrame(
        {**columns, **lines, **causes, "side": side},
        schema_overrides=dict.fromkeys(lines, pl.Float64) | dict.fromkeys(CAUSES, pl.UInt8),
    )
    per_series = pl.DataFrame(
        {
            "series": list(made),
            "variation": [chart.variation for chart in made.values()],
            "useful": [chart.useful for chart in made.values()],
            "longest_run": [chart.longest for chart in made.values()],
            "crossings": [chart.crossings for chart in made.values()],
        }
    )
    return shown, per_series


@pytest.mark.parametrize("kind", ["xmr", "p", "u", "c", "run"])
@pytest.mark.parametrize("seed", range(6))
def test_random_panels_are_charted_as_the_plain_reference_charts_them(kind: str, seed: int) -> None:
    chance = random.Random(f"{kind} {seed}")
    rows = [row for i in range(30) for row in series(chance, kind, f"S{i:02}")]
    if seed % 2:
        chance.shuffle(rows)
    improves = chance.choice(list(Improves))
    points, per_series = of_reference(slow_panel(rows, kind, improves.value))
    assert points.select(pl.col(CAUSES).sum()).row(0) > (0, 0, 0, -1)
    rules = ChartRules(kind=ChartKind(kind), improves=improves)
    for threads in (1, 3):
        made = vm.chart_panel(frame_of(rows), rules, columns=COLUMNS, threads=threads)
        assert made.points.to_polars().select(points.columns).equals(points)
        assert made.series.to_polars().select(per_series.columns).equals(per_series)


def test_the_reference_meets_every_rule_often_enough_to_tell() -> None:
    rows = [row for i in range(150) for row in series(random.Random(i), "xmr", f"S{i}")]
    points, per_series = of_reference(slow_panel(rows, "xmr", "up"))
    assert all(points[cause].sum() > 20 for cause in CAUSES)
    assert per_series["variation"].n_unique() >= 4


@pytest.mark.parametrize("form", ["text", "category", "day", "integer"])
def test_series_and_periods_may_come_in_any_form(form: str) -> None:
    chance = random.Random(form)
    rows = [row for i in range(20) for row in series(chance, "p", f"{100 + i}")]
    frame = frame_of(rows).with_columns(period=pl.date(2020, 1, 15).dt.offset_by(pl.format("{}mo", "period")))
    written = frame.with_columns(pl.col("period").dt.strftime("%Y-%m"))
    other = {
        "text": written,
        "category": written.with_columns(pl.col("series", "period").cast(pl.Categorical)),
        "day": frame,
        "integer": written.with_columns(pl.col("series").cast(pl.Int64)),
    }[form]
    columns = PanelColumns(n="n", phase="phase", baseline="baseline", counted="counted")
    rules = ChartRules(kind=ChartKind.P)
    plain = vm.chart_panel(written, rules, columns=columns).points.to_polars()
    assert vm.chart_panel(other, rules, columns=columns).points.to_polars().equals(plain)
    as_pandas = other.to_pandas()
    assert vm.chart_panel(as_pandas, rules, columns=columns).points.to_polars().equals(plain)
