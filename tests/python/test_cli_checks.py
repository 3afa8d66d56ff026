# SPDX-License-Identifier: MIT
"""vermeil check: the report on the terminal, the files that it writes, and its exit status."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from vermeil.cli.run import run

COUNTS = "service,quarter,item,count,base,percent\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "evidence"
    place.mkdir()
    (place / "services.csv").write_text("service,provider\nS1,A\n")
    (place / "counts.csv").write_text(COUNTS + "S1,2024-25 Q1,a,15,805,1.9 %\n")
    return place


def check(*arguments: str | Path) -> int:
    return run(["check", *map(str, arguments)])


def test_a_clean_folder_leaves_with_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(folder, "--as-of", "2024-12-31") == 0
    said = capsys.readouterr().out
    assert "nothing is wrong or in doubt" in said
    assert "all files" in said
    assert "--as-of" not in said


def test_a_doubt_leaves_with_1_and_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "counts.csv").write_text(COUNTS + "S1,2024-25 Q1,a,15,805,2.5 %\n")
    assert check(folder) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert (
        "counts.csv, count '15': 15 of 805 is 1.9 %, and the column percent says 2.5 %; 1 row kept: 2" in said
    )
    assert "days in the future were not looked for: give the day of the check with --as-of" in said


def test_what_cannot_be_checked_leaves_with_2_and_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(tmp_path / "gone") == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert check(tmp_path, "--mapping", tmp_path / "gone.toml") == 2
    assert "gone.toml" in capsys.readouterr().err


def test_the_report_is_written_as_files(folder: Path, tmp_path: Path) -> None:
    (folder / "events.csv").write_text("service,event,from\nS1,=1+1,soon\nS1,x,2024-01-01\n")
    (folder / "inspections.csv").write_text("")
    assert check(folder, "--out", tmp_path / "out") == 1
    tallies = pl.read_csv(tmp_path / "out" / "check.csv")
    assert tallies.columns == [
        "table",
        "source",
        "rows",
        "kept",
        "flagged",
        "left_out",
        "blank",
        "passed_over",
    ]
    assert tallies.filter(table="events").row(0)[2:] == (2, 1, 0, 1, 0, 0)
    rejects = pl.read_csv(tmp_path / "out" / "rejects.csv")
    assert rejects.columns == ["source", "row", "column", "value", "reason", "outcome"]
    assert rejects["source"].to_list() == ["inspections.csv", "events.csv"]
    report = json.loads((tmp_path / "out" / "check.json").read_text(encoding="utf-8"))
    assert report["totals"]["rows"] == 4
    assert report["unread"][0]["source"] == "inspections.csv"


def test_json_is_one_object_and_nothing_else(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(folder, "--json", "--as-of", "2024-12-31") == 0
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    report = json.loads(said)
    assert report["as_of"] == "2024-12-31"
    assert [each["table"] for each in report["files"]] == ["services", "counts"]


def test_persons_are_masked_in_every_output_unless_asked_for(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheets = "sheet,service,quarter,q1\nSomebody,S1,2024-25 Q1,a\nSomebody,S1,2024-25 Q1,b\n"
    (folder / "survey_sheets.csv").write_text(sheets)
    assert check(folder, "--out", tmp_path / "out") == 1
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir())
    assert "Somebody" not in capsys.readouterr().out + written
    assert check(folder, "--out", tmp_path / "out", "--unmasked") == 1
    assert "Somebody" in (tmp_path / "out" / "rejects.csv").read_text(encoding="utf-8")


def test_a_mapping_is_used_by_check_rate_and_risk(folder: Path, tmp_path: Path) -> None:
    (folder / "log.csv").write_text("Branch,What,When\nS1,default_notice,1/10/2024\n")
    (tmp_path / "m.toml").write_text(
        'language = 1\n[[table]]\nname = "events"\nfile = "log.csv"\nday_first = true\n'
        'columns = { service = "Branch", event = "What", from = "When" }\n'
    )
    mapped = ("--mapping", str(tmp_path / "m.toml"))
    assert check(folder, *mapped) == 0
    frameworks = Path(__file__).resolve().parent.parent.parent / "examples" / "frameworks"
    out = ("--out", str(tmp_path / "out"))
    rules = str(frameworks / "east_sussex_2011.toml")
    assert run(["rate", rules, "--evidence", str(folder), "--quarter", "2024-25 Q3", *mapped, *out]) == 0
    assert "a contract default notice is open" in (tmp_path / "out" / "trace.jsonl").read_text(
        encoding="utf-8"
    )
    scheme = str(frameworks / "rotherham_early_warning.toml")
    assert run(["risk", scheme, "--evidence", str(folder), "--as-of", "2024-12-31", *mapped, *out]) == 0
    assert "default" in (tmp_path / "out" / "trace.jsonl").read_text(encoding="utf-8")


def test_many_reasons_are_cut_short_on_the_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "".join(f"S1,2024-25 Q1,{n},{n},x{chr(97 + n // 26)}{chr(97 + n % 26)},\n" for n in range(60))
    (folder / "counts.csv").write_text(COUNTS + rows)
    columns = ",".join(f"c{n}" for n in range(60))
    (folder / "survey_wide.csv").write_text(
        f"service,quarter,item,{columns}\nS1,2024-25 Q1,z," + ",".join(["x"] * 60) + "\n"
    )
    assert check(folder) == 1
    assert "more reasons: write them with --out" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_named_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "counts.csv").write_text("")
    assert check(folder) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "counts.csv: the file is empty; its first line must name the columns; left out" in said
    assert said.count("counts.csv") == 1
