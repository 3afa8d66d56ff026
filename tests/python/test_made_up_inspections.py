# SPDX-License-Identifier: MIT
"""What made-up regulators and assessors think of services."""

from __future__ import annotations

import polars as pl
from markets_for_tests import read

from vermeil.made_up import MadeUp


def test_only_who_may_rate_a_service_does(made: MadeUp) -> None:
    allowed = dict(read(made, "services").select("service", "regulators").iter_rows())
    seen = read(made, "inspections")
    assert set(seen["source"]) == {"cqc", "pamms", "food_hygiene"}
    assert all(
        source in allowed[service].split(";")
        for service, source in seen.select("service", "source").iter_rows()
    )


def test_a_rating_is_known_three_weeks_after_the_visit(made: MadeUp) -> None:
    seen = read(made, "inspections").filter(pl.col("rating") != "Goood")
    days = seen.select(pl.col("on", "known_on").str.to_date())
    assert ((days["known_on"] - days["on"]).dt.total_days() == 21).all()


def test_some_services_were_rated_twice_and_some_never_by_a_source(made: MadeUp) -> None:
    seen = read(made, "inspections").filter((pl.col("rating") != "Goood") & (pl.col("source") == "pamms"))
    times = seen.group_by("service").len()["len"]
    assert set(times) == {1, 2}
    assert len(times) < made.services
