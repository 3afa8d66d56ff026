# SPDX-License-Identifier: MIT
"""The page of a back-test: one file, internal, with charts where they can be drawn and tables either way."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["page"]

_VERDICTS = {
    "better": "better",
    "no_better": "not surely better",
    "worse": "worse",
    "cannot_tell": "not to be told",
}
_NOTHING = "\N{EN DASH}"


def page(said: Mapping[str, Any]) -> str:
    """Write the page from the figures of ``backtest.json``.

    Raises
    ------
    ModuleNotFoundError
        Without the extra ``publish``.
    """
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    template = environment.from_string(Path(__file__).with_suffix(".html").read_text(encoding="utf-8"))
    drawn = [[Markup(svg) for svg in _charts(report)] for report in said["reports"]]
    return template.render(
        said=said,
        walk=said["walk"],
        charts=drawn,
        verdicts=_VERDICTS,
        area=_with_interval,
        share=_share,
        number=_number,
    )


def _charts(report: Mapping[str, Any]) -> list[str]:
    """Draw what there is to draw; nothing without the extra ``plots``."""
    if find_spec("altair") is None or find_spec("vl_convert") is None:
        return []
    from vermeil.backtest_charts import charts

    return charts(report)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _with_interval(value: float | None, interval: list[float] | None) -> str:
    if value is None:
        return _NOTHING
    return f"{value:.2f}" + (f" ({interval[0]:.2f} to {interval[1]:.2f})" if interval else "")


def _share(of: Mapping[str, Any]) -> str:
    """Write a share with its counts and interval, as ``28 of 40, 70 % (55 to 82)``."""
    if of["share"] is None:
        return _NOTHING
    low, high = of["interval"]
    counts = f"{_number(of['count'])} of {_number(of['of'])}"
    return f"{counts}, {of['share']:.0%} ({low:.0%} to {high:.0%})".replace("%", " %")
