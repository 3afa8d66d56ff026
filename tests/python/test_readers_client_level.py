# SPDX-License-Identifier: MIT
"""Care packages out of made-up tables of the client-level data."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from published_files_for_tests import CLIENT_LEVEL, write_csv_rows

import vermeil as vm
from vermeil.readers.client_level import read_client_level_data
from vermeil.readers.layout import LayoutFile

SERVICE = {
    "LA Person Unique Identifier": "MADE-UP-1",
    "Event Type": "Service",
    "Event Reference": "E1",
    "Event Start Date": "01/10/2024",
    "Event End Date": "",
    "Service Type": "Long Term Support: Community",
    "Service Component": "Home Support",
    "Delivery Mechanism": "CASSR Commissioned support",
    "Provider CQC Location ID": "1-101",
    "Unit Cost": "21.40",
    "Cost Frequency (Unit Type)": "Hourly",
    "Planned units per week": "10.50",
}


def file_of(path: Path) -> LayoutFile:
    return LayoutFile(path, path.name)


def written(folder: Path, *rows: dict[str, str]) -> LayoutFile:
    return file_of(write_csv_rows(folder / "cld.csv", CLIENT_LEVEL, rows))


def test_a_service_in_hours_is_a_package(tmp_path: Path) -> None:
    rows = read_client_level_data(written(tmp_path, SERVICE))["packages"]
    assert rows.frame.row(0, named=True) == {
        "package": "E1",
        "person": "MADE-UP-1",
        "hours_per_week": "10.50",
        "from": "2024-10-01",
        "to": None,
        "service": "1-101",
        "hourly_rate": "21.40",
    }


def test_the_word_null_of_a_database_is_an_empty_cell(tmp_path: Path) -> None:
    nulls = {"Event End Date": "NULL", "Unit Cost": " null", "Delivery Mechanism": "NULL"}
    rows = read_client_level_data(written(tmp_path, SERVICE | nulls))["packages"]
    assert rows.frame.row(0, named=True)["hourly_rate"] is None
    assert rows.frame["to"].to_list() == [None]
    assert rows.faults == ()


def test_other_events_and_direct_payments_are_passed_over(tmp_path: Path) -> None:
    others = [
        SERVICE | {"Event Type": "Assessment"},
        SERVICE | {"Delivery Mechanism": "Direct Payment"},
        SERVICE | {"Service Component": "Direct payment"},
        SERVICE | {"Event Type": "Review"},
    ]
    rows = read_client_level_data(written(tmp_path, *others, SERVICE))["packages"]
    assert (rows.row_numbers().to_list(), rows.passed_over) == ([6], 4)


def test_a_service_in_another_unit_is_left_out_and_told(tmp_path: Path) -> None:
    weekly = SERVICE | {
        "Event Reference": "E2",
        "Cost Frequency (Unit Type)": "Weekly",
        "Planned units per week": "",
    }
    rows = read_client_level_data(written(tmp_path, SERVICE, weekly))["packages"]
    (fault,) = rows.faults
    assert (fault["row"], fault["column"], fault["value"]) == (3, "Cost Frequency (Unit Type)", "Weekly")
    services = {"service": ["1-101"], "provider": ["P"]}
    market = vm.Market(services=services, packages=vm.Table(rows.table()))
    assert market._core.packages == ["E1"]
    assert market.rejects().to_polars()["row"].to_list() == [3]


def test_names_with_underscores_are_the_same(tmp_path: Path) -> None:
    names = {name: name.replace(" ", "_").replace("(", "").replace(")", "") for name in CLIENT_LEVEL}
    path = write_csv_rows(
        tmp_path / "c.csv", list(names.values()), [{names[key]: cell for key, cell in SERVICE.items()}]
    )
    assert read_client_level_data(file_of(path))["packages"].frame["package"].to_list() == ["E1"]


def test_a_person_is_masked_in_what_is_told(tmp_path: Path) -> None:
    rows = read_client_level_data(written(tmp_path, SERVICE | {"LA Person Unique Identifier": "x\x01y"}))[
        "packages"
    ]
    market = vm.Market(services={"service": ["1-101"], "provider": ["P"]}, packages=vm.Table(rows.table()))
    (reject,) = market.rejects().to_arrow().to_pylist()
    assert (reject["column"], reject["value"]) == ("LA Person Unique Identifier", "(masked)")


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = write_csv_rows(tmp_path / "c.csv", ("Event", "Person"), [])
    with pytest.raises(vm.Error, match=r"^c\.csv: no row of headings has 'Event Type'"):
        read_client_level_data(file_of(path))


def test_a_cell_that_holds_the_other_spelling_of_a_heading_is_no_heading(tmp_path: Path) -> None:
    path = written(tmp_path, SERVICE, SERVICE | {"Event Reference": "Event_Type"})
    assert read_client_level_data(path)["packages"].frame["package"].to_list() == ["E1", "Event_Type"]


texts = st.text(st.characters(codec="utf-8"), max_size=10)
events = st.dictionaries(
    st.sampled_from(CLIENT_LEVEL), texts | st.sampled_from(["Service", "Hourly", "1-101"])
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(events, max_size=6))
def test_any_text_in_cells_is_read_and_every_row_counted(tmp_path: Path, rows: list[dict[str, str]]) -> None:
    write_csv_rows(tmp_path / "cld.csv", CLIENT_LEVEL, [SERVICE, *rows, SERVICE])
    found = read_client_level_data(file_of(tmp_path / "cld.csv"))["packages"]
    assert found.frame.height + found.passed_over == len(rows) + 2
    found.table()


def test_a_type_of_event_that_the_collection_has_not_is_told(tmp_path: Path) -> None:
    rows = read_client_level_data(
        written(
            tmp_path,
            SERVICE,
            {**SERVICE, "Event Type": "Servce"},
            {**SERVICE, "Event Type": "Review (annual)"},
        )
    )["packages"]
    (fault,) = rows.faults
    assert (fault["row"], fault["column"], fault["value"]) == (3, "Event Type", "Servce")
    assert fault["reason"].endswith("it is Request, Assessment, Service or Review")
    assert (rows.frame["package"].to_list(), rows.passed_over) == (["E1", None], 1)


def test_planned_units_of_more_decimals_than_two_are_rounded(tmp_path: Path) -> None:
    rows = read_client_level_data(written(tmp_path, {**SERVICE, "Planned units per week": "2.3350"}))[
        "packages"
    ]
    assert rows.frame["hours_per_week"].to_list() == ["2.34"]
