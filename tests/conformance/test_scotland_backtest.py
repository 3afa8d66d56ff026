# SPDX-License-Identifier: MIT
"""February's facts against March's level of risk and enforcement in Scotland."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

import vermeil as vm

SCHEME = Path(__file__).parent / "frameworks" / "scotland_risk.toml"
MONTHS = ("care_inspectorate_scotland_2024-02-29.csv", "care_inspectorate_scotland_2024-03-31.csv")
FEBRUARY, MARCH = date(2024, 2, 29), date(2024, 3, 31)
LEVELS = {"LOW": 0, "MEDIUM": 1, "HIGH": 2}
COUNTS = ("Complaints_upheld_2324", "Complaints_upheld_2223", "Enforcements_issued_2324")
RULES = {
    "points": "The illustrative scheme",
    "grade": "lowest grade of the last inspection",
    "complaints": "complaints upheld this year",
    "size": "registered places",
    "alphabet": "alphabetical order",
}


@pytest.fixture(scope="module")
def months(oracle: Callable[[str], Path]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Read both months, with 0 where a year's count is blank in the source."""

    def read(name: str) -> pl.DataFrame:
        frame = pl.read_csv(oracle(name), infer_schema=False)
        numbers = (*COUNTS, "MinGrade", "Registered_Places")
        frame = frame.with_columns(pl.col(column).cast(pl.Float64) for column in numbers)
        return frame.with_columns(
            *(pl.col(column).fill_null(0) for column in COUNTS),
            pl.col("any_requirements_2324").fill_null("not inspected"),
            level=pl.col("RAD_SAT_Score").replace_strict(LEVELS, return_dtype=pl.Float64),
        )

    return read(MONTHS[0]), read(MONTHS[1])


@pytest.fixture(scope="module")
def scored(months: tuple[pl.DataFrame, pl.DataFrame]) -> pl.DataFrame:
    """Score February, and put the naive rules beside the points; who has left by March cannot be followed."""
    scheme = vm.RiskScheme.load(SCHEME)
    february = months[0].join(months[1], on="CSNumber", how="semi")
    asked = february.select("CSNumber", *(measure["id"] for measure in scheme.framework.measures))
    measures = scheme.framework.read_measures(asked, id="CSNumber", as_of=FEBRUARY)
    scores = scheme.score_measures(measures, FEBRUARY).to_polars()
    assert "Not rated" not in scores["level"].to_list()
    return february.rename({"level": "own_level"}).with_columns(
        points=scores["points"],
        service="CSNumber",
        day=pl.lit(FEBRUARY),
        grade=-pl.col("MinGrade").fill_null(pl.col("MinGrade").mean()),
        complaints=pl.col("Complaints_upheld_2324"),
        size=pl.col("Registered_Places").fill_null(0),
        alphabet=-pl.col("CareService").rank() - pl.col("CSNumber").rank() / 100_000,
        level=scores["level"],
        visited=pl.when(pl.col("Enforcements_issued_2324") > 0).then(pl.lit("yes")).otherwise(pl.lit("no")),
    )


def harm(months: tuple[pl.DataFrame, pl.DataFrame], *, enforcement: bool) -> pl.DataFrame:
    """Give what stood in February, and what is new in March: the level HIGH, or that and enforcement."""
    both = months[0].join(months[1], on="CSNumber", suffix="_now")
    stood = both.filter(pl.col("level") == LEVELS["HIGH"])
    is_new = (pl.col("level_now") == LEVELS["HIGH"]) & (pl.col("level") < LEVELS["HIGH"])
    if enforcement:
        is_new |= pl.col("Enforcements_issued_2324_now") > pl.col("Enforcements_issued_2324")
    new = both.filter(is_new)
    return pl.concat(
        [
            stood.select(service="CSNumber", on=pl.lit(FEBRUARY)),
            new.select(service="CSNumber", on=pl.lit(MARCH)),
        ]
    )


def judged(scored: pl.DataFrame, harm: pl.DataFrame, rules: dict[str, str] = RULES) -> vm.Backtest:
    return vm.backtest_ranked(
        scored.select("service", "day", "visited", "level", *rules),
        harm,
        rules,
        label="that were at HIGH risk or under enforcement a month later, and had not been",
        last=MARCH,
        levels=["Red", "Amber", "Green"],
        horizon_months=1,
        visits=(5, 10, 20, 100, 500),
    )


def rounded(test: vm.Backtest) -> dict[str, float]:
    return {each["rule"]: round(each["area_under_curve"], 3) for each in test.reports[0]["rules"]}


def against(test: vm.Backtest) -> dict[str, str]:
    rules = test.reports[0]["rules"][1:]
    return {each["rule"]: each["scheme_against_it"]["verdict"] for each in rules}


def test_points_agree_fairly_with_the_regulators_own_level_of_the_same_month(scored: pl.DataFrame) -> None:
    known = scored.filter(pl.col("own_level").is_not_null())
    made = vm.rank_agreement(known["points"].to_list(), known["own_level"].to_list())
    assert made.n == 10_864
    assert (made.tau_b, made.somers_d, made.spearman) == pytest.approx((0.394, 0.446, 0.425), abs=0.0005)


def test_new_high_risk_in_march_is_ranked_no_better_than_by_the_size_of_the_service(
    scored: pl.DataFrame, months: tuple[pl.DataFrame, pl.DataFrame]
) -> None:
    """An honest loss: registered places, which nobody would call a scheme, are not surely beaten."""
    test = judged(scored, harm(months, enforcement=False))
    areas = {"points": 0.706, "grade": 0.657, "complaints": 0.570, "size": 0.625, "alphabet": 0.525}
    assert rounded(test) == areas
    assert test.rule("points")["interval"] == pytest.approx([0.634, 0.768], abs=0.0005)
    assert against(test) == {
        "grade": "better",
        "complaints": "better",
        "size": "no_better",
        "alphabet": "better",
    }
    assert test.verdict == "no_better"
    assert test.sentences[0].startswith("The scheme does not beat every naive rule")
    assert "registered places: 0.08 (-0.01 to 0.18)" in test.sentences[0]


def test_high_risk_or_enforcement_is_ranked_better_than_by_the_naive_rules(
    scored: pl.DataFrame, months: tuple[pl.DataFrame, pl.DataFrame]
) -> None:
    test = judged(scored, harm(months, enforcement=True))
    areas = {"points": 0.694, "grade": 0.651, "complaints": 0.564, "size": 0.603, "alphabet": 0.542}
    assert rounded(test) == areas
    assert test.verdict == "better"
    assert test.rule("size")["scheme_against_it"]["interval"][0] < 0.002  # by a hair
    longest = test.rule("points")["lists"][-1]
    assert longest["recall"]["of"] == 89
    assert longest["recall"]["count"] == pytest.approx(26.595, abs=0.001)
    assert [each["harmed"]["count"] for each in test.reports[0]["calibration"]["levels"]] == [7, 32, 50]
    assert [each["harmed"]["of"] for each in test.reports[0]["calibration"]["levels"]] == [57, 964, 9_047]


def test_only_new_events_count_and_who_is_under_enforcement_is_reported_apart(
    scored: pl.DataFrame, months: tuple[pl.DataFrame, pl.DataFrame]
) -> None:
    counts = judged(scored, harm(months, enforcement=True)).reports[0]["counts"]
    assert counts["rows_out"] == 799  # at HIGH risk in February and still listed in March
    assert counts["rows_visited"] == 14
    assert (counts["foretold"], counts["at_visited"]) == (89, 2)


def test_the_regulators_own_level_of_february_is_not_beaten(
    scored: pl.DataFrame, months: tuple[pl.DataFrame, pl.DataFrame]
) -> None:
    known = scored.filter(pl.col("own_level").is_not_null())
    rules = {"points": RULES["points"], "own_level": "the regulator's own level of the month before"}
    test = judged(known, harm(months, enforcement=True), rules)
    assert test.verdict == "no_better"
    compared = test.rule("own_level")["scheme_against_it"]
    assert compared["area_difference"] == pytest.approx(-0.033, abs=0.0005)
