# SPDX-License-Identifier: MIT
"""One's own measures in frames, shares by group of people, and scores over whole forms."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

import vermeil as vm

ROOT = Path(__file__).resolve().parents[2]
HEAD = """
language = 1
id = "own"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
[[survey]]
id = "yearly"
not_counted = ["rather not say"]
[[survey.scale]]
answers = ["agree", "neither", "disagree"]
items = ["dignity"]
[[survey.scale]]
answers = ["a", "b"]
items = ["group"]
[[measure]]
id = "walks"
weight = 1
least_n = 3
scale = { linear = [[0, 0], [20, 100]] }
[[measure]]
id = "dignity"
weight = 1
value = { survey = "yearly", item = "dignity", positive = ["agree"] }
[[band]]
name = "Gold"
"""
FRAMEWORK = vm.Framework.parse(HEAD)
SERVICES = {"service": ["P1", "P2", "P3"], "provider": ["A", "A", "B"]}
WALKS = {"service": ["P1", "P2", "P9"], "value": [7.0, 3.0, 1.0], "n": [12, 2, 5]}


def evidence() -> vm.Evidence:
    """Return twelve forms of P1: eleven of group a, ten of which agree, and one of group b."""
    sheets = pl.DataFrame({"sheet": [str(i) for i in range(12)]}).with_columns(
        service=pl.lit("P1"),
        quarter=pl.lit("2024-25 Q3"),
        dignity=pl.when(pl.col("sheet") == "0").then(pl.lit("disagree")).otherwise(pl.lit("agree")),
        group=pl.when(pl.col("sheet") == "11").then(pl.lit("b")).otherwise(pl.lit("a")),
    )
    return vm.Evidence(services=SERVICES, survey_sheets=sheets)


@pytest.mark.parametrize("frame", [WALKS, pl.DataFrame(WALKS), pl.DataFrame(WALKS).to_pandas()])
def test_a_frame_of_any_library_is_a_measure(frame: object) -> None:
    measures = FRAMEWORK.measure(evidence(), "2024-25 Q3", own={"walks": frame})
    assert measures.cell("P1", "walks") == {
        "value": 7.0,
        "state": "present",
        "n": 12,
        "count": 0,
        "day": None,
    }
    assert measures.cell("P2", "walks")["state"] == "too_few"
    assert measures.cell("P3", "walks")["state"] == "unknown"
    (reject,) = measures.rejects().to_polars().iter_rows(named=True)
    assert (reject["source"], reject["row"], reject["value"]) == ("walks", 4, "P9")
    assert reject["reason"] == "no such service among the 3 in the services table"


def test_it_is_drawn_as_of_a_day_too() -> None:
    from datetime import date

    measures = FRAMEWORK.measure_as_of(evidence(), date(2024, 12, 31), own={"walks": WALKS})
    assert measures.cell("P1", "walks")["value"] == 7


def test_what_is_left_open_must_be_given_and_what_is_drawn_must_not() -> None:
    with pytest.raises(vm.Error, match="measure 'walks' says nothing of where its value comes from"):
        FRAMEWORK.measure(evidence(), "2024-25 Q3")
    with pytest.raises(vm.Error, match="measure 'dignity' says where its value comes from"):
        FRAMEWORK.measure(evidence(), "2024-25 Q3", own={"walks": WALKS, "dignity": WALKS})
    with pytest.raises(vm.Error, match=r"no measure 'walk' in the framework; .*did you mean 'walks'"):
        FRAMEWORK.measure(evidence(), "2024-25 Q3", own={"walk": WALKS})


def test_the_order_of_rows_does_not_matter() -> None:
    turned = {name: values[::-1] for name, values in WALKS.items()}
    tables = [
        FRAMEWORK.measure(evidence(), "2024-25 Q3", own={"walks": each}).to_polars()
        for each in (WALKS, turned)
    ]
    assert tables[0].equals(tables[1])


def test_a_small_group_is_suppressed_and_a_large_one_shown() -> None:
    asked = (evidence(), "2024-25 Q3", "dignity", "group")
    # By default what a small group could be reckoned from is withheld too.
    assert set(FRAMEWORK.survey_groups(*asked).to_polars()["state"][1:3]) == {"suppressed"}
    groups = FRAMEWORK.survey_groups(*asked, secondary=False).to_polars()
    shown = {(row["service"], row["group"]): row for row in groups.iter_rows(named=True)}
    assert shown["P1", "a"] == {
        "service": "P1",
        "group": "a",
        "share": 10 / 11,
        "state": "present",
        "n": 11,
        "count": 10,
    }
    assert shown["P1", "b"]["share"] is None
    assert (shown["P1", "b"]["state"], shown["P1", "b"]["n"]) == ("suppressed", 0)
    assert shown["", ""]["n"] == 12
    assert shown["P2", "a"]["state"] == "not_submitted"
    with pytest.raises(vm.Error, match="measure 'walks' is no share of a survey's answers"):
        FRAMEWORK.survey_groups(evidence(), "2024-25 Q3", "walks", "group")
    with pytest.raises(vm.Error, match="survey 'yearly' has no item 'age'"):
        FRAMEWORK.survey_groups(evidence(), "2024-25 Q3", "dignity", "age")


def test_quality_of_life_is_the_mean_over_people_who_answered_all_eight() -> None:
    framework = vm.Framework.load(ROOT / "examples" / "frameworks" / "quality_of_life.toml")
    items = ["control", "cleanliness", "food", "safety", "social", "occupation", "accommodation", "dignity"]
    words = ["ideal state", "no needs", "some needs", "high needs"]
    forms = pl.DataFrame(
        {"sheet": [str(i) for i in range(12)], "service": ["P1"] * 12, "quarter": ["2024-25 Q3"] * 12}
        | {item: [words[(i + place) % 4] for i in range(12)] for place, item in enumerate(items)}
        | {"helped": ["nobody"] * 12}
    )
    ten = forms.with_columns(
        food=pl.when(pl.col("sheet").is_in(["3", "7"])).then(None).otherwise(pl.col("food"))
    )
    cell = framework.measure(vm.Evidence(services=SERVICES, survey_sheets=ten), "2024-25 Q3").cell(
        "P1", "quality_of_life"
    )
    # Each form has every level twice: 2 * (3 + 2 + 1 + 0) = 12 points of 24.
    assert (cell["value"], cell["n"], cell["count"]) == (12.0, 10, 0)
