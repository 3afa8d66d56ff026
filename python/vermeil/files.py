# SPDX-License-Identifier: MIT
"""Tables from folders of CSV files and from workbooks; everything is read as text and checked afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vermeil import _core

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl

__all__ = ["WORKBOOK_ENDINGS", "read_csv", "read_table", "read_tables"]

WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".ods")


def read_tables(path: str | Path, names: Iterable[str]) -> dict[str, _core.Table]:
    """Read the named tables that a folder or a workbook holds.

    Parameters
    ----------
    path
        A folder with ``NAME.csv`` files, or a workbook with a sheet for each name. What bears another name is left
        alone; a sheet without rows counts as not given.
    names
        The tables that are wanted.

    Raises
    ------
    Error
        When there is nothing at the path, or a file cannot be read as a table; the message names the file.
    """
    place = Path(path)
    if place.is_dir():
        found = ((name, place / f"{name}.csv") for name in names)
        return {name: _core.Table(read_csv(file), file.name, 2) for name, file in found if file.exists()}
    if place.suffix.lower() in WORKBOOK_ENDINGS and place.is_file():
        return _read_workbook(place, set(names))
    message = f"{place}: no such folder or workbook; give a folder of CSV files or one of {', '.join(WORKBOOK_ENDINGS)}"
    raise _core.Error(message)


def read_table(path: str | Path) -> _core.Table:
    """Read one CSV, Parquet, Excel or ODS file as a table."""
    import polars

    place = Path(path)
    if not place.is_file():
        message = f"{place}: no such file"
        raise _core.Error(message)
    if place.suffix.lower() == ".parquet":
        return _core.Table(polars.read_parquet(place), place.name, 1)
    if place.suffix.lower() in WORKBOOK_ENDINGS:
        return next(iter(_read_workbook(place, None).values()))
    return _core.Table(read_csv(place), place.name, 2)


def read_csv(path: Path) -> pl.DataFrame:
    """Read a CSV file with every cell as text.

    Raises
    ------
    Error
        When the file is empty, is not UTF-8, or has rows of different lengths.
    """
    import polars

    if path.stat().st_size == 0:
        message = f"{path.name}: the file is empty; its first line must name the columns"
        raise _core.Error(message)
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        message = f"{path.name}: line {line} is not UTF-8; save the file as CSV UTF-8"
        raise _core.Error(message) from error
    try:
        frame = polars.read_csv(path, infer_schema=False, missing_utf8_is_empty_string=False)
    except polars.exceptions.PolarsError as error:
        message = f"{path.name}: not a CSV table: {str(error).splitlines()[0]}"
        raise _core.Error(message) from error
    return frame.rename(str.strip)


def _read_workbook(path: Path, names: set[str] | None) -> dict[str, _core.Table]:
    import fastexcel

    try:
        book = fastexcel.read_excel(path)
    except fastexcel.FastExcelError as error:
        message = f"{path.name}: not a workbook: {error}"
        raise _core.Error(message) from error
    tables = {}
    for name in book.sheet_names:
        if names is not None and name not in names:
            continue
        frame = book.load_sheet(name, dtypes="string").to_polars()
        if frame.height > 0:
            tables[name] = _core.Table(frame, f"{path.name}, sheet {name}", 2)
    return tables
