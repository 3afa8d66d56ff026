# SPDX-License-Identifier: MIT
"""Tables from files and folders, read as text and checked afterwards."""

from __future__ import annotations

import csv
import difflib
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.results import write_results
from vermeil.sheets import WORKBOOK_ENDINGS, headed, read_workbook, sheet_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["WORKBOOK_ENDINGS", "names_not_read", "read_table", "read_tables", "write_results"]

_BOM = b"\xef\xbb\xbf"


def read_tables(path: str | Path, names: Iterable[str]) -> dict[str, _core.Table]:
    """Read the named tables that a folder or a workbook holds.

    Parameters
    ----------
    path
        A folder with ``NAME.csv`` files, or a workbook with a sheet for each name; capitals do not matter.
        What bears another name is left alone. A CSV file with headings alone is an empty table; a sheet
        without rows counts as not given, unless the sheet ``Read me first`` says that there is nothing to
        report.
    names
        The tables that are wanted.

    Raises
    ------
    Error
        When there is nothing at the path, none of the tables is in it, or a file cannot be read as a table;
        the message names the file.
    """
    place, wanted = Path(path), list(names)
    if place.is_dir():
        tables, there = _read_folder(place, wanted)
    elif place.suffix.lower() in WORKBOOK_ENDINGS and place.is_file():
        tables, there = read_workbook(place, wanted)
    else:
        endings = ", ".join(WORKBOOK_ENDINGS)
        message = f"{place}: no such folder or workbook; give a folder of CSV files or one of {endings}"
        raise _core.Error(message)
    if not tables:
        raise _core.Error(_none_of(place, wanted, there))
    return tables


def read_table(path: str | Path) -> _core.Table:
    """Read one CSV, Parquet, Excel or ODS file as a table; of a workbook, the first sheet that holds one.

    Raises
    ------
    Error
        When there is no such file, it has another ending, or it cannot be read as a table.
    """
    place = Path(path)
    ending = place.suffix.lower()
    if not place.is_file():
        message = f"{place}: no such file"
        raise _core.Error(message)
    if ending == ".parquet":
        return _read_parquet(place)
    if ending in WORKBOOK_ENDINGS:
        tables, _ = read_workbook(place, None)
        if not tables:
            message = f"{place.name}: no sheet holds a table"
            raise _core.Error(message)
        return next(iter(tables.values()))
    if ending != ".csv":
        allowed = ", ".join((".csv", ".parquet", *WORKBOOK_ENDINGS))
        message = (
            f"{place.name}: a file that ends in '{ending}' is not read as a table; give one of {allowed}"
        )
        raise _core.Error(message)
    return _read_csv(place)


def names_not_read(path: Path, names: Iterable[str]) -> dict[str, str]:
    """Give the files or sheets that bear nearly the name of a table, with the name that may be meant.

    They are left alone when tables are read, and a slip in a name would go unseen.
    """
    known = list(names)
    there = [file.stem for file in path.glob("*.[cC][sS][vV]")] if path.is_dir() else sheet_names(path)
    strangers = [name for name in there if name.strip().lower() not in known]
    near = {
        name: difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.8) for name in sorted(strangers)
    }
    return {name: meant[0] for name, meant in near.items() if meant}


def _none_of(place: Path, wanted: list[str], there: list[str]) -> str:
    listed = ", ".join(there) or "nothing"
    if place.is_dir():
        expected = ", ".join(f"{name}.csv" for name in wanted)
        return f"{place}: none of {expected} is in this folder; it holds {listed}"
    if any(sheet.strip().lower() in wanted for sheet in there):
        return f"{place}: no row is filled in yet on any of the sheets {', '.join(wanted)}"
    return f"{place}: none of the sheets {', '.join(wanted)} is in this workbook; it holds {listed}"


def _read_folder(folder: Path, names: list[str]) -> tuple[dict[str, _core.Table], list[str]]:
    there = sorted(path.name for path in folder.iterdir())
    tables: dict[str, _core.Table] = {}
    for name in names:
        files = [file for file in there if file.lower() == f"{name}.csv"]
        if len(files) > 1:
            message = f"{folder}: {files[0]} and {files[1]} are one table by name; leave one of them there"
            raise _core.Error(message)
        tables.update((name, _read_csv(folder / file)) for file in files)
    return tables, there


def _read_parquet(path: Path) -> _core.Table:
    import polars

    try:
        return _core.Table(polars.read_parquet(path), path.name, 1)
    except polars.exceptions.PolarsError as error:
        message = f"{path.name}: not a Parquet table: {str(error).splitlines()[0]}"
        raise _core.Error(message) from error


def _read_csv(path: Path) -> _core.Table:
    """Read a CSV file with every cell as text; lines are numbered as a spreadsheet shows them."""
    import polars

    data = path.read_bytes().removeprefix(_BOM)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"{path.name}: line {line} is not UTF-8; save the file as 'CSV UTF-8 (comma delimited)'"
        raise _core.Error(message) from error
    body = data.lstrip(b"\r\n")
    if not body.strip():
        message = f"{path.name}: the file is empty; its first line must name the columns"
        raise _core.Error(message)
    first_line = data[: len(data) - len(body)].count(b"\n") + 1
    body = body.rstrip(b"\r\n") + b"\n"
    headings = next(_records(path.name, body))
    _refuse_separators(path.name, headings)
    _refuse_ragged_rows(path.name, body, len(headings), first_line)
    try:
        frame = polars.read_csv(io.BytesIO(body), infer_schema=False)
    except polars.exceptions.PolarsError as error:
        message = f"{path.name}: not a CSV table: {str(error).splitlines()[0]}"
        raise _core.Error(message) from error
    if b'""' in body:
        frame = frame.with_columns(polars.all().replace("", None))
    return _core.Table(headed(frame, headings, path.name), path.name, first_line + 1)


def _records(name: str, body: bytes) -> Iterator[list[str]]:
    rows = csv.reader(io.TextIOWrapper(io.BytesIO(body), encoding="utf-8", newline=""), strict=True)
    try:
        yield from rows
    except csv.Error as error:
        message = (
            f"{name}: line {rows.line_num} is not CSV: {error}; look for a quotation mark without its partner"
        )
        raise _core.Error(message) from error


def _refuse_separators(name: str, headings: list[str]) -> None:
    if len(headings) == 1 and (found := re.search("[;\t|]", headings[0])):
        separator = "a tab" if found.group() == "\t" else f"'{found.group()}'"
        message = f"{name}: looks like a table separated by {separator}; save it with commas"
        raise _core.Error(message)


def _refuse_ragged_rows(name: str, body: bytes, width: int, first_line: int) -> None:
    """Refuse a row with more or fewer cells than there are headings; an empty line is none of them."""
    if b'"' in body:
        lengths = (len(record) for record in _records(name, body))
    else:
        lengths = (line.count(b",") + 1 if line.strip() else 0 for line in body.split(b"\n")[:-1])
    for row, length in enumerate(lengths, start=first_line):
        if length not in (0, width):
            mend = "put text that holds a comma in quotation marks" if length > width else "some are missing"
            mend = "the headings come first: delete what stands above them" if width == 1 else mend
            message = f"{name}: row {row} has {length} cells and there are {width} headings; {mend}"
            raise _core.Error(message)
