# SPDX-License-Identifier: MIT
"""What is seen of a sheet: its ends and what failed in it."""

from __future__ import annotations

import pytest

from vermeil.readers.seen_sheet import MOST_FAILED, Seen, cell_name


def test_cells_are_the_rectangle_from_the_first_row_to_the_last_that_is_filled() -> None:
    seen = Seen()
    assert seen.cells == 0
    seen.fill(4, 2, 3)
    seen.fill(1, 5, 5)
    assert (seen.last_row, seen.first_column, seen.last_column) == (4, 2, 5)
    assert seen.cells == 5 * 4


def test_one_failure_more_than_are_told_is_noted() -> None:
    seen = Seen()
    for row in range(MOST_FAILED + 5):
        seen.fail(row, 0, "#N/A")
    assert len(seen.failed) == MOST_FAILED + 1


@pytest.mark.parametrize(("column", "name"), [(0, "A2"), (25, "Z2"), (26, "AA2"), (16383, "XFD2")])
def test_a_cell_has_the_name_that_a_spreadsheet_shows(column: int, name: str) -> None:
    assert cell_name(1, column) == name
