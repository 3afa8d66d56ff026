# SPDX-License-Identifier: MIT
"""Workbooks as people leave them: titles, gaps, formulas, dates and numbers of every kind."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter
from workbooks_for_tests import write_book

import vermeil as vm
from vermeil.readers import sheet_doubts, sheet_scan
from vermeil.sheets import new_workbook, read_workbook

HEADINGS = ["service", "provider", "first_day"]


def table(path: Path, name: str = "services") -> dict[str, list[Any]]:
    """Return the columns of one sheet as they are read."""
    tables, _ = read_workbook(path, [name])
    return pl.DataFrame(tables[name]).to_dict(as_series=False)


def reject_rows(path: Path) -> list[int]:
    """Return the rows under which the rejects of a workbook of services are reported."""
    return vm.Evidence.read(path).rejects().to_polars()["row"].to_list()


def test_dates_numbers_and_text_come_in_as_text(tmp_path: Path) -> None:
    row = ["007", 12.0, dt.date(2024, 10, 1)]
    texts = ["008", 12.5, "2024-10-02"]
    read = table(write_book(tmp_path / "b.xlsx", {"services": [HEADINGS, row, texts]}))
    assert read == {
        "service": ["007", "008"],
        "provider": ["12", "12.5"],
        "first_day": ["2024-10-01", "2024-10-02"],
    }


def test_a_number_keeps_every_digit(tmp_path: Path) -> None:
    shares = [1 / 3, 1.3436424411e-7, 0.1, 2550690.257394217, 1e15, -0.5]
    path = write_book(tmp_path / "b.xlsx", {"services": [["x", "y"], *([share, "0.10"] for share in shares)]})
    read = table(path)
    assert [float(cell) for cell in read["x"]] == shares
    assert read["y"] == ["0.10"] * len(shares)


def test_numbers_that_were_typed_as_text_stay_as_they_are(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as book:
        sheet = book.add_worksheet("services")
        for column, (heading, cell) in enumerate({"service": "0012", "provider": "1.50"}.items()):
            sheet.write_string(0, column, heading)
            sheet.write_string(1, column, cell)
    assert table(tmp_path / "b.xlsx") == {"service": ["0012"], "provider": ["1.50"]}


def test_a_formula_gives_the_value_that_the_workbook_shows(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as book:
        sheet = book.add_worksheet("services")
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_formula(1, 0, '="S"&"1"', None, "S1")
        sheet.write_formula(1, 1, "=3*4", None, 12)
    assert table(tmp_path / "b.xlsx")["provider"] == ["12"]


def test_a_formula_that_failed_gives_what_it_shows(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as book:
        sheet = book.add_worksheet("services")
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ["S1", "P1"])
        sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
    assert table(tmp_path / "b.xlsx")["first_day"] == ["#DIV/0!"]


def failing(folder: Path, *, column: int) -> Path:
    """Write services of which one formula failed."""
    with xlsxwriter.Workbook(str(folder / "b.xlsx")) as book:
        sheet = book.add_worksheet("services")
        sheet.write_row(0, 0, [*HEADINGS, "notes"])
        for row in range(1, 4):
            sheet.write_row(row, 0, [f"S{row}", "P1", None, "x"])
        sheet.write_formula(2, column, "=1/0", None, "#DIV/0!")
    return folder / "b.xlsx"


@pytest.mark.parametrize("column", [1, 2])
def test_a_formula_that_failed_rejects_its_row_and_no_more(column: int, tmp_path: Path) -> None:
    evidence = vm.Evidence.read(failing(tmp_path, column=column))
    assert evidence.services == ["S1", "S3"]
    reason = "the formula of the cell failed; mend it or empty the cell"
    told = ("b.xlsx, sheet services", 3, HEADINGS[column], "#DIV/0!", reason, "left out")
    assert evidence.rejects().to_polars().rows() == [told]


def test_a_formula_that_failed_in_a_column_that_nobody_reads_does_not_matter(tmp_path: Path) -> None:
    evidence = vm.Evidence.read(failing(tmp_path, column=3))
    assert (evidence.services, len(evidence.rejects())) == (["S1", "S2", "S3"], 0)


def test_a_sheet_of_failed_formulas_alone_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (sheet_scan, sheet_doubts):
        monkeypatch.setattr(module, "MOST_FAILED", 2)
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as book:
        sheet = book.add_worksheet("services")
        sheet.write_row(0, 0, HEADINGS)
        for row in range(1, 5):
            sheet.write_formula(row, 1, "=1/0", None, "#DIV/0!")
    with pytest.raises(vm.Error, match=r"sheet services: cell B2 holds #DIV/0!; mend the formula"):
        table(tmp_path / "b.xlsx")


@pytest.mark.parametrize("down", [0, 1, 4])
@pytest.mark.parametrize("right", [0, 2])
def test_rows_are_numbered_as_the_workbook_shows_them(tmp_path: Path, down: int, right: int) -> None:
    rows = [HEADINGS, ["S1", "P1", None], ["S1", "P1", None]]
    path = write_book(tmp_path / "b.xlsx", {"services": rows}, down=down, right=right)
    assert table(path)["service"] == ["S1", "S1"]
    assert reject_rows(path) == [down + 3]


def test_a_title_over_the_headings_is_passed_over(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as book:
        sheet = book.add_worksheet("services")
        sheet.merge_range(0, 0, 0, 2, "All our services")
        for row, cells in enumerate([HEADINGS, ["S1", "P1", ""], ["S1", "P1", ""]], start=2):
            sheet.write_row(row, 0, cells)
    assert table(tmp_path / "b.xlsx")["service"] == ["S1", "S1"]
    assert reject_rows(tmp_path / "b.xlsx") == [5]


def test_headings_in_two_rows_are_refused_by_the_columns_that_lack(tmp_path: Path) -> None:
    path = write_book(
        tmp_path / "b.xlsx", {"services": [["Who", None, "When"], HEADINGS, ["S1", "P1", None]]}
    )
    with pytest.raises(vm.Error, match=r"b\.xlsx, sheet services: column 2 has values and no heading"):
        read_workbook(path, ["services"])


def test_rows_of_colours_and_blanks_at_the_end_are_not_there(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as book:
        sheet = book.add_worksheet("services")
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ["S1", "P1"])
        for row in range(2, 30):
            sheet.write_blank(row, 0, None, book.add_format({"bg_color": "red"}))
        sheet.write_string(30, 1, "  ")
    assert table(tmp_path / "b.xlsx")["service"] == ["S1"]


def test_headings_that_repeat_are_refused(tmp_path: Path) -> None:
    path = write_book(tmp_path / "b.xlsx", {"services": [["service", "service "], ["S1", "S2"]]})
    with pytest.raises(vm.Error, match=r"b\.xlsx, sheet services: two columns are named 'service'"):
        read_workbook(path, ["services"])


def test_sheets_of_one_name_but_for_blanks_are_refused(tmp_path: Path) -> None:
    rows = [HEADINGS, ["S1", "P1", None]]
    path = write_book(tmp_path / "b.xlsx", {"services": rows, "Services ": rows})
    with pytest.raises(vm.Error, match=r"b\.xlsx: two sheets are named 'services'"):
        read_workbook(path, ["services"])


def test_a_sheet_without_rows_counts_as_not_given(tmp_path: Path) -> None:
    path = write_book(
        tmp_path / "b.xlsx", {"services": [HEADINGS, ["S1", "P1", None]], "events": [["service"]]}
    )
    tables, sheets = read_workbook(path, ["services", "events"])
    assert list(tables) == ["services"]
    assert sheets == ["services", "events"]


@pytest.mark.parametrize(("said", "given"), [("yes", True), ("Yes ", True), ("no", False), (None, False)])
def test_an_empty_sheet_is_given_where_the_first_sheet_says_so(
    tmp_path: Path, said: str | None, given: bool
) -> None:
    read_me = [["A title"], ["Sheet", "Nothing to report?"], ["events", said]]
    events = [["service", "event", "from"]]
    path = write_book(tmp_path / "b.xlsx", {"Read me first": read_me, "events": events})
    tables, _ = read_workbook(path, ["events"])
    assert ("events" in tables) is given


def test_sheets_of_other_names_are_left_alone(tmp_path: Path) -> None:
    path = write_book(
        tmp_path / "b.xlsx", {"Notes": [["a", "a"], [1, 2]], "services": [HEADINGS, ["S1", "P1", None]]}
    )
    assert list(read_workbook(path, ["services"])[0]) == ["services"]


def test_without_names_every_sheet_is_a_table(tmp_path: Path) -> None:
    path = write_book(tmp_path / "b.xlsx", {"Empty": [], "Figures": [["id", "x"], ["S1", 0.5]]})
    assert list(read_workbook(path, None)[0]) == ["figures"]


def test_a_new_workbook_makes_no_formula_of_a_text(tmp_path: Path) -> None:
    book = new_workbook(tmp_path / "b.xlsx")
    sheet = book.add_worksheet("services")
    sheet.write_row(0, 0, ["=1+1", "http://example.org"])
    sheet.write_row(1, 0, ["=2+2", "5"])
    book.close()
    assert table(tmp_path / "b.xlsx") == {"=1+1": ["=2+2"], "http://example.org": ["5"]}
