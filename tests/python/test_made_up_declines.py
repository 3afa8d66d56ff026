# SPDX-License-Identifier: MIT
"""Made-up services that fail: with warnings where they are planted, out of the blue where they are noise."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import polars as pl
import pytest
from markets_for_tests import read

import vermeil as vm
from vermeil.made_up import Decline, MadeUp, make_up

SIGNS = ["substantiated_concern", "safeguarding_decision"]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> MadeUp:
    return make_up(tmp_path_factory.mktemp("planted"), services=300, quarters=12, decline=Decline.PLANTED)


@pytest.fixture(scope="module")
def noise(tmp_path_factory: pytest.TempPathFactory) -> MadeUp:
    return make_up(tmp_path_factory.mktemp("noise"), services=300, quarters=12, decline=Decline.NOISE)


def signs_in_decline(made: MadeUp) -> float:
    """Count the events of a failing service and month between onset and fall."""
    events = read(made, "events").filter(pl.col("event").is_in(SIGNS))
    found, days = 0, 0
    for each in made.failing:
        own = events.filter(pl.col("service") == each.service)
        found += own.filter((pl.col("from") >= str(each.onset)) & (pl.col("from") < str(each.fall))).height
        days += (each.fall - each.onset).days
    return found / days * 30


def signs_elsewhere(made: MadeUp) -> float:
    """Count the same at services that do not fail."""
    failing = [each.service for each in made.failing]
    events = read(made, "events").filter(pl.col("event").is_in(SIGNS) & ~pl.col("service").is_in(failing))
    return events.height / (made.services - len(failing)) / 36


def test_planted_failures_are_preceded_by_facts_and_noise_is_not(planted: MadeUp, noise: MadeUp) -> None:
    assert signs_in_decline(planted) > 3 * signs_elsewhere(planted)
    assert signs_in_decline(noise) < 1.6 * signs_elsewhere(noise)


def test_both_markets_fail_alike(planted: MadeUp, noise: MadeUp) -> None:
    assert planted.failing == noise.failing
    assert 30 <= len(planted.failing) <= 70


@pytest.mark.parametrize("decline", [Decline.PLANTED, Decline.NOISE])
def test_only_who_fails_is_rated_lowest_and_on_that_day(
    decline: Decline, planted: MadeUp, noise: MadeUp
) -> None:
    made = planted if decline is Decline.PLANTED else noise
    rated = read(made, "inspections")
    lowest = rated.filter(pl.col("rating").is_in(["Inadequate", "Poor", "0", "1"]))
    assert sorted(lowest.select("service", "on").rows()) == sorted(
        (each.service, str(each.fall)) for each in made.failing
    )
    between = rated.join(
        pl.DataFrame(
            {"service": [e.service for e in made.failing], "onset": [str(e.onset) for e in made.failing]}
        ),
        on="service",
    )
    usual = between.filter(
        ~pl.col("rating").is_in(
            ["Inadequate", "Poor", "Requires improvement", "Requires Improvement", "Goood"]
        )
    )
    assert usual.filter(pl.col("on") >= pl.col("onset")).is_empty()


def test_nothing_is_known_before_it_happens_and_dates_stay_within_the_market(planted: MadeUp) -> None:
    last = planted.last_day
    clean = read(planted, "events").filter(~pl.col("from").str.ends_with("-02-30"))
    assert clean.filter(pl.col("from") > str(last)).is_empty()
    assert clean.filter(pl.col("to") < pl.col("from")).is_empty()
    assert all(each.fall <= last - timedelta(30) for each in planted.failing)
    assert {"improvement_plan", "embargo"} <= set(clean["event"])


def test_every_row_can_be_read_but_those_that_are_wrong_on_purpose(planted: MadeUp) -> None:
    refused = vm.Evidence.read(planted.directory).rejects().to_polars()
    changed = [f"{name}.csv" for name in ("events", "inspections", "complaints", "concerns", "exits")]
    asked = {(row.file, row.row) for row in planted.planted}
    mine = refused.filter(pl.col("source").is_in(changed)).select("source", "row")
    assert set(mine.rows()) <= asked


def test_the_folder_says_that_failures_were_made_up(planted: MadeUp) -> None:
    text = (planted.directory / "README.md").read_text(encoding="utf-8")
    assert text.startswith("MADE UP")
    assert f"The ratings of {len(planted.failing)} services fall, at random." in text


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        make_up(tmp_path / name, services=40, quarters=6, seed=3, decline=Decline.PLANTED)
    for path in sorted((tmp_path / "a").iterdir()):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_a_short_market_has_no_failures_and_is_made_all_the_same(tmp_path: Path) -> None:
    assert make_up(tmp_path, services=5, quarters=1, decline=Decline.PLANTED).failing == ()
    assert make_up(tmp_path, services=5, quarters=1).failing == ()
