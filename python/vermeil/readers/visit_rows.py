# SPDX-License-Identifier: MIT
"""The rows of a log of visits, out of one file or several, and what was told of them by place."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

    from vermeil.readers.rows import Rows

__all__ = ["VisitFiles"]


_TOLD = ("source", "row", "column", "value", "reason")


class VisitFiles:
    """The files of a log of visits, put together.

    Attributes
    ----------
    frame
        All rows, file after file, without copies of their texts.
    source
        The one file, or ``visits (N files)``.
    """

    def __init__(self, files: Sequence[Rows]) -> None:
        import polars

        self.files = files
        self.frame = polars.concat([each.frame for each in files], how="diagonal_relaxed", rechunk=False)
        self.source = files[0].source if len(files) == 1 else f"visits ({len(files)} files)"
        self._ends = list(accumulate(each.frame.height for each in files))

    def placed(self, told: pl.DataFrame) -> pl.DataFrame:
        """Give what was told of rows, counted from 0, with files, rows and columns as people see them.

        What the files' own readers told comes first. Rows that are blank, or were blanked because they
        could not be read, are left away.
        """
        import polars

        places = told["row"].to_list()
        blank = self.blank(places)
        file_of = [next(at for at, end in enumerate(self._ends) if place < end) for place in places]
        begins = [0, *self._ends]
        numbers = [each.row_numbers() for each in self.files]
        labels = [each.labels for each in self.files]
        shown = told.with_columns(
            source=polars.Series([self.files[at].source for at in file_of], dtype=polars.String),
            row=polars.Series(
                [int(numbers[at][place - begins[at]]) for at, place in zip(file_of, places, strict=True)],
                dtype=polars.Int64,
            ),
            column=polars.Series(
                [labels[at].get(name) or name for at, name in zip(file_of, told["column"], strict=True)],
                dtype=polars.String,
            ),
        ).filter([place not in blank for place in places])
        faults = [each for file in self.files for each in file.faults]
        outcome = {True: "kept", False: "left out"}
        rows = [
            (
                each["source"],
                each["row"],
                each["column"],
                each["value"],
                each["reason"],
                outcome[each["kept"]],
            )
            for each in faults
        ]
        before = polars.DataFrame(rows, schema=told.schema, orient="row")
        return polars.concat([before, shown])

    def blank(self, places: Sequence[int]) -> set[int]:
        """Say which of some rows have nothing in any cell."""
        import polars

        wanted = sorted(set(places))
        rows = self.frame[wanted]
        if rows.height == 0:
            return set()
        empty = polars.all().is_null() | (polars.all().cast(polars.String).str.strip_chars() == "")
        is_blank = rows.select(polars.all_horizontal(empty).alias("blank"))["blank"]
        return {place for place, blank in zip(wanted, is_blank, strict=True) if blank}
