# SPDX-License-Identifier: MIT
"""Parquet files: what they say of their size is believed before it is unpacked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.readers.content import refuse_other_content
from vermeil.readers.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_parquet"]

#: So many rows are read however tightly they are packed, such as ten million duplicates.
FEW_ROWS = 20_000_000
#: Beyond them a row takes a byte of the file at least, as any in which something differs does.
LEAST_BYTES_A_ROW = 1


def read_parquet(path: Path, source: str) -> Rows:
    """Read a Parquet file.

    Raises
    ------
    Error
        When it is none, or it would unpack to far more rows than its size can hold.
    """
    import polars

    refuse_other_content(path)
    try:
        rows: int = polars.scan_parquet(path, glob=False).select(polars.len()).collect().item()
        _refuse_bombs(path, rows)
        return Rows(polars.read_parquet(path, glob=False), source, 1)
    except polars.exceptions.PolarsError as error:
        message = f"{path.name}: not a Parquet table: {str(error).splitlines()[0]}"
        raise _core.Error(message) from error


def _refuse_bombs(path: Path, rows: int) -> None:
    size = path.stat().st_size
    if rows > FEW_ROWS and rows * LEAST_BYTES_A_ROW > size:
        message = (
            f"{path.name}: not read, because it packs {rows:,} rows into {size:,} bytes: "
            f"beyond {FEW_ROWS:,} rows a row takes {LEAST_BYTES_A_ROW} byte at least"
        )
        raise _core.Error(message)
