# SPDX-License-Identifier: MIT
"""Drawings hold the points and lines that the tables hold; without Altair they are skipped."""

from __future__ import annotations

import pytest

import vermeil as vm
from vermeil.chart_plots import plot_chart, plot_delays, plot_funnel

pytest.importorskip("altair")


def rows_of(drawing: object) -> list[list[dict[str, object]]]:
    """Give the data sets of a drawing."""
    return list(drawing.to_dict()["datasets"].values())  # type: ignore[attr-defined]


def test_a_chart_shows_the_points_of_one_series() -> None:
    charts = vm.chart_series([[5, 9, 4, 8, 6, 9, 5, 7, 4, 8, 6, 7, 30], [1] * 13])
    (rows,) = rows_of(plot_chart(charts, "0"))
    assert [row["value"] for row in rows][-1] == 30
    assert [row["special"] for row in rows] == [False] * 12 + [True]


def test_a_funnel_shows_services_by_base() -> None:
    (rows,) = rows_of(plot_funnel(vm.funnel([5, 0, 30], [6, 0, 50]), [6, 0, 50], ["A", "B", "C"]))
    assert [row["service"] for row in rows] == ["A", "C"]


def test_delays_are_drawn_for_each_rise_and_way() -> None:
    rules = vm.AlertRules(visits=2, draws=200, own_up_to=0)
    study = vm.detection_study(rules, services=20, watched=3, rises=(1.0, 3.0))
    (rows,) = rows_of(plot_delays(study))
    assert len(rows) == 2 * 2 * 3
