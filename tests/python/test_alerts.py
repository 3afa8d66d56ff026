# SPDX-License-Identifier: MIT
"""Alarms: as many as can be visited, and soon where harm comes."""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl
import pytest

import vermeil as vm
from vermeil import ChartKind, Every, Improves, PanelColumns
from vermeil.alerts import AlertMeasure, AlertRules

COLUMNS = PanelColumns(every=Every.NUMBER)
WITH_N = PanelColumns(n="n", every=Every.NUMBER)
MONTHS = 30


def long(values: np.ndarray[Any, Any], n: np.ndarray[Any, Any] | None = None) -> pl.DataFrame:
    """Lay an array of services by months out as a panel."""
    services, length = values.shape
    frame = pl.DataFrame(
        {
            "series": [f"S{s:03}" for s in range(services) for _ in range(length)],
            "period": np.tile(np.arange(length), services),
            "value": values.ravel().astype(np.float64),
        }
    )
    return frame if n is None else frame.with_columns(n=n.ravel().astype(np.float64))


def in_control(seed: int, services: int = 100) -> dict[str, AlertMeasure]:
    """Make up three measures of services where nothing is wrong: counts, shares and numbers."""
    rng = np.random.default_rng(seed)
    falls = rng.poisson(rng.uniform(2, 9, (services, 1)), (services, MONTHS))
    asked = rng.integers(8, 40, (services, MONTHS))
    content = rng.binomial(asked, rng.uniform(0.6, 0.95, (services, 1)))
    days = rng.normal(20, 4, (services, MONTHS))
    return {
        "falls": AlertMeasure(long(falls), ChartKind.C, Improves.DOWN, COLUMNS),
        "content": AlertMeasure(long(content, asked), ChartKind.P, Improves.UP, WITH_N),
        "days": AlertMeasure(long(days), ChartKind.XMR, Improves.NEITHER, COLUMNS),
    }


QUICK = AlertRules(visits=12, own_up_to=0)


def test_where_nothing_is_wrong_alarms_are_within_a_tenth_of_the_budget() -> None:
    made = [vm.alert_budget(in_control(seed), QUICK) for seed in range(60)]
    assert np.mean([each.expected[-1] for each in made]) == pytest.approx(12, rel=0.03)
    assert np.mean([int(each.to_polars()["alarm"].sum()) for each in made]) == pytest.approx(12, rel=0.1)


def test_limits_of_each_series_by_itself_keep_the_budget_too() -> None:
    made = [
        vm.alert_budget(in_control(seed, 40), AlertRules(visits=6, draws=1000)) for seed in range(100, 125)
    ]
    assert np.mean([each.expected[-1] for each in made]) == pytest.approx(6, rel=0.05)
    # 150 alarms are expected over 25 panels, give or take 12
    assert np.mean([int(each.to_polars()["alarm"].sum()) for each in made]) == pytest.approx(6, abs=1.4)


def test_a_budget_is_spread_over_services_and_not_over_series() -> None:
    one = vm.alert_budget({"falls": in_control(1)["falls"]}, QUICK)
    three = vm.alert_budget(in_control(1), QUICK)
    assert one.expected[-1] == pytest.approx(12, rel=0.06)
    assert three.expected[-1] == pytest.approx(12, rel=0.06)
    assert len(three) == 100


def test_the_service_that_went_wrong_comes_first_and_says_why() -> None:
    measures = in_control(2)
    panel = measures["falls"].panel.with_columns(
        value=pl.when((pl.col("series") == "S042") & (pl.col("period") >= 26))
        .then(pl.col("value") + 12)
        .otherwise(pl.col("value"))
    )
    measures["falls"] = AlertMeasure(panel, ChartKind.C, Improves.DOWN, COLUMNS)
    many = AlertRules(visits=12, own_up_to=0, draws=20_000)  # p-values go in steps of one in so many
    first = vm.alert_budget(measures, many).to_polars().row(0, named=True)
    assert (first["service"], first["measure"], first["alarm"]) == ("S042", "falls", 1)
    assert first["q"] < 0.05
    assert first["score"] > first["limit"]
    assert first["words"].startswith("falls: the ")
    assert " of 100 services a period" in first["words"]


def test_the_false_discovery_rate_lists_few_where_nothing_is_wrong() -> None:
    listed = [
        int((vm.alert_budget(in_control(seed), QUICK).to_polars()["q"] < 0.1).sum()) for seed in range(30)
    ]
    assert np.mean([count > 0 for count in listed]) <= 0.3


def test_threads_and_the_order_of_rows_change_nothing() -> None:
    measures = in_control(3, 30)
    turned = {
        name: AlertMeasure(each.panel.reverse(), each.kind, each.improves, each.columns)
        for name, each in measures.items()
    }
    rules = AlertRules(visits=4, draws=400, judged=2)
    made = vm.alert_budget(measures, rules).to_polars()
    assert made.equals(
        vm.alert_budget(measures, AlertRules(visits=4, draws=400, judged=2, threads=3)).to_polars()
    )
    other = vm.alert_budget(turned, rules).to_polars()
    assert other.height == made.height


def test_a_panel_too_short_to_judge_is_not_judged_and_bad_rules_are_refused() -> None:
    assert (
        len(vm.alert_budget({"x": AlertMeasure(long(np.ones((3, 9))), ChartKind.C, Improves.DOWN, COLUMNS)}))
        == 0
    )
    assert len(vm.alert_budget({})) == 0
    with pytest.raises(vm.Error, match="not for 'g'"):
        vm.alert_budget({"x": AlertMeasure(long(np.ones((1, 9))), ChartKind.G, Improves.DOWN, COLUMNS)})
    with pytest.raises(vm.Error, match="a number of visits above 0"):
        vm.alert_budget({}, AlertRules(visits=0))


def test_rejects_of_each_panel_are_told() -> None:
    panel = long(np.array([[1, 2, -3]]))
    made = vm.alert_budget({"x": AlertMeasure(panel, ChartKind.C, Improves.DOWN, COLUMNS)})
    assert made.rejects["x"].to_polars()["reason"].to_list() == ["a count below 0; the period has no value"]


def test_a_study_shows_delay_beside_the_four_rules_and_what_each_costs() -> None:
    rules = AlertRules(visits=6, own_up_to=0, draws=1000)
    rows = vm.detection_study(rules, services=120, watched=8, rises=(1.0, 2.0)).to_polars()
    quiet = rows.filter(pl.col("rise") == 1).group_by("way").agg(pl.col("alarmed").mean())
    cost = dict(quiet.iter_rows())
    assert cost["budget"] == pytest.approx(6, rel=0.35)  # alarms that stand are counted each month
    seen = rows.filter((pl.col("rise") == 2) & (pl.col("way") == "budget"))["seen"].to_list()
    assert seen == sorted(seen)
    assert seen[-1] > 0.7
