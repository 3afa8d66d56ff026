# SPDX-License-Identifier: MIT
"""CSV files of every make: bad rows are told and left out; a hostile file is refused before it is loaded."""

from __future__ import annotations

import csv
import io
import os
import re
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from memory_for_tests import peak_of

import vermeil as vm
from vermeil.readers.csv_file import CsvForm, first_lines, read_csv
from vermeil.readers.rows import Rows

TWENTY = "".join(f"S{n},P1\n" for n in range(20))


def written(folder: Path, data: str | bytes, name: str = "t.csv") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_row_with_too_many_cells_is_left_out_and_told(tmp_path: Path) -> None:
    rows = read_csv(written(tmp_path, "service,provider\n" + TWENTY + "S20,P1,Ltd, of London\nS21,P1\n"))
    assert rows.frame.row(20) == (None, None)
    assert rows.frame.row(21) == ("S21", "P1")
    (fault,) = rows.faults
    assert (fault["source"], fault["row"], fault["kept"]) == ("t.csv", 22, False)
    assert (
        fault["reason"]
        == "has 4 cells and there are 2 headings; put text that holds a comma in quotation marks"
    )


def test_a_row_with_too_few_cells_is_left_out_and_told(tmp_path: Path) -> None:
    rows = read_csv(written(tmp_path, "service,provider\nS,\n" + TWENTY + "S20\n"))
    assert [fault["row"] for fault in rows.faults] == [23]
    assert rows.frame.row(21) == (None, None)
    assert rows.frame.row(0) == ("S", None)


def test_of_a_few_rows_one_that_is_ragged_costs_itself_alone(tmp_path: Path) -> None:
    rows = read_csv(written(tmp_path, "a,b\n1,2\n3,4,5\n6,7\n"))
    assert [fault["row"] for fault in rows.faults] == [3]
    with pytest.raises(vm.Error, match="row 2 has 3 cells and there are 2 headings"):
        read_csv(written(tmp_path, "a,b\n1,2,3\n3,4,5\n"))


def test_a_byte_order_mark_that_stands_twice_is_none_of_the_heading(tmp_path: Path) -> None:
    assert read_csv(written(tmp_path, "\ufeff\ufeffa,b\n1,2\n")).frame.columns == ["a", "b"]


def test_a_ragged_row_is_among_the_rejects_of_the_evidence(tmp_path: Path) -> None:
    written(tmp_path, "service,provider\n" + TWENTY + "S20,P1,x\n", "services.csv")
    evidence = vm.Evidence.read(tmp_path)
    assert len(evidence.services) == 20
    (reject,) = evidence.rejects().to_arrow().to_pylist()
    assert (reject["source"], reject["row"], reject["outcome"]) == ("services.csv", 22, "left out")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ('a,b\n1,"x"y\n', "t.csv: line 2 is not CSV: a quotation mark stands in the midst of a cell"),
        ('a,b\n1,2\n3,5" pipe\n', "t.csv: line 3 is not CSV: a quotation mark stands in the midst of a cell"),
        ('a,b\n1,2\n3,"4\n5,6\n', "t.csv: line 3 is not CSV: a quotation mark has no partner"),
        ("a,b\r1,2\r", "t.csv: its lines end as on an old Macintosh; save it again as CSV"),
        (
            '"a,b\n1,2\n',
            "t.csv: line 1 is not CSV: unexpected end of data; look for a quotation mark without",
        ),
    ],
)
def test_a_text_that_is_no_csv_is_refused_with_its_line(data: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(vm.Error, match="^" + re.escape(message)):
        read_csv(written(tmp_path, data))


def test_a_line_that_is_not_utf_8_is_named_far_into_the_file(tmp_path: Path) -> None:
    lines = b"a,b\n" + b"1,2\n" * 300_000 + b"caf\xe9,2\n"
    with pytest.raises(vm.Error, match=r"^t\.csv: line 300002 is not UTF-8; save the file as"):
        read_csv(written(tmp_path, lines))


@pytest.mark.parametrize("head", [b"", b"a,b\n1,2\n"])
def test_a_line_of_two_gigabytes_is_refused_without_being_loaded(head: bytes, tmp_path: Path) -> None:
    path = written(tmp_path, head)
    os.truncate(path, 2 << 30)  # the rest is one line of zeros, which take no place on the disk
    with peak_of() as peak, pytest.raises(vm.Error, match=r"^t\.csv: line \d .*longer than 1048576 bytes"):
        read_csv(path)
    assert peak.grown < 100_000  # kB


def test_a_quoted_cell_without_end_is_refused_at_a_megabyte(tmp_path: Path) -> None:
    path = written(tmp_path, 'a,b\n1,"' + "x\n" * 800_000)
    with pytest.raises(
        vm.Error, match=r"line 2 is not CSV: a row is longer than 1048576 bytes; look for a quot"
    ):
        read_csv(path)


def test_another_separator_encoding_and_row_of_headings_can_be_named(tmp_path: Path) -> None:
    data = "Export of 1.10.2024\n\nid;name\n1;café\n".encode("cp1252")
    form = CsvForm(separator=";", encoding="cp1252", header_row=3)
    rows = read_csv(written(tmp_path, data), form=form)
    assert rows.frame.rows() == [("1", "café")]
    assert rows.first_row == 4


def test_an_encoding_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, b"a,b\nca\x81,1\n")
    with pytest.raises(vm.Error, match=r"^t\.csv: byte 7 is not cp1252; name another encoding"):
        read_csv(path, form=CsvForm(encoding="cp1252"))


def test_the_first_lines_are_given_cell_by_cell(tmp_path: Path) -> None:
    path = written(tmp_path, 'A title\n"a","b, c"\n1,2\n')
    assert first_lines(path, 2) == [["A title"], ["a", "b, c"]]


cells = st.lists(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00")), min_size=2, max_size=4)
)


@settings(deadline=None, max_examples=50)
@given(cells)
def test_whatever_stands_in_cells_no_row_is_lost(
    tmp_path_factory: pytest.TempPathFactory, given: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("any") / "t.csv"
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["a", "b"])
    given = [*given, *(["x", "y"] for _ in range(12 * len(given)))]  # so that ragged rows are the exception
    writer.writerows(given)
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    rows = read_or_refused(path)
    told = {fault["row"] - 2 for fault in rows.faults} if rows else set()
    for place, row in enumerate(rows.frame.rows() if rows else ()):
        if place in told:
            assert len(given[place]) != 2
            assert row == (None, None)
        else:
            assert [cell or "" for cell in row] == (given[place] or ["", ""])
    lost = given[rows.frame.height :] if rows else []
    assert not any(cell.strip(" \t\n") for row in lost for cell in row)


def read_or_refused(path: Path) -> Rows | None:
    """Read a file; a refusal must be one line about more than a tenth of the rows, or about the headings."""
    try:
        return read_csv(path)
    except vm.Error as error:
        reason = str(error)
    assert re.fullmatch(r"t\.csv: row \d+ has \d+ cells and there are 2 headings; .*", reason), reason
    return None


def test_polars_and_the_reader_agree_on_a_large_file(tmp_path: Path) -> None:
    frame = pl.DataFrame({"a": [f'x "{n}", y' if n % 7 == 0 else str(n) for n in range(50_000)], "b": "z"})
    frame.write_csv(tmp_path / "t.csv")
    assert read_csv(tmp_path / "t.csv").frame.equals(frame)
