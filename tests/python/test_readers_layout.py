# SPDX-License-Identifier: MIT
"""The headings of a published file are found under whatever stands above them."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from ods_for_tests import write_ods
from workbooks_for_tests import write_book

import vermeil as vm
from vermeil.readers.layout import LayoutFile, column_of, days_of, read_layout_rows
from vermeil.readers.rows import Rows


@pytest.mark.parametrize("above", [[], ["A title"], ["A title", "", "Published on, 1 May", ""]])
def test_headings_are_found_in_a_csv_file(above: list[str], tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("\n".join([*above, "Location ID,x", "1-1,2"]) + "\n")
    rows = read_layout_rows(LayoutFile(tmp_path / "t.csv", "t.csv"), "Location ID", ())
    assert rows.frame.rows() == [("1-1", "2")]
    assert rows.row_numbers().to_list() == [len(above) + 2]


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_headings_are_found_in_the_named_sheet_or_in_any(ending: str, tmp_path: Path) -> None:
    write = write_book if ending == "xlsx" else write_ods
    other = [["Location ID", "x"], ["1-9", "9"]]
    sheets = {
        "Providers": other,
        "Locations": [["A title", "of two cells"], ["Location ID", "x"], ["1-1", "2"]],
    }
    path = write(tmp_path / f"t.{ending}", sheets)  # type: ignore[operator]
    named = read_layout_rows(LayoutFile(path, path.name), "Location ID", ("Locations",))
    assert (named.frame.rows(), named.row_numbers().to_list()) == ([("1-1", "2")], [3])
    asked = read_layout_rows(LayoutFile(path, path.name, "Providers"), "Location ID", ("Locations",))
    assert asked.frame.rows() == [("1-9", "9")]
    any_sheet = read_layout_rows(LayoutFile(path, path.name), "Location ID", ("Sheet1",))
    assert any_sheet.frame.rows() == [("1-9", "9")]


def test_without_the_heading_the_file_is_refused(tmp_path: Path) -> None:
    path = write_book(tmp_path / "t.xlsx", {"a": [["x", "y"], ["1", "2"]]})
    with pytest.raises(vm.Error, match=r"^t\.xlsx: no row of headings has 'Location ID'"):
        read_layout_rows(LayoutFile(path, "t.xlsx"), "Location ID", ())


def test_a_column_is_found_under_any_of_its_names_and_else_empty() -> None:
    rows = Rows(pl.DataFrame({"b": [" x ", ""]}), "t.csv")
    assert column_of(rows, "a", "b").to_list() == ["x", None]
    assert column_of(rows, "a").to_list() == [None, None]


def test_days_are_british() -> None:
    assert days_of(pl.Series(["1/2/2024", "no"])).to_list() == ["2024-02-01", "no"]
