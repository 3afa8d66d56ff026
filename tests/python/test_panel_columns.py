# SPDX-License-Identifier: MIT
"""Periods of a panel: months, quarters and numbers."""

from __future__ import annotations

from datetime import date

import polars as pl
import pyarrow as pa

import vermeil as vm
from vermeil.panel_columns import Every, PanelColumns


def test_dates_quarters_and_numbers_are_periods() -> None:
    days = pl.DataFrame(
        {"series": ["A"] * 3, "period": [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 1)]}
    )
    days = days.with_columns(value=pl.Series([1.0, 2.0, 3.0]))
    assert vm.chart_panel(days).points.to_polars()["period"].to_list() == ["2024-01", "2024-02", "2024-03"]
    quarters = {"series": ["A"] * 2, "period": ["2024-25 Q3", "2025 Q2"], "value": [1, 2]}
    made = vm.chart_panel(quarters, columns=PanelColumns(every=Every.QUARTER)).points.to_polars()
    assert made["period"].to_list() == ["2024-25 Q3", "2024-25 Q4", "2025-26 Q1"]
    assert made["value"].to_list() == [1.0, None, 2.0]
    numbers = pa.table({"series": ["A", "A"], "period": [7, 8], "value": [1.0, 2.0]})
    made = vm.chart_panel(numbers, columns=PanelColumns(every=Every.NUMBER)).points.to_polars()
    assert made["period"].to_list() == ["7", "8"]


def test_columns_may_be_called_anything() -> None:
    columns = PanelColumns(series="who", period="when", value="falls")
    made = vm.chart_panel({"who": ["A"], "when": ["2024-01"], "falls": [3]}, columns=columns)
    assert made.points.to_polars().select("series", "period", "value").rows() == [("A", "2024-01", 3.0)]
