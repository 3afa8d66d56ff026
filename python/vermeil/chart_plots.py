# SPDX-License-Identifier: MIT
"""Charts, funnels and delays drawn with Altair; needs the extra ``plots``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

    from vermeil.charts import Charts
    from vermeil.frames import Table
    from vermeil.funnels import Funnel

__all__ = ["plot_chart", "plot_delays", "plot_funnel"]

RULES = ("outside", "shift", "trend", "two_of_three")
#: What the ways of a study are called on the page.
WAYS = {"budget": "the budget", "four_rules": "the four standard rules"}


def plot_chart(charts: Charts, series: str) -> Any:  # noqa: ANN401
    """Draw the chart of one series: its points, centre and limits; special ones are filled.

    Parameters
    ----------
    charts
        What `vermeil.chart_panel` or `vermeil.chart_series` gave.
    series
        Which of them.

    Returns
    -------
    altair.LayerChart
        Save it with ``.save("chart.svg")`` or show it in a notebook.
    """
    import altair
    import polars

    points = charts.points.to_polars().filter(polars.col("series") == series)
    points = points.with_columns(special=polars.any_horizontal(polars.col(RULES) == 1))
    base = altair.Chart(points).encode(x=altair.X("period:N", title=None, sort=None))
    limits = [
        base.mark_line(strokeDash=[4, 4], color="grey").encode(y=altair.Y(f"{name}:Q"))
        for name in ("lower", "upper")
    ]
    line = base.mark_line(color="steelblue").encode(y=altair.Y("value:Q", title=series))
    shown = base.mark_point(filled=True, size=60).encode(
        y="value:Q",
        color=altair.Color(
            "special:N", scale=altair.Scale(domain=[False, True], range=["steelblue", "orange"])
        ),
    )
    return altair.layer(*limits, base.mark_line(color="black").encode(y="centre:Q"), line, shown)


def plot_funnel(funnel: Funnel, bases: list[float], names: list[str]) -> Any:  # noqa: ANN401
    """Draw services by base, with 95 % and 99.8 % limits.

    Parameters
    ----------
    funnel
        What `vermeil.funnel` gave.
    bases, names
        The base and the name of each service.

    Returns
    -------
    altair.LayerChart
    """
    import altair
    import polars

    rows = (
        funnel.to_polars().with_columns(base=polars.Series(bases), service=polars.Series(names)).sort("base")
    )
    base = altair.Chart(rows.drop_nulls("value")).encode(x=altair.X("base:Q", title="base"))
    lines = [
        base.mark_line(strokeDash=dash, color="grey").encode(y=f"{name}:Q")
        for name, dash in (("lower", [2, 2]), ("upper", [2, 2]), ("far_lower", [6, 3]), ("far_upper", [6, 3]))
    ]
    points = base.mark_point(filled=True).encode(
        y=altair.Y("value:Q", title=None), tooltip=["service", "value"]
    )
    return altair.layer(*lines, points)


def plot_delays(study: Table | pl.DataFrame, title: str = "") -> Any:  # noqa: ANN401
    """Draw how soon a rise is seen: the share of services with an alarm by each period, by way and rise.

    Parameters
    ----------
    study
        What `vermeil.detection_study` gave.
    title
        What stands above it, such as where the counts come from.

    Returns
    -------
    altair.FacetChart
        A panel for each rise; under a rise of 1 every alarm is false.
    """
    import altair
    import polars

    rows = study if isinstance(study, polars.DataFrame) else study.to_polars()
    asked = polars.col("way").replace_strict(WAYS)
    quiet = (
        rows.filter(polars.col("rise") == 1).group_by("way", maintain_order=True).agg(polars.mean("alarmed"))
    )
    cost = [f"{alarmed:.1f} by {WAYS[way]}" for way, alarmed in quiet.iter_rows()]
    told = f"services alarmed a period where nothing rises: {', '.join(cost)}" if cost else ""
    order = [_rise(rise) for rise in rows["rise"].unique().sort()]
    rows = rows.with_columns(way=asked, rise=polars.col("rise").map_elements(_rise, polars.String))
    seen = altair.Y("seen:Q", title="services alarmed by then", axis=altair.Axis(format="%"))
    return (
        altair.Chart(rows)
        .mark_line(point=True, strokeWidth=2)
        .encode(
            x=altair.X("period:O", title="periods after the rise", axis=altair.Axis(labelAngle=0)),
            y=seen.scale(domain=[0, 1]),
            color=altair.Color(
                "way:N",
                title=None,
                scale=altair.Scale(domain=list(WAYS.values()), range=["#1f4e79", "#c2571a"]),
            ).legend(orient="bottom"),
            column=altair.Column("rise:N", title=None, sort=order),
        )
        .properties(width=190, height=210, title=altair.Title(title, subtitle=told))
    )


def _rise(times: float) -> str:
    return "nothing rises: all is false" if times == 1 else f"counts rise {times:g}-fold"
