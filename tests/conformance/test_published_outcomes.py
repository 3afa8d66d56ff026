# SPDX-License-Identifier: MIT
"""A framework that says a published rule gives the published outcomes; one that says it wrongly does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from schemes import (
    FOOD_HYGIENE,
    HHCAHPS,
    KEY_QUESTIONS,
    LIMITED,
    LOCAL_AUTHORITY,
    LOWEST_GRADE,
    MARCH,
    NURSING_HOMES,
    SPREAD,
    Scheme,
    Wrong,
)

import vermeil as vm

NO_OUTCOME = ["", "Not Rated", "Not Available"]
SCHEMES = [
    LOCAL_AUTHORITY,
    KEY_QUESTIONS,
    FOOD_HYGIENE,
    HHCAHPS,
    NURSING_HOMES,
    LOWEST_GRADE,
    replace(LOWEST_GRADE, name="lowest grade, March", file=MARCH, rows=10_915, published=10_048, wrong=()),
    replace(
        LOWEST_GRADE,
        name="highest grade, February",
        outcome="MaxGrade",
        changes=(('"minimum"', '"maximum"'),),
        misses={"CS2007161410": ("Very good", "Good"), "CS2009216653": ("Excellent", "Very good")},
        wrong=(),
    ),
    replace(
        LOWEST_GRADE,
        name="highest grade, March",
        file=MARCH,
        outcome="MaxGrade",
        rows=10_915,
        published=10_048,
        changes=(('"minimum"', '"maximum"'),),
        misses={"CS2007161410": ("Very good", "Good"), "CS2009216653": ("Excellent", "Very good")},
        wrong=(),
    ),
    SPREAD,
    replace(SPREAD, name="spread of grades, March", file=MARCH, rows=10_915, published=10_048, wrong=()),
    LIMITED,
    replace(
        LIMITED,
        name="limited children's services, 2024",
        rows=60,
        published=60,
        misses={},
        where=(("year", "2024"), ("helped_and_protected", "Inadequate")),
        wrong=(),
    ),
]
WRONG = [(scheme, wrong) for scheme in SCHEMES for wrong in scheme.wrong]
Rewrite = Callable[..., str]


def table_of(scheme: Scheme, oracle: Callable[[str], Path]) -> pl.DataFrame:
    """Read the rows of a file of published outcomes as text."""
    table = pl.read_csv(oracle(scheme.file), infer_schema=False)
    for column, word in scheme.where:
        table = table.filter(pl.col(column) == word)
    return table


def published_by(scheme: Scheme, table: pl.DataFrame) -> dict[str, str]:
    """Give the published outcome of every service that has one, in the words of the bands."""
    outcomes = table.select(scheme.id_column, pl.col(scheme.outcome).fill_null("")).rows()
    return {service: scheme.words.get(said, said) for service, said in outcomes if said not in NO_OUTCOME}


def bands_by(framework: vm.Framework, scheme: Scheme, table: pl.DataFrame) -> dict[str, str]:
    """Rate the rows; give the band of each service."""
    rated = framework.rate(framework.read_measures(table, id=scheme.id_column)).to_polars()
    return dict(rated.select("service", "band").rows())


def named(value: object) -> str:
    """Name a case."""
    return value.what if isinstance(value, Wrong) else value.name if isinstance(value, Scheme) else str(value)


@pytest.mark.parametrize("scheme", SCHEMES, ids=named)
def test_published_outcomes_come_out_in_python_by_the_command_and_in_cpp(
    scheme: Scheme,
    oracle: Callable[[str], Path],
    rewritten: Rewrite,
    three_ways: Callable[[Path, Path, str], list[dict[str, tuple[str, str, str]]]],
    tmp_path: Path,
) -> None:
    table = table_of(scheme, oracle)
    published = published_by(scheme, table)
    assert (table.height, len(published)) == (scheme.rows, scheme.published)

    framework = tmp_path / "framework.toml"
    framework.write_text(rewritten(scheme.framework, *scheme.changes), encoding="utf-8")
    file = oracle(scheme.file)
    if scheme.where:
        file = tmp_path / "rows.csv"
        table.write_csv(file)
    library, command, cpp = three_ways(framework, file, scheme.id_column)
    assert library == command
    assert library == cpp

    bands = {service: made[0] for service, made in library.items()}
    assert len(bands) == scheme.rows
    misses = {
        service: (said, bands[service]) for service, said in published.items() if bands[service] != said
    }
    assert misses == scheme.misses
    unpublished = {
        service: band for service, band in bands.items() if service not in published and band != "Not rated"
    }
    assert unpublished == scheme.unpublished


@pytest.mark.parametrize(("scheme", "wrong"), WRONG, ids=named)
def test_a_wrong_rule_disagrees_with_what_was_published(
    scheme: Scheme, wrong: Wrong, oracle: Callable[[str], Path], rewritten: Rewrite
) -> None:
    table = table_of(scheme, oracle)
    published = published_by(scheme, table)
    bands = bands_by(vm.Framework.parse(rewritten(scheme.framework, *wrong.changes)), scheme, table)
    differing = sum(bands[service] != said for service, said in published.items())
    assert differing == wrong.differing
    assert differing > len(scheme.misses)


@pytest.mark.parametrize("scheme", [scheme for scheme in SCHEMES if scheme.wrong], ids=named)
def test_at_least_three_wrong_rules_are_tried(scheme: Scheme) -> None:
    assert len({wrong.changes for wrong in scheme.wrong}) >= 3


def test_halves_of_the_survey_all_go_up(oracle: Callable[[str], Path]) -> None:
    stars = ["professional", "communication", "medicines", "overall_care"]
    table = table_of(HHCAHPS, oracle).filter(pl.col("summary_star") != "Not Available")
    table = table.with_columns(pl.col(*stars, "summary_star").cast(pl.Int64))
    ties = table.filter(pl.sum_horizontal(*stars) % 4 == 2)
    assert ties.height == 1_167
    assert (ties["summary_star"] * 4 == ties.select(pl.sum_horizontal(*stars) + 2).to_series()).all()


@pytest.mark.parametrize(
    ("asked", "better_than_allowed"), [("helped_and_protected", 1), ("leaders_and_managers", 173)]
)
def test_only_one_judgement_limits(
    asked: str, better_than_allowed: int, oracle: Callable[[str], Path], rewritten: Rewrite
) -> None:
    framework = vm.Framework.parse(rewritten(LIMITED.framework, ("helped_and_protected", asked)))
    exceeding = 0
    for year in ("2023", "2024"):
        scheme = replace(LIMITED, where=(("year", year),))
        table = table_of(scheme, oracle)
        bands = bands_by(framework, scheme, table)
        words = framework.bands
        exceeding += sum(
            words.index(said) < words.index(bands[service])
            for service, said in published_by(scheme, table).items()
        )
    assert exceeding == better_than_allowed
