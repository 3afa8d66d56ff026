# SPDX-License-Identifier: MIT
"""The Commission's directory and ratings, in made-up files of the published layout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from published_files_for_tests import DIRECTORY, RATINGS, write_csv_rows
from workbooks_for_tests import write_book

import vermeil as vm
from vermeil.readers.cqc import kind_of, rating_scale_of, read_cqc_directory, read_cqc_ratings
from vermeil.readers.layout import LayoutFile

AGENCY = {
    "Location ID": "1-101",
    "Location HSCA start date": "31/01/2011",
    "Location Name": "Made-up Home Care",
    "Provider ID": "1-900",
    "Location Latest Overall Rating": "Good",
    "Publication Date": "05/04/2024",
    "Service type - Domiciliary care service": "Y",
}
HOME = {
    "Location ID": "1-102",
    "Location Name": "Made-up Nursing Home",
    "Provider ID": "1-901",
    "Service type - Care home service with nursing": "Y",
    "Service type - Care home service without nursing": "Y",
    "Location Latest Overall Rating": "No published rating",
}


def file_of(path: Path) -> LayoutFile:
    return LayoutFile(path, path.name)


def as_sheet(headings: tuple[str, ...], rows: list[dict[str, Any]]) -> list[list[Any]]:
    above = [["Made up, nobody in it exists"], ["As at 1 April 2024"], []]
    return [*above, list(headings), *([row.get(name) for name in headings] for row in rows)]


def rated(domain: str, rating: str, group: str = "Overall", day: str = "05/04/2024") -> dict[str, str]:
    said = {"Domain": domain, "Latest Rating": rating, "Service / Population Group": group}
    return said | {"Location ID": "1-101", "Publication Date": day, "Report Type": "Location"}


def test_the_directory_gives_services(tmp_path: Path) -> None:
    path = write_csv_rows(tmp_path / "dir.csv", DIRECTORY, [AGENCY, HOME], ["Made up", "Source: nobody", ""])
    rows = read_cqc_directory(file_of(path))["services"]
    assert rows.frame.row(0, named=True) == {
        "service": "1-101",
        "provider": "1-900",
        "name": "Made-up Home Care",
        "kind": "home care",
        "location_id": "1-101",
        "regulators": "cqc",
        "first_day": "2011-01-31",
        "last_day": None,
    }
    assert rows.frame["kind"].to_list() == ["home care", "nursing home"]
    assert rows.row_numbers().to_list() == [5, 6]


def test_the_directory_as_a_workbook_gives_the_same(tmp_path: Path) -> None:
    book = write_book(
        tmp_path / "d.xlsx",
        {"README": [["a", "b"]], "HSCA_Active_Locations": as_sheet(DIRECTORY, [AGENCY, HOME])},
    )
    table = write_csv_rows(tmp_path / "d.csv", DIRECTORY, [AGENCY, HOME])
    from_book, from_csv = (read_cqc_directory(file_of(path))["services"] for path in (book, table))
    assert from_book.frame.equals(from_csv.frame)
    assert from_book.row_numbers().to_list() == [5, 6]


def test_the_directory_of_those_that_closed_gives_their_last_day(tmp_path: Path) -> None:
    ended = (*DIRECTORY, "Location HSCA End Date")
    sheet = as_sheet(ended, [AGENCY | {"Location HSCA End Date": "30/09/2024"}])
    book = write_book(tmp_path / "closed.xlsx", {"Deactivated_Locations": sheet})
    services = read_cqc_directory(file_of(book))["services"].frame
    assert services["last_day"].to_list() == ["2024-09-30"]


def test_the_simple_directory_gives_services_too(tmp_path: Path) -> None:
    names = (
        "Name",
        "Service types",
        "Provider name",
        "CQC Location ID (for office use only)",
        "CQC Provider ID (for office use only)",
    )
    row = dict(zip(names, ("Made-up", "Homecare agencies|Shared lives", "P", "1-101", "1-900"), strict=True))
    path = write_csv_rows(tmp_path / "simple.csv", names, [row], ["a", "b", "c", "d"])
    found = read_cqc_directory(file_of(path))
    assert found["services"].frame.row(0)[:4] == ("1-101", "1-900", "Made-up", "shared lives")
    assert list(found) == ["services"]
    kinds = [
        kind_of([word]) for word in ("Homecare agencies", "Residential homes", "Nursing homes ", "Hospice")
    ]
    assert kinds == ["home care", "care home", "nursing home", "other"]
    assert kind_of(["Homecare agencies", "Supported housing"]) == "extra care"


def test_the_directory_has_overall_ratings_of_those_that_are_rated(tmp_path: Path) -> None:
    path = write_csv_rows(tmp_path / "dir.csv", DIRECTORY, [AGENCY, HOME])
    rows = read_cqc_directory(file_of(path))["inspections"]
    assert rows.frame.rows() == [("1-101", "cqc", "Good", "2024-04-05")]
    assert rows.passed_over == 1


def test_the_ratings_of_whole_locations_go_to_a_scale_for_each_question(tmp_path: Path) -> None:
    told = [
        rated("Overall", "Good"),
        rated("Safe", "Requires improvement"),
        rated("Well-led", "Outstanding"),
        rated("Safe", "Inadequate", group="Urgent care"),
        rated("Caring", "Not rated"),
    ]
    path = write_csv_rows(tmp_path / "ratings.csv", RATINGS, told)
    rows = read_cqc_ratings(file_of(path))["inspections"]
    assert rows.frame.rows() == [
        ("1-101", "cqc", "Good", "2024-04-05"),
        ("1-101", "cqc_safe", "Requires improvement", "2024-04-05"),
        ("1-101", "cqc_well_led", "Outstanding", "2024-04-05"),
    ]
    assert (rows.row_numbers().to_list(), rows.passed_over) == ([2, 3, 4], 2)


def test_the_older_heading_of_the_question_is_read(tmp_path: Path) -> None:
    headings = tuple("Key Question" if name == "Domain" else name for name in RATINGS)
    row = rated("", "Good") | {"Key Question": "Effective"}
    del row["Domain"]
    rows = read_cqc_ratings(file_of(write_csv_rows(tmp_path / "r.csv", headings, [row])))["inspections"]
    assert rows.frame["source"].to_list() == ["cqc_effective"]


def test_the_ratings_as_a_workbook_come_from_the_sheet_of_locations(tmp_path: Path) -> None:
    other = as_sheet(RATINGS, [rated("Overall", "Inadequate")])
    book = write_book(
        tmp_path / "r.xlsx", {"Providers": other, "Locations": as_sheet(RATINGS, [rated("Overall", "Good")])}
    )
    assert read_cqc_ratings(file_of(book))["inspections"].frame["rating"].to_list() == ["Good"]


def test_a_day_that_is_none_is_told_by_the_name_of_its_column(tmp_path: Path) -> None:
    path = write_csv_rows(tmp_path / "r.csv", RATINGS, [rated("Overall", "Good", day="soon")])
    table = read_cqc_ratings(file_of(path))["inspections"].table()
    evidence = vm.Evidence(services={"service": ["1-101"], "provider": ["P"]}, inspections=vm.Table(table))
    (reject,) = evidence.rejects().to_arrow().to_pylist()
    assert (reject["source"], reject["row"], reject["column"], reject["value"]) == (
        "r.csv",
        2,
        "Publication Date",
        "soon",
    )


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = write_csv_rows(tmp_path / "r.csv", ("a", "b"), [])
    with pytest.raises(vm.Error, match=r"^r\.csv: no row of headings has 'Service / Population Group'"):
        read_cqc_ratings(file_of(path))


def test_kinds_and_scales() -> None:
    assert kind_of(["Domiciliary care service", "Supported living service"]) == "supported living"
    assert kind_of(["Dental service"]) == "other"
    assert rating_scale_of("Well led") == rating_scale_of("Well-led") == "cqc_well_led"
    assert rating_scale_of("Use of resources") is None


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=12)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.dictionaries(st.sampled_from(RATINGS), texts, max_size=8), max_size=6))
def test_any_text_in_cells_is_read_and_every_row_counted(tmp_path: Path, rows: list[dict[str, str]]) -> None:
    path = write_csv_rows(
        tmp_path / "any.csv", RATINGS, [rated("Overall", "Good"), *rows, rated("Safe", "Good")]
    )
    found = read_cqc_ratings(file_of(path))["inspections"]
    assert found.frame.height + found.passed_over == len(rows) + 2
    found.table()
