# SPDX-License-Identifier: MIT
"""The tables of providers and services of a made-up market."""

from __future__ import annotations

from collections import Counter

import polars as pl
from markets_for_tests import read

from vermeil.made_up import MadeUp


def test_some_providers_have_two_services(made: MadeUp) -> None:
    services = Counter(read(made, "services")["provider"])
    assert set(services.values()) == {1, 2}


def test_every_provider_of_a_service_is_in_the_table(made: MadeUp) -> None:
    assert set(read(made, "services")["provider"]) == set(read(made, "providers")["provider"])


def test_only_a_day_service_has_no_location(made: MadeUp) -> None:
    services = read(made, "services")
    without = services.filter(pl.col("location_id").is_null())
    assert 0 < without.height < services.height
    assert without.equals(services.filter(pl.col("kind") == "day service"))


def test_a_day_service_is_the_only_one_that_the_regulator_of_care_does_not_rate(made: MadeUp) -> None:
    services = read(made, "services")
    rated = pl.col("regulators").str.split(";").list.contains("cqc")
    assert services.filter(~rated).equals(services.filter(pl.col("kind") == "day service"))
