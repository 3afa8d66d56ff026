# SPDX-License-Identifier: MIT
"""A folder's files: one for a table, or its parts, of any ending."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from workbooks_for_tests import write_book

import vermeil as vm
from vermeil.files import names_not_read, read_tables
from vermeil.readers.folder import files_of, named, read_file, table_of

SERVICES = pl.DataFrame({"service": ["S1", "S2"], "provider": ["A", "A"]})


def events(service: str) -> pl.DataFrame:
    return pl.DataFrame({"service": [service], "event": ["x"], "from": ["2024-01-01"]})


def write(frame: pl.DataFrame, path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    if path.suffix == ".csv":
        frame.write_csv(path)
    elif path.suffix == ".parquet":
        frame.write_parquet(path)
    else:
        write_book(path, {"Sheet1": [frame.columns, *map(list, frame.iter_rows())]})
    return path


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".xlsx"])
def test_a_table_comes_from_a_file_of_any_kind(ending: str, tmp_path: Path) -> None:
    write(SERVICES, tmp_path / f"Services{ending}")
    assert vm.Evidence.read(tmp_path).services == ["S1", "S2"]


def test_a_workbook_in_a_folder_gives_the_sheet_of_its_table(tmp_path: Path) -> None:
    rows = [["service", "provider"], ["S7", "A"]]
    write_book(tmp_path / "services.xlsx", {"Notes": [["a", "b"], ["1", "2"]], "Services": rows})
    assert vm.Evidence.read(tmp_path).services == ["S7"]


def test_a_spreadsheet_of_libre_office_is_read(tmp_path: Path) -> None:
    from ods_for_tests import write_ods

    write_ods(tmp_path / "services.ods", {"services": [["service", "provider"], ["S1", "A"], ["S1", "B"]]})
    evidence = vm.Evidence.read(tmp_path)
    assert evidence.services == ["S1"]
    (reject,) = evidence.rejects().to_arrow().to_pylist()
    assert (reject["source"], reject["row"]) == ("services.ods, sheet services", 3)


def test_parts_of_a_table_are_put_together_and_keep_their_rows(tmp_path: Path) -> None:
    write(SERVICES, tmp_path / "services.csv")
    write(events("S1"), tmp_path / "events-2024-10.csv")
    write(events("S9"), tmp_path / "events_2024_11.parquet")
    write(events("S8"), tmp_path / "events 12.csv")
    rejects = vm.Evidence.read(tmp_path).rejects().to_polars()
    assert rejects.select("source", "row").rows() == [("events 12.csv", 2), ("events_2024_11.parquet", 1)]


def test_the_files_of_a_folder_of_its_name_are_parts_too(tmp_path: Path) -> None:
    write(SERVICES, tmp_path / "services.csv")
    write(events("S1"), tmp_path / "events" / "north.csv")
    write(events("S9"), tmp_path / "events" / "south.csv")
    (tmp_path / "events" / ".hidden.csv").write_text("x")
    (tmp_path / "events" / "notes.txt").write_text("x")
    rejects = vm.Evidence.read(tmp_path).rejects().to_polars()
    assert rejects.select("source", "row").rows() == [("events/south.csv", 2)]


@pytest.mark.parametrize("other", ["events.parquet", "EVENTS.csv", "events-2024-10.csv", "events/a.csv"])
def test_a_whole_file_beside_another_of_the_table_is_refused(other: str, tmp_path: Path) -> None:
    write(events("S1"), tmp_path / "events.csv")
    write(events("S1"), tmp_path / other)
    with pytest.raises(vm.Error, match=r"are one table by name; leave one of them there"):
        files_of(tmp_path, "events")


def test_a_name_that_only_begins_like_a_table_is_no_part(tmp_path: Path) -> None:
    write(events("S1"), tmp_path / "events-old.csv")
    write(events("S1"), tmp_path / "eventsheet.csv")
    (tmp_path / "~$events.xlsx").write_text("a lock of Excel")
    assert files_of(tmp_path, "events") == []


def test_slips_in_names_are_told_of_files_of_every_kind(tmp_path: Path) -> None:
    write(events("S1"), tmp_path / "event.parquet")
    write(events("S1"), tmp_path / "inspection" / "a.csv")
    assert [path.name for path in named(tmp_path)] == ["event.parquet", "inspection"]
    assert list(names_not_read(tmp_path)) == ["event.parquet", "inspection"]


@pytest.mark.parametrize(
    ("name", "table"),
    [("Events ", "events"), ("events 2024-10", "events"), ("events-oct", None), ("x", None)],
)
def test_a_name_is_a_table_or_a_part_of_one(name: str, table: str | None) -> None:
    assert table_of(name, ["event", "events"]) == table


def test_a_parquet_file_that_is_cut_short_is_refused_in_one_line(tmp_path: Path) -> None:
    path = write(pl.DataFrame({"a": range(10_000)}), tmp_path / "t.parquet")
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(vm.Error, match=r"^t\.parquet: not a Parquet table: ") as caught:
        read_file(path, "t.parquet")
    assert "\n" not in str(caught.value)


def test_types_of_parquet_stay(tmp_path: Path) -> None:
    counts = pl.DataFrame(
        {"service": ["S1"], "quarter": ["2024-25 Q3"], "item": ["a"], "count": [3], "base": [4.0]}
    )
    write(counts, tmp_path / "counts.parquet")
    table = read_tables(tmp_path, ["counts"])["counts"]
    assert pl.DataFrame(table).schema["count"] == pl.Int64


def test_ids_with_trailing_blanks_are_the_same_ids(tmp_path: Path) -> None:
    write(
        pl.DataFrame({"service": ["S1  ", "S2\u00a0\t"], "provider": [" A", "A"]}),
        tmp_path / "services.parquet",
    )
    write(events("\u00a0S1"), tmp_path / "events.csv")
    evidence = vm.Evidence.read(tmp_path)
    assert evidence.services == ["S1", "S2"]
    assert len(evidence.rejects()) == 0
