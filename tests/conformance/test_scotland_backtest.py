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
    """Score February, and put the naive rules beside the points."""
    scheme = vm.RiskScheme.load(SCHEME)
    february = months[0]
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


def tested(scored: pl.DataFrame, harm: pl.DataFrame, rules: dict[str, str] = RULES) -> vm.Backtest:
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


def test_points_agree_with_the_regulators_own_level_of_the_same_month(scored: pl.DataFrame) -> None:
    known = scored.filter(pl.col("own_level").is_not_null())
    made = vm.rank_agreement(known["points"].to_list(), known["own_level"].to_list())
    print(made)
    assert made.n == 10_935


@pytest.mark.parametrize("enforcement", [False, True], ids=["HIGH", "HIGH or enforcement"])
def test_march_from_february(
    enforcement: bool, scored: pl.DataFrame, months: tuple[pl.DataFrame, pl.DataFrame], tmp_path: Path
) -> None:
    test = tested(scored, harm(months, enforcement=enforcement))
    print(*test.sentences, *test.reports[0]["notes"], sep="\n")
    for rule in test.reports[0]["rules"]:
        print(
            rule["label"],
            rule["area_under_curve"],
            rule["interval"],
            rule["scheme_against_it"] and rule["scheme_against_it"]["verdict"],
            rule["scheme_against_it"] and rule["scheme_against_it"]["interval"],
        )
        print(
            "   ",
            [
                (each["capacity"], each["recall"]["count"], each["precision"]["share"])
                for each in rule["lists"]
            ],
        )
    print(test.reports[0]["counts"])
    print(
        [
            (each["level"], each["harmed"]["count"], each["harmed"]["of"])
            for each in test.reports[0]["calibration"]["levels"]
        ]
    )


def test_the_regulators_own_level_of_february_as_a_rule(
    scored: pl.DataFrame, months: tuple[pl.DataFrame, pl.DataFrame]
) -> None:
    known = scored.filter(pl.col("own_level").is_not_null())
    rules = {"points": RULES["points"], "own_level": "the regulator's own level of the month before"}
    test = tested(known, harm(months, enforcement=True), rules)
    print(*test.sentences, sep="\n")
