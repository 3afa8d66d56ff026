# SPDX-License-Identifier: MIT
"""The contracts of a made-up market and each provider's place in them."""

from __future__ import annotations

import polars as pl
from markets_for_tests import read

import vermeil as vm
from vermeil.made_up import MadeUp


def test_the_market_resolves_and_has_places_and_care(made: MadeUp) -> None:
    market = vm.Market.read(made.directory)
    places = market.awards_on("MU-lot-framework", made.last_day)
    assert len(places) == len(market.providers) == 20
    assert {place["tier"] for place in places} == {"tier 1", "tier 2"}
    assert float(market.planned_hours_on(made.last_day)) > 500


def test_the_ranks_of_a_tier_count_from_one(made: MadeUp) -> None:
    places = read(made, "awards").filter(pl.col("rank").is_not_null() & pl.col("to").is_null())
    for tier, count in (("tier 1", 8), ("tier 2", 12)):
        ranks = places.filter(pl.col("tier") == tier)["rank"].cast(pl.Int64).sort()
        assert ranks.to_list() == list(range(1, count + 1))
