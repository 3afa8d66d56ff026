# SPDX-License-Identifier: MIT
"""How far a framework gives back what was published, and how far one that says the rule wrongly does."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = [
    "FOOD_HYGIENE",
    "HHCAHPS",
    "KEY_QUESTIONS",
    "LIMITED",
    "LOCAL_AUTHORITY",
    "LOWEST_GRADE",
    "MARCH",
    "NURSING_HOMES",
    "SPREAD",
    "Scheme",
    "Wrong",
]

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
