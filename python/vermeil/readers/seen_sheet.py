# SPDX-License-Identifier: MIT
"""What was seen of one sheet of a workbook, whatever its format: its ends, failed formulas, merged cells."""

from __future__ import annotations

__all__ = ["MOST_FAILED", "NO_VALUE", "Seen", "cell_name"]

#: What is said of a formula that a program has written without working it out.
NO_VALUE = "a formula without its value"
#: So many failed formulas are told one by one; a sheet with more of them is refused.
MOST_FAILED = 100_000


class Seen:
    """What was seen of one sheet; rows and columns are counted from 0.

    Attributes
    ----------
    first_column, last_column, last_row
        The ends of what is filled; ``last_column`` and ``last_row`` are -1 where nothing is.
    failed
        Row, column and what stands there, of each formula that failed or has no value.
    merged
        The first cells that are merged, as ``B1:C1``; empty where none are.
    """

    def __init__(self) -> None:
        self.first_column = 1 << 30
        self.last_column = -1
        self.last_row = -1
        self.failed: list[tuple[int, int, str]] = []
        self.merged = ""

    @property
    def cells(self) -> int:
        """How many places the cells have in memory: the rectangle from the first row on."""
        return (self.last_row + 1) * max(self.last_column - self.first_column + 1, 0)

    def fill(self, row: int, first: int, last: int) -> None:
        """Count filled cells."""
        self.first_column = min(self.first_column, first)
        self.last_column = max(self.last_column, last)
        self.last_row = max(self.last_row, row)

    def fail(self, row: int, column: int, said: str) -> None:
        """Note a failed formula; one more than are told is enough to know that there are too many."""
        if len(self.failed) <= MOST_FAILED:
            self.failed.append((row, column, said))


def cell_name(row: int, column: int) -> str:
    """Give the name of a cell as a spreadsheet shows it: ``C2`` of row 1 and column 2, counted from 0."""
    letters, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"
