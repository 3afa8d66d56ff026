# SPDX-License-Identifier: MIT
"""Measures as a table: values, states and bases, and what becomes of them."""

from __future__ import annotations

from datetime import date

import pytest

import vermeil as vm

FRAMEWORK = vm.Framework.parse(
    """
language = 1
id = "three"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
[missing]
not_submitted = { policy = "carry_forward", quarters = 2 }
[[measure]]
id = "leavers"
value = { counts = "leavers" }
direction = "lower"
weight = 1
least_n = 5
[[measure]]
id = "planned"
live = false
weight = 1
[[band]]
name = "Gold"
at_least = 80
[[band]]
name = "Bronze"
"""
)
SERVICES = {"service": ["S1", "S2"], "provider": ["A", "A"], "last_day": ["", "2024-11-30"]}


def counts(*rows: tuple[str, str, str]) -> dict[str, list[str]]:
    """Return the leavers of S1: quarter, count, base."""
    quarters, leavers, workers = zip(*rows, strict=True)
    columns = {"quarter": quarters, "count": leavers, "base": workers}
    fixed = {"service": ["S1"] * len(rows), "item": ["leavers"] * len(rows)}
    return fixed | {name: list(values) for name, values in columns.items()}


def drawn(*rows: tuple[str, str, str], quarter: str = "2024-25 Q3") -> vm.Measures:
    """Draw the measures of S1 and S2."""
    return FRAMEWORK.measure(vm.Evidence(services=SERVICES, counts=counts(*rows)), quarter)


def test_the_table_has_a_row_a_service_that_is_open_at_the_quarters_end() -> None:
    measures = drawn(("2024-25 Q3", "1", "10"))
    assert measures.services == ["S1"]
    assert measures.quarter == "2024-25 Q3"
    assert measures.columns[:3] == ["service", "quarter", "leavers"]
    assert len(measures) == 1


def test_a_cell_has_its_value_state_base_and_interval() -> None:
    cell = drawn(("2024-25 Q3", "1", "10")).cell("S1", "leavers")
    assert cell == {
        "value": 0.1,
        "state": "present",
        "n": 10,
        "count": 1,
        "day": date(2024, 12, 31),
        "interval": vm.wilson_interval(1, 10),
    }


def test_an_absent_value_is_null_and_keeps_its_counts() -> None:
    measures = drawn(("2024-25 Q3", "1", "4"))
    row = measures.to_arrow().to_pylist()[0]
    assert row["leavers"] is None
    assert vm.state_names[row["leavers.state"]] == "too_few"
    assert (row["leavers.n"], row["leavers.count"]) == (4, 1)
    assert measures.cell("S1", "planned")["state"] == "not_yet_live"


@pytest.mark.parametrize(("quarter", "age"), [("2024-25 Q2", 1), ("2024-25 Q1", 2)])
def test_a_value_is_carried_forward_with_its_age(quarter: str, age: int) -> None:
    measures = drawn((quarter, "2", "10"))
    assert measures.cell("S1", "leavers")["value"] == 0.2
    assert measures.to_arrow().to_pylist()[0]["leavers.flags"] >> 3 == age


def test_a_value_that_is_too_old_is_not_carried() -> None:
    assert drawn(("2023-24 Q4", "2", "10")).cell("S1", "leavers")["state"] == "not_submitted"


def test_a_carried_value_is_named_with_its_age_in_the_explanation() -> None:
    ratings = FRAMEWORK.rate(drawn(("2024-25 Q1", "2", "10")))
    assert "2 quarters" in ratings["S1"].explain()


def test_measures_may_be_drawn_as_of_a_day() -> None:
    evidence = vm.Evidence(services=SERVICES, counts=counts(("2024-25 Q3", "1", "10")))
    assert FRAMEWORK.measure_as_of(evidence, date(2024, 11, 30)).services == ["S1", "S2"]
    assert FRAMEWORK.measure_as_of(evidence, date(2024, 12, 1)).services == ["S1"]


def test_a_service_or_measure_that_there_is_not_is_named() -> None:
    measures = drawn(("2024-25 Q3", "1", "10"))
    with pytest.raises(vm.Error, match="no service 'S9' among the 1 measured"):
        measures.cell("S9", "leavers")
    with pytest.raises(vm.Error, match="no measure 'leaver'; the table has 'leavers' or 'planned'"):
        measures.cell("S1", "leaver")


def test_measures_read_back_are_the_same_measures() -> None:
    measures = drawn(("2024-25 Q3", "1", "10"))
    again = FRAMEWORK.read_measures(measures, quarter="2024-25 Q3")
    assert again.to_arrow().equals(measures.to_arrow())


def test_days_go_out_as_dates_and_come_back_from_frames_and_texts() -> None:
    measures = drawn(("2024-25 Q2", "2", "10"))
    row = measures.to_arrow().to_pylist()[0]
    assert row["leavers.day"] == date(2024, 9, 30)
    assert measures.as_of == date(2024, 12, 31)
    given = {"service": ["S1", "S2"], "leavers": [0.1, 0.2], "leavers.day": ["2024-10-01", "2025-01-01"]}
    read = FRAMEWORK.read_measures(given, as_of=date(2024, 12, 31))
    assert read.cell("S1", "leavers")["day"] == date(2024, 10, 1)
    assert read.cell("S2", "leavers")["day"] is None
    assert read.rejects().to_arrow().to_pylist()[0]["reason"].startswith("lies after 2024-12-31")
    assert FRAMEWORK.read_measures(given).as_of is None
