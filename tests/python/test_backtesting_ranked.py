# SPDX-License-Identifier: MIT
"""The back-test of walks that somebody else made: areas, intervals and shares against slow references."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import polars as pl
import pytest

import vermeil as vm

RULES = {"scheme": "The scheme", "rival": "A rival"}
LAST = date(2024, 12, 31)


def ranked(
    rows: list[dict[str, Any]], harm: dict[str, list[Any]], visits: tuple[int, ...] = (5, 10, 20)
) -> vm.Backtest:
    return vm.backtest_ranked(
        pl.DataFrame(rows), harm, RULES, label="that later fell", last=LAST, horizon_months=3, visits=visits
    )


def random_walk(seed: int) -> tuple[list[dict[str, Any]], dict[str, list[Any]]]:
    """Give made-up lists of sixty services over six months, whose keys tie often, and who falls when."""
    draw = np.random.Generator(np.random.PCG64(seed))
    days = [date(2024, month, last) for month, last in ((1, 31), (2, 29), (3, 31), (4, 30), (5, 31), (6, 30))]
    falls = {f"S{i:02d}": date(2024, int(draw.integers(2, 12)), 15) for i in range(60) if draw.random() < 0.4}
    rows = [
        {
            "service": f"S{i:02d}",
            "day": day,
            "scheme": float(draw.integers(0, 6) + 2 * (f"S{i:02d}" in falls)),
            "rival": float(draw.integers(0, 3)),
        }
        for day in days
        for i in range(60)
    ]
    return rows, {"service": list(falls), "on": list(falls.values())}


def slow_area(rows: list[dict[str, Any]], falls: dict[str, date], rule: str, weight: dict[str, int]) -> float:
    """Count every pair of every day, one by one; `weight` says how often each service is taken."""
    good = pairs = 0.0
    for day in sorted({row["day"] for row in rows}):
        limit = pl.Series([day]).dt.offset_by("3mo").dt.month_end().item()
        today = [row for row in rows if row["day"] == day and falls.get(row["service"], LAST) > day]
        harmed = [row for row in today if falls.get(row["service"], date.max) <= limit]
        spared = [row for row in today if falls.get(row["service"], date.max) > limit]
        for one in harmed:
            for other in spared:
                times = weight[one["service"]] * weight[other["service"]]
                pairs += times
                good += times * (1.0 if one[rule] > other[rule] else 0.5 if one[rule] == other[rule] else 0.0)
    return good / pairs


@pytest.mark.parametrize("seed", range(5))
def test_areas_equal_counting_pair_by_pair(seed: int) -> None:
    rows, harm = random_walk(seed)
    falls = dict(zip(harm["service"], harm["on"], strict=True))
    test = ranked(rows, harm)
    once = dict.fromkeys((row["service"] for row in rows), 1)
    for rule in RULES:
        assert test.rule(rule)["area_under_curve"] == pytest.approx(
            slow_area(rows, falls, rule, once), abs=1e-12
        )


@pytest.mark.parametrize("seed", range(3))
def test_intervals_agree_with_drawing_services_anew(seed: int) -> None:
    """Over services drawn with replacement the area spreads as its interval says, give or take a quarter."""
    rows, harm = random_walk(seed)
    falls = dict(zip(harm["service"], harm["on"], strict=True))
    test = ranked(rows, harm)
    names = sorted({row["service"] for row in rows})
    draw = np.random.Generator(np.random.PCG64(seed))
    areas: dict[str, list[float]] = {"scheme": [], "rival": []}
    for _ in range(150):
        chosen = np.bincount(draw.integers(0, len(names), len(names)), minlength=len(names))
        weight = dict(zip(names, chosen.tolist(), strict=True))
        for rule, found in areas.items():
            found.append(slow_area(rows, falls, rule, weight))
    low, high = test.rule("scheme")["interval"]
    assert (high - low) / 3.92 == pytest.approx(np.std(areas["scheme"]), rel=0.25)
    low, high = test.rule("rival")["scheme_against_it"]["interval"]
    differences = np.array(areas["scheme"]) - np.array(areas["rival"])
    assert (high - low) / 3.92 == pytest.approx(np.std(differences), rel=0.25)


def test_recall_and_precision_equal_counting() -> None:
    rows, harm = random_walk(9)
    falls = dict(zip(harm["service"], harm["on"], strict=True))
    test = ranked(rows, harm, visits=(7,))
    on_list: dict[tuple[str, date], float] = {}
    for day in sorted({row["day"] for row in rows}):
        today = [row for row in rows if row["day"] == day and falls.get(row["service"], date.max) > day]
        for row in today:
            above = sum(other["scheme"] > row["scheme"] for other in today)
            alike = sum(other["scheme"] == row["scheme"] for other in today)
            on_list[row["service"], day] = min(1.0, max(0.0, (7 - above) / alike))
    last = {
        name: max(day for service, day in on_list if service == name)
        for name, fall in falls.items()
        if any(
            service == name and fall <= pl.Series([day]).dt.offset_by("3mo").dt.month_end().item()
            for service, day in on_list
        )
    }
    listed = [on_list[name, day] for name, day in last.items()]
    found = test.rule("scheme")["lists"][0]
    assert found["recall"]["of"] == len(listed)
    assert found["recall"]["count"] == pytest.approx(sum(listed))
    visits = sum(on_list.values())
    hits = sum(
        place
        for (name, day), place in on_list.items()
        if falls.get(name, date.max) <= pl.Series([day]).dt.offset_by("3mo").dt.month_end().item()
    )
    assert found["precision"]["of"] == pytest.approx(visits)
    assert found["precision"]["count"] == pytest.approx(hits)


def test_neither_the_order_of_rows_nor_of_events_matters() -> None:
    rows, harm = random_walk(3)
    turned = {name: values[::-1] for name, values in harm.items()}
    assert ranked(rows, harm).to_dict() == ranked(rows[::-1], turned).to_dict()


def test_a_bad_row_of_a_walk_is_told_of_and_left_out() -> None:
    rows, harm = random_walk(3)
    test = ranked([*rows, rows[0]], harm)
    assert test.rejects().to_polars()["reason"].to_list() == [
        "this service and day stand already in an earlier row"
    ]
    assert test.reports == ranked(rows, harm).reports


# What no history can tell.
