# SPDX-License-Identifier: MIT
"""The workbook of ratings, read back as a reader of workbooks sees it."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from workbooks_for_tests import rows_of, sheet_xml

import vermeil as vm
from vermeil.files import write_results

QUARTER = "2024-25 Q3"
RULES = """
language = 1
id = "example"
edition = "7"
title = "An example"
source = "made up for a test"
published_on = 2024-01-01
effective_from = 2024-04-01
[[measure]]
id = "dignity"
label = "Treated well"
weight = 1
[[band]]
name = "Gold"
at_least = 80
[[band]]
name = "Bronze"
"""


def written(
    folder: Path, services: list[str], shares: list[float | None], *, unmasked: bool = False, **about: object
) -> Path:
    """Rate services by one share and return the workbook; a reject of each kind goes with them."""
    framework = vm.Framework.parse(RULES)
    table = pl.DataFrame({"service": [*services, services[0]], "dignity": [*shares, 2.0]})
    measures = framework.read_measures(table, quarter=QUARTER)
    rejects = [measures.rejects(unmasked=unmasked)]
    files = write_results(
        framework.rate(measures),
        rejects,
        folder,
        unmasked=unmasked,
        framework=framework,
        **about,  # type: ignore[arg-type]
    )
    return files[-1]


def facts(book: Path) -> dict[str | None, str | None]:
    """Return the names and values of the summary."""
    return {row[0]: row[1] for row in rows_of(book, "Summary")}


def test_the_summary_says_what_was_rated_under_which_rules(tmp_path: Path) -> None:
    said = facts(written(tmp_path, ["S1", "S2", "S3"], [0.9, 0.1, None]))
    assert "An example" in said
    assert said["Framework"] == "example, edition 7"
    assert said["Its source"] == "made up for a test"
    assert said["Quarter"] == QUARTER
    assert said["Services"] == "3"
    assert said["Rows of evidence left out"] == "1 (see the sheet Rejects)"
    assert said["Rows kept with a doubt"] == "0"


def test_the_summary_names_each_measure_with_its_weight(tmp_path: Path) -> None:
    assert facts(written(tmp_path, ["S1"], [0.9]))["dignity"] == "Treated well: weight 1, owed by council"


def test_the_summary_counts_each_band(tmp_path: Path) -> None:
    said = facts(written(tmp_path, ["S1", "S2", "S3", "S4"], [0.9, 0.1, None, 0.8]))
    assert (said["Gold"], said["Bronze"], said["Not rated"]) == ("2", "1", "1")


def test_the_summary_shows_a_note(tmp_path: Path) -> None:
    assert "MADE UP" in facts(written(tmp_path, ["S1"], [0.9], note="MADE UP"))


@pytest.mark.parametrize("unmasked", [True, False])
def test_the_summary_warns_where_values_that_name_people_are_shown(tmp_path: Path, unmasked: bool) -> None:
    said = facts(written(tmp_path, ["S1"], [0.9], unmasked=unmasked))
    assert ("Keep this file safe" in said) is unmasked


def test_each_service_has_a_row_with_its_reasons_in_words(tmp_path: Path) -> None:
    book = written(tmp_path, ["S2", "S1"], [0.9, None], names={"S1": "First", "S9": "Ninth"})
    headings, *rows = rows_of(book, "Ratings")
    shown = [dict(zip(headings, row, strict=True)) for row in rows]
    assert [(row["service"], row["name"], row["band"]) for row in shown] == [
        ("S1", "First", "Not rated"),
        ("S2", "S2", "Gold"),
    ]
    assert headings[:6] == ("service", "name", "quarter", "band", "score", "why")
    assert shown[0]["score"] is None
    assert shown[0]["why"] is not None
    assert "no value on record" in shown[0]["why"]
    assert shown[1]["why"] == "Gold, score 90.0"


def test_the_rejects_are_in_it(tmp_path: Path) -> None:
    rows = rows_of(written(tmp_path, ["S1", "S2"], [0.9, 0.1]), "Rejects")
    assert rows == [
        ("source", "row", "column", "value", "reason", "outcome"),
        ("measures", "4", "service", "S1", "this service stands already in an earlier row", "left out"),
    ]


@pytest.mark.parametrize("service", ["=1+1", "@x", "+44", "-1", "http://example.org", "007"])
def test_a_text_stays_a_text(tmp_path: Path, service: str) -> None:
    book = written(tmp_path, [service], [0.9])
    assert rows_of(book, "Ratings")[1][0] == service
    assert '<c r="A2" t="s">' in sheet_xml(book, "Ratings")
    assert "<f>" not in sheet_xml(book, "Ratings")


def test_the_headings_stay_in_view_and_can_be_filtered(tmp_path: Path) -> None:
    xml = sheet_xml(written(tmp_path, ["S1"], [0.9]), "Ratings")
    assert 'topLeftCell="B2"' in xml
    assert "<autoFilter" in xml


def test_the_same_results_give_the_same_file(tmp_path: Path) -> None:
    first, second = (written(tmp_path / name, ["S1"], [0.9]).read_bytes() for name in ("a", "b"))
    assert first == second


def test_no_service_at_all_is_a_workbook_too(tmp_path: Path) -> None:
    framework = vm.Framework.parse(RULES)
    measures = framework.read_measures({"service": [], "dignity": []})
    book = write_results(framework.rate(measures), [], tmp_path, framework=framework)[-1]
    assert facts(book)["Services"] == "0"
    assert facts(book)["Quarter"] == "not given"
