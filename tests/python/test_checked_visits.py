# SPDX-License-Identifier: MIT
"""A log of visits in a folder is read by its mapping, checked with the rest, and its rows add up."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import polars as pl
import pytest
from memory_for_tests import peak_of

import vermeil as vm
from vermeil import _core
from vermeil.checked_visits import CheckedVisits
from vermeil.readers.rows import Rows

#: VERMEIL_DUPLICATES asks for another number, such as 10000000.
DUPLICATES = int(os.environ.get("VERMEIL_DUPLICATES", "1000000"))
#: Beside the frame: views of six columns of texts, two moments in seconds, codes of ids, marks and faults.
BYTES_A_ROW = 300

MAPPING = """
language = 1
[[table]]
name = "visits"
file = "ECM *.csv"
header_row = 2
day_first = true
leave_out = { "Branch" = "Total" }
[table.columns]
service = "Branch"
person = "Client"
worker = "Carer"
planned_start = { column = ["Day", "From"] }
planned_end = { column = ["Day", "To"] }
actual_start = { column = ["Day", "In"] }
actual_end = { column = ["Day", "Out"] }
status = { column = "Result", words = { "Y" = "delivered", "DNA" = "missed" } }
"""
HEAD = "Export of the made-up call monitoring,,,,,,,,\nBranch,Client,Carer,Day,From,To,In,Out,Result\n"


def line(client: str, carer: str, start: str, end: str, result: str = "Y", branch: str = "S1") -> str:
    came = f"{start},{end}" if result == "Y" else ","
    return f"{branch},{client},{carer},1/10/2024,{start},{end},{came},{result}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "services.csv").write_text("service,provider\nS1,A\n")
    packages = "package,person,hours_per_week,from,service\nK1,p,7,2024-01-01,S1\nK2,q,7,2024-01-01,S1\n"
    (tmp_path / "packages.csv").write_text(packages)
    (tmp_path / "m.toml").write_text(MAPPING)
    filler = "".join(
        line("q", f"w{n}", f"{6 + n // 4:02d}:{n % 4 * 15:02d}", f"{6 + n // 4:02d}:{n % 4 * 15 + 10:02d}")
        for n in range(40)
    )
    october = [
        line("p", "A", "08:00", "08:30"),
        ",,,,,,,,\n",
        "S1,p,A\n",
        line("p", "A", "09:00", "09:30", "?"),
    ]
    (tmp_path / "ECM Oct.csv").write_text(HEAD + "".join(october) + filler + "Total,,,,,,,,44\n")
    (tmp_path / "ECM Nov.csv").write_text(
        HEAD + line("nobody", "B", "08:00", "08:30") + line("p", "C", "10:00", "10:30", "DNA")
    )
    return tmp_path


def test_a_council_s_own_log_is_checked_with_the_rest(folder: Path) -> None:
    found = vm.check(folder, mapping=folder / "m.toml")
    by_file = {each.source: each for each in found.files if each.table == "visits"}
    october, november = by_file["ECM Oct.csv"], by_file["ECM Nov.csv"]
    assert (october.rows, october.kept, october.left_out, october.blank, october.passed_over) == (
        45,
        41,
        2,
        1,
        1,
    )
    assert (november.rows, november.kept, november.flagged, november.left_out) == (2, 1, 1, 0)
    told = found.findings().to_polars().select("source", "row", "column", "outcome")
    assert told.rows() == [
        ("ECM Oct.csv", 5, "", "left out"),
        ("ECM Nov.csv", 3, "Client", "kept"),
        ("ECM Oct.csv", 6, "Result", "left out"),
    ]


def test_people_are_masked_unless_asked_for(folder: Path) -> None:
    found = vm.check(folder, mapping=folder / "m.toml")
    assert "nobody" not in found.findings().to_polars()["value"].to_list()
    assert "nobody" in found.findings(unmasked=True).to_polars()["value"].to_list()


def test_a_log_is_read_by_its_mapping_and_tells_rows_of_its_files(folder: Path) -> None:
    visits = vm.Visits.read(folder, folder / "m.toml")
    rejects = visits.rejects().to_polars()
    assert rejects["source"].unique().sort().to_list() == ["ECM Oct.csv"]
    measured = visits.measure(vm.VisitRules()).to_polars().row(0, named=True)
    assert (measured["service"], measured["missed"]) == ("S1", 1)


def test_many_rows_of_one_reason_are_counted_and_not_all_listed(tmp_path: Path) -> None:
    most, more = _core.most_told, 5
    rows = most + more + 1
    day = {"planned_start": ["2024-10-01 08:00"] * rows, "planned_end": ["2024-10-01 08:30"] * rows}
    same = {"service": ["S1"] * rows, "person": ["p"] * rows, "worker": ["A"] * rows, **day}
    (tmp_path / "services.csv").write_text("service,provider\nS1,A\n")
    pl.DataFrame(same | {"status": ["delivered"] * rows}).write_csv(tmp_path / "visits.csv")
    found = vm.check(tmp_path)
    assert found.files[1].left_out == most + more
    assert found.files[1].kept == 1
    (reason,) = found.reasons()
    assert (reason.rows, reason.first_rows) == (most + more, (3, 4, 5, 6, 7))
    listed = found.findings().to_polars()
    assert listed.height == most + 1
    said = f"and {more} more rows: the same row stands in the log already"
    assert listed.row(-1) == ("visits.csv", 0, "planned_start", "", said, "left out")
    found.write_findings(tmp_path / "all.csv")
    written = pl.read_csv(tmp_path / "all.csv")
    assert written["row"].to_list() == list(range(3, rows + 2))
    assert written.columns == listed.columns
    evidence = vm.Evidence.read(tmp_path)
    assert len(evidence.rejects()) == most + 1
    visits = vm.Visits.read(tmp_path)
    assert len(visits.rejects()) == most + more
    assert len(visits.rejects(most=2)) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is Linux's to tell")
def test_millions_of_duplicates_are_told_in_little_memory() -> None:
    row = {"service": "S1", "person": "p", "worker": "A", "status": "delivered"}
    row |= {"planned_start": "2024-10-01 08:00", "planned_end": "2024-10-01 08:30"}
    log = pl.select(*(pl.repeat(text, DUPLICATES).alias(name) for name, text in row.items()))
    rows = [Rows(log, "visits.csv")]
    with peak_of() as peak:
        visits = CheckedVisits(rows, {})
        assert visits.tallies[0]["left_out"] == visits.reasons()[0]["rows"] == DUPLICATES - 1
        assert visits.findings().height == min(_core.most_told + 1, DUPLICATES - 1)
        told = 0
        for part in visits.every_finding():
            told += part.height
    assert told == DUPLICATES - 1
    assert peak.grown * 1024 < BYTES_A_ROW * DUPLICATES + 100e6


def test_a_log_of_our_own_columns_needs_no_mapping(tmp_path: Path) -> None:
    visits = {
        "service": ["S1", "S1"],
        "person": ["p", "p"],
        "worker": ["A", "A"],
        "planned_start": ["2024-10-01 08:00", "2024-10-01 08:00"],
        "planned_end": ["2024-10-01 08:30", "2024-10-01 08:30"],
        "status": ["delivered", "delivered"],
    }
    pl.DataFrame(visits).write_parquet(tmp_path / "visits.parquet")
    (tmp_path / "services.csv").write_text("service,provider\nS1,A\n")
    found = vm.check(tmp_path)
    (tally,) = [each for each in found.files if each.table == "visits"]
    assert (tally.rows, tally.kept + tally.flagged + tally.left_out) == (2, 2)
    assert tally.kept == 1
    assert found.findings().to_polars()["source"].to_list() == ["visits.parquet"]
    frames = {"services": {"service": ["S1"], "provider": ["A"]}, "visits": visits}
    assert vm.check(frames).files[1].kept == 1
