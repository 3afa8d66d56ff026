# SPDX-License-Identifier: MIT
"""What is reported of made-up services."""

from __future__ import annotations

import polars as pl
import pytest
from markets_for_tests import read

from vermeil.made_up import MadeUp

FIRST = {
    "complaints": "received_on",
    "safeguarding": "opened_on",
    "deaths": "on",
    "concerns": "raised_on",
}


def right_rows(made: MadeUp, table: str) -> pl.DataFrame:
    """Give the rows of a table without those that were planted."""
    planted = sum(each.file == f"{table}.csv" for each in made.planted)
    rows = read(made, table)
    return rows.head(rows.height - planted)


@pytest.mark.parametrize("table", FIRST)
def test_cases_are_concluded_later_and_nothing_lies_after_the_last_day(made: MadeUp, table: str) -> None:
    rows = right_rows(made, table)
    concluded = rows.filter(pl.col("concluded_on").is_not_null())
    assert concluded.height > 0
    assert (concluded["concluded_on"] > concluded[FIRST[table]]).all()
    assert rows[FIRST[table]].max() <= str(made.last_day)


@pytest.mark.parametrize("table", FIRST)
def test_only_what_is_concluded_says_whose_it_is(made: MadeUp, table: str) -> None:
    rows = right_rows(made, table)
    said = pl.col("attributable").is_not_null()
    assert rows.filter(said != pl.col("concluded_on").is_not_null()).is_empty()


@pytest.mark.parametrize("table", ["complaints", "concerns"])
def test_some_cases_are_still_open(made: MadeUp, table: str) -> None:
    assert right_rows(made, table)["concluded_on"].null_count() > 0


def test_one_company_is_in_administration(made: MadeUp) -> None:
    finance = read(made, "finance")
    assert finance.filter(pl.col("status") == "administration").height == 1
    assert finance["provider"].n_unique() == finance.height - 1
