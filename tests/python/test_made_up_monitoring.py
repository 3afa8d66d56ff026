# SPDX-License-Identifier: MIT
"""The call monitoring of a made-up market: its ids are the market's, and a framework finds its visits."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import polars as pl
import pytest
from markets_for_tests import FRAMEWORKS, read

import vermeil as vm
from vermeil.cli.run import run
from vermeil.made_up import MadeUp, make_up
from vermeil.made_up.monitoring import monitoring_table, wrong_visits
from vermeil.made_up.packages import package_tables
from vermeil.made_up.planted import WrongRow
from vermeil.made_up.world import invented

LEAGUE = FRAMEWORKS / "call_monitoring.toml"
PLANTED = 4


@pytest.fixture(scope="module")
def visits(made: MadeUp) -> pl.DataFrame:
    return read(made, "visits").head(-PLANTED)


def test_visits_are_to_people_of_the_service_while_their_package_runs(
    made: MadeUp, visits: pl.DataFrame
) -> None:
    packages = read(made, "packages").select("service", "person", "from", "to")
    held = visits.join(packages, on=["service", "person"], how="left")
    day = held["planned_start"].str.head(10)
    assert held["from"].null_count() == 0
    assert (day >= held["from"]).all()
    assert (held["to"].is_null() | (day <= held["to"])).all()
    assert set(visits["service"]) < set(read(made, "services")["service"])  # day services visit nobody


def test_the_whole_log_is_kept_but_for_the_planted_rows(made: MadeUp) -> None:
    found = vm.check(made.directory)
    (tally,) = [each for each in found.files if each.table == "visits"]
    assert (tally.kept, tally.flagged, tally.left_out) == (tally.rows - PLANTED, 0, PLANTED)
    assert tally.rows < 20_000


def test_each_quarter_has_its_last_fortnight(made: MadeUp, visits: pl.DataFrame) -> None:
    days = visits["planned_start"].str.head(10).str.to_date().unique().sort()
    assert len(days) == 14 * len(made.quarters)
    assert days[-1] == made.last_day


def test_two_workers_of_a_visit_are_two_and_nobody_is_at_two_places(visits: pl.DataFrame) -> None:
    hands = visits.group_by("person", "planned_start").agg(
        pl.len(), pl.col("worker").n_unique().alias("workers")
    )
    assert set(hands["len"]) == {1, 2}
    assert (hands["len"] == hands["workers"]).all()
    start = pl.col("planned_start").str.to_datetime("%Y-%m-%d %H:%M")
    by_worker = visits.with_columns(start=start).sort("worker", "start")
    since = by_worker.select(
        pl.col("start").diff().over("worker").alias("since"),
        (pl.col("person") != pl.col("person").shift().over("worker")).alias("moved"),
    )
    assert since.filter("moved")["since"].min() >= dt.timedelta(hours=3)  # type: ignore[operator]


def test_notice_is_told_of_cancelled_visits_alone(visits: pl.DataFrame) -> None:
    cancelled = visits["status"].str.starts_with("cancelled")
    assert visits.filter(~cancelled)["cancelled_at"].null_count() == (~cancelled).sum()
    told = visits.filter(cancelled & visits["cancelled_at"].is_not_null())
    assert told.height > 0.9 * cancelled.sum()
    assert (told["cancelled_at"] <= told["planned_start"]).all()


def test_better_services_are_better_in_every_measure(made: MadeUp) -> None:
    evidence = vm.Evidence.read(made.directory)
    framework = vm.Framework.load(LEAGUE)
    table = framework.measure(evidence, made.quarters[-1]).to_polars()
    order = (
        framework.rate(framework.measure(evidence, made.quarters[-1])).to_polars().sort("score")["service"]
    )
    worst, best = (table.filter(pl.col("service").is_in(some)) for some in (order[:8], order[-8:]))
    for measure in ("punctuality", "delivered", "continuity", "compliance"):
        assert best[measure].mean() > worst[measure].mean(), measure  # type: ignore[operator]


def test_the_league_is_rated_from_the_folder_by_the_command(
    made: MadeUp, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--evidence", made.directory, "--quarter", made.quarters[-1], "--out", tmp_path]
    assert run(["rate", str(LEAGUE), *map(str, asked)]) == 0
    assert "24 services: " in capsys.readouterr().out
    rated = pl.read_csv(tmp_path / "ratings.csv")
    assert {"Gold", "Silver", "Bronze", "Not rated"} == set(rated["band"])
    assert "more than 2 % of visits were missed" in rated["limiter"].to_list()
    rejects = pl.read_csv(tmp_path / "rejects.csv").filter(pl.col("source") == "visits.csv")
    assert rejects["row"].to_list() == [each.row for each in made.planted if each.file == "visits.csv"]
    again = vm.Framework.load(LEAGUE).rate(
        vm.Framework.load(LEAGUE).measure(vm.Evidence.read(made.directory), made.quarters[-1])
    )
    assert rated["score"].to_list() == again.to_polars()["score"].to_list()


def test_a_market_of_one_day_service_has_an_empty_log_and_plants_nothing(tmp_path: Path) -> None:
    seed = next(seed for seed in range(1, 100) if invented(1, 1, seed, "2024-25 Q1").kind[0] == 3)
    world = invented(1, 1, seed, "2024-25 Q1")
    assert wrong_visits(monitoring_table(world, package_tables(world)["packages"])) == []
    made = make_up(tmp_path, services=1, quarters=1, seed=seed)
    assert made.rows["visits"] == 0
    assert vm.Evidence.read(tmp_path).services == ["MU-001"]


def test_a_planted_row_is_like_the_last_one_but_for_what_is_wrong() -> None:
    world = invented(2, 1, 1, "2024-25 Q1")
    table = monitoring_table(world, package_tables(world)["packages"])
    planted = wrong_visits(table)
    assert all(
        isinstance(each, WrongRow) and each.cells["person"].startswith("MU-person-") for each in planted
    )
    assert planted[-1].cells["planned_start"] == table["planned_start"][-1]
