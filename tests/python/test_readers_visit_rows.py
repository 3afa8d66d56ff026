# SPDX-License-Identifier: MIT
"""What is told of a log of visits by place comes back to the files, rows and columns that people know."""

from __future__ import annotations

import polars as pl
import pytest

from vermeil.readers.rows import Rows, fault
from vermeil.readers.visit_rows import VisitFiles

FIRST = Rows(
    pl.DataFrame({"service": ["S1", None, "S3"], "person": ["p", " ", "q"]}),
    "oct.csv",
    faults=(fault("oct.csv", 9, "ragged"),),
    labels={"service": "Branch"},
)
SECOND = Rows(pl.DataFrame({"service": ["S4"], "worker": ["w"]}), "nov.csv", numbers=pl.Series([7]))


def told(*places: int) -> pl.DataFrame:
    rows = [("x", place, "service", "v", "wrong", "left out") for place in places]
    names = ("source", "row", "column", "value", "reason", "outcome")
    return pl.DataFrame(rows, schema=names, orient="row", schema_overrides={"row": pl.Int64})


def test_places_become_files_rows_and_columns() -> None:
    found = VisitFiles([FIRST, SECOND]).placed(told(0, 2, 3)).select("source", "row", "column", "reason")
    assert found.rows() == [
        ("oct.csv", 9, "", "ragged"),
        ("oct.csv", 2, "Branch", "wrong"),
        ("oct.csv", 4, "Branch", "wrong"),
        ("nov.csv", 7, "service", "wrong"),
    ]


def test_nothing_is_told_of_blank_rows() -> None:
    files = VisitFiles([FIRST, SECOND])
    assert files.blank([0, 1, 1, 3]) == {1}
    assert files.blank([]) == set()
    assert files.placed(told(1)).height == 1  # the file's own fault


@pytest.mark.parametrize(("files", "source"), [([FIRST], "oct.csv"), ([FIRST, SECOND], "visits (2 files)")])
def test_the_files_have_a_name_and_their_columns_together(files: list[Rows], source: str) -> None:
    assert VisitFiles(files).source == source
    assert VisitFiles([FIRST, SECOND]).frame.columns == ["service", "person", "worker"]
