# SPDX-License-Identifier: MIT
"""A million made-up visits are measured as plain SQL does it, as they are and with ugly rows among them.

VERMEIL_SQL_VISITS asks for another number of visits, such as 10000000; that takes minutes and gigabytes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import duckdb
import numpy as np
import polars as pl
import pytest
from visits_for_tests import frame_of

import vermeil as vm
from vermeil.made_up.visits import visit_log

PUNCTUALITY = """
with late as (
  select service, status, case when status = 'delivered'
         then (epoch_us(actual_start) - epoch_us(planned_start)) // 1000000 end as late
  from visits)
select service, count(*) filter (status = 'delivered') as delivered,
       count(*) filter (status = 'missed') as missed,
       count(*) filter (status <> 'cancelled_by_person') as due, count(late) as logged,
       count(*) filter (late between -300 and 900) as punctual, count(*) filter (late < -300) as early,
       count(*) filter (late > 900) as late, missed / due as missed_share,
       quantile_cont(late, 0.5) / 60 as "late_q0.5", quantile_cont(late, 0.9) / 60 as "late_q0.9"
from late group by service order by service"""

LENGTHS = """
with timed as (
  select service, epoch(planned_end - planned_start) as planned, epoch(actual_end - actual_start) as actual
  from visits where status = 'delivered' and actual_start is not null and actual_end is not null)
select service, count(*) as timed, sum(actual) / sum(planned) as delivered_time_share,
       avg((actual < 1800)::int) as short_share, avg((planned < 1800)::int) as planned_short_share,
       avg((actual < 0.9 * planned)::int) as clipped_share
from timed group by service order by service"""

CONTINUITY = """
with times as (
  select service, person, worker, count(*) as n from visits where status = 'delivered' group by all),
people as (
  select service, person, sum(n) as contacts, count(*) as workers, max(n) / sum(n) as upc,
         (sum(n * n) - sum(n)) / (sum(n) * (sum(n) - 1)) as coc,
         (1 - count(*) / (sum(n) + 0.1::double)) / (1 - 1 / (sum(n) + 0.1::double)) as mmci
  from times group by all)
select service, count(*) as people, sum(contacts) as contacts, avg(workers) as workers,
       sum(workers * contacts) / sum(contacts) as workers_weighted,
       avg(upc) filter (contacts > 1) as upc, avg(coc) filter (contacts > 1) as coc,
       avg(mmci) filter (contacts > 1) as mmci
from people group by service order by service"""

SEQUENCE = """
with met as (
  select service, person, planned_start, list(distinct worker) as workers
  from visits where status = 'delivered' group by all),
again as (
  select service, person, list_has_any(workers, lag(workers) over (
           partition by service, person order by planned_start)) as same
  from met),
people as (
  select service, person, count(*) filter (same) / (count(*) - 1) as secon
  from again group by all having count(*) > 1)
select service, avg(secon) as secon, count(*) as secon_people from people group by service order by service"""

#: What may be measured of a log with ugly rows: those that can be read and are true, each once.
KEPT = """
select distinct * from ugly
where planned_start is not null and planned_end > planned_start
  and status in ('delivered', 'missed', 'cancelled_by_person', 'cancelled_by_provider', 'frustrated')
  and (actual_start is null or actual_end is null or actual_end >= actual_start)"""

VISITS = int(os.environ.get("VERMEIL_SQL_VISITS", "1000000"))

RULES = vm.VisitRules(
    late_minutes=15,
    early_minutes=5,
    quantiles=(0.5, 0.9),
    short_minutes=30,
    least_share=0.9,
    continuity=True,
    sequence=True,
)


QUERIES = pytest.mark.parametrize(
    "query",
    [PUNCTUALITY, LENGTHS, CONTINUITY, SEQUENCE],
    ids=["punctuality", "lengths", "continuity", "sequence"],
)


def ugly(visits: pl.DataFrame) -> pl.DataFrame:
    """Spoil four rows of a thousand, and let every 200th stand there once more."""
    row = pl.int_range(pl.len()) % 1000
    return pl.concat(
        [
            visits.with_columns(
                planned_start=pl.when(row != 1).then("planned_start"),
                planned_end=pl.when(row == 2).then("planned_start").otherwise("planned_end"),
                status=pl.when(row == 3).then(pl.lit("perhaps")).otherwise(pl.col("status").cast(pl.String)),
                actual_end=pl.when(row == 4)
                .then(pl.col("actual_start") - pl.duration(hours=1))
                .otherwise("actual_end"),
            ),
            visits.gather_every(200).with_columns(pl.col("status").cast(pl.String)),
        ]
    )


@pytest.fixture(scope="module")
def visits() -> pl.DataFrame:
    return frame_of(visit_log(VISITS, seed=11))


@pytest.fixture(scope="module")
def sql(visits: pl.DataFrame) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.register("visits", visits.with_columns(pl.col("status").cast(pl.String)).to_arrow())
        yield connection


@pytest.fixture(scope="module")
def measured(visits: pl.DataFrame) -> pl.DataFrame:
    table = vm.measure_visits(visits, RULES).to_polars()
    assert vm.Visits(visits, check=False, threads=2).measure(RULES).to_polars().equals(table)
    return table.with_columns(pl.col("service").cast(pl.Int32))


@pytest.fixture(scope="module")
def kept(visits: pl.DataFrame) -> Iterator[tuple[duckdb.DuckDBPyConnection, pl.DataFrame, int]]:
    """Give what SQL keeps of an ugly log, the measures of all of it, and how many rows were left out."""
    spoilt = ugly(visits)
    log = vm.Visits(spoilt)
    left_out = log.rows()["left_out"]
    measured = log.measure(RULES).to_polars().with_columns(pl.col("service").cast(pl.Int32))
    del log
    with duckdb.connect() as connection:
        connection.register("ugly", spoilt.to_arrow())
        connection.execute(f"create table visits as {KEPT}")
        yield connection, measured, left_out


def compare(expected: pl.DataFrame, measured: pl.DataFrame) -> None:
    assert len(expected) == len(measured)
    assert expected["service"].to_list() == measured["service"].to_list()
    for name in expected.columns:
        theirs, ours = expected[name], measured[name]
        if theirs.dtype.is_float():
            assert theirs.null_count() == ours.null_count() == 0, name
            np.testing.assert_allclose(ours.to_numpy(), theirs.to_numpy(), rtol=1e-12, atol=0, err_msg=name)
        else:
            assert ours.to_list() == [int(each) for each in theirs], name


@QUERIES
def test_measures_are_those_of_plain_sql(
    query: str, sql: duckdb.DuckDBPyConnection, measured: pl.DataFrame
) -> None:
    compare(sql.sql(query).pl(), measured)


@QUERIES
def test_measures_of_an_ugly_log_are_those_of_the_rows_that_sql_keeps(
    query: str, kept: tuple[duckdb.DuckDBPyConnection, pl.DataFrame, int]
) -> None:
    compare(kept[0].sql(query).pl(), kept[1])


def test_as_many_rows_are_left_out_as_sql_does_not_keep(
    kept: tuple[duckdb.DuckDBPyConnection, pl.DataFrame, int],
) -> None:
    (held,) = kept[0].sql("select count(*) from visits").fetchall()[0]
    (read,) = kept[0].sql("select count(*) from ugly").fetchall()[0]
    assert kept[2] == read - held > VISITS // 200
