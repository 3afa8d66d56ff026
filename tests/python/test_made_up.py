# SPDX-License-Identifier: MIT
"""Made-up markets: the same bytes for the same seed, visibly made up, and with all that a trial needs."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import numpy as np
import polars as pl
import pytest

import vermeil as vm
from vermeil.made_up import MadeUp, SurveyLayout, make_up

FRAMEWORKS = Path(__file__).resolve().parent.parent.parent / "examples" / "frameworks"
EAST_SUSSEX = FRAMEWORKS / "east_sussex_2011.toml"
EARLY_WARNING = FRAMEWORKS / "rotherham_early_warning.toml"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> MadeUp:
    return make_up(tmp_path_factory.mktemp("made-up"))


def digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for file in sorted(folder.iterdir()):
        whole.update(file.name.encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()


def read(made: MadeUp, name: str) -> pl.DataFrame:
    return pl.read_csv(made.directory / f"{name}.csv", infer_schema=False)


def ratings(made: MadeUp) -> vm.Ratings:
    framework = vm.Framework.load(EAST_SUSSEX)
    return framework.rate(framework.measure(vm.Evidence.read(made.directory), made.quarters[-1]))


def all_rejects(made: MadeUp) -> list[dict[str, object]]:
    evidence = vm.Evidence.read(made.directory)
    drawn = vm.Framework.load(EAST_SUSSEX).measure(evidence, made.quarters[-1])
    scored = vm.RiskScheme.load(EARLY_WARNING).score(evidence, made.last_day)
    market = vm.Market.read(made.directory)
    tables = [evidence.rejects(), drawn.rejects(), scored.measures.rejects(), market.rejects()]
    return [row for table in tables for row in table.to_polars().iter_rows(named=True)]


# DIGEST stands for the bytes of every file: whoever changes the generator on purpose writes the new one here.
DIGEST = "d081adad5e7a04bc25cfb671786be9b3404e1d3f71965173ca2da741b101fdcd"


def test_a_small_market_has_the_same_bytes_everywhere(tmp_path: Path) -> None:
    made = make_up(tmp_path / "market", services=6, quarters=2, seed=7)
    assert digest(made.directory) == DIGEST


def test_the_raw_bits_are_those_of_the_published_generator() -> None:
    # The first block of Philox 4x64 with ten rounds for a counter and a key of zeros, from the known answers
    # of its authors (Random123); numpy counts before it draws, so that its counter starts one lower.
    most = 2**64 - 1
    bits = np.random.Philox(counter=[most] * 4, key=[0, 0]).random_raw(4)
    assert [hex(each) for each in bits.tolist()] == [
        "0x16554d9eca36314c",
        "0xdb20fe9d672d0fdc",
        "0xd7e772cee186176b",
        "0x7e68b68aec7ba23b",
    ]


def test_another_seed_makes_another_market(tmp_path: Path) -> None:
    folders = [make_up(tmp_path / str(seed), services=3, quarters=1, seed=seed).directory for seed in (1, 2)]
    assert digest(folders[0]) != digest(folders[1])


def test_every_file_shows_that_it_is_made_up(made: MadeUp) -> None:
    assert (made.directory / "README.md").read_text(encoding="utf-8").startswith("MADE UP")
    for name in made.rows:
        rows = read(made, name).rows()
        assert all(any("MU-" in str(cell) or "Made-up" in str(cell) for cell in row) for row in rows), name


def test_the_rows_are_counted_as_written(made: MadeUp) -> None:
    assert made.rows == {file.stem: read(made, file.stem).height for file in made.directory.glob("*.csv")}
    assert made.rows["services"] == made.services == 24
    assert made.quarters == ("2024-25 Q1", "2024-25 Q2", "2024-25 Q3", "2024-25 Q4")


def test_the_planted_rows_are_refused_and_no_others(made: MadeUp) -> None:
    refused = {(row["source"], row["row"], row["column"]): row["value"] for row in all_rejects(made)}
    planted = {(row.file, row.row, row.column): row.value for row in made.planted}
    assert refused == planted
    assert len(planted) == 7


def test_the_readme_lists_the_planted_rows(made: MadeUp) -> None:
    text = (made.directory / "README.md").read_text(encoding="utf-8")
    for row in made.planted:
        assert f"| `{row.file}` | {row.row} | {row.column} | {row.value} | {row.why} |" in text


def test_every_outcome_of_a_rating_appears(made: MadeUp) -> None:
    table = ratings(made).to_polars()
    assert set(table["band"]) == {"Gold", "Silver", "Bronze", "Not rated"}
    assert {"coverage", "open", "decided"} <= set(table["reason"])


def test_a_limiter_lowers_a_band(made: MadeUp) -> None:
    capped = ratings(made).to_polars().filter(pl.col("limiter") == "a contract default notice is open")
    assert capped.filter((pl.col("band") == "Bronze") & (pl.col("score") >= 80)).height >= 1


def test_every_level_of_risk_appears(made: MadeUp) -> None:
    scored = (
        vm.RiskScheme.load(EARLY_WARNING).score(vm.Evidence.read(made.directory), made.last_day).to_polars()
    )
    assert set(scored["level"]) == {"Green", "Amber", "Red"}


@pytest.mark.parametrize("seed", range(2, 8))
def test_other_seeds_give_gold_silver_bronze_and_a_notice(tmp_path: Path, seed: int) -> None:
    table = ratings(make_up(tmp_path, seed=seed)).to_polars()
    assert {"Gold", "Silver", "Bronze"} <= set(table["band"])
    assert table.filter(pl.col("limiter") != "").height >= 1


@pytest.mark.parametrize("layout", [SurveyLayout.WIDE, SurveyLayout.SHEETS])
def test_all_survey_layouts_give_the_same_ratings(made: MadeUp, tmp_path: Path, layout: SurveyLayout) -> None:
    other = make_up(tmp_path, survey=layout)
    assert f"{layout.value}.csv" in {file.name for file in tmp_path.iterdir()}
    assert ratings(other).to_polars().equals(ratings(made).to_polars())
    assert {(row["source"], row["row"]) for row in all_rejects(other)} == {
        (row.file, row.row) for row in other.planted
    }


def test_one_quarter_reaches_ten_answers_rarely_and_four_mostly(made: MadeUp) -> None:
    returned = read(made, "survey_base").filter(pl.col("returned") != "11").cast({"returned": pl.Int64})
    in_a_quarter = returned["returned"]
    in_the_year = returned.group_by("service").agg(pl.col("returned").sum())["returned"]
    assert 4 < float(in_a_quarter.mean() or 0) < 8
    assert (in_the_year >= 10).mean() > 0.7
    assert (in_the_year < 10).any()


def test_some_providers_have_two_services(made: MadeUp) -> None:
    services = Counter(read(made, "services")["provider"])
    assert set(services.values()) == {1, 2}


def test_returns_are_on_time_late_missing_and_chased(made: MadeUp) -> None:
    counts = read(made, "counts")
    assert counts.filter(pl.col("received_on") > pl.col("due_on")).height > 0
    assert counts.filter(pl.col("received_on") <= pl.col("due_on")).height > 0
    missing = counts.filter(pl.col("state") == "not_submitted")
    assert missing.height > 0
    assert missing["reminded_on"].null_count() == 0
    assert counts.height - 2 < 24 * 4 * 4


def test_every_kind_of_event_and_source_of_ratings_is_there(tmp_path: Path) -> None:
    made = make_up(tmp_path, services=200)
    assert set(read(made, "inspections")["source"]) == {"cqc", "pamms", "food_hygiene"}
    assert set(read(made, "events")["event"]) == {
        "administration",
        "default_notice",
        "embargo",
        "manager_vacancy",
        "safeguarding_decision",
        "substantiated_concern",
        "unexpected_death_concluded",
        "unexpected_death_reported",
    }


def test_nothing_happens_before_a_service_opens_or_after_the_last_day(made: MadeUp) -> None:
    opened = dict(read(made, "services").select("service", "first_day").iter_rows())
    clean = read(made, "events").filter(~pl.col("from").str.ends_with("-02-30"))
    for service, first in clean.select("service", "from").iter_rows():
        assert service is None or opened[service] <= first
        assert first <= str(made.last_day)


def test_the_market_resolves_and_has_places_and_care(made: MadeUp) -> None:
    market = vm.Market.read(made.directory)
    places = market.awards_on("MU-lot-framework", made.last_day)
    assert len(places) == len(market.providers) == 20
    assert {place["tier"] for place in places} == {"tier 1", "tier 2"}
    assert float(market.planned_hours_on(made.last_day)) > 500


def test_a_folder_that_is_not_made_up_is_left_alone(tmp_path: Path) -> None:
    real = tmp_path / "services.csv"
    real.write_text("service,provider\nS1,P1\n", encoding="utf-8")
    with pytest.raises(vm.Error, match="holds files that are not made up; give an empty folder"):
        make_up(tmp_path)
    assert real.read_text(encoding="utf-8") == "service,provider\nS1,P1\n"


def test_a_made_up_market_is_replaced_whole(tmp_path: Path) -> None:
    make_up(tmp_path, services=3, quarters=1, survey=SurveyLayout.SHEETS)
    make_up(tmp_path, services=2, quarters=1)
    names = {file.name for file in tmp_path.iterdir()}
    assert "survey_counts.csv" in names
    assert "survey_sheets.csv" not in names


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
