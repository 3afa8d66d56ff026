# SPDX-License-Identifier: MIT
"""The spread of published grades, and how many of them are good, against the published lowest and highest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

import vermeil as vm

FRAMEWORK = "examples/frameworks/scotland_grades.toml"
FILES = ("care_inspectorate_scotland_2024-02-29.csv", "care_inspectorate_scotland_2024-03-31.csv")
#: Two services whose published highest grade is none of their grades.
SOURCE_ERRORS = {"CS2007161410", "CS2009216653"}


def scores(text: str, table: pl.DataFrame) -> dict[str, float | None]:
    """Rate the services, and give their scores."""
    rules = vm.Framework.parse(text)
    rated = rules.rate(rules.read_measures(table, id="CSNumber")).to_polars()
    return dict(rated.select("service", "score").iter_rows())


@pytest.mark.parametrize("file", FILES)
def test_a_spread_is_the_published_highest_less_the_lowest(
    file: str, rewritten: Callable[..., str], oracle: Callable[[str], Path]
) -> None:
    table = pl.read_csv(oracle(file), infer_schema_length=None)
    found = scores(rewritten(FRAMEWORK, ('aggregate = "minimum"', 'aggregate = "spread"')), table)
    rows = table.select("CSNumber", "MinGrade", "MaxGrade").iter_rows()
    graded = {service: most - least for service, least, most in rows if least is not None}
    assert len(graded) > 10_000
    differing = {service for service, spread in graded.items() if found[service] != spread}
    assert differing <= SOURCE_ERRORS


def test_a_count_is_how_many_of_the_grades_are_good(
    rewritten: Callable[..., str], oracle: Callable[[str], Path]
) -> None:
    table = pl.read_csv(oracle(FILES[0]), infer_schema_length=None)
    counting = 'aggregate = "count"\nwhere = { at_least = 5 }'
    found = scores(rewritten(FRAMEWORK, ('aggregate = "minimum"', counting)), table)
    questions = [name for name in table.columns if name.startswith("KQ_") and not name.endswith("_change")]
    grades = {
        row["CSNumber"]: [row[name] for name in questions if row[name] is not None]
        for row in table.iter_rows(named=True)
    }
    expected = {service: sum(grade >= 5 for grade in own) for service, own in grades.items() if own}
    assert len(expected) > 10_000
    assert {service: found[service] for service in expected} == expected
    assert len(set(expected.values())) > 4
