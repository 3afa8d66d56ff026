# SPDX-License-Identifier: MIT
"""The files that a mapping names are found, read and told by their own names."""

from __future__ import annotations

from pathlib import Path

import pytest
from published_files_for_tests import (
    CLIENT_LEVEL,
    DIRECTORY,
    RATINGS,
    establishment,
    location,
    write_csv_rows,
    write_hygiene,
    write_json,
)
from workbooks_for_tests import write_book

import vermeil as vm

SERVICES = "service,provider,location_id\nS1,A,1-101\nS2,A,\n"


def mapping(text: str) -> vm.Mapping:
    return vm.Mapping.parse("language = 1\n" + text, "m.toml")


def rated(number: int) -> dict[str, str]:
    said = {"Service / Population Group": "Overall", "Domain": "Overall", "Latest Rating": "Good"}
    return said | {"Location ID": f"1-{number}", "Publication Date": "05/04/2024"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "services.csv").write_text(SERVICES)
    return tmp_path


def test_the_files_of_a_pattern_are_one_table_and_told_by_their_names(folder: Path) -> None:
    (folder / "Notices 2024.csv").write_text("Branch;Notice;Served on\nS1;embargo;1/10/2024\n")
    (folder / "notices 2025.csv").write_text(
        "Branch;Notice;Served on\nS9;embargo;1/1/2025\nS2;embargo;soon\n"
    )
    said = mapping(
        '[[table]]\nname = "events"\nfile = "notices*.csv"\nseparator = ";"\nday_first = true\n'
        'columns = { service = "Branch", event = "Notice", from = "Served on" }'
    )
    rejects = vm.Evidence.read(folder, said).rejects().to_polars()
    assert rejects.select("source", "row", "column", "value").rows() == [
        ("notices 2025.csv", 2, "Branch", "S9"),
        ("notices 2025.csv", 3, "Served on", "soon"),
    ]


def test_sheets_of_a_pattern_are_one_table(folder: Path) -> None:
    def sheet(service: str) -> list[list[str]]:
        return [["Notices of the month", "", ""], ["Branch", "What", "When"], [service, "x", "2024-10-01"]]

    write_book(
        folder / "log.xlsx", {"Oct": sheet("S1"), "Nov": sheet("S9"), "Notes": [["a", "b"], ["1", "2"]]}
    )
    said = mapping(
        '[[table]]\nname = "events"\nfile = "log.xlsx"\nsheet = "[on][co][tv]"\nheader_row = 2\n'
        'columns = { service = "Branch", event = "What", from = "When" }'
    )
    rejects = vm.Evidence.read(folder, said).rejects().to_polars()
    assert rejects.select("source", "row").rows() == [("log.xlsx, sheet Nov", 3)]


def test_a_workbook_alone_can_be_mapped(tmp_path: Path) -> None:
    book = write_book(tmp_path / "b.xlsx", {"Branches": [["Id", "Run by"], ["S1", "A"]]})
    said = mapping(
        '[[table]]\nname = "services"\nsheet = "Branches"\ncolumns = { service = "Id", provider = "Run by" }'
    )
    assert vm.Evidence.read(book, said).services == ["S1"]


def test_a_pattern_that_no_file_fits_says_what_is_there(folder: Path) -> None:
    with pytest.raises(
        vm.Error, match=r"^m\.toml: no file fits 'visits\*'; the folder .* holds services\.csv"
    ):
        vm.Evidence.read(folder, mapping('[[table]]\nname = "events"\nfile = "visits*"'))


def test_a_sheet_that_is_not_there_says_which_are(folder: Path) -> None:
    write_book(folder / "log.xlsx", {"Oct": [["a", "b"], ["1", "2"]]})
    said = mapping('[[table]]\nname = "events"\nfile = "log.xlsx"\nsheet = "Nov"')
    evidence = vm.Evidence.read(folder, said)
    assert evidence.unread == ["events"]
    (told,) = evidence.rejects().to_polars().rows(named=True)
    assert told["source"] == "log.xlsx"
    assert told["reason"].startswith("no sheet with rows fits 'Nov'; it holds Oct")


def test_ratings_of_known_locations_go_to_their_services_and_others_are_passed_over(folder: Path) -> None:
    write_csv_rows(folder / "ratings.csv", RATINGS, [rated(101), rated(555)])
    said = mapping('[[table]]\nlayout = "cqc_ratings"\nfile = "ratings.csv"')
    found = vm.check(folder, mapping=said)
    (file,) = [each for each in found.files if each.table == "inspections"]
    assert (file.rows, file.kept, file.passed_over) == (2, 1, 1)
    assert found.is_clean


def test_a_directory_gives_the_services_of_one_council(tmp_path: Path) -> None:
    rows = [
        {
            "Location ID": f"1-{n}",
            "Provider ID": "1-900",
            "Location Name": "Made-up",
            "Location Local Authority": place,
        }
        for n, place in ((1, "Madeupshire"), (2, "Elsewhere"))
    ]
    write_csv_rows(tmp_path / "dir.csv", DIRECTORY, rows)
    write_csv_rows(tmp_path / "ratings.csv", RATINGS, [rated(1), rated(2)])
    said = mapping(
        '[[table]]\nlayout = "cqc_directory"\nfile = "dir.csv"\n'
        'only = { "Location Local Authority" = "Madeupshire" }\n'
        '[[table]]\nlayout = "cqc_ratings"\nfile = "ratings.csv"'
    )
    found = vm.check(tmp_path, mapping=said)
    assert [(each.table, each.kept, each.passed_over) for each in found.files] == [
        ("services", 1, 1),
        ("inspections", 1, 1),
    ]


def test_hygiene_ratings_find_their_services_by_a_list_of_ids(folder: Path) -> None:
    write_hygiene(folder / "FHRS999.xml", [establishment(11, "5"), establishment(12, "1")])
    said = mapping('[[table]]\nlayout = "food_hygiene"\nfile = "FHRS*.xml"\nids = { "12" = "S2" }')
    found = vm.check(folder, mapping=said)
    assert [(each.kept, each.passed_over) for each in found.files if each.table == "inspections"] == [(1, 1)]


def test_locations_of_the_api_are_services_and_ratings(tmp_path: Path) -> None:
    write_json(tmp_path / "all.json", [location(1), {}])
    found = vm.check(tmp_path, mapping=mapping('[[table]]\nlayout = "cqc_api"\nfile = "*.json"'))
    assert [(each.table, each.source, each.rows, each.left_out) for each in found.files] == [
        ("services", "all.json, services", 2, 1),
        ("inspections", "all.json, inspections", 6, 0),
    ]
    assert found.findings().to_polars()["source"].to_list() == ["all.json, services"]


def test_packages_come_from_the_client_level_data(folder: Path) -> None:
    told = {"Event Type": "Service", "Event Reference": "E1", "LA Person Unique Identifier": "MADE-UP"}
    told |= {
        "Event Start Date": "01/10/2024",
        "Cost Frequency (Unit Type)": "Hourly",
        "Planned units per week": "7",
    }
    write_csv_rows(folder / "cld.csv", CLIENT_LEVEL, [told | {"Provider CQC Location ID": "1-101"}])
    market = vm.Market.read(folder, mapping('[[table]]\nlayout = "client_level_data"\nfile = "cld.csv"'))
    assert market._core.packages == ["E1"]
    assert len(market.rejects()) == 0


def test_a_file_of_a_layout_that_cannot_be_read_takes_its_tables_with_it(folder: Path) -> None:
    (folder / "f.xml").write_text("<rss/>")
    said = mapping('[[table]]\nlayout = "food_hygiene"\nfile = "f.xml"')
    evidence = vm.Evidence.read(folder, said)
    assert evidence.unread == ["inspections"]
    assert evidence.rejects().to_polars()["reason"][0].startswith("its root is rss")
    found = vm.check(folder, mapping=said)
    assert [source for source, _ in found.unread] == ["f.xml"]
    assert found.files[0].kept == 2
