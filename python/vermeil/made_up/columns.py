# SPDX-License-Identifier: MIT
"""How a table is held before it is written: columns of words, numbers and days, with empty cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

__all__ = ["NEVER", "Columns", "Days", "Flags", "Numbers", "Picked", "Whole", "numbered", "series", "stacked"]

Numbers: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]
Days: TypeAlias = NDArray[np.datetime64]
Columns: TypeAlias = dict[str, Any]
"""Names to `Picked` words, lists, what polars holds, or arrays of numbers or days, masked where empty."""
NEVER = np.datetime64("NaT", "D")


@dataclass(frozen=True)
class Picked:
    """A column of words: for each row the position of its word; a word may be ``None``, an empty cell."""

    words: Sequence[str | None]
    rows: Whole


def numbered(prefix: str, count: int) -> list[str]:
    """Give ids counted from 1, all of one width."""
    width = max(3, len(str(count)))
    return [f"{prefix}{i:0{width}d}" for i in range(1, count + 1)]


def series(column: Any) -> pl.Series:  # noqa: ANN401
    """Give a column as polars holds it, its empty cells null."""
    import polars

    if isinstance(column, Picked):
        return polars.Series(column.words, dtype=polars.String).gather(column.rows)
    if isinstance(column, np.ma.MaskedArray):
        values = polars.Series(column.data)
        return values.zip_with(
            polars.Series(~np.ma.getmaskarray(column)), polars.Series([None], dtype=values.dtype)
        )
    return polars.Series(column)


def stacked(first: Columns, *others: Columns) -> Columns:
    """Put tables below each other; a column that one of them lacks is empty there."""
    import polars

    frames = [
        polars.DataFrame({name: series(column) for name, column in each.items()}) for each in (first, *others)
    ]
    whole = polars.concat(frames, how="diagonal_relaxed")
    return {name: whole[name] for name in whole.columns}
