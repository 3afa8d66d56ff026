# SPDX-License-Identifier: MIT
"""Logs of visits: every frame goes in, what is wrong is told, measures are those of plain Python."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_core import rows as table_rows
from visits_for_tests import frame_of

import vermeil as vm
from vermeil.made_up.visits import visit_log

UTC = dt.UTC
MORNING = dt.datetime(2024, 7, 1, 8, tzinfo=UTC)
ALL = vm.VisitRules(
    late_minutes=15,
    quantiles=(0.5, 0.9),
    short_minutes=30,
    least_share=0.9,
    continuity=True,
    sequence=True,
    recent_from=dt.datetime(2024, 10, 20, tzinfo=UTC),
)


def lists(rows: int = 1, **columns: list[Any]) -> dict[str, list[Any]]:
    """Make a table of plain visits, some columns replaced."""
    return {
        "service": ["S1"] * rows,
        "person": ["made up"] * rows,
        "worker": ["W1"] * rows,
        "planned_start": [f"2024-07-{1 + row:02d} 08:00" for row in range(rows)],
        "planned_end": [f"2024-07-{1 + row:02d} 08:30" for row in range(rows)],
        "status": ["delivered"] * rows,
        **columns,
    }


def only_row(table: vm.Table) -> dict[str, Any]:
    return table.to_polars().row(0, named=True)


@pytest.mark.parametrize("case", table_rows("continuity.csv"), ids=lambda case: case["sequence"])
def test_sequences_of_visits_have_the_indices_that_the_definitions_give(case: dict[str, str]) -> None:
    visits = [
        (f"2024-07-{day:02d} 08:00", worker)
        for day, workers in enumerate(case["sequence"].split(), start=1)
        for worker in workers
    ]
    starts, workers = (list(column) for column in zip(*visits, strict=True))
    table = lists(len(visits), planned_start=starts, worker=workers)
    table["planned_end"] = [start.replace("08:00", "08:30") for start in starts]
    found = only_row(vm.Visits(table).measure(vm.VisitRules(continuity=True, sequence=True)))
    for index in ("coc", "mmci", "secon"):
        expected = float(case[index]) if case[index] else None
        assert found[index] == (expected if expected is None else pytest.approx(expected, abs=1e-6)), index


FRAME = frame_of(visit_log(3_000, seed=5), texts=True)


def as_lists(frame: pl.DataFrame) -> dict[str, list[Any]]:
    return {name: frame[name].to_list() for name in frame.columns}


def in_chunks(frame: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([frame[:1], frame[1:1], frame[1:900], frame[900:]], rechunk=False)


WAYS: dict[str, Callable[[pl.DataFrame], object]] = {
    "polars": lambda frame: frame,
    "polars in chunks": in_chunks,
    "polars lazily": lambda frame: frame.lazy(),
    "polars, a slice": lambda frame: pl.concat([frame[:13], frame, frame[:5]], rechunk=True)[13:-5],
    "polars, texts as times": lambda frame: frame.with_columns(
        pl.col(pl.Datetime).dt.strftime("%Y-%m-%dT%H:%M:%S%:z"), pl.col("status").cast(pl.String)
    ),
    "polars, times in London": lambda frame: frame.with_columns(
        pl.col(pl.Datetime).dt.convert_time_zone("Europe/London")
    ),
    "polars, seconds and nanoseconds": lambda frame: frame.with_columns(
        pl.col("planned_start").dt.cast_time_unit("ms"), pl.col("actual_start").dt.cast_time_unit("ns")
    ),
    "polars, categories as ids": lambda frame: frame.with_columns(
        pl.col("service", "person", "worker").cast(pl.Categorical)
    ),
    "pandas": lambda frame: frame.to_pandas(),
    "pandas of arrow": lambda frame: frame.to_pandas(use_pyarrow_extension_array=True),
    "pyarrow": lambda frame: frame.to_arrow(),
    "pyarrow, large and small dictionaries": lambda frame: (
        frame.to_arrow()
        .set_column(0, "service", frame["service"].to_arrow().cast(pa.string()).dictionary_encode())
        .set_column(
            7,
            "status",
            pa.array(frame["status"].to_list())
            .dictionary_encode()
            .cast(pa.dictionary(pa.int8(), pa.string())),
        )
    ),
    "lists": as_lists,
}


@pytest.mark.parametrize("way", WAYS)
def test_every_kind_of_frame_gives_the_same_bits(way: str) -> None:
    expected = vm.Visits(FRAME, check=False).measure(ALL).to_polars()
    given_frame = WAYS[way](FRAME)
    assert vm.Visits(given_frame, check=False, threads=2).measure(ALL).to_polars().equals(expected)
    again = WAYS[way](FRAME)
    assert vm.measure_visits(again, ALL).to_polars().equals(expected)


def test_numbers_as_ids_give_the_same_as_texts_in_the_same_order() -> None:
    log = visit_log(3_000, seed=5)
    expected = vm.Visits(FRAME, check=False).measure(ALL).to_polars().drop("service")
    numbers = frame_of(log)
    for kind in (pl.Int16, pl.Int32, pl.Int64, pl.UInt16, pl.UInt32, pl.UInt64, pl.Float64):
        frame = numbers.with_columns(pl.col("service", "person", "worker").cast(kind))
        found = vm.measure_visits(frame, ALL).to_polars().drop("service")
        assert found.equals(expected), kind


def test_ids_far_from_what_lies_beneath_a_null_do_no_harm() -> None:
    came = [row % 7 > 0 for row in range(3000)]
    worker = [3_000_000_000 + row % 50 if has else 0 for row, has in enumerate(came)]
    table = pa.table(
        {
            "service": [row % 3 for row in range(3000)],
            "person": [row % 99 for row in range(3000)],
            "worker": pa.array(worker, mask=[not has for has in came]),
            "status": ["delivered" if has else "missed" for has in came],
        }
    )
    made = vm.measure_visits(table, vm.VisitRules(counts=False, continuity=True)).to_polars()
    assert made["contacts"].to_list() == [sum(came[service::3]) for service in range(3)]


def test_a_worker_may_be_missing_where_nobody_came_whatever_a_library_makes_of_the_column() -> None:
    table = lists(3, status=["missed", "delivered", "delivered"], worker=[None, 4, 4])
    for frame in (pl.DataFrame(table), pd.DataFrame(table), pa.table(table)):
        visits = vm.Visits(frame)
        assert visits.rows() == {"read": 3, "kept": 3, "doubtful": 0, "left_out": 0}
        assert only_row(visits.measure(vm.VisitRules(continuity=True)))["workers"] == 1


def test_columns_in_which_nothing_stands_are_read_as_that() -> None:
    table = lists(2, status=["missed", "missed"])
    nothing = [None, None]
    table |= dict.fromkeys(
        ["worker", "actual_start", "actual_end", "logged", "edited", "time_critical"], nothing
    )
    for frame in (pl.DataFrame(table), pd.DataFrame(table), pa.table(table), table):
        assert vm.Visits(frame).rows()["kept"] == 2


def test_truths_are_read_as_people_and_libraries_write_them() -> None:
    for values in (
        [True, False, None],
        ["yes", "no", ""],
        ["TRUE", "False", None],
        [1, 0, None],
        ["1", "0", ""],
    ):
        for frame in (lists(3, edited=values), pl.DataFrame(lists(3, edited=values))):
            visits = vm.Visits(frame)
            assert visits.rows()["kept"] == 3, values
            assert only_row(visits.measure(vm.VisitRules()))["edited_share"] == pytest.approx(1 / 3)


def test_a_reject_says_file_row_column_value_and_reason_and_masks_people() -> None:
    table = lists(
        4,
        status=["delivered", "perhaps", "missed", "delivered"],
        person=["a", "b", "c", "d"],
        worker=["w", "w", "w", " "],
        actual_start=["2024-07-01 08:05", "", "2024-07-03 08:00", ""],
    )
    visits = vm.Visits(table, source="visits.csv", first_row=10)
    rejects = visits.rejects().to_polars()
    assert rejects.columns == ["source", "row", "column", "value", "reason", "outcome"]
    assert rejects.rows() == [
        (
            "visits.csv",
            11,
            "status",
            "perhaps",
            "not one of 'delivered', 'missed', 'cancelled_by_person', "
            "'cancelled_by_provider' or 'frustrated'",
            "left out",
        ),
        (
            "visits.csv",
            12,
            "status",
            "missed",
            "somebody came, and the visit is said not to be delivered",
            "kept",
        ),
        ("visits.csv", 13, "worker", "", "empty, and this column must be filled", "left out"),
    ]
    assert visits.rows() == {"read": 4, "kept": 1, "doubtful": 1, "left_out": 2}
    assert len(visits) == 4


def test_the_order_of_rejects_does_not_depend_on_threads() -> None:
    frame = frame_of(visit_log(20_000, seed=1)).with_columns(
        planned_end=pl.when(pl.col("person") % 7 == 0)
        .then(pl.col("planned_start"))
        .otherwise(pl.col("planned_end")),
        status=pl.when(pl.col("worker") % 11 == 0)
        .then(pl.lit("perhaps"))
        .otherwise(pl.col("status").cast(pl.String)),
    )
    one, two, three = (vm.Visits(frame, threads=threads).rejects().to_polars() for threads in (1, 2, 3))
    assert one["row"].is_sorted()
    assert one.equals(two)
    assert one.equals(three)


def refused(message: str) -> Any:  # noqa: ANN401
    return pytest.raises(vm.Error, match=f"^{re.escape(message)}$")


def test_a_missing_column_is_named_with_those_that_are_there() -> None:
    table = lists()
    del table["planned_end"]
    with refused(
        "visits: no column 'planned_end'; of the columns of visits it has 'service', 'person', 'worker', "
        "'planned_start' or 'status'"
    ):
        vm.Visits(table)
    assert len(vm.measure_visits(table, vm.VisitRules(late_minutes=15, continuity=True))) == 1


@pytest.mark.parametrize(
    ("column", "values", "message"),
    [
        ("worker", [0.5], "holds neither whole numbers nor texts in all its rows; ids are one or the other"),
        ("planned_start", [5], "holds no moments; write them as 2024-10-27 01:30, or give timestamps"),
        ("planned_start", [dt.date(2024, 7, 1)], "holds days; a moment is wanted, with the time of day"),
        ("edited", [0.5], "does not hold words in all its rows; write 'no' or 'yes'"),
        (
            "status",
            [True],
            "does not hold words in all its rows; write 'delivered', 'missed', 'cancelled_by_person', "
            "'cancelled_by_provider' or 'frustrated'",
        ),
    ],
)
def test_a_column_of_another_kind_is_refused_by_name(column: str, values: list[Any], message: str) -> None:
    with refused(f"a.csv: column '{column}' {message}"):
        vm.Visits(pl.DataFrame({**lists(), column: values}), source="a.csv")


@pytest.mark.parametrize("threads", [0, -1, 1025])
def test_a_number_of_threads_that_cannot_be_is_refused(threads: int) -> None:
    for ask in (
        lambda: vm.Visits(lists(), threads=threads),
        lambda: vm.measure_visits(lists(), vm.VisitRules(), threads=threads),
    ):
        with refused(f"threads: {threads} cannot be; allowed are 1 to 1024"):
            ask()


def test_an_object_that_is_no_table_is_refused() -> None:
    with pytest.raises(vm.Error, match="visits: an object of the type 'int' is no table that can be read"):
        vm.Visits(5)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "2024-07-01 08:00",
                "",
                "noon",
                "2024-03-31 01:30",
                "2024-10-27 01:30",
                "1960-01-01 00:00",
                "01/07/2024 08:00",
                "2024-07-01T08:00Z",
            ]
        ),
        min_size=1,
        max_size=30,
    ),
    st.integers(1, 3),
)
def test_rows_kept_doubtful_and_left_out_add_up(starts: list[str], threads: int) -> None:
    ends = ["2024-10-27 03:30" if start.startswith("2024-10") else "2024-07-01 08:30" for start in starts]
    visits = vm.Visits(lists(len(starts), planned_start=starts, planned_end=ends), threads=threads)
    counts = visits.rows()
    assert counts["kept"] + counts["doubtful"] + counts["left_out"] == counts["read"] == len(starts)
    rejects = visits.rejects().to_polars()
    assert set(rejects.filter(pl.col("outcome") == "left out")["row"].to_list()) >= {
        2 + row
        for row, start in enumerate(starts)
        if start in {"", "noon", "2024-03-31 01:30", "01/07/2024 08:00"}
    }
