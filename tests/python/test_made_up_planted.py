# SPDX-License-Identifier: MIT
"""Rows that are wrong on purpose."""

from __future__ import annotations

from markets_for_tests import all_rejects

from vermeil.made_up import MadeUp, PlantedRow
from vermeil.made_up.planted import WrongRow


def test_the_planted_rows_are_refused_and_no_others(made: MadeUp) -> None:
    refused = {(row["source"], row["row"], row["column"]): row["value"] for row in all_rejects(made)}
    planted = {(row.file, row.row, row.column): row.value for row in made.planted}
    assert refused == planted
    assert len(planted) == 15


def test_a_planted_row_says_where_it_stands(made: MadeUp) -> None:
    for row in made.planted:
        lines = (made.directory / row.file).read_text(encoding="utf-8").splitlines()
        headings, cells = lines[0].split(","), lines[row.row - 1].split(",")
        assert cells[headings.index(row.column)] == row.value


def test_a_wrong_row_shows_its_wrong_cell() -> None:
    wrong = WrongRow("events", "from", "no such day", {"service": "MU-001", "from": "2025-02-30"})
    assert wrong.located(7) == PlantedRow("events.csv", 7, "from", "2025-02-30", "no such day")
