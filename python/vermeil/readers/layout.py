# SPDX-License-Identifier: MIT
"""A file of a published layout, and what its readers share: its headings, columns by any of their names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.readers.csv_file import CsvForm, first_lines, read_csv

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import polars as pl

    from vermeil.readers.rows import Rows

__all__ = ["LayoutFile", "column_of", "days_of", "read_layout_rows"]

#: Publishers put a title, a date and a notice above the headings; never more than so many rows.
_LINES_ABOVE = 40


def _as_it_is(rows: Rows) -> Rows:
    return rows


@dataclass(frozen=True)
class LayoutFile:
    """A file of a published layout.

    Attributes
    ----------
    path
        The file.
    source
        What messages call it.
    sheet
        The sheet of a workbook; empty for the one that the layout names.
    form
        How a CSV file is written.
    chosen
        Gives the rows that are wanted, of those under the file's own headings.
    """

    path: Path
    source: str
    sheet: str = ""
    form: CsvForm = field(default_factory=CsvForm)
    chosen: Callable[[Rows], Rows] = _as_it_is


def read_layout_rows(file: LayoutFile, heading: str, sheets: tuple[str, ...]) -> Rows:
    """Read the rows of a CSV file or of a sheet whose headings hold a given one, whatever stands above them.

    Raises
    ------
    Error
        When no row has that heading; the message says what the file would have to be.
    """
    if file.path.suffix.lower() == ".csv":
        lines = first_lines(file.path, _LINES_ABOVE, file.form)
        found = next((at for at, line in enumerate(lines, 1) if heading in map(str.strip, line)), None)
        if found is not None:
            form = CsvForm(file.form.separator, file.form.encoding, found)
            return file.chosen(read_csv(file.path, file.source, form))
    elif (rows := _sheet_rows(file, heading, sheets)) is not None:
        return file.chosen(rows)
    message = (
        f"{file.source}: no row of headings has '{heading}'; is this another file of the same publisher?"
    )
    raise _core.Error(message)


def _sheet_rows(file: LayoutFile, heading: str, sheets: tuple[str, ...]) -> Rows | None:
    from vermeil.sheets import workbook_rows

    wanted = [each.lower() for each in ((file.sheet,) if file.sheet else sheets)]
    for names in (wanted, None):
        found, _ = workbook_rows(file.path, names, heading=heading, source=file.source)
        if found:
            return next(iter(found.values()))
    return None


def column_of(rows: Rows, *names: str) -> pl.Series:
    """Give the column that bears one of the names, as text; of nulls where none does."""
    import polars

    for name in names:
        if name in rows.frame.columns:
            return rows.frame[name].cast(polars.String).str.strip_chars().replace("", None)
    return polars.Series(names[0], [None] * rows.frame.height, dtype=polars.String)


def days_of(column: pl.Series) -> pl.Series:
    """Give days that are written the British way as 2024-10-01; what is no day stays as it is."""
    from vermeil.readers.days import read_days, usual_formats

    return read_days(column, usual_formats(day_first=True))
