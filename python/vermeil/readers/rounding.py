# SPDX-License-Identifier: MIT
"""The rounding of numbers that a reader computes: half up, to the decimals with which a column is exact."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

__all__ = ["DECIMALS", "half_up", "hours_half_up"]

#: With how many decimals a column is exact, where it is not six.
DECIMALS = {"hours_per_week": 2, "hourly_rate": 4}
#: What arithmetic leaves of a tie; a number this near to one is one.
_TIE = 1e-9


def half_up(numbers: pl.Series, decimals: int) -> pl.Series:
    """Write numbers with at most so many decimals; a tie goes away from zero.

    Examples
    --------
    >>> import polars as pl
    >>> half_up(pl.Series([100 / 60, 0.125, -0.125, 2.0, None]), 2).to_list()
    ['1.67', '0.13', '-0.13', '2', None]
    """
    import polars

    scaled = ((numbers.abs() * 10.0**decimals) + 0.5 + _TIE).floor().cast(polars.Int64, strict=False)
    parts = polars.DataFrame({"sign": numbers < 0, "whole": scaled}).select(
        polars.when("sign").then(polars.lit("-")).otherwise(polars.lit("")),
        (polars.col("whole") // 10**decimals).cast(polars.String),
        (polars.col("whole") % 10**decimals).cast(polars.String).str.zfill(decimals).alias("decimals"),
    )
    written = parts.select(polars.format("{}{}.{}", *parts.columns)).to_series()
    return written.str.strip_chars_end("0").str.strip_chars_end(".")


def hours_half_up(texts: pl.Series) -> pl.Series:
    """Round hours a week that have more than two decimals to a hundredth; any other text stays as it is.

    Examples
    --------
    >>> import polars as pl
    >>> hours_half_up(pl.Series(["2.3333", "10.5", "ten", None])).to_list()
    ['2.33', '10.5', 'ten', None]
    """
    import polars

    is_long = texts.str.contains(r"^\d+\.\d{3,}$").fill_null(value=False)
    numbers = texts.cast(polars.Float64, strict=False)
    return half_up(numbers, DECIMALS["hours_per_week"]).zip_with(is_long, texts)
