# SPDX-License-Identifier: MIT
"""The charts of a back-test."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import vermeil as vm
from vermeil.backtest_charts import charts


def report(falls: int) -> dict[str, Any]:
    ranked = {
        "service": [f"S{i:02d}" for i in range(30)],
        "day": [date(2024, 1, 31)] * 30,
        "scheme": [30.0 - i for i in range(30)],
        "rival": [float(i % 3) for i in range(30)],
    }
    harm = {"service": [f"S{i:02d}" for i in range(falls)], "on": [date(2024, 2, 15)] * falls}
    rules = {"scheme": "The scheme", "rival": "A rival <b>"}
    test = vm.backtest_ranked(ranked, harm, rules, label="x", last=date(2024, 12, 31), horizon_months=3)
    return test.reports[0]


def test_areas_reach_and_levels_are_drawn_with_their_words() -> None:
    drawn = charts(report(12))
    assert len(drawn) == 3
    assert all(svg.startswith("<svg") for svg in drawn)
    assert "area under the curve, 95 % interval" in drawn[0]
    assert "A rival &lt;b&gt;" in drawn[0]
    assert "20 visits" in drawn[1]
    assert "harmed within the horizon" in drawn[2]


def test_each_says_what_it_shows_to_those_who_look_and_to_those_who_are_read_to() -> None:
    for svg in charts(report(12)):
        label = re.match(r'<svg role="img" aria-label="([^"]+)" ', svg)
        assert label
        assert svg.count(label[1]) >= 2  # and in the picture itself


def test_what_has_no_figure_is_not_drawn() -> None:
    assert len(charts(report(0))) == 1
    empty = {"rules": [], "calibration": {"levels": []}}
    assert charts(empty) == []


def test_the_same_figures_give_the_same_picture() -> None:
    assert charts(report(12)) == charts(report(12))
