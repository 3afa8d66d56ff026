# SPDX-License-Identifier: MIT
"""Formulas without values, failed formulas and merged cells are found in the sheet's own text."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import xlsxwriter

import vermeil as vm
from vermeil.files import read_table
from vermeil.readers.archive import refuse_bombs
from vermeil.readers.seen_sheet import NO_VALUE
from vermeil.readers.sheet_doubts import seen_by_sheet


def edited(path: Path, old: bytes, new: bytes) -> Path:
    """Change the text of the first sheet of a workbook."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert old in parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return path


def with_formula(folder: Path, value: object = 12) -> Path:
    with xlsxwriter.Workbook(str(folder / "b.xlsx")) as book:
        sheet = book.add_worksheet("services")
        sheet.write_row(0, 0, ["service", "provider"])
        sheet.write_formula(1, 0, "=3*4", None, value)
        sheet.write_string(1, 1, "P1")
    return folder / "b.xlsx"


def failed(path: Path) -> list[tuple[int, int, str]]:
    """Return the failed formulas of the sheet of services."""
    return seen_by_sheet(path, refuse_bombs(path))["services"].failed


def test_a_formula_with_its_value_raises_no_doubt(tmp_path: Path) -> None:
    assert failed(with_formula(tmp_path)) == []


@pytest.mark.parametrize("value", [b"<v></v>", b"<v/>", b"", b"\n <v> </v>"])
def test_a_formula_without_its_value_is_told_with_its_cell(value: bytes, tmp_path: Path) -> None:
    path = edited(with_formula(tmp_path), b"<v>12</v>", value)
    assert failed(path) == [(1, 0, NO_VALUE)]
    reason = vm.Evidence.read(path).rejects().to_polars()["reason"].to_list()
    assert reason == [f"{NO_VALUE}; open the workbook in a spreadsheet program and save it"]


def test_a_formula_whose_value_is_an_empty_text_raises_none(tmp_path: Path) -> None:
    path = edited(
        with_formula(tmp_path),
        b'<c r="A2"><f>3*4</f><v>12</v></c>',
        b'<c r="A2" t="str"><f>""</f><v></v></c>',
    )
    assert failed(path) == []


def test_a_formula_beyond_what_can_be_read_refuses_the_sheet(tmp_path: Path) -> None:
    path = edited(with_formula(tmp_path), b"<v>12</v>", b"")
    path = edited(path, b'<c r="A1"', b'<c r="C1"><f>1</f></c><c r="A1"')
    message = r"^b\.xlsx, sheet services: cell C1 holds a formula without its value; open the workbook"
    with pytest.raises(vm.Error, match=message):
        read_table(path)


def test_a_fault_is_found_behind_a_megabyte_of_cells(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as book:
        sheet = book.add_worksheet("services")
        for row in range(60_000):
            sheet.write_number(row, 0, row)
        sheet.write_formula(60_000, 0, "=1/0", None, "#DIV/0!")
    assert failed(tmp_path / "b.xlsx") == [(60_000, 0, "#DIV/0!")]


def test_merged_headings_are_told_with_their_cells(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as book:
        sheet = book.add_worksheet("services")
        sheet.write_string(0, 0, "service")
        sheet.merge_range(0, 1, 0, 2, "Who runs it")
        sheet.write_row(1, 0, ["S1", "P1", "A name"])
    message = (
        r"sheet services: column 3 has values and no heading; cells of the sheet are merged \(B1:C1\): "
        "give each column a heading of its own"
    )
    with pytest.raises(vm.Error, match=message):
        read_table(tmp_path / "b.xlsx")
