# SPDX-License-Identifier: MIT
"""The core words through Python: the same tables as the C++ tests read, and the same messages."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

import vermeil as vm

DATA = Path(__file__).resolve().parent.parent / "data"


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table under tests/data."""
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("row", rows("wilson.csv"), ids=lambda row: f"{row['count']}of{row['n']}")
def test_the_wilson_interval_agrees_with_published_and_worked_ends(row: dict[str, str]) -> None:
    lower, upper = vm.wilson_interval(int(row["count"]), int(row["n"]))
    assert lower == pytest.approx(float(row["lower"]), rel=0, abs=float(row["tolerance"]))
    assert upper == pytest.approx(float(row["upper"]), rel=0, abs=float(row["tolerance"]))


def test_without_answers_the_wilson_interval_is_all_there_is() -> None:
    assert vm.wilson_interval(0, 0) == (0.0, 1.0)


def test_a_part_above_its_whole_is_refused() -> None:
    with pytest.raises(vm.Error, match="11 of 10 is no share: the part exceeds the whole"):
        vm.wilson_interval(11, 10)


@pytest.mark.parametrize("row", rows("quarters.csv"), ids=lambda row: row["financial"])
def test_both_writings_of_a_quarter_are_one_value(row: dict[str, str]) -> None:
    quarter = vm.Quarter(row["financial"])
    assert quarter == vm.Quarter(row["calendar"])
    assert hash(quarter) == hash(vm.Quarter(row["calendar"]))
    assert (str(quarter), quarter.calendar()) == (row["financial"], row["calendar"])
    assert quarter.first_day == date.fromisoformat(row["first_day"])
    assert quarter.last_day == date.fromisoformat(row["last_day"])
    assert vm.Quarter.of(quarter.last_day) == quarter


def test_what_is_no_quarter_is_refused_with_the_two_writings() -> None:
    with pytest.raises(vm.Error, match=r"'Q3' is not a quarter; write it as 2024-25 Q3 .* or 2024 Q4"):
        vm.Quarter("Q3")


def test_quarters_are_counted_and_compared() -> None:
    assert vm.Quarter("2024-25 Q4") + 1 == vm.Quarter("2025-26 Q1")
    assert vm.Quarter("2024-25 Q1") - 1 == vm.Quarter("2023-24 Q4")
    assert vm.Quarter("2023-24 Q4") < vm.Quarter("2024-25 Q1")


def test_the_states_have_the_names_of_the_files() -> None:
    assert tuple(vm.state_names) == (
        "present",
        "not_submitted",
        "too_few",
        "not_applicable",
        "not_yet_live",
        "not_yet_inspected",
        "suppressed",
        "unknown",
    )
