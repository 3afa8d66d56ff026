# SPDX-License-Identifier: MIT
"""The charts of a back-test as SVG, drawn without a browser and without a network."""

from __future__ import annotations

import io
from html import escape
from typing import TYPE_CHECKING, Any

import altair as alt

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["charts"]

_DARK, _PALE = "#1f4e79", "#8a8a86"
_WIDTH = 420
#: From few visits to many; each stands out against white.
_VISITS = ["#7aa6d2", "#3f78b5", "#143d6b"]


def charts(report: Mapping[str, Any]) -> list[str]:
    """Draw areas under the curve, shares that lists reach, and harm by level, where there are figures."""
    drawn = {
        "How well each rule ranks: area under the curve; lots would have 0.50": _areas(report),
        "Of the services later harmed, how many stood on the last list before": _reach(report),
        "How often harm came, by level of the scheme": _levels(report),
    }
    return [_svg(chart, title) for title, chart in drawn.items() if chart is not None]


def _areas(report: Mapping[str, Any]) -> alt.LayerChart | None:
    rows = [
        {"rule": rule["label"], "area": rule["area_under_curve"], **_ends(rule["interval"]), "own": at == 0}
        for at, rule in enumerate(report["rules"])
        if rule["area_under_curve"] is not None
    ]
    if not rows:
        return None
    x = alt.X("area:Q", title="area under the curve, 95 % interval", scale=alt.Scale(domain=[0, 1]))
    lots = alt.Chart(_data([{"area": 0.5}])).mark_rule(strokeDash=[4, 4], color=_PALE).encode(x="area:Q")
    both: alt.LayerChart = lots + _dots_with_ends(rows, "rule", x)
    return both


def _levels(report: Mapping[str, Any]) -> alt.LayerChart | None:
    rows = [
        {
            "level": each["level"],
            "share": each["harmed"]["share"],
            **_ends(each["harmed"]["interval"]),
            "own": True,
        }
        for each in report["calibration"]["levels"]
    ]
    if not rows:
        return None
    x = alt.X("share:Q", title="harmed within the horizon, 95 % interval", axis=alt.Axis(format=".0%"))
    return _dots_with_ends(rows, "level", x)


def _reach(report: Mapping[str, Any]) -> alt.Chart | None:
    rows = [
        {"rule": rule["label"], "visits": f"{each['capacity']} visits", "share": each["recall"]["share"]}
        for rule in report["rules"]
        for each in rule["lists"]
        if each["recall"]["share"] is not None
    ]
    if not rows:
        return None
    bars: alt.Chart = (
        alt.Chart(_data(rows), width=_WIDTH)
        .mark_bar(height={"band": 0.7})
        .encode(
            y=alt.Y("rule:N", sort=None, title=None, axis=alt.Axis(labelLimit=300)),
            x=alt.X(
                "share:Q",
                title="of those harmed, on the last list before",
                scale=alt.Scale(domain=[0, 1]),
                axis=alt.Axis(format=".0%"),
            ),
            yOffset=alt.YOffset("visits:N", sort=None),
            color=alt.Color("visits:N", sort=None, title=None, scale=alt.Scale(range=_VISITS)),
        )
    )
    return bars


def _dots_with_ends(rows: list[dict[str, Any]], name: str, x: alt.X) -> alt.LayerChart:
    base = alt.Chart(_data(rows), width=_WIDTH).encode(
        y=alt.Y(f"{name}:N", sort=None, title=None, axis=alt.Axis(labelLimit=300)),
        color=alt.condition("datum.own", alt.value(_DARK), alt.value(_PALE)),
    )
    ends = base.mark_rule(strokeWidth=2).encode(x=alt.X("low:Q"), x2="high:Q")
    both: alt.LayerChart = ends + base.mark_point(filled=True, size=80).encode(x=x)
    return both


def _data(rows: list[dict[str, Any]]) -> alt.Data:
    return alt.Data(values=rows)  # type: ignore[no-untyped-call]


def _ends(interval: list[float] | None) -> dict[str, float | None]:
    return {"low": interval[0] if interval else None, "high": interval[1] if interval else None}


def _svg(chart: Any, title: str) -> str:  # noqa: ANN401
    """Draw a chart that says what it shows, to those who look and to those who are read to."""
    drawn = io.StringIO()
    shown = (
        chart.properties(title=alt.Title(title, anchor="start", fontSize=14))
        .configure_axis(labelFontSize=13, titleFontSize=13)
        .configure_legend(labelFontSize=13, symbolType="square")
    )
    shown.save(drawn, format="svg")
    return drawn.getvalue().replace("<svg ", f'<svg role="img" aria-label="{escape(title)}" ', 1)
