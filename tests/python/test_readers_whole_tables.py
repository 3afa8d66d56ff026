# SPDX-License-Identifier: MIT
"""A file that cannot be read takes its table with it, and its loss helps nobody."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import polars as pl
import pytest
from workbooks_for_tests import write_book

import vermeil as vm
from vermeil.cli.run import run

FRAMEWORKS = Path(__file__).resolve().parent.parent.parent / "examples" / "frameworks"
QUARTER = "2024-25 Q3"
SCHEME = FRAMEWORKS / "rotherham_early_warning.toml"
LEVELS = ("Green", "Amber", "Red", "Not rated")


def write(folder: Path, name: str, *lines: str) -> None:
    """Write a CSV file."""
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make up a market with every table that the generator knows."""
    folder = tmp_path_factory.mktemp("market")
    vm.make_up(folder, services=40, quarters=4, seed=3)
    return folder


def tables(market: Path) -> list[str]:
    """Return the names of the evidence's files, but for the register."""
    known = {schema["name"] for schema in vm._core.evidence_schemas()}
    return sorted(file.stem for file in market.glob("*.csv") if file.stem in known - {"services"})


def outcomes(folder: Path) -> tuple[dict[str, int], dict[str, int]]:
    """Return of each service its band, the best the highest, and its level, what nobody can say the last."""
    evidence = vm.Evidence.read(folder)
    rules = vm.Framework.load(FRAMEWORKS / "east_sussex_2011.toml")
    ratings = rules.rate(rules.measure(evidence, QUARTER)).to_polars()
    order = ["Not rated", "Bronze", "Silver", "Gold"]
    bands = {row["service"]: order.index(row["band"] or "Not rated") for row in ratings.to_dicts()}
    scores = vm.RiskScheme.load(SCHEME).score(evidence, dt.date(2024, 12, 31)).to_polars()
    levels = {row["service"]: LEVELS.index(row["level"]) for row in scores.to_dicts()}
    return bands, levels


def test_no_file_that_cannot_be_read_makes_anybody_look_better(market: Path, tmp_path: Path) -> None:
    bands, levels = outcomes(market)
    assert set(bands.values()) == {0, 1, 2, 3}
    assert set(levels.values()) >= {0, 1, 2}
    for table in tables(market):
        for file in market.glob("*.csv"):
            (tmp_path / file.name).write_bytes(b"" if file.stem == table else file.read_bytes())
        assert vm.Evidence.read(tmp_path).unread == [table]
        without, levels_without = outcomes(tmp_path)
        assert all(without[service] <= bands[service] for service in bands), table
        lower = {s for s in levels if levels_without[s] < levels[s]}
        assert not lower, table


def test_the_other_files_of_the_table_are_left_out_with_it_and_told(tmp_path: Path) -> None:
    write(tmp_path, "services.csv", "service,provider", "S1,A")
    write(tmp_path, "events-2024-10.csv", "service,event,from", "S1,default_notice,2024-10-01")
    (tmp_path / "events-2024-11.csv").write_bytes(b"")
    evidence = vm.Evidence.read(tmp_path)
    assert evidence.unread == ["events"]
    assert evidence.rejects().to_polars().select("source", "row", "reason").rows() == [
        ("events-2024-11.csv", 0, "the file is empty; its first line must name the columns"),
        ("events-2024-10.csv", 0, "not used, since another file of events could not be read"),
    ]


def test_a_log_of_visits_that_cannot_be_read_is_unread(tmp_path: Path) -> None:
    write(tmp_path, "services.csv", "service,provider", "S1,A")
    (tmp_path / "visits.parquet").write_bytes(b"PAR1 and no more")
    assert vm.Evidence.read(tmp_path).unread == ["visits"]
    (tmp_path / "visits.parquet").unlink()
    write(tmp_path, "visits.csv", "service,person", "S1,P1")
    evidence = vm.Evidence.read(tmp_path)
    assert evidence.unread == ["visits"]
    (told,) = evidence.rejects().to_polars().rows(named=True)
    assert (told["row"], told["column"], told["outcome"]) == (0, "worker", "left out")


def test_a_sheet_that_cannot_be_read_is_told_by_its_name(tmp_path: Path) -> None:
    sheets = {
        "services": [["service", "provider"], ["S1", "A"]],
        "events": [["service", "event", "event"], ["S1", "embargo", "x"]],
    }
    evidence = vm.Evidence.read(write_book(tmp_path / "b.xlsx", sheets))
    assert evidence.unread == ["events"]
    (told,) = evidence.rejects().to_polars().rows(named=True)
    assert told["source"] == "b.xlsx, sheet events"
    assert told["reason"].startswith("two columns are named 'event'")


def test_columns_that_do_not_go_together_are_told(tmp_path: Path) -> None:
    write(tmp_path, "services.csv", "service,provider", "S1,A")
    pl.DataFrame({"service": ["S1"], "from": [[1, 2]]}).write_parquet(tmp_path / "events-1.parquet")
    pl.DataFrame({"service": ["S1"], "from": ["2024-10-01"]}).write_parquet(tmp_path / "events-2.parquet")
    evidence = vm.Evidence.read(tmp_path)
    assert evidence.unread == ["events"]
    assert "do not make one table events" in evidence.rejects().to_polars()["reason"][0]


def test_the_command_goes_on_and_says_so(
    market: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in market.glob("*.csv"):
        (tmp_path / file.name).write_bytes(b"" if file.stem == "events" else file.read_bytes())
    out = tmp_path / "out"
    options = ["--evidence", str(tmp_path), "--quarter", QUARTER, "--out", str(out)]
    assert run(["rate", str(FRAMEWORKS / "east_sussex_2011.toml"), *options]) == 0
    assert "could not be read, so that what rests on it is unknown: events" in capsys.readouterr().out
    assert "events.csv,0,,,the file is empty" in (out / "rejects.csv").read_text(encoding="utf-8")
    panel = ["panel", "--evidence", str(tmp_path), "--as-of", "2024-12-31", "--out", str(out)]
    assert run(panel) == 2
