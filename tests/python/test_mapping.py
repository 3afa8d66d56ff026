# SPDX-License-Identifier: MIT
"""Mapping files: what they say is read, and each mistake is told with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import vermeil as vm
from vermeil.mapping import ColumnRule, mapping_of

EVERY_KEY = """
language = 1
[[table]]
name = "packages"
file = "Care plan*.csv"
sheet = "Data*"
header_row = 3
skip_rows = [4, 5]
only = { "Record type" = "CARE" }
leave_out = { Status = ["Test", "Training"] }
separator = ";"
encoding = "cp1252"
day_first = true
ids = { "77" = "S1" }
[table.columns]
package = "Ref"
person = { column = ["Surname code", "Number"], join = "-" }
hours_per_week = { column = "Minutes", divide_by = 60, thousands = "," }
from = { column = "Start", format = ["%d/%m/%Y", "%d-%b-%y"] }
service = { column = "Branch", split = " / ", part = 2, empty = "S1" }
provider = { constant = 12 }
"""
HEAD = 'language = 1\n[[table]]\nname = "events"\n'


def test_every_key_is_read() -> None:
    (table,) = vm.Mapping.parse(EVERY_KEY).tables
    assert (table.file, table.sheet, table.header_row, table.skip_rows) == (
        "Care plan*.csv",
        "Data*",
        3,
        (4, 5),
    )
    assert table.only == {"Record type": ("CARE",)}
    assert table.leave_out == {"Status": ("Test", "Training")}
    assert (table.separator, table.encoding, table.day_first, table.ids) == (
        ";",
        "cp1252",
        True,
        {"77": "S1"},
    )
    assert table.columns["person"] == ColumnRule(("Surname code", "Number"), join="-")
    assert table.columns["hours_per_week"] == ColumnRule(("Minutes",), factor=1 / 60, thousands=",")
    assert table.columns["from"].formats == ("%d/%m/%Y", "%d-%b-%y")
    assert table.columns["service"] == ColumnRule(("Branch",), split=" / ", part=2, empty="S1")
    assert table.columns["provider"].constant == "12"
    assert table.columns["person"].label == "Surname code + Number"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "m.toml:1: language: says None; write language = 1"),
        ("language = 2", "m.toml:1: language: says 2; write language = 1"),
        ("language = 1", "m.toml:1: table: there is no [[table]]"),
        ("language = 1\ntabel = 1", "m.toml:2: tabel: 'tabel' is no key here; did you mean 'table'?"),
        ("language = 1\nx = ", "m.toml: not TOML: "),
        ('language = 1\n[[table]]\nfile = "a"', "m.toml:2: table: has neither a name nor a layout"),
        (
            'language = 1\n[[table]]\nname = "evnts"',
            "m.toml:3: table.name: 'evnts' is no word; did you mean 'events'?",
        ),
        (
            'language = 1\n[[table]]\nname = "visits"\n[table.columns]\n'
            'planned_end = { column = "End", next_day_if_before = "planned_strat" }\nplanned_start = "Start"',
            "m.toml:5: table.columns.planned_end.next_day_if_before: 'planned_strat' is no word; "
            "did you mean 'planned_start'?",
        ),
        (
            'language = 1\n[[table]]\nlayout = "cqc_rating"',
            "m.toml:3: table.layout: 'cqc_rating' is no word; did you mean 'cqc_ratings'?",
        ),
        (HEAD + 'fiel = "a"', "m.toml:4: table.fiel: 'fiel' is no key here; did you mean 'file'?"),
        (HEAD + 'separator = ", "', "m.toml:4: table.separator: ', ' is not one byte"),
        (
            HEAD + '[table.columns]\nservcie = "a"',
            "m.toml:5: table.columns.servcie: 'servcie' is no column of events; did you mean 'service'?",
        ),
        (
            HEAD + '[table.columns]\nevent = { colunm = "a" }',
            "m.toml:5: table.columns.event.colunm: 'colunm' is no key here; did you mean 'column'?",
        ),
        (
            HEAD + '[table.columns]\nevent = { words = { a = "b" } }',
            "m.toml:5: table.columns.event: give either column or constant",
        ),
        (
            HEAD + '[table.columns]\nfrom = { column = "a", format = "%d.%m." }',
            "m.toml:5: table.columns.from.format: '%d.%m.' lacks a day, a month or a year",
        ),
        (
            'language = 1\n[[table]]\nname = "counts"\n[table.columns]\n'
            'state = { column = "a", words = { "n/a" = "not aplicable" } }',
            "m.toml:5: table.columns.state.words: 'not aplicable' is no word; did you mean 'not_applicable'?",
        ),
        (
            'language = 1\n[[table]]\nlayout = "cqc_api"\ncolumns = { service = "a" }',
            "m.toml:4: table.columns: the layout 'cqc_api' says itself what its columns are",
        ),
        (HEAD + 'ids = "nothing.csv"', "m.toml:4: table.ids: there is no file "),
    ],
)
def test_each_mistake_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(vm.DefinitionError, match="^" + re.escape(message)) as caught:
        vm.Mapping.parse(text, "m.toml")
    assert "\n" not in str(caught.value)


def test_the_answers_of_a_wide_survey_may_bear_any_name() -> None:
    text = 'language = 1\n[[table]]\nname = "survey_wide"\ncolumns = { "strongly agree" = "SA" }'
    assert list(vm.Mapping.parse(text).tables[0].columns) == ["strongly agree"]


def test_ids_may_stand_in_a_file_beside_the_mapping(tmp_path: Path) -> None:
    (tmp_path / "ids.csv").write_text("id,service\n77 ,S1\n78,S2\n,S3\n")
    (tmp_path / "m.toml").write_text(HEAD + 'ids = "ids.csv"\n')
    assert vm.Mapping.read(tmp_path / "m.toml").tables[0].ids == {"77": "S1", "78": "S2"}
    (tmp_path / "ids.csv").write_text("number,service\n77,S1\n")
    with pytest.raises(
        vm.DefinitionError, match=r"m\.toml:4: table\.ids: the file 'ids\.csv' lacks a column id"
    ):
        vm.Mapping.read(tmp_path / "m.toml")


def test_a_mapping_is_read_where_its_path_is_given(tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_bytes(b"\xef\xbb\xbf" + HEAD.encode())
    read = mapping_of(tmp_path / "m.toml")
    assert read is not None
    assert read.name == "m.toml"
    assert mapping_of(read) is read
    assert mapping_of(None) is None


def test_a_mapping_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_bytes(HEAD.encode() + b"# caf\xe9")
    with pytest.raises(vm.DefinitionError, match=r"^m\.toml: not UTF-8"):
        vm.Mapping.read(tmp_path / "m.toml")
