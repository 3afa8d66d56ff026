# SPDX-License-Identifier: MIT
"""Days in every writing that people use come out in one; what is doubtful stays as it is."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vermeil.readers.days import read_days, usual_formats

BRITISH = usual_formats(day_first=True)


def one(text: str, *formats: str, with_time: bool = False) -> str:
    return str(read_days(pl.Series([text]), formats or BRITISH, with_time=with_time).item())


@pytest.mark.parametrize(
    "text",
    [
        "1/10/2024",
        "01/10/2024",
        "01/10/24",
        "1-10-2024",
        "01.10.2024",
        "1 October 2024",
        "1 Oct 2024",
        "1-Oct-24",
    ],
)
def test_the_first_of_october_in_every_british_writing(text: str) -> None:
    assert one(text) == "2024-10-01"


def test_the_month_first_where_that_is_said() -> None:
    assert one("10/1/2024", *usual_formats(day_first=False)) == "2024-10-01"


@pytest.mark.parametrize(
    "text", ["2024-10-01", "2024-10-01T09:00", "31/11/2024", "soon", "13/13/2024", "1/1/0024"]
)
def test_what_is_a_day_already_or_none_stays(text: str) -> None:
    assert one(text) == text


def test_a_text_that_two_formats_read_as_different_days_stays() -> None:
    assert one("1/10/2024", "%d/%m/%Y", "%m/%d/%Y") == "1/10/2024"
    assert one("13/10/2024", "%d/%m/%Y", "%m/%d/%Y") == "2024-10-13"
    assert one("10/10/2024", "%d/%m/%Y", "%m/%d/%Y") == "2024-10-10"


def test_a_time_is_left_away_or_kept() -> None:
    assert one("01/10/2024 09:30") == "2024-10-01"
    assert one("01/10/2024 09:30", with_time=True) == "2024-10-01T09:30:00"
    assert one("01/10/2024", with_time=True) == "2024-10-01"


def test_three_formats_in_one_column_are_all_read() -> None:
    texts = pl.Series(["01/10/2024", "2 Oct 2024", "2024-10-03", None, "4-Oct-24"])
    days = ["2024-10-01", "2024-10-02", "2024-10-03", None, "2024-10-04"]
    assert read_days(texts, BRITISH).to_list() == days


@settings(deadline=None, max_examples=50)
@given(st.dates(min_value=dt.date(1901, 1, 1), max_value=dt.date(2200, 1, 1)), st.sampled_from(BRITISH))
def test_every_day_comes_back_from_every_format_with_four_digits(day: dt.date, written: str) -> None:
    if "%Y" in written:
        assert one(day.strftime(written)) == day.isoformat()


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(max_size=12) | st.none(), max_size=8))
def test_any_text_is_a_day_or_stays(texts: list[str | None]) -> None:
    read = read_days(pl.Series(texts, dtype=pl.String), BRITISH).to_list()
    for before, after in zip(texts, read, strict=True):
        assert after == before or dt.date.fromisoformat(str(after))


@pytest.mark.parametrize("day", ["1st October 2024", "1ST Oct 2024", " 1 October 2024"])
def test_a_day_with_letters_behind_its_number_is_that_day(day: str) -> None:
    assert read_days(pl.Series([day, "5th"]), usual_formats(day_first=True)).to_list() == [
        "2024-10-01",
        "5th",
    ]
