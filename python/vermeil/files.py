# SPDX-License-Identifier: MIT
"""Tables from files and folders, as they are or as a mapping file says."""

from __future__ import annotations

import difflib
import re
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.mapping import OPEN_TABLES, SHARES
from vermeil.readers.folder import files_of, named, read_file, read_parts, table_of
from vermeil.readers.mapped_files import is_mapped
from vermeil.readers.rows import Rows, Unread, stacked
from vermeil.results import write_results
from vermeil.sheets import WORKBOOK_ENDINGS, sheets_with_rows, workbook_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vermeil.mapping import Mapping

__all__ = [
    "WORKBOOK_ENDINGS",
    "names_not_read",
    "read_rows",
    "read_table",
    "read_tables",
    "write_results",
]


def read_tables(
    path: str | Path,
    names: Iterable[str],
    mapping: Mapping | None = None,
    on_fault: Callable[[Unread], None] | None = None,
) -> dict[str, _core.Table]:
    """Read the named tables that a folder or a workbook holds.

    Parameters
    ----------
    path
        A folder with a file for each table (``NAME.csv``, ``.parquet``, ``.xlsx`` or ``.ods``), or several
        for one (``NAME-2024-10.csv``, or all files of a folder ``NAME``); or a workbook with a sheet for
        each name. Capitals do not matter. What bears another name is left alone, unless the mapping says
        what it is. A file with headings alone is an empty table; a sheet without rows counts as not given,
        unless the sheet ``Read me first`` says that there is nothing to report.
    names
        The tables that are wanted.
    mapping
        Which tables come from files of another layout.
    on_fault
        Called with a file that cannot be read and the tables that it would have given rows to; without it the
        first one is an error.

    Raises
    ------
    Error
        When there is nothing at the path, none of the tables is in it, or a file cannot be read as a table;
        the message names the file.
    """
    wanted = list(names)
    rows = read_rows(path, wanted, mapping, on_fault)
    return {name: stacked(name, rows.pop(name)) for name in wanted if name in rows}


def read_rows(
    path: str | Path,
    names: Iterable[str],
    mapping: Mapping | None = None,
    on_fault: Callable[[Unread], None] | None = None,
) -> dict[str, list[Rows]]:
    """Read the same as `read_tables`, file by file: for each table the rows of its files.

    Raises
    ------
    Error
        As `read_tables` does.
    """
    place, wanted = Path(path), list(names)
    if not place.is_dir() and not (place.suffix.lower() in WORKBOOK_ENDINGS and place.is_file()):
        endings = ", ".join(WORKBOOK_ENDINGS)
        message = f"{place}: no such folder or workbook; give a folder of CSV files or one of {endings}"
        raise _core.Error(message)
    rows = _Gathered(place, wanted, on_fault)
    if mapping is not None:
        from vermeil.readers.mapped_files import read_mapped, read_published

        read_mapped(place, wanted, mapping, rows.take)
        rows.read_the_rest(mapping)
        read_published(place, wanted, mapping, rows.take, rows.found)
    else:
        rows.read_the_rest(None)
    if not rows.found and not rows.failed:
        raise _core.Error(_none_of(place, wanted, rows.there))
    return rows.found


def read_table(path: str | Path) -> _core.Table:
    """Read one CSV, Parquet, Excel or ODS file as a table; of a workbook, the first sheet that holds one.

    Raises
    ------
    Error
        When there is no such file, it has another ending, or it cannot be read as a table.
    """
    place = Path(path)
    if not place.is_file():
        message = f"{place}: no such file"
        raise _core.Error(message)
    return read_file(place, place.name).table()


def names_not_read(path: Path, mapping: Mapping | None = None) -> dict[str, str]:
    """Give what is left alone when tables are read, with the reason, where a slip in a name may be the cause.

    Of a folder those are files and folders whose names are nearly a table's, or begin with one; of a workbook
    all other sheets with rows.
    """
    known = [schema["name"] for schema in _core.checked_schemas()]
    if not path.is_dir():
        patterns = [rule.sheet.lower() or "*" for rule in mapping.tables] if mapping is not None else []
        strangers = [
            sheet
            for sheet in sheets_with_rows(path)
            if table_of(sheet, known) is None and not any(fnmatch(sheet.lower(), each) for each in patterns)
        ]
        return {sheet: _said_of(sheet, known) for sheet in strangers}
    found = {}
    for each in named(path):
        name = each.name if each.is_dir() else each.stem
        inside = [file for file in each.rglob("*") if file.is_file()] if each.is_dir() else [each]
        is_read = table_of(name, known) is not None or (
            mapping is not None and any(is_mapped(path, file, mapping) for file in inside)
        )
        if inside and not is_read and _meant(name, known)[0]:
            found[each.name] = _said_of(name, known)
    return found


def _meant(name: str, known: list[str]) -> tuple[str | None, bool]:
    """Say which table may be meant by a name that is none's, and whether the name begins with that one's."""
    lowered = name.strip().lower()
    begun = [table for table in known if re.match(rf"{table}[^a-z]", lowered)]
    near = difflib.get_close_matches(lowered, known, n=1, cutoff=0.8)
    return (max(begun, key=len), True) if begun else (next(iter(near), None), False)


def _said_of(name: str, known: list[str]) -> str:
    meant, is_begun = _meant(name, known)
    if meant is None:
        return f"'{name}' was not read: no table bears this name"
    part = f" a part of it is named such as '{meant}-2024-10'" if is_begun else ""
    return f"'{name}' was not read: is it '{meant}'?{part}"


class _Gathered:
    """The rows of each table, as files are read one by one."""

    def __init__(self, place: Path, wanted: list[str], on_fault: Callable[[Unread], None] | None) -> None:
        self.place, self.wanted, self.on_fault = place, wanted, on_fault
        self.found: dict[str, list[Rows]] = {}
        self.failed = False
        self.there: list[str] = []

    def take(self, source: str, tables: tuple[str, ...], read: Callable[[], list[tuple[str, Rows]]]) -> None:
        """Add what one file gives, or tell why it cannot be read."""
        try:
            for name, rows in read():
                self.found.setdefault(name, []).append(rows.without_failures(_read_columns(name)))
        except _core.Error as error:
            if self.on_fault is None:
                raise
            self.failed = True
            self.on_fault(Unread(tables, source, str(error).removeprefix(f"{source}: ")))

    def read_the_rest(self, mapping: Mapping | None) -> None:
        """Read the tables that the mapping says nothing of."""
        mapped = {rule.name for rule in mapping.tables} if mapping is not None else set()
        names = [name for name in self.wanted if name not in mapped]
        if self.place.is_dir():
            self.there = sorted(path.name for path in self.place.iterdir())
            for name in names:
                for file in files_of(self.place, name):
                    source = str(file.relative_to(self.place))
                    self.take(source, (name,), partial(_named, file, source, name))
        elif names:
            self.read_sheets(names)

    def read_sheets(self, names: list[str]) -> None:
        """Read the sheets that bear the name of a table, or of a part of one."""
        faulty: dict[str, str] = {}
        rows, self.there = workbook_rows(
            self.place, lambda sheet: table_of(sheet, names) is not None, on_fault=faulty.__setitem__
        )
        for sheet, each in rows.items():
            name = str(table_of(sheet, names))
            self.take(each.source, (name,), partial(_as_read, name, each))
        for sheet, reason in faulty.items():
            source = reason.partition(": ")[0]
            self.take(source, (str(table_of(sheet, names)),), partial(_refused, reason))


def _named(file: Path, source: str, name: str) -> list[tuple[str, Rows]]:
    return [(name, rows) for rows in read_parts(file, source, name)]


def _as_read(name: str, rows: Rows) -> list[tuple[str, Rows]]:
    return [(name, rows)]


def _refused(reason: str) -> list[tuple[str, Rows]]:
    raise _core.Error(reason)


def _read_columns(name: str) -> list[str] | None:
    """Give the columns that are read of a table; ``None`` where each may be an answer or a question."""
    if name in OPEN_TABLES:
        return None
    schemas = {schema["name"]: schema["fields"] for schema in _core.checked_schemas()}
    return [*(field["name"] for field in schemas[name]), *SHARES] if name in schemas else None


def _none_of(place: Path, wanted: list[str], there: list[str]) -> str:
    listed = ", ".join(there) or "nothing"
    if place.is_dir():
        expected = ", ".join(f"{name}.csv" for name in wanted)
        return f"{place}: none of {expected} is in this folder; it holds {listed}"
    if any(sheet.strip().lower() in wanted for sheet in there):
        return f"{place}: no row is filled in yet on any of the sheets {', '.join(wanted)}"
    return f"{place}: none of the sheets {', '.join(wanted)} is in this workbook; it holds {listed}"
