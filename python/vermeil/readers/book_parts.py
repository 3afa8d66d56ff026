# SPDX-License-Identifier: MIT
"""The sheets of a workbook that are parts of one table: those under its headings; the others are told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.readers.rows import fault

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from vermeil.readers.rows import Rows

__all__ = ["book_parts", "needed_columns"]


def book_parts(
    path: Path,
    source: str,
    name: str,
    needed: Collection[str],
    *,
    header_row: int | None = None,
) -> list[Rows]:
    """Read the sheets of a workbook that are one table.

    Every sheet under the headings that the table needs is a part of it, and so is the one that bears its
    name; where there is none, the first with rows is taken for it. A sheet with rows that is not read is told
    with the rows of the first part.

    Parameters
    ----------
    path, source
        The workbook, and what messages call it.
    name
        The table.
    needed
        The headings without which a sheet is none of it.
    header_row
        The row of the headings, from 1, where it is known.

    Raises
    ------
    Error
        When no sheet holds a table, or the one that bears the name cannot be read.
    """
    from vermeil.sheets import workbook_rows

    faulty: dict[str, str] = {}
    found, sheets = workbook_rows(path, None, header_row, source, on_fault=faulty.__setitem__)
    if name in faulty or (faulty and not found):
        raise _core.Error(faulty.get(name) or next(iter(faulty.values())))
    if not found:
        message = f"{source or path.name}: no sheet with rows is a table; it holds {', '.join(sheets)}"
        raise _core.Error(message)
    missing = {
        sheet: [each for each in needed if each not in rows.frame.columns] for sheet, rows in found.items()
    }
    parts = [sheet for sheet in found if sheet == name or not missing[sheet]] or list(found)[:1]
    told = {
        found[
            sheet
        ].source: f"this sheet was not read: it lacks {_listed(missing[sheet])} of the table {name}"
        for sheet in found
        if sheet not in parts
    }
    doubts = [fault(called, 0, reason) for called, reason in told.items()]
    doubts += [fault(source or path.name, 0, f"a sheet was not read: {why}") for why in faulty.values()]
    first, *others = (found[sheet] for sheet in parts)
    return [replace(first, faults=(*first.faults, *doubts)), *others]


def needed_columns(name: str) -> list[str]:
    """Give the columns without which a table is not read."""
    schemas = {schema["name"]: schema["fields"] for schema in _core.checked_schemas()}
    return [field["name"] for field in schemas.get(name, ()) if field["required"]]


def _listed(names: list[str]) -> str:
    return ("the heading " if len(names) == 1 else "the headings ") + ", ".join(f"'{each}'" for each in names)
