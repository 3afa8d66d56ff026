# SPDX-License-Identifier: MIT
"""Workbooks for the tests: written anew, or filled in as a person would, in the cells of one that exists."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import fastexcel
import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

__all__ = ["FILLED", "QUARTER", "fill", "rows_of", "sheet_xml", "write_book"]

Rows = list[list[Any]]
QUARTER = "2024-25 Q3"


def _answers(service: str, positive: int, negative: int) -> Rows:
    items = ("dignity", "reliable_times", "safe_and_secure")
    counts = (("strongly agree", positive), ("disagree", negative))
    return [[service, QUARTER, item, answer, count] for item in items for answer, count in counts]


def _returns(service: str) -> Rows:
    due, came = dt.date(2025, 1, 15), dt.date(2025, 1, 10)
    return [
        [service, QUARTER, item, count, 40, None, due, came]
        for item, count in (("continuity", 36), ("leavers", 4))
    ]


#: The sheets of a made-up market of three services under the starter framework. Its ids begin with zeros.
FILLED: dict[str, Rows] = {
    "services": [
        ["007", "01", "Made-up North"],
        ["008", "01", "Made-up South"],
        ["009", "02", "Made-up East"],
    ],
    "survey_counts": [*_answers("007", 19, 1), *_answers("008", 15, 5), *_answers("009", 18, 2)],
    "counts": [*_returns("007"), *_returns("008"), *_returns("009")],
    "events": [["009", None, "default_notice", dt.date(2024, 11, 4)]],
}


def write_book(path: Path, sheets: dict[str, Rows], *, down: int = 0, right: int = 0) -> Path:
    """Write a new workbook, each sheet beginning so many rows down and columns to the right."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows, start=down):
                for column, cell in enumerate(cells, start=right):
                    if isinstance(cell, dt.date):
                        sheet.write_datetime(row, column, cell, day)
                    elif cell is not None:
                        sheet.write(row, column, cell)
    return path


def _part(path: Path, sheet: str) -> str:
    with zipfile.ZipFile(path) as archive:
        listed = ElementTree.fromstring(archive.read("xl/workbook.xml")).iterfind(".//{*}sheet")
        return f"xl/worksheets/sheet{[each.get('name') for each in listed].index(sheet) + 1}.xml"


def sheet_xml(path: Path, sheet: str) -> str:
    """Return the XML of a sheet."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(_part(path, sheet)).decode()


def rows_of(path: Path, sheet: str) -> list[tuple[str | None, ...]]:
    """Return what a reader of workbooks sees on a sheet, as text."""
    frame = (
        fastexcel.read_excel(path)
        .load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string")
        .to_polars()
    )
    return frame.rows()


def fill(path: Path, sheets: dict[str, Rows], *, nothing_to_report: tuple[str, ...] = ()) -> None:
    """Fill in rows beneath the headings; a cell takes the format of its column, as under a person's hands."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for sheet, rows in sheets.items():
        part = _part(path, sheet)
        xml = parts[part].decode()
        styles = dict(re.findall(r'<col min="(\d+)" max="\d+" [^>]*style="(\d+)"', xml))
        written = "".join(
            f'<row r="{number}">'
            + "".join(_cell(number, column, cell, styles) for column, cell in enumerate(row))
            + "</row>"
            for number, row in enumerate(rows, start=2)
        )
        parts[part] = xml.replace("</sheetData>", written + "</sheetData>").encode()
    part = _part(path, "Read me first")
    for name in nothing_to_report:
        row = next(i for i, cells in enumerate(rows_of(path, "Read me first"), start=1) if cells[0] == name)
        yes = f'<c r="B{row}" t="inlineStr"><is><t>yes</t></is></c>'
        parts[part] = re.sub(rf'<c r="B{row}"[^>]*/>', yes, parts[part].decode(), count=1).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def _cell(row: int, column: int, cell: Any, styles: dict[str, str]) -> str:  # noqa: ANN401
    if cell is None:
        return ""
    place = f'r="{xl_col_to_name(column)}{row}" s="{styles.get(str(column + 1), "0")}"'
    if isinstance(cell, dt.date):
        return f"<c {place}><v>{(cell - dt.date(1899, 12, 30)).days}</v></c>"
    if isinstance(cell, str):
        return f'<c {place} t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    return f"<c {place}><v>{cell}</v></c>"
