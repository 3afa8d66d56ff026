# SPDX-License-Identifier: MIT
"""Charts from frames and arrays: lines, signals in words, and what bad input becomes."""

from __future__ import annotations

import gc

import numpy as np
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vermeil as vm
from vermeil import ChartKind, ChartRules, Improves, PanelColumns, SeriesKind

SHARES = ChartRules(kind=ChartKind.P, improves=Improves.UP)
WITH_N = PanelColumns(n="n")


def panel(rows: list[tuple[str, str, float | None, float | None]]) -> pl.DataFrame:
    """Make a panel of rows."""
    schema = {"series": pl.String, "period": pl.String, "value": pl.Float64, "n": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def months(values: list[float | None], n: float = 20, name: str = "A") -> pl.DataFrame:
    """Make a series of months from January 2024."""
    return panel([(name, f"{2024 + i // 12}-{i % 12 + 1:02}", value, n) for i, value in enumerate(values)])


def reasons(charts: vm.Charts) -> list[str]:
    """List why rows could not be used."""
    return charts.rejects().to_polars()["reason"].to_list()


def test_any_frame_gives_the_same_chart() -> None:
    frame = months([15, 18, 16, 17, 12, 19, 17, 16, 18, 15, 17, 16, 2])
    made = [
        vm.chart_panel(each, SHARES, columns=WITH_N).points.to_polars()
        for each in (frame, frame.to_pandas(), frame.to_arrow(), frame.to_dict(as_series=False))
    ]
    assert all(each.equals(made[0]) for each in made)
    assert made[0]["outside"].to_list() == [0] * 12 + [1]


def test_arrays_and_frames_give_the_same_bits() -> None:
    values = [15, 18, 16, 17, 12, 19, 17, 16, 18, 15, 17, 16, 2]
    lines = ["value", "centre", "lower", "upper"]
    by_frame = vm.chart_panel(months(values), SHARES, columns=WITH_N).points.to_polars().select(lines)
    by_array = vm.chart_series(values, SHARES, n=[20] * 13).points.to_polars().select(lines)
    assert by_frame.equals(by_array)


def test_a_signal_says_its_evidence_in_words() -> None:
    charts = vm.chart_panel(
        months([15, 18, 16, 17, 12, 19, 17, 16, 18, 15, 17, 16, 2]), SHARES, columns=WITH_N
    )
    signal = charts.signals.to_polars().filter(pl.col("rule") == "outside").row(0, named=True)
    assert (signal["series"], signal["first"], signal["reading"]) == ("A", "2025-01", "concerning")
    assert signal["words"] == "0.1 lies below the lower limit 0.4757 (2025-01)"


def test_icons_say_what_the_latest_point_is_and_whether_the_target_will_be_met() -> None:
    rules = ChartRules(improves=Improves.DOWN, target=25)
    values = [5, 9, 4, 8, 6, 9, 5, 7, 4, 8, 6, 7, 30]
    row = vm.chart_series(values, rules).series.to_polars().row(0, named=True)
    assert (row["variation"], row["assurance"], row["settled"]) == ("concerning_high", "pass", 1)


def test_a_series_of_one_point_has_a_centre_and_nothing_else() -> None:
    charts = vm.chart_panel(months([15]), ChartRules())
    point = charts.points.to_polars().row(0, named=True)
    assert (point["value"], point["centre"], point["upper"]) == (15.0, 15.0, None)
    assert charts.series.to_polars()["variation"].to_list() == ["unknown"]
    assert len(charts.signals) == 0


def test_all_zeros_are_no_signal() -> None:
    for kind in (ChartKind.XMR, ChartKind.P, ChartKind.U, ChartKind.C):
        charts = vm.chart_panel(months([0] * 14), ChartRules(kind=kind), columns=WITH_N)
        assert len(charts.signals) == 0
        assert charts.series.to_polars()["variation"].to_list() == ["common_cause"]


def test_a_missing_row_and_a_missing_value_are_gaps_that_runs_step_over() -> None:
    values = [10, 12, 9, 11, 10, 12, 9, 20, 20, None, 20, 20, 20, 20, 20]
    whole = vm.chart_panel(months(values), ChartRules(improves=Improves.DOWN))
    lacking = vm.chart_panel(
        months(values).filter(pl.col("value").is_not_null()), ChartRules(improves=Improves.DOWN)
    )
    assert whole.points.to_polars().equals(lacking.points.to_polars())
    shift = whole.signals.to_polars().filter(pl.col("rule") == "shift", pl.col("side") == 1)
    assert shift.select("first", "last", "points").rows() == [("2024-08", "2025-03", 7)]


@pytest.mark.parametrize(
    ("value", "n", "reason"),
    [
        (1, 0, "a base of 0; the period has no value"),
        (-1, 20, "a count below 0; the period has no value"),
        (21, 20, "a count above its n; the period has no value"),
        (1.5, 20, "a count that is not whole; the period has no value"),
        (float("inf"), 20, "not a finite number; the period has no value"),
        (1, float("-inf"), "not a finite number; the period has no value"),
    ],
)
def test_what_cannot_be_plotted_is_told_and_leaves_a_gap(value: float, n: float, reason: str) -> None:
    rows = [("A", "2024-01", 3.0, 20.0), ("A", "2024-02", value, n), ("A", "2024-03", 4.0, 20.0)]
    charts = vm.chart_panel(panel(rows), SHARES, columns=WITH_N)
    assert reasons(charts) == [reason]
    assert charts.rejects().to_polars()["outcome"].to_list() == ["kept"]
    assert charts.points.to_polars()["value"].to_list() == [0.15, None, 0.2]


def test_of_two_rows_for_a_month_the_first_counts() -> None:
    rows = [("A", "2024-02", 4.0, 20.0), ("A", "2024-01", 3.0, 20.0), ("A", "2024-02", 9.0, 20.0)]
    charts = vm.chart_panel(panel(rows), SHARES, columns=WITH_N)
    assert charts.points.to_polars()["value"].to_list() == [0.15, 0.2]
    assert reasons(charts) == ["this series has a row for the period already"]


def test_in_an_array_a_bad_value_is_refused_with_its_place() -> None:
    with pytest.raises(vm.Error, match="point 2 of the series is not a finite number"):
        vm.chart_series([1, float("nan")])
    with pytest.raises(vm.Error, match="point 1 of the series is a count above its n"):
        vm.chart_series([3], SHARES, n=[2])
    with pytest.raises(vm.Error, match="its columns are as long as each other"):
        vm.chart_series([1, 2], SHARES, n=[2])
    assert (
        vm.chart_series([1, float("nan"), 2], has=[True, False, True]).points.to_polars()["value"][1] is None
    )


def test_a_missing_column_and_a_rule_out_of_range_are_refused() -> None:
    with pytest.raises(vm.Error, match="no column 'value'; it has 'series' or 'period'"):
        vm.chart_panel({"series": ["A"], "period": ["2024-01"]})
    with pytest.raises(vm.Error, match="a p chart needs a column of n"):
        vm.chart_panel(months([1]), SHARES)
    with pytest.raises(vm.Error, match="per a number above 0"):
        vm.chart_series([1], ChartRules(per=0))


def test_times_and_cases_between_events_are_read_as_such() -> None:
    between = months([30, 12, 0, 45, 7])
    times = vm.chart_panel(between, chosen=SeriesKind.TIME_BETWEEN)
    assert times.series.to_polars()["chart"].to_list() == ["t"]
    assert reasons(times) == ["a time between events that is not above 0; the period has no value"]
    cases = vm.chart_panel(between, chosen=SeriesKind.CASES_BETWEEN)
    assert cases.series.to_polars()["chart"].to_list() == ["g"]
    assert reasons(cases) == []


def test_threads_change_nothing() -> None:
    values = np.random.default_rng(1).integers(0, 21, (50, 36))  # made up
    made = [
        vm.chart_series(values, SHARES, n=np.full((50, 36), 20), threads=threads).signals.to_polars()
        for threads in (1, 2, 7)
    ]
    assert made[0].height > 50
    assert all(each.equals(made[0]) for each in made)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 20), min_size=2, max_size=30), st.integers(1, 5), st.floats(-100, 100))
def test_a_chart_moves_and_stretches_with_its_values(values: list[int], times: int, plus: float) -> None:
    plain = vm.chart_series(values).points.to_polars()
    moved = vm.chart_series([times * value + plus for value in values]).points.to_polars()
    for line in ("centre", "lower", "upper"):
        assert np.allclose(moved[line], times * plain[line] + plus, atol=1e-7)


def test_small_shares_do_not_go_on_an_xmr_chart_and_the_reason_is_said() -> None:
    frame = pl.concat([months([15] * 12, name="small"), months([1500] * 12, n=4000, name="large")])
    charts = vm.chart_panel(frame, ChartRules(), columns=WITH_N, chosen=SeriesKind.SHARE).series.to_polars()
    assert dict(charts.select("series", "chart").iter_rows()) == {"small": "p", "large": "p_prime"}
    assert "limits must widen where n is small" in charts["why"][0]


def test_a_month_in_which_a_chart_is_rebased_may_lack_a_value_or_a_row() -> None:
    values: list[float | None] = [1, 3, 1, 3, None, 11, 13, 11, 13]
    frame = months(values).with_columns(phase=pl.Series([0, 0, 0, 0, 1, 1, 1, 1, 1]))
    columns = PanelColumns(phase="phase")
    made = vm.chart_panel(frame, columns=columns).points.to_polars()
    assert made["centre"].to_list() == [2] * 4 + [12] * 5
    without = frame.filter(pl.col("value").is_not_null())  # the month has no row, and so the phase before it
    made = vm.chart_panel(without, columns=columns).points.to_polars()
    assert made["centre"].to_list() == [2] * 5 + [12] * 4


@pytest.mark.parametrize(
    ("improves", "target", "assurance"),
    [
        (Improves.UP, 20, "fail"),
        (Improves.UP, -20, "pass"),
        (Improves.UP, 6, "hit_or_miss"),
        (Improves.DOWN, 20, "pass"),
        (Improves.DOWN, -20, "fail"),
        (Improves.NEITHER, 20, "no_target"),
        (Improves.UP, None, "no_target"),
    ],
)
def test_a_target_beyond_the_limits_will_always_be_met_or_never(
    improves: Improves, target: float | None, assurance: str
) -> None:
    rules = ChartRules(improves=improves, target=target)
    assert vm.chart_series([5, 7, 6, 8, 4, 6], rules).series.to_polars()["assurance"].to_list() == [assurance]
    assert vm.chart_series([5], rules).series.to_polars()["assurance"].to_list() == ["no_target"]


def test_negative_numbers_are_numbers_where_no_count_is_asked_for() -> None:
    charts = vm.chart_panel(months([-5, -7, -6, -8, -4, -60]), ChartRules())
    assert charts.points.to_polars()["value"].to_list() == [-5, -7, -6, -8, -4, -60]
    assert len(charts.rejects()) == 0
    counts = vm.chart_panel(months([5, -7, 6]), ChartRules(kind=ChartKind.C))
    assert counts.points.to_polars()["value"].to_list() == [5, None, 6]
    assert reasons(counts) == ["a count below 0; the period has no value"]


def test_a_nan_is_no_value_where_it_stands_for_one_and_told_where_it_does_not() -> None:
    frame = months([5, 7, None, 6])
    in_pandas = vm.chart_panel(frame.to_pandas())  # pandas writes a missing number so
    assert in_pandas.points.to_polars()["value"].to_list() == [5, 7, None, 6]
    assert reasons(in_pandas) == []
    written = vm.chart_panel(frame.with_columns(pl.col("value").fill_null(float("nan"))))
    assert written.points.to_polars()["value"].to_list() == [5, 7, None, 6]
    assert reasons(written) == ["not a finite number; the period has no value"]


def test_rows_in_any_order_give_the_same_charts() -> None:
    frame = pl.concat([months([5, 7, None, 6, 9], name=name) for name in "BAC"])
    plain = vm.chart_panel(frame).points.to_polars()
    for seed in range(4):
        shuffled = vm.chart_panel(frame.sample(fraction=1, shuffle=True, seed=seed)).points.to_polars()
        assert shuffled.sort("series", "period").equals(plain.sort("series", "period"))


def test_words_that_repeat_go_out_as_categories_when_asked() -> None:
    charts = vm.chart_panel(pl.concat([months([5, 7, 6], name=name) for name in "AB"]))
    plain = charts.points.to_polars()
    coded = pl.DataFrame(charts.points.with_categories())
    assert plain.schema["series"] == pl.String
    assert coded.schema["series"] == coded.schema["period"] == pl.Categorical
    assert coded.with_columns(pl.col("series", "period").cast(pl.String)).equals(plain)
    assert str(pa.table(charts.series.with_categories()).to_pandas()["variation"].dtype) == "category"


def test_tables_outlive_the_charts_that_they_look_at() -> None:
    points = vm.chart_panel(pl.concat([months([5, 7, 6], name=name) for name in "AB"])).points
    gc.collect()
    assert points.to_polars()["value"].to_list() == [5, 7, 6, 5, 7, 6]
