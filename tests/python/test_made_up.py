# SPDX-License-Identifier: MIT
"""Made-up markets: the same bytes for the same seed, visibly made up, and with all that a trial needs."""

from __future__ import annotations

import hashlib
from pathlib import Path

import polars as pl
import pytest
from markets_for_tests import ratings, read, risk

import vermeil as vm
from vermeil.made_up import MadeUp, make_up

# DIGEST stands for the bytes of every file: whoever changes the generator on purpose writes the new one here.
DIGEST = "b44a3ef2764d9685e6f0c4f7671c9ade955e912242a2a89b13e972a2d569b2a9"


def digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for file in sorted(folder.iterdir()):
        whole.update(file.name.encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()


def test_a_small_market_has_the_same_bytes_everywhere(tmp_path: Path) -> None:
    made = make_up(tmp_path / "market", services=6, quarters=2, seed=7)
    assert digest(made.directory) == DIGEST


def test_another_seed_makes_another_market(tmp_path: Path) -> None:
    folders = [make_up(tmp_path / str(seed), services=3, quarters=1, seed=seed).directory for seed in (1, 2)]
    assert digest(folders[0]) != digest(folders[1])


def test_the_rows_are_counted_as_written(made: MadeUp) -> None:
    assert made.rows == {file.stem: read(made, file.stem).height for file in made.directory.glob("*.csv")}
    assert made.rows["services"] == made.services == 24
    assert made.quarters == ("2024-25 Q1", "2024-25 Q2", "2024-25 Q3", "2024-25 Q4")


def test_every_outcome_of_a_rating_appears(made: MadeUp) -> None:
    table = ratings(made).to_polars()
    assert set(table["band"]) == {"Gold", "Silver", "Bronze", "Not rated"}
    assert {"coverage", "open", "decided"} <= set(table["reason"])


def test_a_limiter_lowers_a_band(made: MadeUp) -> None:
    capped = ratings(made).to_polars().filter(pl.col("limiter") == "a contract default notice is open")
    assert capped.filter((pl.col("band") == "Bronze") & (pl.col("score") >= 80)).height >= 1


def test_every_level_of_risk_appears(made: MadeUp) -> None:
    assert {"Green", "Amber", "Red"} <= set(risk(made).to_polars()["level"])


def test_risk_is_open_only_where_a_planted_row_was_refused(made: MadeUp) -> None:
    open_risk = risk(made).to_polars().filter(pl.col("level") == "Not rated")
    assert open_risk.select("service", "reason").rows() == [("MU-001", "open")]


@pytest.mark.parametrize("seed", range(2, 8))
def test_other_seeds_give_gold_silver_bronze_and_a_notice(tmp_path: Path, seed: int) -> None:
    table = ratings(make_up(tmp_path, seed=seed)).to_polars()
    assert {"Gold", "Silver", "Bronze"} <= set(table["band"])
    assert table.filter(pl.col("limiter") != "").height >= 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"services": 0}, "services: 0 cannot be; allowed are 1 to 250000"),
        ({"quarters": 0}, "quarters: 0 cannot be; allowed are 1 to 100"),
        ({"seed": -1}, "seed: -1 cannot be; allowed are 0 to 18446744073709551615"),
    ],
)
def test_numbers_out_of_range_are_refused(tmp_path: Path, arguments: dict[str, int], message: str) -> None:
    with pytest.raises(vm.Error, match=message):
        make_up(tmp_path / "none", **arguments)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(("services", "quarters"), [(1, 1), (2, 1), (7, 9)])
def test_odd_sizes_can_be_read(tmp_path: Path, services: int, quarters: int) -> None:
    made = make_up(tmp_path, services=services, quarters=quarters, first_quarter="2023-24 Q4")
    assert made.quarters[0] == "2023-24 Q4"
    assert len(ratings(made)) == services
