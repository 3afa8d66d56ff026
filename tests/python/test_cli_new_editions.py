# SPDX-License-Identifier: MIT
"""Editions by command: what a new one changes, which of them rates a quarter, and how the next one rises."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from vermeil.cli.run import run


def editions(folder: Path) -> tuple[Path, Path, Path]:
    """Write two editions that differ in a cut, and a table of measures."""
    old, new, table = folder / "old.toml", folder / "new.toml", folder / "measures.csv"
    text = """language = 1
id = "one"
edition = "{edition}"
published_on = 2024-01-01
effective_from = 2024-04-01
[[measure]]
id = "dignity"
weight = 1
[[band]]
name = "Gold"
at_least = {cut}
[[band]]
name = "Bronze"
"""
    old.write_text(text.format(edition="1", cut=80), encoding="utf-8")
    new.write_text(text.format(edition="2", cut=85), encoding="utf-8")
    table.write_text("service,dignity\nS1,0.9\nS2,0.82\n", encoding="utf-8")
    return old, new, table


def test_diff_names_what_changed_and_who_moves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new, table = editions(tmp_path)
    assert run(["diff", str(old), str(new), "--measures", str(table)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        'edition: "1" -> "2"',
        "band Gold: at_least: 80 -> 85",
        "S2: Gold -> Bronze, score 82.0",
        "1 service changes band",
    ]


def test_diff_tells_the_rows_that_it_could_not_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, table = editions(tmp_path)
    table.write_text("service,dignity\nS1,0.9\nS1,0.2\nS2,high\n", encoding="utf-8")
    assert run(["diff", str(old), str(new), "--measures", str(table)]) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "measures.csv, row 3, service 'S1': this service stands already in an earlier row; left out",
        "measures.csv, row 4, dignity 'high': not a number; kept",
    ]


def test_diff_without_measures_compares_the_texts_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, _, _ = editions(tmp_path)
    assert run(["diff", str(old), str(old)]) == 0
    assert capsys.readouterr().out == "the texts say the same\n"


def test_diff_says_it_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new, table = editions(tmp_path)
    assert run(["diff", str(old), str(new), "--measures", str(table), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["changes"][1] == {"where": "band Gold: at_least", "old": "80", "new": "85"}
    assert [move["service"] for move in said["moves"]] == ["S2"]


def test_diff_stops_at_an_edition_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, _ = editions(tmp_path)
    new.write_text("language = 2\n", encoding="utf-8")
    assert run(["diff", str(old), str(new)]) == 2
    assert "language 2 is not known" in capsys.readouterr().err


def test_diff_says_who_moves_under_each_change_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, table = editions(tmp_path)
    assert run(["diff", str(old), str(new), "--measures", str(table), "--each"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-2:] == ["edition alone: nobody moves", "band Gold: at_least alone: S2 to Bronze"]
    assert run(["diff", str(old), str(new), "--measures", str(table), "--each", "--json"]) == 0
    alone = json.loads(capsys.readouterr().out)["alone"]
    assert [len(each["moves"]) for each in alone] == [0, 1]


def test_a_folder_of_editions_rates_each_quarter_by_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, new, table = editions(tmp_path)
    new.write_text(new.read_text().replace("2024-04-01", "2024-10-01"), encoding="utf-8")
    for quarter, band in (("2024-25 Q2", "Gold"), ("2024-25 Q3", "Bronze")):
        arguments = ["--measures", str(table), "--quarter", quarter, "--out", str(tmp_path / "out")]
        assert run(["rate", str(tmp_path), *arguments]) == 0
        assert pl.read_csv(tmp_path / "out" / "ratings.csv")["band"].to_list() == ["Gold", band]
    capsys.readouterr()
    assert run(["rate", str(tmp_path), "--measures", str(table), "--out", str(tmp_path / "out")]) == 2
    assert "give the --quarter, which says which of them applies" in capsys.readouterr().err


def rated_twice(folder: Path, more: str) -> Path:
    """Rate two quarters into folders of their own, the second with the history of the first."""
    old, _, table = editions(folder)
    old.write_text(old.read_text() + more, encoding="utf-8")
    for number, shares in ((1, (0.9, 0.82)), (2, (0.9, 0.5))):
        rows = "".join(f"S{place},{share}\n" for place, share in enumerate(shares, start=1))
        table.write_text(f"service,dignity\n{rows}", encoding="utf-8")
        results = folder / "results" / f"q{number}"
        history = ["--history", str(folder / "results")] if number > 1 else []
        quarter = ["--quarter", f"2024-25 Q{number}", "--out", str(results)]
        assert run(["rate", str(old), "--measures", str(table), *quarter, *history]) == 0
    return old


def test_a_band_stands_until_it_is_proposed_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rated_twice(tmp_path, "[steady]\nquarters = 2\n")
    said = capsys.readouterr().out
    assert "rated as for the first time" in said.partition("q1")[0]
    ratings = pl.read_csv(tmp_path / "results" / "q2" / "ratings.csv")
    assert ratings["band"].to_list() == ["Gold", "Gold"]
    assert ratings["proposed"].to_list() == ["Gold", "Bronze"]
    assert run(["explain", str(tmp_path / "results" / "q2"), "S2"]) == 0
    assert "Gold stands: a move down is proposed for 1 of 2 quarters in a row" in capsys.readouterr().out


def test_a_ratchet_writes_the_next_edition_and_says_who_moves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ratchet = '[[ratchet]]\nband = "Gold"\nshare = 0.5\nquarters = 2\nstep = 12\n'
    old = rated_twice(tmp_path, ratchet)
    before = old.read_bytes()
    out = tmp_path / "next.toml"
    called = ["--edition", "3", "--published-on", "2025-01-10", "--effective-from", "2025-04-01"]
    arguments = ["ratchet", str(old), "--history", str(tmp_path / "results"), "--out", str(out), *called]
    capsys.readouterr()
    assert run(arguments) == 0
    said = capsys.readouterr().out
    assert "band Gold: 80 -> 92; 50.0 % of the services or more reached it in 2 quarters in a row" in said
    assert "S1: Gold -> Bronze, score 90.0" in said
    assert old.read_bytes() == before
    assert run(["lint", str(out)]) in (0, 1)
    assert run([*arguments, "--json"]) == 0
    assert [move["service"] for move in json.loads(capsys.readouterr().out.splitlines()[-1])["moves"]] == [
        "S1"
    ]


def test_where_nothing_rises_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = rated_twice(tmp_path, "")
    out = tmp_path / "next.toml"
    called = ["--edition", "3", "--published-on", "2025-01-10", "--effective-from", "2025-04-01"]
    results = str(tmp_path / "results")
    assert run(["ratchet", str(old), "--history", results, "--out", str(out), *called]) == 1
    assert "the framework has no [[ratchet]]" in capsys.readouterr().out
    assert not out.exists()
    assert run(["ratchet", str(old), "--history", str(tmp_path / "none"), "--out", str(out), *called]) == 2
    assert "no measures.csv is in this folder" in capsys.readouterr().err


def test_days_of_a_table_become_ages_in_the_results(tmp_path: Path) -> None:
    old, _, table = editions(tmp_path)
    table.write_text("service,dignity,dignity.day\nS1,0.9,2024-12-01\nS2,0.5,\n", encoding="utf-8")
    given = ["--measures", str(table), "--as-of", "2024-12-31", "--out", str(tmp_path / "out")]
    assert run(["rate", str(old), *given]) == 0
    ratings = pl.read_csv(tmp_path / "out" / "ratings.csv")
    assert ratings["oldest_days"].to_list() == [30, None]
    assert pl.read_csv(tmp_path / "out" / "measures.csv")["dignity.day"].to_list()[0] == "2024-12-01"
