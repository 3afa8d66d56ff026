# SPDX-License-Identifier: MIT
"""The command `vermeil funnel`: services of one period in, limits and who lies beyond them out."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import polars as pl
import pytest

import vermeil as vm
from vermeil.cli.run import run

# Made up: twelve services of one size, of which one is late far oftener.
COUNTS = [8, 9, 10, 11, 12, 9, 10, 11, 10, 9, 11, 34]


@pytest.fixture
def panel(tmp_path: Path) -> Path:
    """Write a made-up panel of two months; in the first all are alike."""
    services = [f"S{at:02}" for at in range(len(COUNTS))]
    frame = pl.DataFrame(
        {
            "service": services * 2,
            "month": ["2024-10"] * len(COUNTS) + ["2024-11"] * len(COUNTS),
            "late.count": [10] * len(COUNTS) + COUNTS,
            "late.n": 50,
            "falls.count": 3,
            "falls.n": 400,
        }
    )
    frame.write_csv(tmp_path / "panel.csv")
    return tmp_path / "panel.csv"


def test_the_last_period_is_compared_and_its_limits_are_those_of_the_library(
    panel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(["funnel", str(panel), "--measure", "late", "--out", str(out), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["period"], said["services"], said["beyond_far"]) == ("2024-11", 12, 1)
    made = pl.read_csv(out / "funnel.csv")
    alone = vm.funnel(COUNTS, [50] * len(COUNTS)).to_polars()
    assert made.select(alone.columns).equals(alone)
    assert made.filter(pl.col("beyond") == "far_upper")["service"].to_list() == ["S11"]
    assert (out / "INTERNAL.txt").is_file()
    assert (out / "funnel.svg").is_file() == bool(find_spec("altair") and find_spec("vl_convert"))


def test_another_period_and_widened_limits_can_be_asked_for(
    panel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["funnel", str(panel), "--measure", "late", "--out", str(tmp_path / "out"), "--json"]
    assert run([*words, "--period", "2024-10"]) == 0
    assert json.loads(capsys.readouterr().out)["beyond_far"] == 0
    assert run([*words, "--widening", "additive", "--target", "0.15"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["target"] == 0.15
    assert said["tau_squared"] > 0


def test_people_read_who_lies_beyond(panel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["funnel", str(panel), "--measure", "late", "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "S11: 34 of 50, 0.68, lies above the 99.8 % limit" in said
    assert "12 services compared in 2024-11 about 0.24" in said


def test_rows_that_cannot_be_compared_are_told_and_one_period_needs_no_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = ["service,late.count,late.n", "A,5,20", "B,21,20", "C,,20", "D,2,0", "A,6,20", "E,4,20"]
    (tmp_path / "f.csv").write_text("\n".join(rows), encoding="utf-8")
    assert run(["funnel", str(tmp_path / "f.csv"), "--out", str(tmp_path / "out"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["services"] == 2
    made = pl.read_csv(tmp_path / "out" / "funnel.csv")
    assert list(made.select("service", "count").iter_rows()) == [("A", 5.0), ("E", 4.0)]
    rejects = pl.read_csv(tmp_path / "out" / "rejects.csv")
    assert sorted(rejects["row"].to_list()) == [3, 5, 6]
    (tmp_path / "f.csv").write_text("service,late.count,late.n\nA,,20\n", encoding="utf-8")
    assert run(["funnel", str(tmp_path / "f.csv"), "--out", str(tmp_path / "out")]) == 0
    assert "0 services compared in no period" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "--measure is not given: the measures of panel.csv that have a count and an n are late, falls"),
        (["--measure", "trips"], "--measure 'trips': the measures of"),
        (["--measure", "late", "--period", "2020-01"], "panel.csv has those from 2024-10 to 2024-11"),
    ],
)
def test_what_is_not_there_is_refused(
    words: list[str], message: str, panel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["funnel", str(panel), "--out", str(tmp_path / "out"), *words]) == 2
    assert message in capsys.readouterr().err


def test_a_table_without_a_base_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "f.csv").write_text("service,late\nA,1\n", encoding="utf-8")
    assert run(["funnel", str(tmp_path / "f.csv"), "--out", str(tmp_path / "out")]) == 2
    assert "a funnel needs a column 'service' and ID.count with ID.n" in capsys.readouterr().err


def test_where_nobody_has_a_base_no_target_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    panel = tmp_path / "none.csv"
    panel.write_text("service,month,late.count,late.n\nA,2024-01,0,0\nB,2024-01,0,0\n", encoding="utf-8")
    assert run(["funnel", str(panel), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "0 services compared in no period: 0 beyond the 99.8 % limits; 2 rejects" in said
    assert run(["funnel", str(panel), "--out", str(tmp_path / "out"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["target"], found["phi"], found["tau_squared"]) == (None, None, None)
