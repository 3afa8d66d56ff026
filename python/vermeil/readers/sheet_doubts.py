# SPDX-License-Identifier: MIT
"""What a sheet of Excel hides from its reader: failed formulas, formulas without values, merged cells."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from posixpath import join
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["SheetDoubt", "sheet_doubts"]

_FAILED = re.compile(
    rb'<c (?=[^>]*\bt="e")[^>]*\br="([A-Z]+[0-9]+)"[^>]*>(?:(?!</c>).)*?<v>([^<]*)</v>', re.DOTALL
)
#: A formula whose value is an empty text says so by its type.
_NO_VALUE = re.compile(
    rb'<c (?![^>]*\bt="str")[^>]*\br="([A-Z]+[0-9]+)"[^>]*>\s*'
    rb"<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>"
)
_MERGED = re.compile(rb'<mergeCell [^>]*\bref="([A-Z0-9:]+)"')
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PIECE = 1 << 20
#: Longer than any cell with a formula; what lies across two pieces is seen whole.
_OVERLAP = 1 << 16


@dataclass(frozen=True)
class SheetDoubt:
    """What is the matter with a sheet.

    Attributes
    ----------
    fault
        The first cell that cannot be read and why; empty where all can.
    merged
        The first merged cells, as ``B1:C1``; empty where there are none.
    """

    fault: str = ""
    merged: str = ""


def sheet_doubts(path: Path, sheets: list[str]) -> dict[str, SheetDoubt]:
    """Look through the sheets of a workbook of Excel, piece by piece."""
    found = {}
    with zipfile.ZipFile(path) as archive:
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        targets = {link.get("Id"): join("/xl", link.get("Target", "")) for link in links}
        for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iterfind(".//{*}sheet"):
            part = targets.get(sheet.get(_LINK), "").removeprefix("/")
            name = sheet.get("name", "")
            if name in sheets and part in archive.namelist():
                found[name] = _looked_through(archive, part)
    return found


def _looked_through(archive: zipfile.ZipFile, part: str) -> SheetDoubt:
    before, merged = b"", ""
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            text = before + piece
            if fault := _fault(text):
                return SheetDoubt(fault, merged)
            if not merged and (cells := _MERGED.search(text)):
                merged = cells[1].decode()
            before = text[-_OVERLAP:]
    return SheetDoubt("", merged)


def _fault(text: bytes) -> str:
    if b't="e"' in text and (failed := _FAILED.search(text)):
        return f"cell {failed[1].decode()} holds {failed[2].decode()}; mend the formula or empty the cell"
    if b"<f" in text and (bare := _NO_VALUE.search(text)):
        mend = "open the workbook in a spreadsheet program and save it"
        return f"cell {bare[1].decode()} holds a formula without its value; {mend}"
    return ""
