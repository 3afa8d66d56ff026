# SPDX-License-Identifier: MIT
"""The measures of visits as users of DuckDB and polars write them.

Run as a program, it answers line by line as polars with a number of threads of its own, which the environment
has to say before polars is loaded.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl
from pyarrow import feather

__all__ = ["CONTINUITY", "PUNCTUALITY", "SEQUENCES", "polars_works"]

PUNCTUALITY = """
with late as (select service, status, case when status = 'delivered'
              then (epoch_us(actual_start) - epoch_us(planned_start)) // 1000000 end as late from visits)
select service, count(*) filter (status = 'delivered') as delivered,
       count(*) filter (status = 'missed') as missed, count(late) as logged,
       count(*) filter (late between -900 and 900) as punctual, quantile_cont(late, [0.5, 0.9]) as late
from late group by service order by service"""

CONTINUITY = """
with times as (select service, person, worker, count(*) as n
               from visits where status = 'delivered' group by all),
people as (select service, person, count(*) as workers,
                  case when sum(n) > 1 then (sum(n * n) - sum(n)) / (sum(n) * (sum(n) - 1.0)) end as coc
           from times group by all)
select service, avg(workers) as workers, avg(coc) as coc from people group by service order by service"""

#: Two ways of the same; the faster is the peer.
SEQUENCES = (
    """
with met as (select service, person, planned_start, list(worker) as workers
             from visits where status = 'delivered' group by all),
again as (select service, person, list_has_any(workers, lag(workers) over (
                 partition by service, person order by planned_start)) as same from met),
people as (select service, person, sum(same::int) / (count(*) - 1.0) as secon
           from again group by all having count(*) > 1)
select service, avg(secon) as secon from people group by service order by service""",
    """
with ranked as (select service, person, worker,
                       dense_rank() over (partition by service, person order by planned_start) as k
                from visits where status = 'delivered'),
again as (select distinct a.service, a.person, a.k from ranked a join ranked b
          on a.service = b.service and a.person = b.person and a.worker = b.worker and a.k = b.k + 1),
same as (select service, person, count(*) as same from again group by all),
many as (select service, person, max(k) as n from ranked group by all having max(k) > 1)
select service, avg(coalesce(same, 0) / (n - 1.0)) as secon
from many left join same using (service, person) group by service order by service""",
)


def _punctuality(visits: pl.LazyFrame) -> pl.LazyFrame:
    delivered = pl.col("status") == "delivered"
    late = pl.when(delivered).then((pl.col("actual_start") - pl.col("planned_start")).dt.total_seconds())
    return (
        visits.select("service", "status", late=late)
        .group_by("service")
        .agg(
            delivered.sum().alias("delivered"),
            (pl.col("status") == "missed").sum().alias("missed"),
            pl.col("late").count().alias("logged"),
            pl.col("late").is_between(-900, 900).sum().alias("punctual"),
            (pl.col("late").quantile(0.5, "linear") / 60).alias("late_q0.5"),
            (pl.col("late").quantile(0.9, "linear") / 60).alias("late_q0.9"),
        )
        .sort("service")
    )


def _continuity(visits: pl.LazyFrame) -> pl.LazyFrame:
    n = pl.col("n")
    return (
        visits.filter(pl.col("status") == "delivered")
        .group_by("service", "person", "worker")
        .agg(pl.len().cast(pl.Int64).alias("n"))
        .group_by("service", "person")
        .agg(n.sum().alias("all"), pl.len().alias("workers"), (n * n).sum().alias("squares"))
        .with_columns(
            coc=pl.when(pl.col("all") > 1).then(
                (pl.col("squares") - pl.col("all")) / (pl.col("all") * (pl.col("all") - 1))
            )
        )
        .group_by("service")
        .agg(pl.col("workers").mean(), pl.col("coc").mean())
        .sort("service")
    )


def _sequence(visits: pl.LazyFrame) -> pl.LazyFrame:
    keys = ["service", "person"]
    goes_on = pl.all_horizontal(pl.col(key) == pl.col(key).shift() for key in keys)
    again = pl.col("worker").list.set_intersection(pl.col("worker").shift()).list.len() > 0
    return (
        visits.filter(pl.col("status") == "delivered")
        .group_by(*keys, "planned_start")
        .agg(pl.col("worker"))
        .sort(*keys, "planned_start")
        .with_columns(goes_on=goes_on, again=again)
        .filter(pl.col("goes_on"))
        .group_by(keys)
        .agg(pl.col("again").mean().alias("secon"))
        .group_by("service")
        .agg(pl.col("secon").mean())
        .sort("service")
    )


MEASURES = {"punctuality": _punctuality, "continuity": _continuity, "sequence": _sequence}


def _of_file(path: str) -> list[pl.DataFrame]:
    """Read a log, tell the bad rows from the good ones, and measure these."""
    if path.endswith(".csv"):
        lazy = pl.scan_csv(path, infer_schema=False)
        ids = [pl.col(name).cast(pl.Int32) for name in ("service", "person", "worker")]
        times = ["planned_start", "planned_end", "actual_start", "actual_end"]
        form = "%Y-%m-%dT%H:%M:%SZ"
        rows = lazy.with_columns(
            *ids, *(pl.col(name).str.to_datetime(form, time_zone="UTC", strict=False) for name in times)
        )
    else:
        rows = pl.scan_parquet(path)
    words = ["delivered", "missed", "cancelled_by_person", "cancelled_by_provider", "frustrated"]
    good = (
        (pl.col("planned_end") > pl.col("planned_start")) & pl.col("status").cast(pl.String).is_in(words)
    ).fill_null(value=False)
    frame = rows.with_row_index("row", offset=2).with_columns(good=good).collect()
    rejects = frame.filter(~pl.col("good"))
    kept = frame.lazy().filter(pl.col("good"))
    return [rejects, *pl.collect_all([measure(kept) for measure in MEASURES.values()])]


def polars_works(visits: pl.DataFrame) -> dict[str, Callable[[], list[pl.DataFrame]]]:
    """Give each work on a frame that is in memory."""

    def work(*names: str) -> Callable[[], list[pl.DataFrame]]:
        return lambda: pl.collect_all([MEASURES[name](visits.lazy()) for name in names])

    return {**{name: work(name) for name in MEASURES}, "all": work(*MEASURES)}


def main() -> None:
    """Answer `work` with the seconds it takes, and `work > path` with its tables in files."""
    works = {}
    for path in sys.argv[1:]:
        table = feather.read_table(path, memory_map=False).combine_chunks()
        works = polars_works(pl.DataFrame(table))
    print(json.dumps({"version": pl.__version__, "threads": pl.thread_pool_size()}), flush=True)
    for line in sys.stdin:
        name, _, path = (part.strip() for part in line.partition(">"))
        work = works.get(name) or (lambda name=name: _of_file(name))
        before = time.perf_counter()
        made = work()
        taken = time.perf_counter() - before
        for position, table in enumerate(made if path else []):
            table.write_ipc(Path(f"{path}.{position}"))
        print(taken, flush=True)


if __name__ == "__main__":
    main()
