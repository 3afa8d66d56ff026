# SPDX-License-Identifier: MIT
"""What made-up providers send in each quarter."""

from __future__ import annotations

import polars as pl
from markets_for_tests import read

from vermeil.made_up import MadeUp


def test_returns_are_on_time_late_missing_and_chased(made: MadeUp) -> None:
    counts = read(made, "counts")
    assert counts.filter(pl.col("received_on") > pl.col("due_on")).height > 0
    assert counts.filter(pl.col("received_on") <= pl.col("due_on")).height > 0
    missing = counts.filter(pl.col("state") == "not_submitted")
    assert missing.height > 0
    assert missing["reminded_on"].null_count() == 0
    assert counts.height - 2 < 24 * 4 * 4


def test_what_is_missing_has_no_figures_and_no_day_of_receipt(made: MadeUp) -> None:
    missing = read(made, "counts").filter(pl.col("state") == "not_submitted")
    assert missing.select("count", "base", "received_on").null_count().row(0) == (missing.height,) * 3


def test_no_count_is_above_its_base(made: MadeUp) -> None:
    counts = read(made, "counts").filter((pl.col("item") != "visits_on_time") & pl.col("count").is_not_null())
    assert (counts["count"].cast(pl.Int64) <= counts["base"].cast(pl.Int64)).all()
