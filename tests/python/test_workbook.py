# SPDX-License-Identifier: MIT
"""The workbook to fill in: its sheets, formats, help and drop-downs; and that it can be rated once filled."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from workbooks_for_tests import FILLED, QUARTER, fill, rows_of, sheet_xml

import vermeil as vm
from vermeil import _core
from vermeil.files import names_not_read
from vermeil.starter import write_starter
from vermeil.workbook import Words, write_workbook

WORDS = Words(
    answers={"dignity": ["agree", "disagree"], "complaint": ["yes", "no"]},
    counts=["leavers"],
    events=["default_notice"],
    ratings={"food_hygiene": ["5", "4"]},
    tables=[schema["name"] for schema in _core.evidence_schemas()],
)
SCHEMAS = {schema["name"]: schema for schema in _core.evidence_schemas()}


POSITIVE = {"007": 19, "008": 15, "009": 18}
ITEMS = ("dignity", "reliable_times", "safe_and_secure")
#: The answers of `FILLED` in each layout: of 20 people, so many agree strongly and the others disagree.
SURVEYS: dict[str, list[list[object]]] = {
    "survey_counts": FILLED["survey_counts"],
    "survey_wide": [
        [service, QUARTER, item, None, None, count, 0, 0, 20 - count, 0]
        for service, count in POSITIVE.items()
        for item in ITEMS
    ],
    "survey_sheets": [
        [f"{service}-{form}", service, QUARTER, None, None]
        + ["strongly agree" if form < count else "disagree"] * len(ITEMS)
        for service, count in POSITIVE.items()
        for form in range(20)
    ],
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("workbook") / "evidence.xlsx"
    write_workbook(path, WORDS)
    return path


@pytest.fixture
def started(tmp_path: Path) -> tuple[vm.Framework, Path]:
    rules, book = write_starter(tmp_path)
    return vm.Framework.load(rules), book


def validation(book: Path, sheet: str, column: str) -> tuple[str | None, str]:
    """Return what a column may hold: the kind of rule and its first formula."""
    rules = ElementTree.fromstring(sheet_xml(book, sheet)).iterfind(".//{*}dataValidation")
    found = next(rule for rule in rules if rule.get("sqref") == f"{column}2:{column}5000")
    return found.get("type"), found.findtext("{*}formula1", "")


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS.keys())
def test_each_table_has_a_sheet_with_its_columns_as_frozen_headings(
    book: Path, schema: dict[str, object]
) -> None:
    headings = rows_of(book, str(schema["name"]))[0]
    fields = [field["name"] for field in SCHEMAS[str(schema["name"])]["fields"]]
    assert list(headings[: len(fields)]) == fields
    assert '<pane ySplit="1"' in sheet_xml(book, str(schema["name"]))


def test_every_heading_carries_its_help_as_a_comment(book: Path) -> None:
    with zipfile.ZipFile(book) as archive:
        comments = "".join(archive.read(name).decode() for name in archive.namelist() if "/comments" in name)
    for schema in SCHEMAS.values():
        for field in schema["fields"]:
            assert field["help"].replace("'", "&apos;") in comments.replace("'", "&apos;"), field["name"]


def test_the_first_sheet_lists_every_column_with_its_help_and_whether_it_is_required(book: Path) -> None:
    listed = {(row[0], row[1]): row[2:] for row in rows_of(book, "Read me first")}
    for schema in SCHEMAS.values():
        for field in schema["fields"]:
            required = "yes" if field["required"] else "may stay empty"
            assert listed[schema["name"], field["name"]][:2] == (field["help"], required)


def test_wide_and_sheet_surveys_have_the_columns_of_the_framework(book: Path) -> None:
    assert rows_of(book, "survey_wide")[0][5:] == ("agree", "disagree", "yes", "no")
    assert rows_of(book, "survey_sheets")[0][5:] == ("dignity", "complaint")


@pytest.mark.parametrize(
    ("sheet", "column", "words"),
    [
        ("services", "D", SCHEMAS["services"]["fields"][3]["allowed"]),
        ("counts", "F", SCHEMAS["counts"]["fields"][5]["allowed"]),
        ("survey_counts", "C", ["dignity", "complaint"]),
        ("survey_counts", "D", ["agree", "disagree", "yes", "no"]),
        ("survey_sheets", "G", ["yes", "no"]),
        ("counts", "C", ["leavers"]),
        ("events", "C", ["default_notice"]),
        ("inspections", "B", ["food_hygiene"]),
        ("inspections", "C", ["5", "4"]),
    ],
)
def test_a_drop_down_offers_the_words(book: Path, sheet: str, column: str, words: list[str]) -> None:
    kind, formula = validation(book, sheet, column)
    place = re.fullmatch(r"Words!\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)", formula)
    assert kind == "list"
    assert place
    position = ord(place[1]) - ord("A") if len(place[1]) == 1 else 26 + ord(place[1][1]) - ord("A")
    rows = rows_of(book, "Words")
    assert [row[position] for row in rows[1 : int(place[2])]] == words


@pytest.mark.parametrize(("sheet", "column"), [("survey_counts", "A"), ("events", "A"), ("counts", "A")])
def test_services_are_offered_from_the_services_sheet(book: Path, sheet: str, column: str) -> None:
    kind, formula = validation(book, sheet, column)
    assert (kind, "services!$A$2" in formula) == ("list", True)


def test_the_services_sheet_offers_no_services_to_itself(book: Path) -> None:
    assert validation(book, "services", "A") == (None, "")


def test_days_counts_and_quarters_are_held_to_what_they_are(book: Path) -> None:
    assert validation(book, "events", "D")[0] == "date"
    assert validation(book, "survey_counts", "E") == ("whole", "0")
    assert validation(book, "survey_counts", "B")[0] == "custom"


def test_the_file_is_the_same_on_every_day(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, WORDS)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_filled_workbook_is_rated(started: tuple[vm.Framework, Path]) -> None:
    framework, book = started
    fill(book, FILLED)
    evidence = vm.Evidence.read(book)
    ratings = framework.rate(framework.measure(evidence, QUARTER))
    assert len(evidence.rejects()) == 0
    assert [(each.service, each.band) for each in ratings] == [
        ("007", "Gold"),
        ("008", "Silver"),
        ("009", "Bronze"),
    ]
    assert ratings["009"].headline.endswith("a contract default notice is open")


def test_the_three_layouts_of_a_survey_are_rated_alike(tmp_path: Path) -> None:
    bands = []
    for layout, rows in SURVEYS.items():
        rules, book = write_starter(tmp_path / layout)
        fill(
            book, {name: cells for name, cells in FILLED.items() if name != "survey_counts"} | {layout: rows}
        )
        framework = vm.Framework.load(rules)
        ratings = framework.rate(framework.measure(vm.Evidence.read(book), QUARTER))
        bands.append([(each.service, each.band, each.lowest_score, each.highest_score) for each in ratings])
    assert bands[0] == bands[1] == bands[2]
    assert {band for _, band, _, _ in bands[0]} == {"Gold", "Silver", "Bronze"}


def test_an_empty_sheet_of_events_leaves_open_whether_there_was_one(
    started: tuple[vm.Framework, Path],
) -> None:
    framework, book = started
    fill(book, {name: rows for name, rows in FILLED.items() if name != "events"})
    rating = framework.rate(framework.measure(vm.Evidence.read(book), QUARTER))["007"]
    assert rating.band == "Not rated"
    assert "unknown whether a contract default notice is open" in rating.headline


def test_nothing_to_report_says_that_there_was_no_event(started: tuple[vm.Framework, Path]) -> None:
    framework, book = started
    quiet = {name: rows for name, rows in FILLED.items() if name != "events"}
    fill(book, quiet, nothing_to_report=("events",))
    rating = framework.rate(framework.measure(vm.Evidence.read(book), QUARTER))["007"]
    assert rating.band == "Gold"


def test_a_reject_bears_the_row_that_the_workbook_shows(started: tuple[vm.Framework, Path]) -> None:
    _, book = started
    rows = [*FILLED["counts"], ["007", "2024-25 Q2", "continuity", -3, 40]]
    fill(book, FILLED | {"counts": rows})
    rejects = vm.Evidence.read(book).rejects().to_polars()
    assert rejects.select("source", "row", "column", "value").rows() == [
        ("evidence.xlsx, sheet counts", len(rows) + 1, "count", "-3")
    ]


def test_no_sheet_of_it_is_told_as_unread(book: Path) -> None:
    assert names_not_read(book) == {}
