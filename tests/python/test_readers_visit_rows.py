# SPDX-License-Identifier: MIT
"""The files of a log of visits are put together as they lie, and each is described for messages."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

import vermeil as vm
from vermeil.readers.rows import Rows, fault
from vermeil.readers.visit_rows import VisitFiles

FIRST = Rows(
    pl.DataFrame({"service": ["S1", None, "S3"], "person": ["p", " ", "q"]}),
    "oct.csv",
    faults=(fault("oct.csv", 9, "ragged"),),
    labels={"service": "Branch"},
)
SECOND = Rows(
    pl.DataFrame({"service": ["S4"], "worker": ["w"]}), "nov.csv", numbers=pl.Series([7]), passed_over=2
)


def test_each_file_says_what_messages_about_its_rows_need_to_know() -> None:
    first, second = VisitFiles([FIRST, SECOND]).described()
    assert (first["source"], first["rows"], first["first_row"]) == ("oct.csv", 3, 2)
    assert first["labels"] == {"service": "Branch"}
    assert [each["reason"] for each in first["faults"]] == ["ragged"]
    assert "row_numbers" not in first
    assert second["row_numbers"].tolist() == [7]
    assert second["passed_over"] == 2


@pytest.mark.parametrize(("files", "source"), [([FIRST], "oct.csv"), ([FIRST, SECOND], "visits (2 files)")])
def test_the_files_have_a_name_and_their_columns_together(files: list[Rows], source: str) -> None:
    assert VisitFiles(files).source == source
    assert VisitFiles([FIRST, SECOND]).frame.columns == ["service", "person", "worker"]


def test_timestamps_stay_what_they_are_where_all_files_have_them() -> None:
    moment = pl.DataFrame({"planned_start": [dt.datetime(2024, 10, 1, 8, 0)]})
    kinds = [VisitFiles([Rows(moment, f"{i}.parquet") for i in range(count)]).frame for count in (1, 2)]
    assert [each.schema["planned_start"] for each in kinds] == [pl.Datetime("us")] * 2


def test_moments_that_files_hold_in_different_ways_become_texts_of_the_same_moments() -> None:
    at = dt.datetime(2024, 10, 27, 0, 30, tzinfo=dt.UTC)
    in_utc = pl.DataFrame({"planned_start": [at]}, schema={"planned_start": pl.Datetime("ms", "UTC")})
    parts = [
        Rows(in_utc, "a.parquet"),
        Rows(pl.DataFrame({"planned_start": [at.replace(tzinfo=None)]}), "b.parquet"),
        Rows(pl.DataFrame({"planned_start": ["2024-10-27 00:30"]}), "c.csv"),
    ]
    assert VisitFiles(parts).frame["planned_start"].to_list() == [
        "2024-10-27 00:30:00Z",
        "2024-10-27 00:30:00",
        "2024-10-27 00:30",
    ]


def test_what_cannot_stand_in_one_column_is_refused() -> None:
    parts = [Rows(pl.DataFrame({"a": [[1]]}), "a.parquet"), Rows(pl.DataFrame({"a": [1.5]}), "b.parquet")]
    with pytest.raises(vm.Error, match=r"^a\.parquet, b\.parquet: these do not make one table visits: "):
        VisitFiles(parts)
