# SPDX-License-Identifier: MIT
"""The page on evidence says what the code does, and its made-up council is read as it says."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from evidence_page import PAGE, with_tables

import vermeil as vm
from vermeil.mapping import _COLUMN_KEYS, TableRule
from vermeil.readers.layouts import LAYOUTS

COUNCIL = PAGE.parent / "data" / "made_up_council"
TEXT = PAGE.read_text(encoding="utf-8")
FINDINGS = [
    ("Notices to providers.csv", 5, "Branch"),
    ("KPI returns Q3.csv", 3, "How many"),
    ("Notices to providers.csv", 4, "Branch"),
    ("Notices to providers.csv", 3, "We heard on"),
    ("Notices to providers.csv", 4, "We heard on"),
    ("Care plan lines.csv", 3, "Starts"),
]


def rows_of(heading: str) -> list[str]:
    """Return the first cells of the table under a heading."""
    table = TEXT[TEXT.index(heading) :].split("\n\n", 1)[0].splitlines()[2:]
    return [word for line in table for word in re.findall(r"`(\w+)`", line.split("|")[1])]


def test_the_tables_of_columns_are_those_of_the_schemas() -> None:
    assert with_tables(TEXT) == TEXT, "run python tests/python/evidence_page.py"


def test_every_key_of_a_mapping_is_explained() -> None:
    assert sorted(rows_of("| key of a `[[table]]` |")) == sorted(TableRule.__dataclass_fields__)
    assert sorted(rows_of("| key of a column |")) == sorted(_COLUMN_KEYS)


def test_every_published_layout_is_explained() -> None:
    assert rows_of("| `layout` | file |") == list(LAYOUTS)


def test_the_mapping_on_the_page_is_one() -> None:
    (text,) = re.findall(r"^```toml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    on_page = vm.Mapping.parse(text).tables[0]
    assert on_page.columns in [table.columns for table in vm.Mapping.read(COUNCIL / "mapping.toml").tables]


@pytest.fixture(scope="module")
def found() -> vm.Check:
    return vm.check(COUNCIL, mapping=COUNCIL / "mapping.toml", as_of=dt.date(2024, 12, 31))


def test_the_made_up_council_has_the_doubts_that_its_readme_tells(found: vm.Check) -> None:
    told = found.findings().to_polars().select("source", "row", "column")
    assert sorted(told.rows()) == sorted(FINDINGS)
    assert {each.source: (each.rows, each.passed_over) for each in found.files} == {
        "Branch register.csv": (3, 0),
        "KPI returns Q3.csv": (5, 1),
        "Notices to providers.csv": (4, 0),
        "Care plan lines.csv": (3, 0),
        "CQC ratings extract.csv": (4, 1),
    }


def test_the_made_up_council_is_read_into_our_words() -> None:
    mapping = vm.Mapping.read(COUNCIL / "mapping.toml")
    evidence = vm.Evidence.read(COUNCIL, mapping)
    framework = vm.Framework.load(PAGE.parent / "frameworks" / "east_sussex_2011.toml")
    measures = framework.measure(evidence, "2024-25 Q3")
    assert measures.services == ["B01", "B03"]  # B02 closed in October
    assert measures.cell("B01", "turnover")["count"] == 4
    assert (measures.cell("B01", "qualifications")["count"], measures.cell("B01", "qualifications")["n"]) == (
        20,
        24,
    )
    market = vm.Market.read(COUNCIL, COUNCIL / "mapping.toml")
    assert market.planned_hours_on(dt.date(2024, 12, 3)) == "15.5"


def test_everything_made_up_says_so() -> None:
    assert (COUNCIL / "README.md").read_text(encoding="utf-8").startswith("MADE UP")


def test_every_file_that_the_readme_names_is_there() -> None:
    named = re.findall(r"^\| `(.+?)` \|", (COUNCIL / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {*named, "README.md", "mapping.toml"} == {path.name for path in Path(COUNCIL).iterdir()}
