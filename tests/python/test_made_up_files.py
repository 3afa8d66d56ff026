# SPDX-License-Identifier: MIT
"""The folder of a made-up market."""

from __future__ import annotations

from pathlib import Path

import pytest
from markets_for_tests import read

import vermeil as vm
from vermeil.made_up import MadeUp, SurveyLayout, make_up
from vermeil.made_up.files import write_table


def test_every_file_shows_that_it_is_made_up(made: MadeUp) -> None:
    assert (made.directory / "README.md").read_text(encoding="utf-8").startswith("MADE UP")
    for name in made.rows:
        rows = read(made, name).rows()
        assert all(any("MU-" in str(cell) or "Made-up" in str(cell) for cell in row) for row in rows), name


def test_the_readme_lists_the_planted_rows(made: MadeUp) -> None:
    text = (made.directory / "README.md").read_text(encoding="utf-8")
    for row in made.planted:
        assert f"| `{row.file}` | {row.row} | {row.column} | {row.value} | {row.why} |" in text


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


def test_planted_rows_stand_last_and_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "events.csv"
    assert write_table(file, {"service": ["MU-001"], "count": [3]}, [{"count": "three"}]) == 2
    assert file.read_text(encoding="utf-8") == "service,count\nMU-001,3\n,three\n"


def test_what_the_reader_added_to_the_folder_stays(tmp_path: Path) -> None:
    make_up(tmp_path, services=1, quarters=1)
    (tmp_path / "notes.csv").write_text("mine\n", encoding="utf-8")
    make_up(tmp_path, services=1, quarters=1)
    assert (tmp_path / "notes.csv").read_text(encoding="utf-8") == "mine\n"
