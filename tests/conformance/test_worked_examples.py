# SPDX-License-Identifier: MIT
"""Worked examples that others published, or that follow from their rules, one row each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import vermeil as vm

ROOT = Path(__file__).resolve().parent.parent.parent
HEAD = """
language = 1
id = "worked-example"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-01-01
"""


def load(name: str) -> vm.Framework:
    """Load a framework of this project."""
    folders = (ROOT / "examples/frameworks", ROOT / "tests/conformance/frameworks")
    return next(vm.Framework.load(folder / name) for folder in folders if (folder / name).is_file())


def given(measures: str, values: str) -> dict[str, float]:
    """Pair the names of measures with numbers, both separated by blanks."""
    return dict(zip(measures.split(), map(float, values.split()), strict=True))


# Table of the scheme, and what follows from it: the total alone would give other ratings.
@pytest.mark.parametrize(
    ("scores", "rating"),
    [
        ("5 5 5", "5"),
        ("10 5 5", "4"),
        ("10 10 10", "3"),
        ("0 0 15", "2"),
        ("15 5 0", "2"),
        ("15 15 10", "2"),
        ("0 0 20", "1"),
        ("20 20 10", "1"),
        ("0 0 30", "0"),
        ("25 0 0", "0"),
        ("20 20 20", "0"),
    ],
)
def test_food_hygiene(scores: str, rating: str) -> None:
    made = load("food_hygiene.toml").explain_one(given("hygiene structural confidence", scores))
    assert made.band == rating
    assert made.lowest_score == sum(map(float, scores.split()))


STARS = "health_inspection staffing quality special_focus"
VECTORS = [
    ("3 5 5 0", "5"),
    ("1 5 5 0", "2"),
    ("5 1 1 0", "3"),
    ("1 1 5 0", "2"),
    ("5 5 1 0", "4"),
]


# These five are the same before and after July 2022; the clamp after each step decides the last two.
@pytest.mark.parametrize(("stars", "overall"), VECTORS)
def test_overall_stars_of_nursing_homes(stars: str, overall: str) -> None:
    assert load("cms_nursing_home_2012.toml").explain_one(given(STARS, stars)).band == overall


# What the edition of 2012 has and later ones have not.
@pytest.mark.parametrize(
    ("stars", "overall"),
    [
        pytest.param("3 4 3 0", "4", id="staffing of 4 above the inspections"),
        pytest.param("4 4 3 0", "4", id="staffing of 4 not above the inspections"),
        pytest.param("4 3 5 1", "3", id="special focus"),
        pytest.param("2 3 1 1", "1", id="special focus lifts nobody"),
    ],
)
def test_overall_stars_of_nursing_homes_in_2012(stars: str, overall: str) -> None:
    assert load("cms_nursing_home_2012.toml").explain_one(given(STARS, stars)).band == overall


@pytest.mark.parametrize(("stars", "overall"), VECTORS)
def test_a_later_rule_keeps_the_five(stars: str, overall: str, rewritten: Callable[..., str]) -> None:
    later = rewritten(
        "tests/conformance/frameworks/cms_nursing_home_2012.toml",
        ('{ measure = "staffing", at_least = 4 },', '{ measure = "staffing", is = 5 },'),
        ('    { measure = "staffing", above = { measure = "health_inspection" } },\n', ""),
    )
    assert vm.Framework.parse(later).explain_one(given(STARS, stars)).band == overall


# Sums of nine scores on both sides of each cut; a sum of 14 is 38.89 %.
@pytest.mark.parametrize(
    ("total", "percent", "rating"),
    [
        (9, 25, "Inadequate"),
        (13, 36, "Inadequate"),
        (14, 39, "Requires improvement"),
        (22, 61, "Requires improvement"),
        (23, 64, "Good"),
        (31, 86, "Good"),
        (32, 89, "Outstanding"),
        (36, 100, "Outstanding"),
    ],
)
def test_local_authority_sums(total: int, percent: int, rating: str) -> None:
    scores = {f"QS{i + 1}": float(total // 9 + (i < total % 9)) for i in range(9)}
    made = load("cqc_local_authority.toml").explain_one(scores)
    assert (made.band, made.lowest_score) == (rating, percent)


# The pilot of 2023 in Birmingham: an indicative Good from 24 of 36.
def test_local_authority_pilot() -> None:
    names = " ".join(f"QS{i}" for i in range(1, 10))
    made = load("cqc_local_authority.toml").explain_one(given(names, "2 3 3 3 3 2 2 3 3"))
    assert (made.band, made.lowest_score) == ("Good", 67)


# Three services whose reports a council discussed. 1 is Outstanding, 4 is Inadequate.
@pytest.mark.parametrize(
    ("ratings", "overall"),
    [
        pytest.param("2 2 2 2 3", "Good", id="one question requires improvement"),
        pytest.param("4 2 2 2 2", "Requires improvement", id="one is inadequate"),
        pytest.param("4 3 2 2 3", "Requires improvement", id="safe is still inadequate"),
    ],
)
def test_key_questions_of_real_reports(ratings: str, overall: str) -> None:
    names = "safe effective caring responsive well_led"
    assert load("cqc_key_questions.toml").explain_one(given(names, ratings)).band == overall


QUALITY_SCORE = f"""{HEAD}
source = "https://akinn.co.uk/quality-score"
round = {{ half = "up", decimals = 2 }}
[[rating_scale]]
id = "cqc"
words = ["Outstanding", "Good", "Requires improvement", "Inadequate"]
[[measure]]
id = "cqc"
value = {{ rating = "cqc" }}
weight = 0.4
scale = {{ words = {{ Outstanding = 100, Good = 85, "Requires improvement" = 50, Inadequate = 20 }} }}
[[measure]]
id = "reviews"
weight = 0.3
scale = {{ linear = [[0, 0], [100, 100]] }}
[[measure]]
id = "transparency"
weight = 0.15
scale = {{ linear = [[0, 0], [100, 100]] }}
[[measure]]
id = "responsiveness"
weight = 0.15
scale = {{ linear = [[0, 0], [100, 100]] }}
[[band]]
name = "Exceptional"
at_least = 90
[[band]]
name = "Strong"
at_least = 78
[[band]]
name = "Standard"
at_least = 60
[[band]]
name = "Developing"
"""


# A directory's score of care providers: 88.15 exactly, printed as 88.
@pytest.mark.parametrize(("decimals", "score"), [(2, 88.15), (1, 88.2), (0, 88)])
def test_weighted_quality_score(decimals: int, score: float) -> None:
    framework = vm.Framework.parse(QUALITY_SCORE.replace("decimals = 2", f"decimals = {decimals}"))
    made = framework.explain_one(given("cqc reviews transparency responsiveness", "2 88 100 85"))
    assert (made.band, made.lowest_score) == ("Strong", score)


ANNUAL_AUDIT = f"""{HEAD}
source = "Central Bedfordshire, home care quality"
[[measure]]
id = "audit"
weight = 1
[[band]]
name = "Excellent"
at_least = 95
[[band]]
name = "Good"
at_least = 78
[[band]]
name = "Requires improvement"
at_least = 65
[[band]]
name = "Poor"
"""


@pytest.mark.parametrize(
    ("share", "band"),
    [
        ((95, 100), "Excellent"),
        ((949, 1000), "Good"),
        ((78, 100), "Good"),
        ((65, 100), "Requires improvement"),
        ((64, 100), "Poor"),
    ],
)
def test_annual_audit(share: tuple[int, int], band: str) -> None:
    assert vm.Framework.parse(ANNUAL_AUDIT).explain_one({"audit": share}).band == band


# The self-assessment that a city publishes: a score, nothing sent, and a contract not kept. Its page gives
# 60 to two ratings; it goes to the better one here.
SELF_ASSESSMENT = f"""{HEAD}
source = "https://www.birmingham.gov.uk/info/50048/how_good_is_my_local_care_home_or_home_support"
[[measure]]
id = "score"
weight = 1
scale = {{ linear = [[0, 0], [100, 100]] }}
[[fact]]
id = "contract_kept"
[[band]]
name = "Good"
at_least = 80
[[band]]
name = "Satisfactory"
at_least = 60
[[band]]
name = "Poor"
above = 0
[[band]]
name = "None submitted"
when = {{ group = "whole", at_least = 0 }}
[[band]]
name = "Negative"
[[limiter]]
set = "Negative"
when = {{ measure = "contract_kept", is = 0 }}
because = "the contract is not kept"
"""


@pytest.mark.parametrize(
    ("values", "band"),
    [
        ("100 1", "Good"),
        ("80 1", "Good"),
        ("79 1", "Satisfactory"),
        ("60 1", "Satisfactory"),
        ("59 1", "Poor"),
        ("1 1", "Poor"),
        ("0 1", "None submitted"),
        ("90 0", "Negative"),
    ],
)
def test_self_assessment(values: str, band: str) -> None:
    assert vm.Framework.parse(SELF_ASSESSMENT).explain_one(given("score contract_kept", values)).band == band


# Points at which the stars of inspections change in seven states: the fewest points are best.
STATE_CUTS = {
    "AK": (19.333, 37.333, 75.833, 103.333),
    "AL": (6.0, 14.667, 23.333, 38.0),
    "AR": (30.0, 50.0, 64.0, 85.667),
    "AZ": (12.667, 22.667, 35.333, 57.333),
    "CA": (36.667, 66.667, 100.0, 160.167),
    "DE": (27.333, 47.333, 69.5, 106.0),
    "HI": (34.667, 53.333, 81.333, 114.667),
}


def state_stars(state: str) -> vm.Framework:
    """Write the cuts of a state as bands."""
    text = f"""{HEAD}
source = "https://nursinghomedatabase.com/list/cutrate"
[[measure]]
id = "deficiencies"
weight = 1
scale = {{ linear = [[0, 0], [1000, 1000]] }}
"""
    for stars, cut in zip("5432", STATE_CUTS[state], strict=True):
        text += f"""[[band]]
name = "{stars}"
when = {{ measure = "deficiencies", at_most = {cut} }}
"""
    return vm.Framework.parse(f'{text}[[band]]\nname = "1"\n')


@pytest.mark.parametrize("state", STATE_CUTS)
def test_cuts_of_the_states(state: str) -> None:
    framework, cuts = state_stars(state), STATE_CUTS[state]
    assert framework.explain_one({"deficiencies": 0.0}).band == "5"
    for stars, below, cut in zip("5432", "4321", cuts, strict=True):
        assert framework.explain_one({"deficiencies": cut}).band == stars
        assert framework.explain_one({"deficiencies": cut + 0.001}).band == below


def quality_of_life(questions: int, options: str) -> vm.Framework:
    """Write a score of one respondent: questions with an option each, the first worth most, none left out."""
    words = ", ".join(f'"{option}"' for option in options)
    points = ", ".join(f"{option} = {len(options) - 1 - i}" for i, option in enumerate(options))
    text = f"""{HEAD}
source = "Adult Social Care Outcomes Framework, measures 1A and 1D"
aggregate = "sum"
least_members = {questions}
[[rating_scale]]
id = "options"
words = [{words}]
[[band]]
name = "Scored"
"""
    for number in range(questions):
        text += f"""[[measure]]
id = "q{number}"
value = {{ rating = "options" }}
scale = {{ words = {{ {points} }} }}
"""
    return vm.Framework.parse(text)


# Eight questions of four options make 0 to 24, six of three make 0 to 12; who leaves one out has no score.
@pytest.mark.parametrize(
    ("options", "answers", "score"),
    [
        ("abcd", "a a a a a a a a", 24),
        ("abcd", "d d d d d d d d", 0),
        ("abcd", "a b c d a b c d", 12),
        ("abcd", "a b c d a b c -", None),
        ("abc", "a a a a a a", 12),
        ("abc", "a b c a b c", 6),
        ("abc", "a b c a b -", None),
    ],
)
def test_quality_of_life_of_one_respondent(options: str, answers: str, score: float | None) -> None:
    given = [None if answer == "-" else answer for answer in answers.split()]
    framework = quality_of_life(len(given), options)
    table = {"service": ["made up"]} | {f"q{number}": [answer] for number, answer in enumerate(given)}
    made = framework.rate(framework.read_measures(table)).to_polars()
    assert made["score"].to_list() == [score]
    assert made["band"].to_list() == ["Not rated" if score is None else "Scored"]


# What follows from the rule of 2026; clamping at the end alone would give 1 and 5 in rows four and five.
@pytest.mark.parametrize(
    ("stars", "overall"),
    [
        ("3 5 5 0 0", "5"),
        ("1 5 5 0 0", "2"),
        ("5 1 1 0 0", "3"),
        ("1 1 5 0 0", "2"),
        ("5 5 1 0 0", "4"),
        ("3 4 3 0 0", "3"),
        ("4 5 5 1 0", "4"),
        ("4 1 3 1 0", "1"),
        ("4 4 4 0 1", "Not rated"),
    ],
)
def test_nursing_homes_2026(stars: str, overall: str) -> None:
    measures = "health_inspection staffing quality abuse_citation special_focus"
    assert load("cms_nursing_home_2026.toml").explain_one(given(measures, stars)).band == overall


# The weighted sums are 4.45, 3.5, 3.49, 4.1 and 3.8; the last two are held by compliance.
@pytest.mark.parametrize(
    ("stars", "sum_of_stars", "overall"),
    [
        ("5 4 4 4.8", 4, "4"),
        ("5 3 2 3.4", 4, "4"),
        ("3 3 5 3.3333", 3, "3"),
        ("5 2 5 5", 4, "2"),
        ("5 1 5 5", 4, "1"),
    ],
)
def test_australian_homes(stars: str, sum_of_stars: float, overall: str) -> None:
    measures = "residents_experience compliance staffing quality_measures"
    made = load("australia_aged_care.toml").explain_one(given(measures, stars))
    assert (made.lowest_score, made.band) == (sum_of_stars, overall)
