# SPDX-License-Identifier: MIT
"""Frames of every library go in, without a copy of their numbers, and results come out to every library."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from frames_for_tests import EXPECTED, FRAME_CASES, NO_FRAMES, FrameCase, NoFrame

import vermeil as vm
from vermeil.frames import Table, core_table

RULES = """
language = 1
id = "one"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
[[measure]]
id = "dignity"
value = { counts = "dignity" }
weight = 1
[[band]]
name = "Gold"
at_least = 80
[[band]]
name = "Bronze"
"""
LIMITER = """
[[rating_scale]]
id = "cqc"
words = ["Outstanding", "Good", "Poor"]
[[limiter]]
cap = "Bronze"
when = { rating = "cqc", is = "Poor" }
because = "poor"
"""
FRAMEWORK = vm.Framework.parse(RULES)


def read_dignity(values: list[Any], **others: list[Any]) -> vm.Measures:
    """Read one column of shares, and others beside it."""
    services = [f"S{place}" for place in range(len(values))]
    frame = pl.DataFrame({"service": services, "dignity": values})
    return FRAMEWORK.read_measures(
        frame.with_columns(**{name: pl.Series(each) for name, each in others.items()})
    )


def told(measures: vm.Measures) -> list[tuple[int, str, str, str]]:
    """Return row, column, value and reason of each reject."""
    rejects = measures.rejects().to_arrow().to_pylist()
    return [(each["row"], each["column"], each["value"], each["reason"]) for each in rejects]


def states(measures: vm.Measures) -> list[str]:
    """Return the state of each service."""
    return [measures.cell(service, "dignity")["state"] for service in measures.services]


@pytest.mark.parametrize("case", FRAME_CASES, ids=lambda case: case.name)
def test_measures_are_read_from_every_kind_of_frame(case: FrameCase) -> None:
    measures = FRAMEWORK.read_measures(case.make())
    assert measures.services == EXPECTED["service"]
    assert told(measures) == []
    cells = [measures.cell(service, "dignity") for service in measures.services]
    assert [cell["value"] for cell in cells] == EXPECTED["dignity"]
    assert [vm.state_names.index(cell["state"]) for cell in cells] == EXPECTED["dignity.state"]
    assert [cell["n"] for cell in cells] == EXPECTED["dignity.n"]


@pytest.mark.parametrize("case", FRAME_CASES, ids=lambda case: case.name)
def test_evidence_is_read_from_every_kind_of_frame(case: FrameCase) -> None:
    services = {"service": EXPECTED["service"], "provider": ["A"] * 5}
    evidence = vm.Evidence(services=services, survey_base=case.make())
    assert len(evidence.rejects()) == 0
    assert evidence.response_rates() == [(service, "2024-25 Q3", None) for service in EXPECTED["service"]]


@pytest.mark.parametrize("case", NO_FRAMES, ids=lambda case: case.name)
def test_what_is_no_table_is_refused_by_name(case: NoFrame) -> None:
    with pytest.raises(vm.Error) as caught:
        core_table(case.make(), "measures")
    assert case.message in str(caught.value)
    assert str(caught.value).startswith("measures")


def test_a_frame_without_arrow_goes_in_through_narwhals() -> None:
    lazy = pl.DataFrame({"service": ["S1"], "provider": ["A"]}).lazy()
    assert not hasattr(lazy, "__arrow_c_stream__")
    assert vm.Evidence(services=lazy).services == ["S1"]


def test_lists_are_a_table_of_words() -> None:
    evidence = vm.Evidence(services={"service": ["S1", None], "provider": ["A", "B"]})
    assert evidence.services == ["S1"]
    assert evidence.rejects().to_polars()["row"].to_list() == [3]


def test_results_come_out_to_every_library() -> None:
    ratings = FRAMEWORK.rate(read_dignity([0.9, None, 0.5]))
    expected = ["Gold", "Not rated", "Bronze"]
    assert pl.DataFrame(ratings)["band"].to_list() == expected
    assert ratings.to_polars()["band"].to_list() == expected
    assert ratings.to_pandas()["band"].tolist() == expected
    assert pa.table(ratings)["band"].to_pylist() == expected
    assert duckdb.connect().from_arrow(ratings.to_arrow()).project("band").fetchall() == [
        (each,) for each in expected
    ]
    assert ratings.to_polars()["score"].to_list() == [90.0, None, 50.0]


def test_numbers_are_not_copied_on_their_way_in_and_out() -> None:
    table = pa.table({"dignity": pa.array(np.linspace(0, 1, 1_000))})
    back = pa.table(Table(core_table(table, "measures")))
    assert back["dignity"].chunk(0).buffers()[1].address == table["dignity"].chunk(0).buffers()[1].address


def test_results_outlive_what_they_were_made_of() -> None:
    table = pa.table(FRAMEWORK.rate(pl.DataFrame(EXPECTED)))
    assert table["service"].to_pylist() == EXPECTED["service"]


MEMORY = """
import numpy as np, pyarrow as pa, vermeil as vm
from pathlib import Path
def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
parts = ['language = 1', 'id = "m"', 'edition = "1"', 'published_on = 2024-01-01']
parts += ['effective_from = 2024-04-01', '[[band]]', 'name = "All"']
parts += [f'[[measure]]\\nid = "m{i}"\\nweight = 1' for i in range(40)]
framework = vm.Framework.parse("\\n".join(parts))
rows = 100_000
columns = {f"m{i}": np.full(rows, 0.5) for i in range(40)}
table = pa.table({"service": [str(i) for i in range(rows)], **columns})
before = resident()
measured = framework._core.read_measures(vm.frames.core_table(table, "measures"), "service")
print((resident() - before) / (rows * 40 * 8))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at /proc")
def test_reading_measures_keeps_less_than_a_copy_of_them() -> None:
    asked = subprocess.run([sys.executable, "-c", MEMORY], capture_output=True, text=True, check=True)
    assert float(asked.stdout) < 0.7


def test_a_null_is_unknown_and_a_nan_is_rejected() -> None:
    measures = read_dignity([0.5, None, float("nan"), float("inf")])
    assert states(measures) == ["present", "unknown", "unknown", "unknown"]
    reason = "not a number; give a state where there is none"
    assert told(measures) == [(4, "dignity", "nan", reason), (5, "dignity", "inf", reason)]


def test_the_nan_of_pandas_is_a_null() -> None:
    frame = pd.DataFrame({"service": ["S1", "S2"], "dignity": [0.5, np.nan]})
    measures = FRAMEWORK.read_measures(frame)
    assert states(measures) == ["present", "unknown"]
    assert told(measures) == []


@pytest.mark.parametrize(
    "given", [["present", "too_few", None], [0, 2, None], [0.0, 2.0, None]], ids=["words", "whole", "doubles"]
)
def test_states_are_read_as_words_and_as_numbers(given: list[Any]) -> None:
    measures = read_dignity([0.5, None, None], **{"dignity.state": given})
    assert states(measures) == ["present", "too_few", "unknown"]
    assert told(measures) == []


@pytest.mark.parametrize(("given", "shown"), [("missing", "missing"), (8, "8"), (1.5, "1.5"), (-1, "-1")])
def test_a_state_that_there_is_not_is_rejected(given: object, shown: str) -> None:
    measures = read_dignity([0.5], **{"dignity.state": [given]})
    assert states(measures) == ["unknown"]
    (reject,) = told(measures)
    assert reject[:3] == (2, "dignity.state", shown)
    assert reject[3].startswith("not one of 'present', 'not_submitted'")


def test_a_value_said_to_be_present_and_not_there_is_rejected() -> None:
    measures = read_dignity([0.5, None], **{"dignity.state": ["present", "present"]})
    assert states(measures) == ["present", "unknown"]
    assert told(measures) == [(3, "dignity", "", "said to be present, and has no value")]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (pa.array([0, 1], pa.int64()), [0.0, 1.0]),
        (pa.array([0, 1], pa.int8()), [0.0, 1.0]),
        (pa.array([0, 1], pa.uint32()), [0.0, 1.0]),
        (pa.array([0.5, 0.25], pa.float32()), [0.5, 0.25]),
        (pa.array([False, True]), [0.0, 1.0]),
        (pa.array(["0.5", " 1 "]), [0.5, 1.0]),
    ],
    ids=lambda part: str(getattr(part, "type", "")),
)
def test_numbers_of_other_kinds_are_converted(values: pa.Array, expected: list[float]) -> None:
    measures = FRAMEWORK.read_measures(pa.table({"service": ["S1", "S2"], "dignity": values}))
    assert [measures.cell(service, "dignity")["value"] for service in measures.services] == expected


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("good", "not a number"),
        ("0,9", "not a number"),
        ("90", "a share lies between 0 and 1; this looks like a percentage"),
        ("101", "a share lies between 0 and 1"),
        ("-0.5", "a share lies between 0 and 1"),
    ],
)
def test_a_value_that_cannot_be_is_rejected_and_unknown(value: str, reason: str) -> None:
    measures = read_dignity([value])
    assert states(measures) == ["unknown"]
    assert told(measures) == [(2, "dignity", value, reason)]


def test_numbers_are_read_as_they_are_published() -> None:
    measures = read_dignity(["90 %", "0.9", " 90% "])
    assert [measures.cell(service, "dignity")["value"] for service in measures.services] == [0.9, 0.9, 0.9]
    assert told(measures) == []


def test_counts_alone_make_a_share() -> None:
    frame = pl.DataFrame({"service": ["S1", "S2"], "dignity.n": [10, 0], "dignity.count": [8, 0]})
    measures = FRAMEWORK.read_measures(frame)
    cell = measures.cell("S1", "dignity")
    assert (cell["value"], cell["n"], cell["count"]) == (0.8, 10, 8)
    assert cell["interval"] == vm.wilson_interval(8, 10)
    assert states(measures) == ["present", "unknown"]


@pytest.mark.parametrize("given", [["good", "Poor"], [2, 3]], ids=["word", "position"])
def test_a_rating_is_read_as_its_word_or_its_position(given: list[Any]) -> None:
    frame = pl.DataFrame({"service": ["S1", "S2"], "dignity": [0.9, 0.9], "cqc": given})
    assert vm.Framework.parse(RULES + LIMITER).rate(frame).to_polars()["band"].to_list() == ["Gold", "Bronze"]


def test_a_missing_column_is_named_with_those_that_are_there() -> None:
    with pytest.raises(vm.Error) as caught:
        FRAMEWORK.read_measures({"service": ["S1"], "n": [1]}, source="survey.csv")
    assert str(caught.value).endswith(
        "no column 'dignity' for the measure of that name; it has 'service' or 'n'; "
        "a measure that nobody has yet is live = false in the framework"
    )
    with pytest.raises(vm.Error, match="measures: no column 'provider_id'; it has 'service' or 'dignity'"):
        FRAMEWORK.read_measures({"service": ["S1"], "dignity": ["1"]}, id="provider_id")


def test_a_service_named_twice_is_read_once() -> None:
    measures = FRAMEWORK.read_measures(
        pl.DataFrame({"id": ["S1", "S1", "S2"], "dignity": [0.5, 0.9, 0.7]}), id="id"
    )
    assert measures.services == ["S1", "S2"]
    assert measures.cell("S2", "dignity")["value"] == 0.7
    assert told(measures) == [(3, "id", "S1", "this service stands already in an earlier row")]
