# SPDX-License-Identifier: MIT
"""Which files of a folder hold which tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.readers.content import refuse_other_content
from vermeil.readers.csv_file import read_csv
from vermeil.readers.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BOOKS", "ENDINGS", "files_of", "read_file", "stems"]

BOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
ENDINGS = (".csv", ".parquet", *BOOKS)

#: What may follow a table's name where it comes in parts: a month, a quarter, a number.
_PART = re.compile(r"[-_ ]\d[\d\-_ ]*(?:q[1-4])?", re.IGNORECASE)


def files_of(folder: Path, name: str) -> list[Path]:
    """Give the files of a table: ``NAME.csv`` alone, or parts: ``NAME-2024-10.csv``, ``NAME/any.csv``.

    The endings are those of CSV, Parquet, Excel and ODS; capitals do not matter. A hidden file is none.

    Raises
    ------
    Error
        When two files are the table by name, or a whole file stands beside parts.
    """
    there = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~$")))
    tables = [path for path in there if path.is_file() and path.suffix.lower() in ENDINGS]
    whole = [path for path in tables if path.stem.lower() == name]
    parts = [path for path in tables if _is_part(path.stem.lower(), name)]
    for inner in (path for path in there if path.is_dir() and path.name.lower() == name):
        files = sorted(path for path in inner.iterdir() if not path.name.startswith((".", "~$")))
        parts += [path for path in files if path.is_file() and path.suffix.lower() in ENDINGS]
    rivals = [*whole, *parts[:1]] if whole else []
    if len(rivals) > 1:
        first, second = (path.relative_to(folder) for path in rivals[:2])
        message = f"{folder}: {first} and {second} are one table by name; leave one of them there"
        raise _core.Error(message)
    return whole or parts


def stems(folder: Path) -> list[str]:
    """Give the names that files and folders bear, without endings."""
    files = [path.stem for path in folder.iterdir() if path.is_file() and path.suffix.lower() in ENDINGS]
    return [*files, *(path.name for path in folder.iterdir() if path.is_dir())]


def read_file(path: Path, source: str, name: str = "") -> Rows:
    """Read one file; of a workbook the sheet of the name, or the first that holds a table.

    Raises
    ------
    Error
        When it has another ending, or it cannot be read as a table.
    """
    ending = path.suffix.lower()
    if ending == ".csv":
        return read_csv(path, source)
    if ending == ".parquet":
        return _read_parquet(path, source)
    if ending not in BOOKS:
        allowed = ", ".join(ENDINGS)
        message = f"{path.name}: a file that ends in '{ending}' is not read as a table; give one of {allowed}"
        raise _core.Error(message)
    from vermeil.sheets import workbook_rows

    rows, _ = workbook_rows(path, None, source=source)
    if not rows:
        message = f"{path.name}: no sheet holds a table"
        raise _core.Error(message)
    return rows.get(name) or next(iter(rows.values()))


def _is_part(stem: str, name: str) -> bool:
    return stem.startswith(name) and _PART.fullmatch(stem[len(name) :]) is not None


def _read_parquet(path: Path, source: str) -> Rows:
    import polars

    refuse_other_content(path)
    try:
        return Rows(polars.read_parquet(path), source, 1)
    except polars.exceptions.PolarsError as error:
        message = f"{path.name}: not a Parquet table: {str(error).splitlines()[0]}"
        raise _core.Error(message) from error
