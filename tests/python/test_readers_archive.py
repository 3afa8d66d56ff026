# SPDX-License-Identifier: MIT
"""A workbook that would fill the memory is refused before it is opened."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest
from memory_for_tests import peak_of
from workbooks_for_tests import write_book

import vermeil as vm
from vermeil.files import read_table
from vermeil.readers import archive
from vermeil.readers.archive import refuse_bombs

GROWTH = 100_000  # kB


def bomb(path: Path, name: str, megabytes: int) -> Path:
    """Write a workbook with one part of zeros."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open(name, "w", force_zip64=True) as part,
    ):
        for _ in range(megabytes):
            part.write(bytes(1 << 20))
    return path


def refused(path: Path) -> str:
    with peak_of() as peak, pytest.raises(vm.Error) as caught:
        read_table(path)
    assert peak.grown < GROWTH
    return str(caught.value)


@pytest.mark.parametrize(("name", "part"), [("b.xlsx", "xl/worksheets/sheet1.xml"), ("b.ods", "content.xml")])
def test_a_part_that_is_packed_a_thousandfold(name: str, part: str, tmp_path: Path) -> None:
    said = refused(bomb(tmp_path / name, part, 300))
    assert said == f"{name}: not opened, because the part {part} is packed 250 times or more"


def test_parts_that_are_too_large_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST", 1 << 20)
    said = refused(bomb(tmp_path / "b.xlsx", "xl/media/a.bin", 2))
    assert said == "b.xlsx: not opened, because it unpacks to 2,097,152 bytes, at most 1,048,576 are read"


def test_a_part_that_says_less_than_it_holds(tmp_path: Path) -> None:
    path = bomb(tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml", 300)
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 1000)
    path.write_bytes(data)
    assert "says 1,000 bytes and holds more" in refused(path)


def test_a_sheet_that_spreads_over_every_cell_there_can_be(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{rows}</sheetData></worksheet>")
    assert "spreads over 17,179,869,184 cells" in refused(tmp_path / "b.xlsx")


def test_a_cell_of_ods_that_repeats_without_end(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell office:value-type="float" table:number-columns-repeated="16000" office:value="1"/>'
    )
    rows = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    with zipfile.ZipFile(tmp_path / "b.ods", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("content.xml", f"<office:document-content>{rows}</office:document-content>")
    assert "spreads over 16,000,000,000 cells" in refused(tmp_path / "b.ods")


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_cell_far_away_is_found_in_either_quotation_mark(quote: str, tmp_path: Path) -> None:
    rows = '<row><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>'.replace('"', quote)
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", f"<x:worksheet xmlns:x='u'>{rows}</x:worksheet>")
    said = refused(tmp_path / "b.xlsx")
    assert said.startswith(
        "b.xlsx: not opened, because the part xl/worksheets/sheet1.xml spreads over 17,179,869,184"
    )


def test_many_rows_of_runs_are_added_up(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"/>'
    rows = f"<table:table-row>{cell}</table:table-row>" * 7_000
    with zipfile.ZipFile(tmp_path / "b.ods", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("content.xml", f"<office:document-content>{rows}</office:document-content>")
    assert "spreads over 1" in refused(tmp_path / "b.ods")


def test_a_binary_sheet_that_spreads_is_refused(tmp_path: Path) -> None:
    row, far = bytes([0, 4]) + (1_048_575).to_bytes(4, "little"), (16_383).to_bytes(4, "little")
    with zipfile.ZipFile(tmp_path / "b.xlsb", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.bin", row + bytes([2, 4, 0, 0, 0, 0]) + bytes([2, 4]) + far)
    assert "spreads over 17,179,869,184 cells" in refused(tmp_path / "b.xlsb")


def test_empty_cells_to_the_end_of_the_sheet_do_no_harm(tmp_path: Path) -> None:
    cell = '<table:table-cell table:number-columns-repeated="16384"/>'
    filler = f'<table:table-row table:number-rows-repeated="1048000">{cell}</table:table-row>'
    value = (
        '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
    )
    with zipfile.ZipFile(tmp_path / "b.ods", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "content.xml", f"<office:document-content>{value}{filler}{value}</office:document-content>"
        )
    refuse_bombs(tmp_path / "b.ods")


def test_a_part_that_is_cut_short_is_one_line(tmp_path: Path) -> None:
    path = write_book(tmp_path / "b.xlsx", {"a": [["x", "y"], *([str(n), "z"] for n in range(20_000))]})
    data = bytearray(path.read_bytes())
    middle = data.index(b"xl/worksheets/sheet1.xml") + 600
    data[middle : middle + 40] = b"\xff" * 40
    path.write_bytes(data)
    with pytest.raises(vm.Error, match=r"^b\.xlsx: not a workbook that can be read: ") as caught:
        read_table(path)
    assert "\n" not in str(caught.value)


def test_a_workbook_of_usual_size_is_opened(tmp_path: Path) -> None:
    refuse_bombs(write_book(tmp_path / "b.xlsx", {"a": [["x"], ["1"]]}))
