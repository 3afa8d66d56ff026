# SPDX-License-Identifier: MIT
"""Workbooks: their tables as text with the row numbers that a spreadsheet shows, and how to begin one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Literal
from xml.etree import ElementTree

from vermeil import _core
from vermeil.readers.archive import refuse_bombs
from vermeil.readers.content import refuse_other_content
from vermeil.readers.folder import BOOKS
from vermeil.readers.headings import headed
from vermeil.readers.rows import Rows
from vermeil.readers.seen_sheet import Seen
from vermeil.readers.sheet_doubts import seen_by_sheet, with_failures

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    import polars as pl
    from fastexcel import ExcelReader, ExcelSheet
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

__all__ = [
    "NOTHING_TO_REPORT",
    "READ_ME",
    "WORDS",
    "WORKBOOK_ENDINGS",
    "new_workbook",
    "read_workbook",
    "sheets_with_rows",
    "workbook_rows",
]

WORKBOOK_ENDINGS = BOOKS
READ_ME = "Read me first"
NOTHING_TO_REPORT = "Nothing to report?"
#: The sheet of a workbook that this library has begun in which its lists of words stand.
WORDS = "Words"
#: A published sheet has its headings among so many rows.
_LINES_ABOVE = 40


def read_workbook(path: Path, names: list[str] | None) -> tuple[dict[str, _core.Table], list[str]]:
    """Read the sheets that bear one of the names, or all, as tables; also give the names of all sheets.

    Raises
    ------
    Error
        As `workbook_rows` does.
    """
    rows, sheets = workbook_rows(path, names)
    return {name: each.table() for name, each in rows.items()}, sheets


def workbook_rows(
    path: Path,
    names: Collection[str] | Callable[[str], bool] | None,
    header_row: int | None = None,
    source: str = "",
    heading: str = "",
    *,
    on_fault: Callable[[str, str], None] | None = None,
) -> tuple[dict[str, Rows], list[str]]:
    """Read the sheets that bear one of the names, or all; also give the names of all sheets.

    The headings are the first row with two filled cells or more (a title above them may stand alone), or the
    first filled row where no row has two, unless ``header_row`` says which or ``heading`` stands among
    them: a sheet without that heading in its first rows is left out. So is a sheet without rows, unless
    ``Read me first`` says ``yes`` beside its name under ``Nothing to report?``. A cell whose formula failed
    holds what it shows, such as ``#DIV/0!``.

    Parameters
    ----------
    path
        The workbook.
    names
        Names in small letters, or what says of one whether it is wanted.
    header_row, source, heading
        The row of the headings, from 1; what messages call the workbook; a heading that must be there.
    on_fault
        Called with the name of a sheet that cannot be read and the reason; without it, it is an error.

    Raises
    ------
    Error
        When the file is no workbook or would fill the memory, or a sheet's headings repeat or are missing
        over filled cells.
    """
    book, seen = _opened(path)
    sheets = list(book.sheet_names)
    is_wanted = names if callable(names) else lambda name: names is None or name in names
    empty = _said_to_be_empty(_cells(path, book, READ_ME)) if READ_ME in sheets else set()
    rows: dict[str, Rows] = {}
    for sheet in sheets:
        name = sheet.strip().lower()
        if sheet == READ_ME or not is_wanted(name):
            continue
        called = f"{source or path.name}, sheet {sheet}"
        try:
            if name in rows:
                message = f"{path.name}: two sheets are named '{name}'; leave one of them there"
                raise _core.Error(message)
            table = _sheet(path, book, sheet, called, seen.get(sheet, Seen()), header_row, heading)
        except _core.Error as error:
            if on_fault is None:
                raise
            on_fault(name, str(error))
            continue
        if table is not None and (table.frame.height > 0 or name in empty):
            rows[name] = table
    return rows, sheets


def sheets_with_rows(path: Path) -> list[str]:
    """Give the names of the sheets of a workbook that have more than one row.

    ``Read me first`` and ``Words`` are none of them: every workbook of `vermeil init` has them.

    Raises
    ------
    Error
        When the file is no workbook that can be read.
    """
    book, seen = _opened(path)
    return [
        sheet
        for sheet in book.sheet_names
        if sheet not in (READ_ME, WORDS) and (sheet not in seen or seen[sheet].last_row > 0)
    ]


def new_workbook(path: Path) -> Workbook:
    """Begin a workbook in which every text stays a text: no formula, no link, no number made of it."""
    import xlsxwriter

    keep = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(str(path), keep)
    # The same results give the same file, whatever the day.
    book.set_properties({"created": dt.datetime(1980, 1, 1)})
    return book


def _opened(path: Path) -> tuple[ExcelReader, dict[str, Seen]]:
    """Open a workbook that does no harm; also give what was seen of its sheets."""
    import fastexcel

    refuse_other_content(path)
    scans = refuse_bombs(path)
    try:
        return fastexcel.read_excel(path), seen_by_sheet(path, scans)
    except (fastexcel.FastExcelError, KeyError, ElementTree.ParseError) as error:
        message = f"{path.name}: not a workbook that can be read: {str(error).splitlines()[0]}"
        raise _core.Error(message) from error


def _sheet(
    path: Path, book: ExcelReader, sheet: str, called: str, seen: Seen, header_row: int | None, heading: str
) -> Rows | None:
    """Read one sheet; none where it is empty or lacks the heading."""
    frame = _cells(path, book, sheet)
    if path.suffix.lower() == ".xls" and frame.height > 0:
        from vermeil.readers.old_book import seen_in_old_book

        seen = seen_in_old_book(_loaded(path, book, sheet, "string"), called)
    frame = with_failures(frame, seen, called)
    rows = _rows(frame, called, header_row, heading, seen.merged)
    if rows is None or not seen.failed:
        return rows
    return replace(rows, failures=frozenset(said for _, _, said in seen.failed))


def _cells(path: Path, book: ExcelReader, sheet: str) -> pl.DataFrame:
    """Give the cells of a sheet as text, from its first row on; a number in as many digits as it has."""
    import polars

    text = _loaded(path, book, sheet, "string").to_polars()
    # Read as text, a number is rounded to 9 decimals; read as a number, it is not.
    numbers = _loaded(path, book, sheet, "float").to_polars()
    columns = []
    for shown, exact in zip(text.iter_columns(), numbers.iter_columns(), strict=True):
        is_rounded = shown.cast(polars.Float64, strict=False) != exact
        columns.append(exact.cast(polars.String).zip_with(is_rounded.fill_null(value=False), shown))
    return polars.DataFrame(columns)


def _loaded(path: Path, book: ExcelReader, sheet: str, kind: Literal["string", "float"]) -> ExcelSheet:
    """Give a sheet from its first row on, all cells as one kind."""
    import fastexcel

    try:
        return book.load_sheet(sheet, header_row=None, skip_rows=0, dtypes=kind)
    except fastexcel.FastExcelError as error:
        message = f"{path.name}: not a workbook that can be read: {str(error).splitlines()[0]}"
        raise _core.Error(message) from error


def _rows(frame: pl.DataFrame, source: str, header_row: int | None, heading: str, merged: str) -> Rows | None:
    import polars

    filled = _filled(frame)
    first = _first_row(frame, filled, header_row, heading)
    if first is None:
        return None
    last = max(row for row, count in enumerate(filled) if count > 0)
    headings = [value or "" for value in frame.row(first)]
    midnight = polars.all().str.replace(r"^(\d{4}-\d\d-\d\d) 00:00:00$", "$1")
    rows = frame.slice(first + 1, max(last - first, 0)).with_columns(midnight)
    hint = (
        f"; cells of the sheet are merged ({merged}): give each column a heading of its own" if merged else ""
    )
    return Rows(headed(rows, headings, source, hint), source, first + 2)


def _first_row(frame: pl.DataFrame, filled: list[int], header_row: int | None, heading: str) -> int | None:
    """Find the row of the headings, counted from 0; none where the sheet is empty or lacks the heading."""
    if not any(filled):
        return None
    if header_row is not None:
        return header_row - 1 if header_row <= frame.height else None
    if heading:
        rows = enumerate(frame.head(_LINES_ABOVE).iter_rows())
        return next((at for at, row in rows if heading in [(cell or "").strip() for cell in row]), None)
    least = min(2, max(filled))
    return next(row for row, count in enumerate(filled) if count >= least)


def _filled(frame: pl.DataFrame) -> list[int]:
    """Count the filled cells of each row."""
    import polars

    if frame.width == 0:
        return []
    counted = polars.sum_horizontal(polars.all().str.strip_chars().str.len_bytes().fill_null(0) > 0)
    return frame.select(counted.alias("filled"))["filled"].to_list()


def _said_to_be_empty(read_me: pl.DataFrame | None) -> set[str]:
    if read_me is None:
        return set()
    rows = [[(cell or "").strip() for cell in row] for row in read_me.iter_rows()]
    headings = next((row for row in rows if NOTHING_TO_REPORT in row), None)
    if headings is None:
        return set()
    column = headings.index(NOTHING_TO_REPORT)
    return {row[0].lower() for row in rows if row[column].lower() == "yes"}
