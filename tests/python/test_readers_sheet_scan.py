# SPDX-License-Identifier: MIT
"""A sheet is measured and its failed formulas found, however a program writes it."""

from __future__ import annotations

import pytest

from vermeil.readers.seen_sheet import NO_VALUE, Seen, cell_name
from vermeil.readers.sheet_scan import ExcelScan, OdsScan

CELLS = (
    '<row r="2"><c r="B2"><v>1</v></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="XFD2" s="3"/></row>'
    '<row r="5"><c r="B5" t="s"><v>0</v></c><c r="D5"><f>A1</f></c></row>'
)


def excel(sheet: str, piece: int = 1 << 20) -> Seen:
    scan = ExcelScan()
    text = sheet.encode()
    for place in range(0, len(text), piece):
        scan.add(text[place : place + piece])
    scan.end()
    return scan.sheets[""]


def ods(rows: str) -> OdsScan:
    scan = OdsScan()
    scan.add(f'<table:table table:name="a">{rows}</table:table>'.encode())
    scan.end()
    return scan


def ends(seen: Seen) -> tuple[int, int, int]:
    return seen.first_column, seen.last_column, seen.last_row


@pytest.mark.parametrize("piece", [1, 7, 1 << 20])
def test_only_filled_cells_count_and_failed_formulas_are_found(piece: int) -> None:
    seen = excel(f"<worksheet><sheetData>{CELLS}</sheetData></worksheet>", piece)
    assert ends(seen) == (1, 2, 4)
    assert seen.failed == [(1, 2, "#DIV/0!"), (4, 3, NO_VALUE)]
    assert seen.cells == 10


def test_either_quotation_mark_and_any_prefix_say_the_same() -> None:
    plain = excel(f"<worksheet><sheetData>{CELLS}</sheetData></worksheet>")
    single = excel(f"<worksheet><sheetData>{CELLS}</sheetData></worksheet>".replace('"', "'"))
    prefixed = CELLS.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    seen = excel(f'<x:worksheet xmlns:x="u"><x:sheetData>{prefixed}</x:sheetData></x:worksheet>')
    assert ends(plain) == ends(single) == ends(seen)
    assert plain.failed == single.failed == seen.failed


def test_cells_without_references_stand_one_after_the_other() -> None:
    seen = excel("<worksheet><row><c><v>1</v></c></row><row><c/><c><v>1</v></c></row></worksheet>")
    assert ends(seen) == (0, 1, 1)


def test_formulas_of_formats_are_no_cells() -> None:
    tail = '<extLst xmlns:m="u"><ext><m:f>A1</m:f></ext></extLst>'
    seen = excel(f'<worksheet><row r="1"><c r="A1" s="2"/></row><mergeCell ref="A1:B1"/>{tail}</worksheet>')
    assert (seen.failed, seen.merged) == ([], "A1:B1")


def test_runs_of_equal_cells_and_rows_count_in_full() -> None:
    cell = "<table:table-cell office:value-type='string' table:number-columns-repeated='3'/>"
    assert ods(f"<table:table-row table:number-rows-repeated='4'>{cell}</table:table-row>").cells == 12


def test_empty_runs_between_cells_take_memory_too() -> None:
    run = '<table:table-cell table:number-columns-repeated="1000"/>'
    row = f"<table:table-row>{run}{run}</table:table-row>"
    assert ods(row * 5).cells == 5 * 1000


def test_failed_formulas_of_ods_are_found_by_either_type() -> None:
    failed = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    text = "<text:p>#N/A</text:p>"
    shown = f'<table:table-cell table:formula="x" office:value-type="string">{text}</table:table-cell>'
    bare = '<table:table-cell table:formula="of:=1"/>'
    fine = '<table:table-cell table:formula="of:=1" office:value-type="float" office:value="1"/>'
    seen = ods(f"<table:table-row>{fine}{failed}{shown}{bare}</table:table-row>").sheets["a"]
    assert seen.failed == [(0, 1, "#DIV/0!"), (0, 2, "#N/A"), (0, 3, NO_VALUE)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<a><b></a>", "not whole XML: mismatched tag"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a/>', "a document type"),
    ],
)
def test_what_no_program_writes_is_refused(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        excel(text)


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [(0, 0, "A1"), (1, 25, "Z2"), (0, 26, "AA1"), (1_048_575, 16_383, "XFD1048576")],
)
def test_cells_are_named_as_a_spreadsheet_names_them(row: int, column: int, name: str) -> None:
    assert cell_name(row, column) == name
