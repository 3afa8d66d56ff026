# SPDX-License-Identifier: MIT
"""Failed formulas in the workbooks of Excel 97 to 2003 (``.xls``), which read as empty cells otherwise."""

from __future__ import annotations

import re
from importlib.util import find_spec
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.readers.seen_sheet import Seen

if TYPE_CHECKING:
    from fastexcel import ExcelSheet

__all__ = ["seen_in_old_book"]

_FAILED = re.compile(r"got 'Error\((\w+)\)'")
#: What a cell shows, by the name of its error.
_SHOWN = {
    "Div0": "#DIV/0!",
    "NA": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
}


def seen_in_old_book(sheet: ExcelSheet, source: str) -> Seen:
    """Give the failed formulas of a sheet that was loaded as text, by their places among its cells.

    Raises
    ------
    Error
        Where pyarrow is not installed: nothing else tells a failed formula from an empty cell of such a book.
    """
    if find_spec("pyarrow") is None:
        message = (
            f"{source}: save the workbook as .xlsx: of an .xls, failed formulas can be told from empty cells "
            "only where pyarrow is installed"
        )
        raise _core.Error(message)
    seen = Seen()
    seen.fill(sheet.height - 1, 0, sheet.width - 1)
    _, errors = sheet.to_arrow_with_errors()
    for each in errors.errors if errors is not None else ():
        if failed := _FAILED.search(each.detail):
            row, column = each.position
            seen.fail(row, column, _SHOWN.get(failed[1], "#VALUE!"))
    return seen
