# SPDX-License-Identifier: MIT
"""The made-up survey as tables: each layout says the same."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from markets_for_tests import all_rejects, ratings, read

from vermeil.made_up import MadeUp, SurveyLayout, make_up


def sent_and_returned(made: MadeUp) -> pl.DataFrame:
    # The planted row is of the quarter before the first.
    return read(made, "survey_base").filter(pl.col("quarter").is_in(made.quarters))


@pytest.mark.parametrize("layout", [SurveyLayout.WIDE, SurveyLayout.SHEETS])
def test_all_survey_layouts_give_the_same_ratings(made: MadeUp, tmp_path: Path, layout: SurveyLayout) -> None:
    other = make_up(tmp_path, survey=layout)
    assert f"{layout.value}.csv" in {file.name for file in tmp_path.iterdir()}
    # A sheet has its day, counts have their quarter: only the ages of what a rating rests on may differ.
    ages = ["oldest_days", "median_days", "age_known"]
    assert ratings(other).to_polars().drop(ages).equals(ratings(made).to_polars().drop(ages))
    assert {(row["source"], row["row"]) for row in all_rejects(other)} == {
        (row.file, row.row) for row in other.planted
    }


def test_the_base_is_unknown_whole_or_not_at_all(made: MadeUp) -> None:
    base = sent_and_returned(made)
    unknown = base.filter(pl.col("sent").is_null())
    assert 0 < unknown.height < base.height
    assert unknown.equals(base.filter(pl.col("undelivered").is_null()))


def test_no_more_forms_are_returned_and_undelivered_than_sent(tmp_path: Path) -> None:
    known = sent_and_returned(make_up(tmp_path, services=400)).filter(pl.col("sent").is_not_null())
    whole = known.select(pl.col("sent", "undelivered", "returned").cast(pl.Int64))
    assert whole.select((pl.col("undelivered") + pl.col("returned") <= pl.col("sent")).all()).item()


def test_a_sheet_stands_for_each_form_that_came_back(made: MadeUp, tmp_path: Path) -> None:
    sheets = read(make_up(tmp_path, survey=SurveyLayout.SHEETS), "survey_sheets")
    assert sheets.height - 1 == sent_and_returned(made)["returned"].cast(pl.Int64).sum()
    assert sheets["sheet"].is_unique().all()
