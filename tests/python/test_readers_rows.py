# SPDX-License-Identifier: MIT
"""The rows of files keep their places when some are left aside and when files are put together."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import polars as pl
import pytest
from memory_for_tests import peak_of

import vermeil as vm
from vermeil import _core
from vermeil.readers.rows import Rows, fault, stacked

EVENTS = pl.DataFrame({"service": ["S9", "S1", "S9"], "event": ["x", "y", "z"], "from": ["2024-01-01"] * 3})
SERVICES = {"service": ["S1"], "provider": ["A"]}


def rejects(table: vm.Table) -> list[tuple[str, int, str]]:
    found = vm.Evidence(services=SERVICES, events=table).rejects().to_arrow().to_pylist()
    return [(each["source"], each["row"], each["column"]) for each in found]


def test_rows_are_numbered_from_the_first() -> None:
    assert rejects(vm.Table(Rows(EVENTS, "e.csv", 5).table())) == [
        ("e.csv", 5, "service"),
        ("e.csv", 7, "service"),
    ]


def test_rows_that_are_passed_over_are_counted_and_the_others_keep_their_numbers() -> None:
    rows = Rows(EVENTS, "e.csv", faults=(fault("e.csv", 2, "a"), fault("e.csv", 4, "b")))
    kept = rows.only(pl.Series([False, True, True]))
    assert (kept.passed_over, kept.row_numbers().to_list()) == (1, [3, 4])
    assert [each["reason"] for each in kept.faults] == ["b"]
    assert rows.only(pl.Series([True, True, True])) is rows


def test_a_column_is_told_by_its_label() -> None:
    rows = Rows(EVENTS, "e.csv", labels={"service": "Branch"})
    assert rejects(vm.Table(rows.table()))[0] == ("e.csv", 2, "Branch")


def test_files_put_together_keep_their_names_and_numbers() -> None:
    first = Rows(EVENTS.with_columns(note=pl.lit("a")), "e-01.csv", faults=(fault("e-01.csv", 9, "ragged"),))
    second = Rows(EVENTS.head(1), "e-02.csv", 4)
    table = vm.Table(stacked("events", [first, second]))
    assert len(table) == 4
    assert rejects(table) == [
        ("e-01.csv", 9, ""),
        ("e-01.csv", 2, "service"),
        ("e-01.csv", 4, "service"),
        ("e-02.csv", 4, "service"),
    ]


def test_text_and_numbers_of_one_column_stand_together_as_text() -> None:
    parts = [Rows(pl.DataFrame({"a": ["x"]}), "a.csv"), Rows(pl.DataFrame({"a": [1]}), "b.parquet")]
    assert pl.DataFrame(vm.Table(stacked("t", parts)))["a"].to_list() == ["x", "1"]


def test_what_cannot_stand_in_one_column_is_refused() -> None:
    parts = [Rows(pl.DataFrame({"a": [[1]]}), "a.parquet"), Rows(pl.DataFrame({"a": [1.5]}), "b.parquet")]
    with pytest.raises(vm.Error, match=r"^a\.parquet, b\.parquet: these do not make one table t: "):
        stacked("t", parts)


def test_a_fault_of_a_whole_file_keeps_its_rows() -> None:
    assert fault("a.csv", 0, "cut short")["kept"]
    assert not fault("a.csv", 3, "ragged")["kept"]


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is Linux's to tell")
@pytest.mark.parametrize(
    ("table", "row", "bytes_a_row"),
    [
        # A cell is read as a view of 16 bytes, and held as a place of 4.
        ("complaints", "S1,2024-10-01,complaint,2024-10-20,upheld", 300),
        ("survey_counts", "S1,2024 Q4,dignity,yes,3", 200),
    ],
)
def test_millions_of_equal_rows_of_a_file_fill_little_memory(
    table: str, row: str, bytes_a_row: int, tmp_path: Path
) -> None:
    rows = int(os.environ.get("VERMEIL_DUPLICATES", "1000000"))
    fields = next(each["fields"] for each in _core.checked_schemas() if each["name"] == table)
    head = ",".join(field["name"] for field in fields[: row.count(",") + 1])
    for folder, times in (("few", 10), ("many", rows)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "services.csv").write_text("service,provider\nS1,A\n", encoding="utf-8")
        (tmp_path / folder / f"{table}.csv").write_text(f"{head}\n" + f"{row}\n" * times, encoding="utf-8")
    vm.Evidence.read(tmp_path / "few").rejects()  # loads what is loaded once
    with peak_of() as peak:
        told = vm.Evidence.read(tmp_path / "many").rejects()
    assert len(told) == (0 if table == "complaints" else _core.most_told + 1)
    assert peak.grown * 1024 < bytes_a_row * rows + 60e6
