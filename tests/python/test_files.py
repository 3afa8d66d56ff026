# SPDX-License-Identifier: MIT
"""Tables come in from files with the rows that people see, or one line says why not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from workbooks_for_tests import write_book

import vermeil as vm
from vermeil.files import names_not_read, read_table, read_tables

GOOD = b"service,provider\nS1,P1\n"


def cells(data: bytes, folder: Path, name: str = "t.csv") -> dict[str, list[Any]]:
    """Return the columns of a table that is written to a file and read."""
    path = folder / name
    path.write_bytes(data)
    return pl.DataFrame(read_table(path)).to_dict(as_series=False)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plain", b"a,b\n1,x\n2,\n"),
        ("a mark of the byte order", b"\xef\xbb\xbfa,b\n1,x\n2,\n"),
        ("line ends of Windows", b"a,b\r\n1,x\r\n2,\r\n"),
        ("no last line end", b"a,b\n1,x\n2,"),
        ("blanks round headings", b" a ,b\t\n1,x\n2,\n"),
        ("quotes", b'"a","b"\n"1","x"\n"2",""\n'),
        ("blank lines at both ends", b"\n\na,b\n1,x\n2,\n\n\n"),
        ("columns without heading or cells", b"a,b,,\n1,x,,\n2,,,\n"),
    ],
)
def test_a_csv_file_is_read_as_text(name: str, data: bytes, tmp_path: Path) -> None:
    assert cells(data, tmp_path) == {"a": ["1", "2"], "b": ["x", None]}, name


def test_quotes_hold_commas_line_ends_and_quotes(tmp_path: Path) -> None:
    assert cells(b'a,b\n"x,y","1\n2"\n"say ""so""",3\n', tmp_path) == {
        "a": ["x,y", 'say "so"'],
        "b": ["1\n2", "3"],
    }


def test_leading_zeros_stay(tmp_path: Path) -> None:
    assert cells(b"a\n007\n", tmp_path) == {"a": ["007"]}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "t.csv: the file is empty; its first line must name the columns"),
        (b"\r\n \n", "t.csv: the file is empty; its first line must name the columns"),
        (b"a;b\n1;2\n", "t.csv: looks like a table separated by ';'; save it with commas"),
        (b"a\tb\n1\t2\n", "t.csv: looks like a table separated by a tab; save it with commas"),
        (b"a;b\n1,5;2\n", "t.csv: looks like a table separated by ';'; save it with commas"),
        (b"a,b\n1,2\n\xa3,4\n", "t.csv: line 3 is not UTF-8; save the file as 'CSV UTF-8 (comma delimited)'"),
        (
            "a,b\n1,2\n".encode("utf-16"),
            "t.csv: its name ends in '.csv' and it is text in UTF-16; save the file as 'CSV UTF-8",
        ),
        (
            b"a,b\n1,2,3\n3,4,5\n",
            "t.csv: row 2 has 3 cells and there are 2 headings; put text that holds a comma in",
        ),
        (
            b"a,b\n3\n",
            "t.csv: row 2 has 1 cells and there are 2 headings; some are missing",
        ),
        (
            b'a,b\n"1\n1",2,3\n"3,",4,5\n',
            "t.csv: row 2 has 3 cells and there are 2 headings; put text that holds",
        ),
        (
            b"\n\na,b\n1\n",
            "t.csv: row 4 has 1 cells and there are 2 headings; some are missing",
        ),
        (
            b'a,b\n1,"2\n3,4\n',
            "t.csv: line 2 is not CSV: a quotation mark has no partner",
        ),
        (
            b"A title\na,b\n1,2\n",
            "t.csv: row 2 has 2 cells and there are 1 headings; the headings come first: delete what stands",
        ),
        (b"a,b,a\n1,2,3\n", "t.csv: two columns are named 'a'"),
        (b"a,b, a\n1,2,3\n", "t.csv: two columns are named 'a'"),
        (b"a,,b\n1,2,3\n", "t.csv: column 2 has values and no heading"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_one_line(data: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(vm.Error, match="^" + re.escape(message)) as caught:
        cells(data, tmp_path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "t.txt",
            "t.txt: a file that ends in '.txt' is not read as a table; give one of .csv, .parquet, .xlsx",
        ),
        ("t.parquet", "t.parquet: not a Parquet table: "),
        ("t.xlsx", "t.xlsx: not a workbook that can be read: "),
    ],
)
def test_a_file_of_another_kind_than_its_name_is_refused(name: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(vm.Error, match=re.escape(message)) as caught:
        cells(GOOD, tmp_path, name)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(vm.Error, match=r"nothing\.csv: no such file"):
        read_table(tmp_path / "nothing.csv")


def test_a_parquet_file_is_read_with_its_types(tmp_path: Path) -> None:
    pl.DataFrame({"service": ["S1"], "dignity": [1 / 3]}).write_parquet(tmp_path / "t.parquet")
    read = pl.DataFrame(read_table(tmp_path / "t.parquet"))
    assert read.to_dict(as_series=False) == {"service": ["S1"], "dignity": [1 / 3]}


def test_a_folder_gives_the_wanted_tables_whatever_their_capitals(tmp_path: Path) -> None:
    (tmp_path / "Services.CSV").write_bytes(GOOD)
    (tmp_path / "notes.csv").write_bytes(b"not;a;table")
    tables = read_tables(tmp_path, ["services", "events"])
    assert list(tables) == ["services"]
    assert len(tables["services"]) == 1


def test_a_csv_file_of_headings_alone_is_an_empty_table(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_bytes(b"service,event,from\n")
    assert len(read_tables(tmp_path, ["events"])["events"]) == 0


def test_a_folder_without_tables_says_what_is_expected_and_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "service.csv").write_bytes(GOOD)
    with pytest.raises(vm.Error, match=r"none of services\.csv, events\.csv is in .* it holds service\.csv$"):
        read_tables(tmp_path, ["services", "events"])


def test_a_workbook_without_tables_says_what_is_expected_and_what_is_there(tmp_path: Path) -> None:
    path = write_book(tmp_path / "b.xlsx", {"Sheet1": [["service", "provider"], ["S1", "P1"]]})
    message = r"b\.xlsx: none of the sheets services, events is in this workbook; it holds Sheet1$"
    with pytest.raises(vm.Error, match=message):
        read_tables(path, ["services", "events"])


def test_a_workbook_that_is_not_filled_in_says_so(tmp_path: Path) -> None:
    path = write_book(tmp_path / "b.xlsx", {"services": [["service", "provider"]]})
    with pytest.raises(
        vm.Error, match=r"b\.xlsx: no row is filled in yet on any of the sheets services, events$"
    ):
        read_tables(path, ["services", "events"])


def test_a_workbook_without_any_table_is_no_table(tmp_path: Path) -> None:
    path = write_book(tmp_path / "b.xlsx", {"services": [["service", "provider"]]})
    with pytest.raises(vm.Error, match=r"^b\.xlsx: no sheet holds a table$"):
        read_table(path)


def test_names_that_may_be_slips_are_told(tmp_path: Path) -> None:
    names = ("event.csv", "Counts.csv", "sevices.csv", "notes.csv", "count.txt", "events-2024-10.csv")
    for name in (*names, "events-oct.csv", "survey_counts (2).csv"):
        (tmp_path / name).write_bytes(GOOD)
    assert names_not_read(tmp_path) == {
        "event.csv": "'event' was not read: is it 'events'?",
        "events-oct.csv": (
            "'events-oct' was not read: is it 'events'? a part of it is named such as 'events-2024-10'"
        ),
        "sevices.csv": "'sevices' was not read: is it 'services'?",
        "survey_counts (2).csv": (
            "'survey_counts (2)' was not read: is it 'survey_counts'? "
            "a part of it is named such as 'survey_counts-2024-10'"
        ),
    }


def test_sheets_with_rows_that_are_not_read_are_told(tmp_path: Path) -> None:
    rows = [["a", "b"], ["1", "2"]]
    sheets = {
        "event": rows,
        "counts": rows,
        "counts 2024": rows,
        "Notes": rows,
        "Empty": [],
        "Title": [["x"]],
    }
    assert names_not_read(write_book(tmp_path / "b.xlsx", sheets)) == {
        "event": "'event' was not read: is it 'events'?",
        "Notes": "'Notes' was not read: no table bears this name",
    }


def test_what_a_mapping_names_is_read(tmp_path: Path) -> None:
    (tmp_path / "event.csv").write_bytes(GOOD)
    (tmp_path / "inspection").mkdir()
    (tmp_path / "inspection" / "a.csv").write_bytes(GOOD)
    mapping = vm.Mapping.parse('language = 1\n[[table]]\nname = "events"\nfile = "event.*"\n')
    assert list(names_not_read(tmp_path, mapping)) == ["inspection"]
    assert list(names_not_read(tmp_path)) == ["event.csv", "inspection"]


def test_two_files_that_differ_in_capitals_alone_are_refused(tmp_path: Path) -> None:
    for name in ("events.csv", "Events.csv"):
        (tmp_path / name).write_bytes(GOOD)
    with pytest.raises(vm.Error, match=r"Events\.csv and events\.csv are one table by name"):
        read_tables(tmp_path, ["events"])


def test_nothing_at_the_place_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(
        vm.Error, match=r"gone: no such folder or workbook; give a folder of CSV files or one of"
    ):
        read_tables(tmp_path / "gone", ["services"])


def test_a_reject_bears_the_line_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_bytes(b"\n\nservice,provider\nS1,P1\nS1,P1\n")
    assert vm.Evidence.read(tmp_path).rejects().to_polars()["row"].to_list() == [5]
