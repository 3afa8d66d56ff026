# SPDX-License-Identifier: MIT
"""Made-up logs of visits as frames, in the forms in which a council may hold them."""

from __future__ import annotations

import polars as pl

from vermeil.made_up.visits import NO_TIME, STATUSES, VisitLog

__all__ = ["frame_of"]

MOMENT = pl.Datetime("us", "UTC")


def frame_of(log: VisitLog, *, texts: bool = False) -> pl.DataFrame:
    """Give a log with ids of 32 bits, or as texts whose order is that of the numbers."""
    times = {
        name: pl.Series(name, getattr(log, name))
        for name in ("planned_start", "planned_end", "actual_start", "actual_end")
    }
    ids = {
        name: pl.Series(name, getattr(log, name), dtype=pl.Int32) for name in ("service", "person", "worker")
    }
    if texts:
        ids = {
            name: f"{name[0].upper()}-" + column.cast(pl.String).str.zfill(7) for name, column in ids.items()
        }
    return pl.DataFrame(
        {
            **ids,
            **times,
            "status": pl.Series(log.status)
            .cast(pl.UInt32)
            .replace_strict(list(range(len(STATUSES))), list(STATUSES), return_dtype=pl.Categorical),
            "logged": pl.Series(log.electronic),
            "edited": pl.Series(log.edited),
            "time_critical": pl.Series(log.time_critical),
        }
    ).with_columns(
        pl.when(pl.col(name) != NO_TIME).then(pl.col(name) * 1_000_000).cast(MOMENT).alias(name)
        for name in times
    )
