# SPDX-License-Identifier: MIT
"""A million made-up visits are measured as plain SQL measures them."""

from __future__ import annotations

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

RULES = vm.VisitRules(
    late_minutes=15,
    early_minutes=5,
    quantiles=(0.5, 0.9),
    short_minutes=30,
    least_share=0.9,
    continuity=True,
    sequence=True,
)


@pytest.fixture(scope="module")
def visits() -> pl.DataFrame:
    return frame_of(visit_log(1_000_000, seed=11))


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


@pytest.mark.parametrize(
    "query",
    [PUNCTUALITY, LENGTHS, CONTINUITY, SEQUENCE],
    ids=["punctuality", "lengths", "continuity", "sequence"],
)
def test_measures_are_those_of_plain_sql(
    query: str, sql: duckdb.DuckDBPyConnection, measured: pl.DataFrame
) -> None:
    expected = sql.sql(query).pl()
    assert len(expected) == len(measured)
    assert expected["service"].to_list() == measured["service"].to_list()
    for name in expected.columns:
        theirs, ours = expected[name], measured[name]
        if theirs.dtype.is_float():
            assert theirs.null_count() == ours.null_count() == 0, name
            np.testing.assert_allclose(ours.to_numpy(), theirs.to_numpy(), rtol=1e-12, atol=0, err_msg=name)
        else:
            assert ours.to_list() == [int(each) for each in theirs], name
