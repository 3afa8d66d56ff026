# SPDX-License-Identifier: MIT
"""A framework that says a published rule gives the published outcomes; one that says it wrongly does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl
import pytest

import vermeil as vm

NO_OUTCOME = ["", "Not Rated", "Not Available"]
GRADES = {
    "6.0": "Excellent",
    "5.0": "Very good",
    "4.0": "Good",
    "3.0": "Adequate",
    "2.0": "Weak",
    "1.0": "Unsatisfactory",
}

STAFFING_UP = "[[limiter]]\nup = 1\nwhen = { all = ["
STAFFING_DOWN = """[[limiter]]
down = 1
when = { measure = "staffing", is = 1 }
because = "staffing has one star"

"""
QUALITY_DOWN = """[[limiter]]
down = 1
when = { measure = "quality", is = 1 }
because = "the quality measures have one star"

"""
INSPECTION_CAP = """[[limiter]]
cap = "2"
when = { measure = "health_inspection", is = 1 }
because = "the inspections have one star, which allows one more at the most"

"""


@dataclass(frozen=True)
class Wrong:
    """A framework with a part replaced, and how many of the published outcomes it fails to give."""

    what: str
    changes: tuple[tuple[str, str], ...]
    differing: int


@dataclass(frozen=True)
class Scheme:
    """A framework, a file of published outcomes, and how far they agree.

    `misses` has by service the published outcome and ours; `unpublished` what we give where none was
    published. `where` keeps the rows of the file that have this word in that column.
    """

    name: str
    framework: str
    file: str
    id_column: str
    outcome: str
    rows: int
    published: int
    misses: dict[str, tuple[str, str]] = field(default_factory=dict)
    unpublished: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    where: tuple[tuple[str, str], ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    wrong: tuple[Wrong, ...] = ()


LOCAL_AUTHORITY = Scheme(
    "local authorities",
    "examples/frameworks/cqc_local_authority.toml",
    "cqc_local_authorities.csv",
    "authority",
    "overall",
    rows=72,
    published=71,
    unpublished={"County Durham": "Good"},
    wrong=(
        Wrong("the cut of Good at 60", (("at_least = 63", "at_least = 60"),), 4),
        Wrong("the cut of Outstanding at 90", (("at_least = 88", "at_least = 90"),), 2),
        Wrong("scores counted from 1", (("[[0, 0], [4, 100]]", "[[1, 0], [4, 100]]"),), 43),
        Wrong(
            "the lowest statement alone",
            (("least_coverage = 1", 'aggregate = "minimum"\nleast_coverage = 1'),),
            43,
        ),
    ),
)

KEY_QUESTIONS = Scheme(
    "key questions",
    "examples/frameworks/cqc_key_questions.toml",
    "cqc_key_questions.csv",
    "location_id",
    "overall",
    rows=745,
    published=745,
    wrong=(
        Wrong(
            "one Outstanding enough",
            (('"Outstanding" }, at_least = 2', '"Outstanding" }, at_least = 1'),),
            33,
        ),
        Wrong(
            "three Outstanding needed",
            (('"Outstanding" }, at_least = 2', '"Outstanding" }, at_least = 3'),),
            10,
        ),
        Wrong(
            "Good with two that fall short",
            (('improvement" }, at_most = 1', 'improvement" }, at_most = 2'),),
            49,
        ),
        Wrong(
            "Good with none that falls short",
            (('improvement" }, at_most = 1', 'improvement" }, at_most = 0'),),
            67,
        ),
        Wrong("Inadequate with one", (('"Inadequate" }, at_most = 1', '"Inadequate" }, at_most = 0'),), 5),
    ),
)

FOOD_HYGIENE = Scheme(
    "food hygiene",
    "examples/frameworks/food_hygiene.toml",
    "food_hygiene_london.csv",
    "fhrsid",
    "rating",
    rows=29_466,
    published=29_466,
    wrong=(
        Wrong(
            "the total alone",
            tuple(
                (f', {{ count = "whole", where = {{ above = {worst} }}, at_most = 0 }}', "")
                for worst in (5, 10, 15, 20)
            ),
            2_566,
        ),
        Wrong(
            "the worst score alone",
            tuple((f'{{ group = "whole", at_most = {total} }}, ', "") for total in (15, 20, 30, 40, 50)),
            3_376,
        ),
        Wrong("a 5 only below 5", (("where = { above = 5 }", "where = { at_least = 5 }"),), 13_916),
        Wrong("the worst in place of the total", (('aggregate = "sum"', 'aggregate = "maximum"'),), 3_376),
        Wrong(
            "two bands in the wrong order",
            (('name = "2"', 'name = "x"'), ('name = "1"', 'name = "2"'), ('name = "x"', 'name = "1"')),
            1_544,
        ),
    ),
)

HHCAHPS = Scheme(
    "home health survey",
    "tests/conformance/frameworks/hhcahps.toml",
    "hhcahps_2025-04.csv",
    "ccn",
    "summary_star",
    rows=12_068,
    published=4_685,
    wrong=(
        Wrong("halves to the even star", (('half = "up"', 'half = "even"'),), 585),
        Wrong("no rounding", (('round = { half = "up", decimals = 0 }\n', ""),), 2_187),
        Wrong("40 surveys too few", (("below = 40", "at_most = 40"),), 28),
        Wrong("100 surveys needed", (("below = 40", "below = 100"),), 1_516),
        Wrong("the lowest star alone", (("round = {", 'aggregate = "minimum"\nround = {'),), 3_185),
    ),
)

NURSING_HOMES = Scheme(
    "nursing homes",
    "tests/conformance/frameworks/cms_nursing_home_2012.toml",
    "cms_nursing_homes_2012.csv",
    "provnum",
    "overall",
    rows=15_676,
    published=15_549,
    misses={"205085": ("3", "5"), "425008": ("4", "3")},
    wrong=(
        Wrong("staffing of 5 alone", (('"staffing", at_least = 4', '"staffing", is = 5'),), 3_724),
        Wrong(
            "staffing not compared with the inspections",
            ((',\n    { measure = "staffing", above = { measure = "health_inspection" } },', ""),),
            1_253,
        ),
        Wrong(
            "staffing takes its star after quality",
            ((STAFFING_DOWN, ""), (QUALITY_DOWN, f"{QUALITY_DOWN}{STAFFING_DOWN}")),
            89,
        ),
        Wrong(
            "the cap of the inspections first",
            ((INSPECTION_CAP, ""), (STAFFING_UP, INSPECTION_CAP + STAFFING_UP)),
            118,
        ),
        Wrong("no cap for one star of the inspections", (('cap = "2"', 'cap = "5"'),), 118),
        Wrong("no cap for a special focus facility", (('cap = "3"', 'cap = "5"'),), 3),
        Wrong("absent stars left open", (('unknown = "leave_out"', 'unknown = "bounds"'),), 406),
    ),
)

LOWEST_GRADE = Scheme(
    "lowest grade, February",
    "examples/frameworks/scotland_grades.toml",
    "care_inspectorate_scotland_2024-02-29.csv",
    "CSNumber",
    "MinGrade",
    rows=10_952,
    published=10_083,
    words=GRADES,
    wrong=(
        Wrong("the highest grade", (('"minimum"', '"maximum"'),), 5_112),
        Wrong("absent grades left open", (('unknown = "leave_out"', 'unknown = "bounds"'),), 10_068),
        Wrong(
            "leadership not live", (('id = "KQ_Leadership"', 'id = "KQ_Leadership"\nlive = false'),), 1_066
        ),
        Wrong("a 4 not enough for Good", (("at_least = 4\n", "above = 4\n"),), 5_348),
    ),
)

SPREAD = Scheme(
    "spread of grades, February",
    "tests/conformance/frameworks/scotland_spread.toml",
    "care_inspectorate_scotland_2024-02-29.csv",
    "CSNumber",
    "GradeSpread",
    rows=10_952,
    published=10_083,
    wrong=(
        Wrong(
            "one lapse allowed",
            (("where = { below = 5 }, at_most = 0", "where = { below = 5 }, at_most = 1"),),
            1_406,
        ),
        Wrong("a mix from 4 on", (("where = { above = 2 }", "where = { above = 3 }"),), 387),
        Wrong(
            "a mix from two grades on",
            (("where = { above = 2 }, at_least = 1", "where = { above = 2 }, at_least = 2"),),
            37,
        ),
        Wrong("absent grades left open", (('unknown = "leave_out"', 'unknown = "bounds"'),), 4_263),
    ),
)

LIMITED = Scheme(
    "limited children's services, 2023",
    "tests/conformance/frameworks/ofsted_limiter.toml",
    "ofsted_childrens_2021_2025.csv",
    "urn",
    "overall",
    rows=74,
    published=74,
    misses={"SC482301": ("Good", "Inadequate")},
    where=(("year", "2023"), ("helped_and_protected", "Inadequate")),
    wrong=(
        Wrong("no limiter", (('cap = "Inadequate"', 'cap = "Outstanding"'),), 74),
        Wrong("a milder limiter", (('cap = "Inadequate"', 'cap = "Requires improvement to be good"'),), 74),
        Wrong("one band down", (('cap = "Inadequate"', "down = 1"),), 73),
        Wrong("the wrong way round", (('", is = "Inadequate"', '", better_than = "Inadequate"'),), 74),
    ),
)

MARCH = "care_inspectorate_scotland_2024-03-31.csv"
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
