# SPDX-License-Identifier: MIT
"""A file that is not what its name says is told what it is."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest
from workbooks_for_tests import write_book

import vermeil as vm
from vermeil.files import read_table
from vermeil.readers.content import refuse_other_content


def named(path: Path, name: str) -> Path:
    return path.rename(path.with_name(name))


def refused(path: Path) -> str:
    with pytest.raises(vm.Error) as caught:
        read_table(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_workbook_that_is_called_csv(tmp_path: Path) -> None:
    book = named(write_book(tmp_path / "b.xlsx", {"services": [["a"]]}), "b.csv")
    assert (
        refused(book)
        == "b.csv: its name ends in '.csv' and it is a workbook or another archive; name it b.xlsx"
    )


def test_a_parquet_table_that_is_called_xlsx(tmp_path: Path) -> None:
    pl.DataFrame({"a": [1]}).write_parquet(tmp_path / "t.xlsx")
    assert (
        refused(tmp_path / "t.xlsx")
        == "t.xlsx: its name ends in '.xlsx' and it is a Parquet table; name it t.parquet"
    )


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "it is a PDF document; a table in it has to be exported"),
        (b"\x1f\x8b\x08\x00", "it is packed with gzip; unpack it first"),
        ("a,b\n1,2\n".encode("utf-16"), "it is text in UTF-16; save the file as 'CSV UTF-8"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is a workbook of Excel 97 to 2003; name it t.xls"),
        (b"<!DOCTYPE html><html>", "it is a web page or XML; download the table itself"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?>", "it is a web page or XML; download the table itself"),
    ],
)
def test_what_is_called_csv_and_is_something_else(data: bytes, what: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(data)
    assert re.search(re.escape(what), refused(tmp_path / "t.csv"))


def test_a_file_of_its_kind_passes(tmp_path: Path) -> None:
    refuse_other_content(write_book(tmp_path / "b.xlsx", {"a": [["x"]]}))
    (tmp_path / "t.csv").write_bytes(b"a,b\n")
    refuse_other_content(tmp_path / "t.csv")
