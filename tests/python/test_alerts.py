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


def calm(kind: ChartKind, services: int, rng: np.random.Generator) -> AlertMeasure:
    """Make up one measure of one kind where nothing is wrong."""
    shape, each = (services, MONTHS), (services, 1)
    if kind is ChartKind.P:
        n = rng.integers(8, 40, shape)
        return AlertMeasure(long(rng.binomial(n, rng.uniform(0.6, 0.95, each)), n), kind, Improves.UP, WITH_N)
    if kind is ChartKind.U:
        hours = rng.integers(50, 400, shape)
        falls = rng.poisson(rng.uniform(0.01, 0.05, each) * hours)
        return AlertMeasure(long(falls, hours), kind, Improves.DOWN, WITH_N)
    return AlertMeasure(long(rng.normal(20, 4, shape)), kind, Improves.DOWN, COLUMNS)


@pytest.mark.parametrize(("services", "measures", "visits"), [(50, 1, 5), (100, 3, 12)])
@pytest.mark.parametrize("kind", [ChartKind.XMR, ChartKind.P, ChartKind.U])
def test_the_budget_holds_for_each_chart_and_size(
    kind: ChartKind, services: int, measures: int, visits: int
) -> None:
    rules, alarms = AlertRules(visits=visits, own_up_to=0), []
    for seed in range(600 // visits):
        rng = np.random.default_rng([services, seed])
        panels = {f"m{i}": calm(kind, services, rng) for i in range(measures)}
        alarms.append(int(vm.alert_budget(panels, rules).to_polars()["alarm"].sum()))
    half = 1.96 * np.std(alarms, ddof=1) / np.sqrt(len(alarms))
    assert half < 0.11 * visits  # the interval is narrow enough to tell
    # by no more than a tenth away, as far as so many panels can tell
    assert np.mean(alarms) - half < 1.1 * visits
    assert np.mean(alarms) + half > 0.9 * visits


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


def test_at_the_same_cost_in_false_alarms_a_budget_sees_a_doubled_count_sooner_than_the_four_rules() -> None:
    sooner: dict[int, list[float]] = {1: [], 3: []}
    cost = []
    for seed in range(12):
        rules = AlertRules(visits=2, own_up_to=0, draws=1000, seed=seed)
        rows = vm.detection_study(rules, services=150, watched=6, rises=(1.0, 2.0)).to_polars()
        alarmed = rows.filter(pl.col("rise") == 1).group_by("way").agg(pl.col("alarmed").mean())
        cost.append(dict(alarmed.iter_rows()))
        seen = {(way, at): share for way, rise, at, _, share in rows.iter_rows() if rise == 2}
        for at, gains in sooner.items():
            gains.append(seen["budget", at] - seen["four_rules", at])
    by_way = {way: np.mean([each[way] for each in cost]) for way in ("budget", "four_rules")}
    assert (
        by_way["budget"] <= by_way["four_rules"] * 1.1
    )  # what it sees sooner is not bought with false alarms
    for gains in sooner.values():
        half = 2.2 * np.std(gains, ddof=1) / np.sqrt(len(gains))  # 95 % of Student's distribution
        assert np.mean(gains) - half > 0.03
