# SPDX-License-Identifier: MIT
"""vermeil ladder, watch and panel: what they say, what they write, and their exit status."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from oversight_for_tests import LADDER, SCHEME, WATCH, write_tables

import vermeil as vm
from vermeil.cli.run import run


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return write_tables(tmp_path / "evidence")


def command(name: str, file: Path, place: Path, out: Path, *more: str | Path) -> int:
    fixed = [name, file, "--evidence", place, "--as-of", "2024-12-31", "--out", out]
    return run([str(each) for each in [*fixed, *more]])


def test_ladder_says_where_people_decided_otherwise(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("ladder", LADDER, place, tmp_path / "out", "--scheme", SCHEME) == 0
    said = capsys.readouterr().out
    assert vm.INTERNAL in said
    assert (
        "S1 (service): improvement plan; proposed special measures; when it was decided: monitoring" in said
    )
    names = {path.name for path in (tmp_path / "out").iterdir()}
    tables = {f"internal_{name}.csv" for name in ("ladder", "embargoes", "overdue", "broker", "rejects")}
    assert names == tables | {"INTERNAL.txt"}


def test_ladder_takes_the_scores_of_an_earlier_run(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "risk"
    assert command("risk", SCHEME, place, out) == 0
    assert command("ladder", LADDER, place, tmp_path / "one", "--risk", out / "risk.csv") == 0
    assert command("ladder", LADDER, place, tmp_path / "two", "--scheme", SCHEME) == 0
    one, two = (pl.read_csv(tmp_path / name / "internal_ladder.csv") for name in ("one", "two"))
    then = ["proposed_then", "because_then", "decided"]  # only a scheme knows the levels of days gone by
    assert one.drop(then).equals(two.drop(then))
    assert one[then[0]][0] == "monitoring to improvement plan"
    assert two[then[0]][0] == "monitoring"
    assert command("ladder", LADDER, place, out, "--risk", out / "risk.csv", "--scheme", SCHEME) == 2


def test_ladder_leaves_with_1_under_strict_where_a_decision_is_doubtful(place: Path, tmp_path: Path) -> None:
    assert command("ladder", LADDER, place, tmp_path / "out", "--strict") == 0
    with (place / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write("S2,plans,2024-10-01,contract officer,late,\n")
    assert command("ladder", LADDER, place, tmp_path / "out", "--strict") == 1
    assert "no step of the ladder" in (tmp_path / "out" / "internal_rejects.csv").read_text(encoding="utf-8")


def test_watch_lists_and_compares(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert command("watch", WATCH, place, out, "--scheme", SCHEME, "--why", "S3", "S1") == 0
    assert "S1 stands above S3: " in capsys.readouterr().out
    assert pl.read_csv(out / "internal_watch.csv")["service"][0] == "S1"
    assert command("watch", WATCH, place, out, "--json") == 0
    assert json.loads(capsys.readouterr().out)["internal"] == vm.INTERNAL
    assert command("watch", WATCH, place, out, "--why", "S3", "S9") == 2


def test_watch_says_where_the_line_falls(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("watch", WATCH, place, tmp_path, "--scheme", SCHEME, "--visits", "1") == 0
    said = capsys.readouterr().out
    assert "S1: This week; risk_points " in said
    assert "1 of 3 services can be visited: the line falls below S1, and S3" in said
    assert pl.read_csv(tmp_path / "internal_watch.csv")["visit"].to_list() == ["yes", "no", "no"]
    assert command("watch", WATCH, place, tmp_path, "--visits", "0") == 2


def test_panel_writes_its_pack(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert command("panel", SCHEME, place, out, "--since", "2024-11-30", "--ladder", LADDER) == 0
    assert "S1: Green -> Red" in capsys.readouterr().out
    assert (out / "internal_panel.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert command("panel", SCHEME, place, out, "--since", "2025-01-01") == 2
    assert "does not lie before" in capsys.readouterr().err
