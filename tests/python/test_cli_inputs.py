# SPDX-License-Identifier: MIT
"""What the commands are given."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from workbooks_for_tests import write_book

import vermeil as vm
from vermeil.cli.inputs import read_day, read_evidence

SERVICES = [["service", "provider", "name"], ["S1", "P1", "First"], ["S2", "P1", None]]


def folder_of(folder: Path, readme: str = "") -> Path:
    (folder / "services.csv").write_text("\n".join(",".join(cell or "" for cell in row) for row in SERVICES))
    if readme:
        (folder / "README.md").write_text(readme)
    return folder


def test_names_of_services_come_from_folders_and_workbooks_alike(tmp_path: Path) -> None:
    book = write_book(tmp_path / "book.xlsx", {"services": SERVICES})
    for place in (folder_of(tmp_path), book):
        known = read_evidence(place)
        assert known.names == {"S1": "First"}
        assert known.evidence.services == ["S1", "S2"]


def test_services_without_a_column_of_names_have_none(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_text("service,provider\nS1,P1\n")
    assert read_evidence(tmp_path).names == {}


@pytest.mark.parametrize(
    ("readme", "note"), [("MADE UP: nobody\nmore", "MADE UP: nobody"), ("About MADE UP", ""), ("", "")]
)
def test_a_folder_that_says_it_is_made_up_gives_a_note(tmp_path: Path, readme: str, note: str) -> None:
    assert read_evidence(folder_of(tmp_path, readme)).note == note


def test_a_table_that_may_bear_a_wrong_name_gives_a_note(tmp_path: Path) -> None:
    (tmp_path / "event.csv").write_text("service,event,from\n")
    note = read_evidence(folder_of(tmp_path, "MADE UP: nobody")).note
    assert note == "MADE UP: nobody; 'event' was not read: is it 'events'?"


def test_tables_of_the_market_give_no_note(tmp_path: Path) -> None:
    (tmp_path / "providers.csv").write_text("provider\nP1\n")
    assert read_evidence(folder_of(tmp_path)).note == ""


def test_a_made_up_market_says_so(tmp_path: Path) -> None:
    vm.make_up(tmp_path, services=3, quarters=2, seed=1)
    assert read_evidence(tmp_path).note.startswith("MADE UP")


def test_evidence_without_services_names_the_workbook(tmp_path: Path) -> None:
    book = write_book(tmp_path / "book.xlsx", {"events": [["service", "event"], ["S1", "embargo"]]})
    with pytest.raises(vm.Error, match=r"book\.xlsx: there is no services table"):
        read_evidence(book)


def test_a_missing_column_names_its_file_once(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_text("service,name\nS1,First\n")
    with pytest.raises(vm.Error, match=r"^services\.csv: no column 'provider'; it has 'service' or 'name'$"):
        read_evidence(tmp_path)


def test_a_day_is_read() -> None:
    assert read_day("2024-12-31") == dt.date(2024, 12, 31)


@pytest.mark.parametrize("text", ["", "2024-12-32", "31.12.2024", "today"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(vm.Error, match=rf"^'{text}' is not a date; write it as 2024-12-31$"):
        read_day(text)
