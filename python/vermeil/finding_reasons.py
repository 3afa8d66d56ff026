# SPDX-License-Identifier: MIT
"""Findings put together by what they have in common: the file, the column and the reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import polars as pl

__all__ = ["Reason", "is_of_the_rest", "reasons_of"]


class Reason(NamedTuple):
    """Findings of one kind: which file and column, why, how many rows, and the first of them."""

    source: str
    column: str
    reason: str
    outcome: str
    rows: int
    first_rows: tuple[int, ...]
    first_value: str


#: What differs from row to row in the words of a reason; what it advises to write is the same in each.
_DETAIL = re.compile(r"(write it as [^;]*)|(?<!\w)'[^']*'|\b\d[\d,.:/-]*\b|\brow …(?: of \S+)?")
_FIRST_ROWS = 5
#: What stands in the place of the rows of a reason beyond those that are listed.
_THE_REST = r"^and (\d+) more rows: "


def reasons_of(found: pl.DataFrame) -> list[Reason]:
    """Put findings together by file, column and reason."""
    import polars

    more = polars.when(is_of_the_rest()).then(polars.col("reason").str.extract(_THE_REST).cast(polars.Int64))
    found = found.with_columns(
        times=more.otherwise(1), reason=polars.col("reason").str.replace(_THE_REST, "")
    )
    kinds = {reason: _without_details(reason) for reason in found["reason"].unique()}
    grouped = (
        found.with_columns(kind=polars.col("reason").replace(kinds))
        .group_by("source", "column", "kind", "outcome", maintain_order=True)
        .agg(
            polars.col("times").sum().alias("rows"),
            polars.col("row").head(_FIRST_ROWS),
            polars.col("value").first(),
            polars.col("reason").first(),
            polars.col("reason").n_unique().alias("wordings"),
        )
    )
    return [
        Reason(
            each["source"],
            each["column"],
            each["reason"] if each["wordings"] == 1 else each["kind"],
            each["outcome"],
            each["rows"],
            tuple(each["row"]),
            each["value"],
        )
        for each in grouped.iter_rows(named=True)
    ]


def _without_details(reason: str) -> str:
    for _ in range(2):  # a row's number becomes …, and then what the row is of
        reason = _DETAIL.sub(lambda found: found[1] or "…", reason)
    return reason


def is_of_the_rest() -> pl.Expr:
    """Tell the lines that stand for many rows; no row has the number 0."""
    import polars

    return (polars.col("row") == 0) & polars.col("reason").str.contains(_THE_REST)
