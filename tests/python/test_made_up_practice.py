# SPDX-License-Identifier: MIT
"""How made-up services work, and that the measures of a scorecard find something in it."""

from __future__ import annotations

from pathlib import Path

import polars as pl
from markets_for_tests import read

import vermeil as vm
from vermeil.made_up import MadeUp

ROOT = Path(__file__).resolve().parents[2]


def test_requests_are_answered_declined_started_or_waiting(made: MadeUp) -> None:
    referrals = read(made, "referrals")
    assert {"accepted", "declined", None} == set(referrals["answer"].unique())
    started = referrals.filter(pl.col("started_on").is_not_null())
    assert (started["started_on"] > started["referred_on"]).all()
    waits = referrals.filter(pl.col("started_on").is_null() & (pl.col("answer") != "declined"))
    assert waits.height > 0
    assert waits["delays_discharge"].null_count() == 0


def test_packages_that_are_handed_back_are_packages_of_the_service(made: MadeUp) -> None:
    packages = read(made, "packages").select("package", "service")
    back = read(made, "hand_backs")
    assert back.height > 0
    assert back.join(packages, on=["package", "service"], how="anti").is_empty()


def test_no_more_outcomes_are_met_than_set(made: MadeUp) -> None:
    outcomes = read(made, "outcomes")
    assert (outcomes["met"].cast(pl.Int64) <= outcomes["set"].cast(pl.Int64)).all()


def test_every_measure_of_the_scorecard_is_there_for_some_service(made: MadeUp) -> None:
    framework = vm.Framework.load(ROOT / "examples" / "frameworks" / "home_care_scorecard.toml")
    measures = framework.measure(vm.Evidence.read(made.directory), made.quarters[-1])
    table = measures.to_polars()
    for measure in framework.measures:
        assert table[measure["id"]].null_count() < table.height, measure["id"]
    bands = framework.rate(measures).to_polars()["band"].to_list()
    assert len(set(bands)) >= 3
