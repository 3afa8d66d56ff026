# SPDX-License-Identifier: MIT
"""A sheet is plain only where nothing can be the matter, and then it is read as a parsed one is."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks_for_tests import write_book

import vermeil as vm
from vermeil.files import read_table
from vermeil.readers import archive
from vermeil.readers.archive import refuse_bombs
from vermeil.readers.plain_sheet import is_plain
from vermeil.readers.sheet_scan import ExcelScan

PLAIN = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="CZ999999" s="1"/></row>'


def test_cells_as_programs_write_them_are_plain() -> None:
    assert is_plain(PLAIN.encode())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('r="CZ999999"', 'r="DA1"'),
        ('r="CZ999999"', 'r="A1000000"'),
        ('r="CZ999999"', "r='CZ1'"),
        ('r="CZ999999" s="1"', 's="1" r="CZ1"'),
        ('<c r="CZ999999" s="1"/>', "<c/>"),
        ('<c r="CZ999999" s="1"/>', "<c\n/>"),
        ('r="CZ999999"', 'r="&#88;FD1"'),
        ('<c r="CZ999999" s="1"/>', '<x:c r="XFD1"/>'),
        ('t="s"', 't="e"'),
        ("<v>0", "<f>A2</f><v>0"),
        ("<row", "<!DOCTYPE a><row"),
        ("<row", '<mergeCell ref="A1:B1"/><row'),
    ],
)
def test_whatever_could_be_the_matter_is_not_plain(old: str, new: str) -> None:
    assert old in PLAIN
    assert not is_plain(PLAIN.replace(old, new, 1).encode())
    assert not is_plain(PLAIN.encode("utf-16"))


@given(st.text(alphabet="<>/cvfrowe:=\"' A1CZXFD9t\n", max_size=60))
def test_what_is_plain_spreads_over_no_more_than_its_columns(text: str) -> None:
    sheet = f'<sheetData><row r="1">{text}</row></sheetData>'.encode()
    scan = ExcelScan()
    try:
        scan.add(sheet)
        scan.end()
    except ValueError:
        return
    seen = scan.sheets[""]
    assert not is_plain(sheet) or (seen.last_column < 104 and seen.last_row < 1_000_000 and not seen.failed)


def test_a_large_plain_sheet_is_not_parsed_and_any_other_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "LARGE", 1000)
    path = write_book(tmp_path / "b.xlsx", {"a": [["x", "y"], *([n, n] for n in range(100))]})
    assert refuse_bombs(path) == {}
    assert len(pl_rows(path)) == 100
    far = '<row r="1"><c r="A1"><v>1</v></c></row>' * 100 + '<row><c r="XFD1048576"><v>1</v></c></row>'
    with zipfile.ZipFile(tmp_path / "far.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", f"<worksheet>{far}</worksheet>")
    with pytest.raises(vm.Error, match=r"spreads over 17,179,869,184 cells"):
        refuse_bombs(tmp_path / "far.xlsx")


def pl_rows(path: Path) -> vm.Table:
    return vm.Table(read_table(path))
