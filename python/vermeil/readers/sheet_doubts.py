# SPDX-License-Identifier: MIT
"""What a sheet hides from its reader: failed formulas, formulas without values, merged cells."""

from __future__ import annotations

import zipfile
from posixpath import join, normpath
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from vermeil import _core
from vermeil.readers.binary_scan import BinaryScan, sheets_of_book
from vermeil.readers.seen_sheet import MOST_FAILED, NO_VALUE, Seen, cell_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import polars as pl

    from vermeil.readers.sheet_scan import SheetScan

__all__ = ["reason_of_failure", "seen_by_sheet", "with_failures"]

_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SAVE = "open the workbook in a spreadsheet program and save it"


def seen_by_sheet(path: Path, scans: Mapping[str, SheetScan | BinaryScan]) -> dict[str, Seen]:
    """Say which sheet is in which part of a workbook, and give what was seen of it by its name."""
    seen = {part: scan.seen if isinstance(scan, BinaryScan) else scan.sheets for part, scan in scans.items()}
    if isinstance(whole := seen.get("content.xml"), dict):
        return whole
    found = {}
    for name, part in _parts_of(path).items() if scans else ():
        of_part = seen.get(part)
        if of_part is not None:
            found[name] = of_part if isinstance(of_part, Seen) else of_part[""]
    return found


def _parts_of(path: Path) -> dict[str, str]:
    """Give the part of the archive in which each sheet is, by its name."""
    with zipfile.ZipFile(path) as archive:
        if is_binary := "xl/workbook.bin" in archive.namelist():
            sheets = sheets_of_book(archive.read("xl/workbook.bin"))
        else:
            listed = ElementTree.fromstring(archive.read("xl/workbook.xml")).iterfind(".//{*}sheet")
            sheets = {sheet.get("name", ""): sheet.get(_LINK, "") for sheet in listed}
        relations = f"xl/_rels/workbook.{'bin' if is_binary else 'xml'}.rels"
        links = ElementTree.fromstring(archive.read(relations))
        targets = {link.get("Id"): normpath(join("/xl", link.get("Target", ""))) for link in links}
    return {name: targets.get(link, "").removeprefix("/") for name, link in sheets.items()}


def with_failures(frame: pl.DataFrame, seen: Seen, source: str) -> pl.DataFrame:
    """Put what a failed formula shows into its cell, which reads as empty otherwise.

    Raises
    ------
    Error
        When there are too many, or one stands beyond the cells that can be read; the message names the first.
    """
    if not seen.failed:
        return frame
    is_inside = frame.width == seen.last_column - seen.first_column + 1 and all(
        row < frame.height and seen.first_column <= column <= seen.last_column
        for row, column, _ in seen.failed
    )
    if not is_inside or len(seen.failed) > MOST_FAILED:
        row, column, said = seen.failed[0]
        mend = _SAVE if said == NO_VALUE else "mend the formula or empty the cell"
        message = f"{source}: cell {cell_name(row, column)} holds {said}; {mend}"
        raise _core.Error(message)
    places: dict[int, tuple[list[int], list[str]]] = {}
    for row, column, said in seen.failed:
        rows, words = places.setdefault(column - seen.first_column, ([], []))
        rows.append(row)
        words.append(said)
    columns = frame.get_columns()
    for at, (rows, words) in places.items():
        columns[at] = columns[at].clone().scatter(rows, words)
    return type(frame)(columns)


def reason_of_failure(said: str) -> str:
    """Say why a row is left out in a column of which a formula failed."""
    if said == NO_VALUE:
        return f"a formula without its value; {_SAVE}"
    return "the formula of the cell failed; mend it or empty the cell"
