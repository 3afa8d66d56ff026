# SPDX-License-Identifier: MIT
"""Workbooks: their tables as text with the row numbers that a spreadsheet shows, and how to begin one."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from posixpath import join
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from vermeil import _core

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl
    from fastexcel import ExcelReader
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

__all__ = [
    "NOTHING_TO_REPORT",
    "READ_ME",
    "WORKBOOK_ENDINGS",
    "headed",
    "new_workbook",
    "read_workbook",
    "sheet_names",
]

WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
READ_ME = "Read me first"
NOTHING_TO_REPORT = "Nothing to report?"


def read_workbook(path: Path, names: list[str] | None) -> tuple[dict[str, _core.Table], list[str]]:
    """Read the sheets that bear one of the names, or all; also give the names of all sheets.

    The headings are the first row with two filled cells or more (a title above them may stand alone), or the
    first filled row where no row has two. A sheet without rows is left out, unless ``Read me first`` says
    ``yes`` beside its name under ``Nothing to report?``.

    Raises
    ------
    Error
        When the file is no workbook, or a sheet's headings repeat or are missing over filled cells.
    """
    import fastexcel

    try:
        book = fastexcel.read_excel(path)
        frames = {name: _cells(book, name) for name in book.sheet_names}
    except fastexcel.FastExcelError as error:
        message = f"{path.name}: not a workbook that can be read: {str(error).splitlines()[0]}"
        raise _core.Error(message) from error
    empty = _said_to_be_empty(frames.get(READ_ME))
    faults = _failed_formulas(path) if path.suffix.lower() in (".xlsx", ".xlsm") else {}
    tables: dict[str, _core.Table] = {}
    for sheet, frame in frames.items():
        name = sheet.strip().lower()
        if sheet == READ_ME or (names is not None and name not in names):
            continue
        if sheet in faults:
            message = f"{path.name}, sheet {sheet}: {faults[sheet]}; mend the formula or empty the cell"
            raise _core.Error(message)
        if name in tables:
            message = f"{path.name}: two sheets are named '{name}'; leave one of them there"
            raise _core.Error(message)
        table = _table(frame, f"{path.name}, sheet {sheet}")
        if table is not None and (len(table) > 0 or name in empty):
            tables[name] = table
    return tables, list(frames)


def sheet_names(path: Path) -> list[str]:
    """Give the names of the sheets of a workbook that can be read."""
    import fastexcel

    return list(fastexcel.read_excel(path).sheet_names)


def headed(frame: pl.DataFrame, headings: list[str], source: str) -> pl.DataFrame:
    """Give a frame its headings, without blanks at their ends; a column without heading or cells is dropped.

    Raises
    ------
    Error
        When two columns bear one name, or a column has cells and no heading.
    """
    names = [heading.strip() for heading in headings]
    kept = []
    for position, name in enumerate(names):
        column = frame.to_series(position)
        if name:
            kept.append(column.alias(name))
        elif column.null_count() < frame.height:
            message = f"{source}: column {position + 1} has values and no heading"
            raise _core.Error(message)
        if name and name in names[:position]:
            message = f"{source}: two columns are named '{name}'"
            raise _core.Error(message)
    return frame.clear().select() if not kept else kept[0].to_frame().hstack(kept[1:])


def new_workbook(path: Path) -> Workbook:
    """Begin a workbook in which every text stays a text: no formula, no link, no number made of it."""
    import xlsxwriter

    keep = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(str(path), keep)
    # The same results give the same file, whatever the day.
    book.set_properties({"created": dt.datetime(1980, 1, 1)})
    return book


def _cells(book: ExcelReader, sheet: str) -> pl.DataFrame:
    """Give the cells of a sheet as text, from its first row on; a number in as many digits as it has."""
    import polars

    text = book.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string").to_polars()
    # Read as text, a number is rounded to 9 decimals; read as a number, it is not.
    numbers = book.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="float").to_polars()
    columns = []
    for shown, exact in zip(text.iter_columns(), numbers.iter_columns(), strict=True):
        is_rounded = shown.cast(polars.Float64, strict=False) != exact
        columns.append(exact.cast(polars.String).zip_with(is_rounded.fill_null(value=False), shown))
    return polars.DataFrame(columns)


def _table(frame: pl.DataFrame, source: str) -> _core.Table | None:
    import polars

    filled = [sum(bool(cell and cell.strip()) for cell in row) for row in frame.iter_rows()]
    if not any(filled):
        return None
    least = min(2, max(filled))
    first = next(row for row, count in enumerate(filled) if count >= least)
    last = max(row for row, count in enumerate(filled) if count > 0)
    headings = [value or "" for value in frame.row(first)]
    midnight = polars.all().str.replace(r"^(\d{4}-\d\d-\d\d) 00:00:00$", "$1")
    rows = frame.slice(first + 1, last - first).with_columns(midnight)
    return _core.Table(headed(rows, headings, source), source, first + 2)


def _said_to_be_empty(read_me: pl.DataFrame | None) -> set[str]:
    if read_me is None:
        return set()
    rows = [[(cell or "").strip() for cell in row] for row in read_me.iter_rows()]
    headings = next((row for row in rows if NOTHING_TO_REPORT in row), None)
    if headings is None:
        return set()
    column = headings.index(NOTHING_TO_REPORT)
    return {row[0].lower() for row in rows if row[column].lower() == "yes"}


_FAILED = re.compile(rb'<c (?=[^>]*\bt="e")[^>]*\br="([A-Z]+[0-9]+)"[^>]*>.*?<v>([^<]*)</v>')
_NAMES = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _failed_formulas(path: Path) -> dict[str, str]:
    """Give the first cell of each sheet that holds an error such as #DIV/0!, which would be read as empty."""
    failed = {}
    with zipfile.ZipFile(path) as archive:
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        targets = {link.get("Id"): join("/xl", link.get("Target", "")) for link in links}
        for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iterfind(".//{*}sheet"):
            found = _FAILED.search(archive.read(targets[sheet.get(_NAMES)].removeprefix("/")))
            if found:
                failed[sheet.get("name", "")] = f"cell {found[1].decode()} holds {found[2].decode()}"
    return failed
