# SPDX-License-Identifier: MIT
"""In workbooks of the binary forms a formula that failed is told, and is no empty cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from old_books_for_tests import ERRORS, Failed, write_xls, write_xlsb

import vermeil as vm
from vermeil.readers import old_book
from vermeil.sheets import workbook_rows

HEAD: list[str | float | None] = ["service", "quarter", "item", "count", "base"]


def returns(*counts: str | float | None) -> list[list[str | float | None]]:
    """Return a table of counts, each of 10."""
    return [HEAD, *(["S1", "2024-25 Q3", f"item {i}", count, 10.0] for i, count in enumerate(counts))]


@pytest.mark.parametrize("kind", ["xls", "xlsb"])
def test_what_a_failed_formula_shows_is_told_with_its_row(kind: str, tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_text("service,provider\nS1,A\n", encoding="utf-8")
    rows = returns(1.0, Failed("#DIV/0!"), None, Failed("#N/A"))
    (write_xls if kind == "xls" else write_xlsb)(tmp_path / f"counts.{kind}", rows)
    told = vm.Evidence.read(tmp_path).rejects().to_polars()
    reason = "the formula of the cell failed; mend it or empty the cell"
    assert told.select("row", "column", "value", "reason").rows() == [
        (3, "count", "#DIV/0!", reason),
        (5, "count", "#N/A", reason),
        (4, "count", "", "empty; give count and base, or a state"),
    ]


@pytest.mark.parametrize("kind", ["xls", "xlsb"])
def test_each_error_has_the_word_that_the_cell_shows(kind: str, tmp_path: Path) -> None:
    rows = returns(*map(Failed, ERRORS))
    path = (write_xls if kind == "xls" else write_xlsb)(tmp_path / f"a.{kind}", rows)
    found, _ = workbook_rows(path, None)
    assert found["counts"].frame["count"].to_list() == list(ERRORS)
    assert found["counts"].failures == set(ERRORS)


def test_a_binary_sheet_may_begin_further_right(tmp_path: Path) -> None:
    found, _ = workbook_rows(write_xlsb(tmp_path / "a.xlsb", returns(Failed("#REF!"), 2.0), right=3), None)
    assert found["counts"].frame["count"].to_list() == ["#REF!", "2"]


def test_without_what_tells_them_an_old_workbook_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_xls(tmp_path / "a.xls", returns(1.0))
    monkeypatch.setattr(old_book, "find_spec", lambda _: None)
    with pytest.raises(vm.Error, match=r"a\.xls, sheet counts: save the workbook as \.xlsx"):
        workbook_rows(path, None)
