# SPDX-License-Identifier: MIT
"""The care of made-up people, and what changes in it."""

from __future__ import annotations

import polars as pl
import pytest
from markets_for_tests import read

from vermeil.made_up import MadeUp


@pytest.mark.parametrize("table", ["packages", "package_changes"])
def test_hours_are_whole_halves_and_rates_whole_pence(made: MadeUp, table: str) -> None:
    care = read(made, table).filter(pl.col("hourly_rate").is_not_null())
    assert care["hours_per_week"].str.contains(r"^\d+\.[05]$").all()
    assert care["hourly_rate"].str.contains(r"^\d+\.\d\d$").all()


def test_care_begins_with_its_service_and_is_open_or_ended_by_the_last_day(made: MadeUp) -> None:
    care = read(made, "packages").join(read(made, "services").select("service", "first_day"), on="service")
    assert care.filter(pl.col("from") < pl.col("first_day")).is_empty()
    assert care.filter(pl.col("to") > str(made.last_day)).is_empty()
    assert 0 < care["to"].null_count() < care.height


def test_a_change_is_after_the_beginning_and_before_the_end(made: MadeUp) -> None:
    care = read(made, "packages").select("package", first="from", last="to")
    changes = read(made, "package_changes").join(care, on="package")
    assert changes.height > 0
    assert changes.filter((pl.col("from") <= pl.col("first")) | (pl.col("from") >= pl.col("last"))).is_empty()
