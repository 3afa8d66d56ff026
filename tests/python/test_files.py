# SPDX-License-Identifier: MIT
"""Tables come in from files with the rows that people see, or one line says why not; results go out."""

from __future__ import annotations

import json
import re
import struct
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import vermeil as vm
from vermeil.files import read_table, read_tables, write_results

GOOD = b"service,provider\nS1,P1\n"
RULES = """
language = 1
id = "example"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
[[measure]]
id = "dignity"
weight = 1
[[measure]]
id = "turnover"
weight = 3
[[band]]
name = "Gold"
at_least = 80
[[band]]
name = "Bronze"
"""


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
            "t.csv: line 1 is not UTF-8; save the file as 'CSV UTF-8 (comma delimited)'",
        ),
        (
            b"a,b\n1,2\n3,4,5\n",
            "t.csv: row 3 has 3 cells and there are 2 headings; put text that holds a comma in",
        ),
        (
            b"a,b\n1,2\n3\n",
            "t.csv: row 3 has 1 cells and there are 2 headings; put text that holds a comma in",
        ),
        (
            b'a,b\n"1\n1",2\n"3,",4,5\n',
            "t.csv: row 3 has 3 cells and there are 2 headings; put text that holds",
        ),
        (
            b"\n\na,b\n1\n",
            "t.csv: row 4 has 1 cells and there are 2 headings; put text that holds a comma in",
        ),
        (
            b'a,b\n1,"2\n3,4\n',
            "t.csv: line 3 is not CSV: unexpected end of data; look for a quotation mark without",
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


def rated(services: list[str], shares: list[float | None]) -> vm.Ratings:
    """Rate services whose two measures have the same share."""
    framework = vm.Framework.parse(RULES)
    table = {"service": services, "dignity": shares, "turnover": shares}
    return framework.rate(framework.read_measures(pl.DataFrame(table), quarter="2024-25 Q3"))


def test_ratings_are_written_sorted_with_the_agreed_columns_first(tmp_path: Path) -> None:
    written = write_results(rated(["S2", "S10", "S1"], [0.9, 0.1, None]), [], tmp_path / "new" / "folder")
    names = ["ratings.csv", "measures.csv", "trace.jsonl", "rejects.csv", "ratings.xlsx"]
    assert [path.name for path in written] == names
    lines = written[0].read_text().splitlines()
    assert lines[0].startswith("service,quarter,band,score,")
    assert [line.split(",")[:3] for line in lines[1:]] == [
        ["S1", "2024-25 Q3", "Not rated"],
        ["S10", "2024-25 Q3", "Bronze"],
        ["S2", "2024-25 Q3", "Gold"],
    ]
    assert written[3].read_text() == "source,row,column,value,reason,outcome\n"


def test_numbers_read_back_as_the_same_bits(tmp_path: Path) -> None:
    shares = [0.1 + 0.2, 1 / 3, 5e-324, 0.9999999999999999]
    services = [f"S{i}" for i in range(len(shares))]
    write_results(rated(services, list(shares)), [], tmp_path)
    read = pl.read_csv(tmp_path / "measures.csv")["dignity"].to_list()
    assert [struct.pack("d", one) for one in read] == [struct.pack("d", one) for one in shares]


def test_written_measures_are_rated_the_same_again(tmp_path: Path) -> None:
    first = rated(["S2", "S3", "S1"], [1 / 3, 0.1 + 0.7, None])
    write_results(first, [], tmp_path / "first")
    framework = vm.Framework.parse(RULES)
    table = vm.Table(read_table(tmp_path / "first" / "measures.csv"))
    measures = framework.read_measures(table, quarter="2024-25 Q3")
    write_results(framework.rate(measures), [measures.rejects()], tmp_path / "second")
    for name in ("ratings.csv", "trace.jsonl", "measures.csv", "rejects.csv"):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


def test_states_are_written_as_words(tmp_path: Path) -> None:
    write_results(rated(["S1", "S2"], [0.5, None]), [], tmp_path)
    assert pl.read_csv(tmp_path / "measures.csv")["dignity.state"].to_list() == ["present", "unknown"]


def test_each_line_of_the_trace_holds_the_steps_and_the_words(tmp_path: Path) -> None:
    ratings = rated(["S2", "S1"], [0.9, 0.1])
    write_results(ratings, [], tmp_path)
    steps = [json.loads(line) for line in (tmp_path / "trace.jsonl").read_text().splitlines()]
    assert [step["service"] for step in steps] == ["S1", "S2"]
    for step in steps:
        assert step.pop("explanation") == ratings[step["service"]].explain().split("\n")
        assert step == json.loads(ratings[step["service"]].json)


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-cmd", "@sum"])
def test_a_text_like_a_formula_is_written_with_an_apostrophe(text: str, tmp_path: Path) -> None:
    rejects = vm.Evidence(services={"service": ["S1"], "provider": ["P1"], "first_day": [text]}).rejects()
    write_results(rated(["S1"], [0.5]), [rejects], tmp_path)
    assert pl.read_csv(tmp_path / "rejects.csv")["value"].to_list() == ["'" + text]


@pytest.mark.parametrize("text", ["-3", "+1.5", "S-1", "1-2"])
def test_a_number_or_an_inner_sign_is_written_as_it_is(text: str, tmp_path: Path) -> None:
    rejects = vm.Evidence(services={"service": ["S1"], "provider": ["P1"], "first_day": [text]}).rejects()
    write_results(rated(["S1"], [0.5]), [rejects], tmp_path)
    assert pl.read_csv(tmp_path / "rejects.csv", infer_schema=False)["value"].to_list() == [text]


def test_the_services_pass_through_what_tracks_them(tmp_path: Path) -> None:
    seen: list[str] = []

    def tracked(services: list[str]) -> list[str]:
        seen.extend(services)
        return services

    write_results(rated(["S2", "S1"], [0.9, 0.1]), [], tmp_path, tracked=tracked)
    assert seen == ["S1", "S2"]
