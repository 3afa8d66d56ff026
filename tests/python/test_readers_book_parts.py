# SPDX-License-Identifier: MIT
"""Every sheet under a table's headings is a part of it, and a sheet that is not read is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbooks_for_tests import write_book

import vermeil as vm
from vermeil.readers.book_parts import book_parts, needed_columns

HEADINGS = ["service", "event", "from"]
ROW = ["S1", "default_notice", "2024-10-01"]


def parts(folder: Path, sheets: dict[str, list[list[str]]]) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the sources of the parts, and source and reason of the doubts."""
    path = write_book(folder / "events.xlsx", sheets)
    found = book_parts(path, "events.xlsx", "events", needed_columns("events"))
    doubts = [(each["source"], each["reason"]) for rows in found for each in rows.faults]
    return [rows.source for rows in found], doubts


def test_every_sheet_under_the_headings_is_a_part(tmp_path: Path) -> None:
    sheets = {"Oct": [HEADINGS, ROW], "Empty": [HEADINGS], "Nov": [[*HEADINGS, "notes"], [*ROW, "x"]]}
    assert parts(tmp_path, sheets) == (["events.xlsx, sheet Oct", "events.xlsx, sheet Nov"], [])


def test_a_sheet_without_them_is_told(tmp_path: Path) -> None:
    reason = "this sheet was not read: it lacks the headings 'event', 'from' of the table events"
    found = parts(tmp_path, {"Notes": [["a", "b"], ["1", "2"]], "Oct": [HEADINGS, ROW]})
    assert found == (["events.xlsx, sheet Oct"], [("events.xlsx, sheet Notes", reason)])


def test_a_sheet_that_cannot_be_read_is_told_beside_one_that_can(tmp_path: Path) -> None:
    sources, doubts = parts(tmp_path, {"Oct": [HEADINGS, ROW], "Twice": [["a", "a"], ["1", "2"]]})
    said = "a sheet was not read: events.xlsx, sheet Twice: two columns are named 'a'"
    assert (sources, doubts) == (["events.xlsx, sheet Oct"], [("events.xlsx", said)])


@pytest.mark.parametrize("name", ["events", "Sheet1"])
def test_the_sheet_of_the_name_or_the_only_one_is_taken_whatever_its_headings(
    name: str, tmp_path: Path
) -> None:
    assert parts(tmp_path, {name: [["a", "b"], ["1", "2"]]}) == ([f"events.xlsx, sheet {name}"], [])


def test_a_sheet_of_the_name_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(vm.Error, match=r"sheet events: two columns are named 'a'"):
        parts(tmp_path, {"events": [["a", "a"], ["1", "2"]], "Oct": [HEADINGS, ROW]})


def test_a_workbook_without_rows_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(vm.Error, match=r"^events\.xlsx: no sheet with rows is a table; it holds Oct$"):
        parts(tmp_path, {"Oct": [HEADINGS]})


def test_check_and_evidence_name_the_sheets(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_text("service,provider\nS1,P1\n")
    bad = ["S9", "default_notice", "2024-10-01"]
    sheets = {"Oct": [HEADINGS, ROW], "Nov": [HEADINGS, bad], "Notes": [["a", "b"], ["1", "2"]]}
    write_book(tmp_path / "events.xlsx", sheets)
    told = {("events.xlsx, sheet Nov", 2, "left out"), ("events.xlsx, sheet Notes", 0, "kept")}
    for found in (vm.Evidence.read(tmp_path).rejects(), vm.check(tmp_path).findings()):
        assert set(found.to_polars().select("source", "row", "outcome").rows()) == told
