# SPDX-License-Identifier: MIT
"""Days and times as people write them, made into the writing that is read: 2024-10-01T09:30:00."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

__all__ = ["next_day_if_before", "read_days", "usual_formats"]

_DAY_FIRST = ("%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y")
_MONTH_FIRST = ("%m/%d/%Y", "%m/%d/%y", "%m-%d-%Y", "%B %d, %Y", "%b %d, %Y")
_TIMES = (" %H:%M:%S", " %H:%M", "T%H:%M:%S")
#: In "1st October 2024" the letters behind the day say nothing.
_ORDINAL = r"(?i)\b(\d{1,2})(?:st|nd|rd|th)\b"
#: A year before that is a year of two digits that was read as four.
_EARLIEST = 1900


def usual_formats(*, day_first: bool) -> tuple[str, ...]:
    """Give the formats in which days are usually written, the day before the month or after it."""
    return _DAY_FIRST if day_first else _MONTH_FIRST


def read_days(texts: pl.Series, formats: Sequence[str], *, with_time: bool = False) -> pl.Series:
    """Write each day that fits one of the formats as 2024-10-01.

    A text that fits none, or that two formats read as different days, stays as it is: whoever reads the table
    refuses it with its row. A day written as 2024-10-01 is left alone. A time behind the day is understood,
    and kept where it is asked for.

    Examples
    --------
    >>> import polars as pl
    >>> read_days(pl.Series(["1/10/2024", "2024-10-01", "13/13/2024"]), ["%d/%m/%Y"]).to_list()
    ['2024-10-01', '2024-10-01', '13/13/2024']
    """
    import polars

    known = texts.unique().drop_nulls()
    known = known.filter(~known.str.contains(r"^\d{4}-\d\d-\d\d"))
    if known.is_empty() or not formats:
        return texts
    bare = known.str.replace(_ORDINAL, "$1")
    spelt = [each + time for each in formats for time in ("", *_TIMES)]
    read = polars.DataFrame([_read(bare, each).alias(each) for each in spelt])
    agreed = read.select(
        polars.when(polars.min_horizontal(polars.all()) == polars.max_horizontal(polars.all()))
        .then(polars.min_horizontal(polars.all()))
        .alias("day")
    )["day"]
    has_time = known.str.contains(r"\d:\d")
    day = agreed.dt.strftime("%Y-%m-%d")
    written = agreed.dt.strftime("%Y-%m-%dT%H:%M:%S").zip_with(has_time, day) if with_time else day
    table = polars.DataFrame({"old": known, "new": written}).drop_nulls()
    return texts.replace(table["old"], table["new"])


def next_day_if_before(moments: pl.Series, others: pl.Series) -> pl.Series:
    """Put each moment that lies before the other of its row one day later, as an end past midnight does.

    Both are written as 2024-10-01T23:45:00, or with a blank and without seconds; what is no moment stays as
    it is. The day is that of the calendar, whatever the clocks do in the night.

    Examples
    --------
    >>> import polars as pl
    >>> ends, starts = pl.Series(["2024-10-01T00:15:00", "2024-10-01T09:00:00"]), "2024-10-01T23:45:00"
    >>> next_day_if_before(ends, pl.Series([starts, "2024-10-01T08:30:00"])).to_list()
    ['2024-10-02T00:15:00', '2024-10-01T09:00:00']
    """
    import polars

    end, start = _moments(moments), _moments(others)
    is_before = (end < start).fill_null(value=False)
    later = end.dt.offset_by("1d").dt.strftime("%Y-%m-%dT%H:%M:%S")
    return later.zip_with(is_before, moments.cast(polars.String))


def _moments(texts: pl.Series) -> pl.Series:
    import polars

    if isinstance(texts.dtype, polars.Datetime):
        return texts
    spelt = texts.cast(polars.String).str.strip_chars().str.replace(" ", "T", literal=True)
    seconds = spelt.str.strptime(polars.Datetime("us"), "%Y-%m-%dT%H:%M:%S", strict=False)
    minutes = spelt.str.strptime(polars.Datetime("us"), "%Y-%m-%dT%H:%M", strict=False)
    return seconds.zip_with(seconds.is_not_null(), minutes)


def _read(texts: pl.Series, written: str) -> pl.Series:
    import polars

    read = (
        texts.str.strip_chars().str.strptime(polars.Datetime("us"), written, strict=False)
        if "%H" in written
        else (
            texts.str.strip_chars()
            .str.strptime(polars.Date, written, strict=False)
            .cast(polars.Datetime("us"))
        )
    )
    return read.set(read.dt.year() < _EARLIEST, None)
