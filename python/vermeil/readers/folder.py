# SPDX-License-Identifier: MIT
"""Which files of a folder hold which tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.readers.csv_file import read_csv
from vermeil.readers.parquet_file import read_parquet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from vermeil.readers.rows import Rows

__all__ = ["BOOKS", "ENDINGS", "files_of", "named", "read_file", "read_parts", "table_of"]

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


def named(folder: Path) -> list[Path]:
    """Give what bears a name that could be a table's: files of the known endings, and folders."""
    there = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~$")))
    return [path for path in there if path.is_dir() or path.suffix.lower() in ENDINGS]


def read_file(path: Path, source: str, name: str = "") -> Rows:
    """Read one file; of a workbook the first sheet that holds a table, or the one of the name.

    Raises
    ------
    Error
        When it has another ending, or it cannot be read as a table.
    """
    ending = path.suffix.lower()
    if ending == ".csv":
        return read_csv(path, source)
    if ending == ".parquet":
        return read_parquet(path, source)
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


def read_parts(path: Path, source: str, name: str) -> list[Rows]:
    """Read one file of a table; of a workbook every sheet that is a part of it.

    Raises
    ------
    Error
        When it has another ending, or it cannot be read as a table.
    """
    if path.suffix.lower() not in BOOKS:
        return [read_file(path, source, name)]
    from vermeil.readers.book_parts import book_parts, needed_columns

    return book_parts(path, source, name, needed_columns(name))


def table_of(name: str, tables: Iterable[str]) -> str | None:
    """Say which table a file or sheet of a name is, or a part of; ``None`` for none of them."""
    lowered = name.strip().lower()
    return next((table for table in tables if lowered == table or _is_part(lowered, table)), None)


def _is_part(stem: str, name: str) -> bool:
    return stem.startswith(name) and _PART.fullmatch(stem[len(name) :]) is not None
