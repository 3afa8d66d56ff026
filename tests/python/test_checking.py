# SPDX-License-Identifier: MIT
"""A check counts every row of every file once, tells what is wrong, and names nobody."""

from __future__ import annotations

import datetime as dt
import os
import random
import sys
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from memory_for_tests import peak_of

import vermeil as vm
from vermeil import _core
from vermeil.checking import checked_table_names
from vermeil.made_up import MadeUp

SERVICES = {"service": ["S1", "S2"], "provider": ["A", "A"]}


def sums(found: vm.Check) -> None:
    """Hold the sums of every file equal to its rows."""
    for each in found.files:
        assert each.kept + each.flagged + each.left_out + each.blank + each.passed_over == each.rows


def test_no_row_of_a_made_up_market_is_left_out_but_those_that_were_planted(made: MadeUp) -> None:
    found = vm.check(made.directory)
    sums(found)
    assert {each.table: each.rows for each in found.files} == made.rows
    told = found.findings().to_polars().filter(outcome="left out").select("source", "row").unique()
    assert set(told.iter_rows()) <= {(each.file, each.row) for each in made.planted}
    assert sum(each.left_out for each in found.files) == told.height > 0


def test_frames_are_checked_as_files_are() -> None:
    events = pl.DataFrame({"service": ["S1", "S1"], "event": ["x", "x"], "from": [dt.date(2024, 1, 1)] * 2})
    found = vm.check({"services": SERVICES, "events": events})
    assert [reason.reason for reason in found.reasons()] == ["the same in every column as row 2"]
    assert found.files[1] == vm.FileTally("events", "events", 2, 1, 1, 0, 0, 0)
    assert repr(found) == "<Check: 2 files, 4 rows, 1 flagged, 0 left out>"


def test_days_ahead_are_looked_for_where_the_day_of_the_check_is_given() -> None:
    events = {"service": ["S1"], "event": ["x"], "from": ["2024-12-01"]}
    assert vm.check({"services": SERVICES, "events": events}).is_clean
    found = vm.check({"services": SERVICES, "events": events}, as_of=dt.date(2024, 11, 30))
    assert found.findings().to_polars()["reason"].item() == "lies after 2024-11-30, the day of the check"


def test_persons_are_masked_unless_asked_for() -> None:
    packages = {"package": ["K1"], "person": ["x\x01"], "hours_per_week": ["5"], "from": ["2024-01-01"]}
    found = vm.check({"services": SERVICES, "packages": packages | {"service": ["S1"]}})
    assert found.findings().to_polars()["value"].to_list() == ["(masked)"]
    assert found.reasons()[0].first_value == "(masked)"
    assert found.findings(unmasked=True).to_polars()["value"].to_list() == ["x\x01"]


def test_reasons_that_differ_in_details_alone_are_one() -> None:
    counts = {"service": ["S1"] * 3, "quarter": ["2024-25 Q1"] * 3, "item": ["a", "b", "c"]}
    found = vm.check(
        {"services": SERVICES, "counts": counts | {"count": ["5", "6", "7"], "base": ["1", "2", "3"]}}
    )
    (reason,) = found.reasons()
    assert (reason.reason, reason.rows, reason.first_rows) == ("more than the base, …", 3, (2, 3, 4))


def test_a_file_that_cannot_be_read_is_a_finding_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_text("service,provider\nS1,A\n")
    (tmp_path / "events.csv").write_bytes(b"service,event\n\xff,x\n")
    (tmp_path / "counts.csv").write_text("service,quarter,item,count,base\nS1,2024-25 Q1,a,1,2\n")
    found = vm.check(tmp_path)
    assert found.unread[0][0] == "events.csv"
    assert not found.is_clean
    (row,) = found.findings().to_arrow().to_pylist()
    assert (row["source"], row["row"], row["outcome"]) == ("events.csv", 0, "left out")
    assert {each.table: each.kept for each in found.files} == {"services": 1, "counts": 1}


def test_without_anything_that_can_be_read_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_bytes(b"")
    with pytest.raises(vm.Error, match=r"^services\.csv: the file is empty"):
        vm.check(tmp_path)
    with pytest.raises(vm.Error, match="there is no services table"):
        vm.check({"events": {"service": ["S1"], "event": ["x"], "from": ["2024-01-01"]}})


def test_a_register_that_cannot_be_read_is_told_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_bytes("\ufeffservice,provider\nS1,A\n".encode("utf-16-le"))
    (tmp_path / "counts.csv").write_text("service,quarter,item,count,base\nS1,2024-25 Q1,a,1,2\n")
    with pytest.raises(vm.Error, match=r"^services\.csv: .* text in UTF-16; save the file as 'CSV UTF-8"):
        vm.check(tmp_path)


def test_every_table_of_evidence_and_market_is_checked() -> None:
    assert {"services", "events", "packages", "awards", "survey_sheets"} <= set(checked_table_names())


HOSTILE = """service,event,from,to,known_on
S1,default_notice,2024-10-01,,
S1,Default notice,2024-10-01,2024-12-01,
 S1 ,default_notice,2024-10-01,,
S1,default_notice,01/10/2024,,
S1,default_notice,1 Oct 2024,,
S1,default_notice,2024-10-02,2024-10-01,
,,,,
S9,x,2024-10-01,,
"S1","a ""quoted"", event",2024-10-03,,2024-10-01
S1,ragged,2024-10-04

S2,x,2024-10-05,,
"""
# What becomes of its rows, told by hand.
EXPECTED = {
    2: "kept",
    3: "flagged",
    4: "flagged",
    5: "out",
    6: "out",
    7: "out",
    9: "out",
    10: "flagged",
    11: "out",
    13: "kept",
}


def test_a_hostile_file_adds_up_row_by_row(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_text("service,provider\nS1,A\nS2,A\n")
    filler = "".join(f"S2,y{n},2024-01-01,,\n" for n in range(40))  # so that one ragged row is the exception
    (tmp_path / "events.csv").write_text(HOSTILE + filler)
    found = vm.check(tmp_path)
    sums(found)
    told = found.findings().to_polars()
    out = set(told.filter(outcome="left out")["row"])
    flagged = set(told.filter(outcome="kept")["row"]) - out
    assert out == {row for row, became in EXPECTED.items() if became == "out"}
    assert flagged == {row for row, became in EXPECTED.items() if became == "flagged"}
    events = next(each for each in found.files if each.table == "events")
    assert (events.rows, events.blank) == (52, 2)
    assert (events.kept, events.flagged, events.left_out) == (42, 3, 5)


cell = st.sampled_from(
    ["S1", "S2", "S9", "", " ", "2024-10-01", "2024-13-01", "x", "X", "1", "Ω", "a,b", '"']
)
rows = st.lists(st.tuples(cell, cell, cell, cell), max_size=12)


@settings(deadline=None, max_examples=100)
@given(rows)
def test_the_sums_hold_whatever_stands_in_the_cells(made: list[tuple[str, str, str, str]]) -> None:
    names = ("service", "event", "from", "known_on")
    events = {name: [row[at] for row in made] for at, name in enumerate(names)}
    found = vm.check({"services": SERVICES, "events": events}, as_of=dt.date(2024, 12, 31))
    sums(found)
    tally = found.files[1]
    assert tally.rows == len(made)
    assert tally.blank == sum(not "".join(row).strip() for row in made)
    told = found.findings().to_polars()
    assert tally.left_out == told.filter(outcome="left out")["row"].n_unique()


@settings(deadline=None, max_examples=30)
@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_sum_but_for_which_of_two_is_the_repeat(
    made: list[tuple[str, str, str, str]], chance: random.Random
) -> None:
    def tally(order: list[tuple[str, str, str, str]]) -> vm.FileTally:
        names = ("service", "event", "from", "known_on")
        events = {name: [row[at] for row in order] for at, name in enumerate(names)}
        return vm.check({"services": SERVICES, "events": events}).files[1]

    shuffled = chance.sample(made, len(made))
    before, after = tally(made), tally(shuffled)
    assert (before.left_out, before.blank) == (after.left_out, after.blank)
    assert before.kept + before.flagged == after.kept + after.flagged


def repeated(rows: int) -> pl.DataFrame:
    """Give a return whose every row but the first repeats its key, with another count."""
    count = pl.int_range(rows, eager=True).alias("count")
    return pl.select(
        service=pl.repeat("S1", rows), quarter=pl.repeat("2024 Q4", rows), item=pl.repeat("leavers", rows)
    ).with_columns(count=count, base=pl.lit(rows))


def test_many_bad_rows_of_any_table_are_counted_and_all_are_written(tmp_path: Path) -> None:
    most, more = _core.most_told, 5
    found = vm.check({"services": SERVICES, "counts": repeated(most + more + 1)})
    sums(found)
    assert (found.files[1].kept, found.files[1].left_out) == (1, most + more)
    (reason,) = found.reasons()
    assert (reason.rows, reason.first_rows) == (most + more, (3, 4, 5, 6, 7))
    listed = found.findings().to_polars()
    said = f"and {more} more rows: this service, quarter and item stand already in an earlier row"
    assert listed.height == most + 1
    assert listed.row(-1) == ("counts", 0, "item", "", said, "left out")
    found.write_findings(tmp_path / "all.csv")
    written = pl.read_csv(tmp_path / "all.csv")
    assert written["row"].to_list() == list(range(3, most + more + 3))
    assert written["value"].unique().to_list() == ["leavers"]
    assert written.columns == listed.columns
    evidence = vm.Evidence(services=SERVICES, counts=repeated(most + more + 1))
    assert len(evidence.rejects()) == most + 1


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is Linux's to tell")
def test_millions_of_bad_rows_of_any_table_are_told_in_little_memory() -> None:
    rows = int(os.environ.get("VERMEIL_DUPLICATES", "1000000"))
    counts = repeated(rows)
    with peak_of() as peak:
        found = vm.check({"services": SERVICES, "counts": counts})
        assert found.files[1].left_out == rows - 1
        assert len(found.findings()) == _core.most_told + 1
    # Three texts a row are looked at as views of 16 bytes; a row's number takes 8, in some lists at once.
    assert peak.grown * 1024 < 150 * rows + 100e6


def test_overlaps_of_packages_are_one_reason_whosever_they_are() -> None:
    people = [f"p{n}" for n in range(20) for _ in range(2)]
    packages = {
        "package": [f"k{n}" for n in range(40)],
        "person": people,
        "hours_per_week": ["7"] * 40,
        "from": ["2024-10-01", "2024-10-15"] * 20,
        "service": ["S1"] * 40,
    }
    found = vm.check({"services": {"service": ["S1"], "provider": ["A"]}, "packages": packages})
    (reason,) = found.reasons()
    assert reason.rows == 20
    assert reason.reason.startswith("the person's package … in …")


def test_what_a_reason_advises_to_write_stays_whole() -> None:
    packages = {
        "package": ["k1", "k2"],
        "person": ["p1", "p2"],
        "hours_per_week": ["1,5", "2.333"],
        "from": ["2024-10-01"] * 2,
        "service": ["S1"] * 2,
    }
    found = vm.check({"services": {"service": ["S1"], "provider": ["A"]}, "packages": packages})
    (reason,) = found.reasons()
    assert reason.reason.endswith(
        "is not a number of hours a week; write it as 10.5, with at most two decimals"
    )
