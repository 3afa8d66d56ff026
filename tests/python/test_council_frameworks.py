# SPDX-License-Identifier: MIT
"""What the councils' frameworks state: fees, ranks, targets, and what counts beside what is only kept."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

import vermeil as vm

FRAMEWORKS = Path(__file__).resolve().parent.parent.parent / "examples/frameworks"


def load(name: str) -> vm.Framework:
    """Load a shipped framework."""
    return vm.Framework.load(FRAMEWORKS / f"{name}.toml")


def test_hartlepool_grades_set_the_weekly_fee() -> None:
    shares = [1.0, 0.8, 0.7, 0.5]
    homes = pl.DataFrame({"service": list("abcd")} | {f"domain_{i}": shares for i in range(1, 7)})
    rated = load("hartlepool_qsf").rate(homes).to_polars()
    assert rated["band"].to_list() == ["Grade 1", "Grade 2", "Grade 3", "Grade 4"]
    assert rated["fee"].to_list() == ["469.00", "445.00", "422.00", "399.00"]


@pytest.mark.parametrize(
    ("breach_open", "quarters", "band", "fee"),
    [(0, 8, "Gold", "25.00"), (1, 8, "No award", ""), (0, 3, "No award", "")],
)
def test_leicestershire_pays_no_premium_while_a_breach_is_open_or_recent(
    breach_open: int, quarters: int, band: str, fee: str
) -> None:
    home = {"service": ["a"], "breach_open": [breach_open], "quarters_since_breach": [quarters]}
    home |= {name: [0.9] for name in ("people_experience", "leadership", "workforce")}
    ratings = load("leicestershire_qaf").rate(pl.DataFrame(home))
    assert (ratings["a"].band, ratings.to_polars()["fee"].item()) == (band, fee)
    said = "leads to: 25.00 pounds per resident and week; eligible" if fee else "leads to: not eligible"
    assert ratings["a"].explain().endswith(said)


def test_leicester_ranks_within_a_lot_and_an_uninspected_provider_by_the_rest() -> None:
    providers = {
        "service": list("abcd"),
        "lot": [1, 1, 1, 2],
        "cqc_overall": ["Good", None, "Inadequate", "Good"],
        "cqc_overall.state": [None, "not_yet_inspected", None, None],
        "contract_compliance": [0.9, 0.9, 1.0, 0.5],
        "packages_accepted": [0.9, 0.9, 1.0, 0.5],
    }
    framework = load("leicester_dynamic_ranking")
    rated = framework.rate(framework.read_measures(pl.DataFrame(providers))).to_polars()
    assert rated["score"].to_list() == [84, 90, 60, 60]
    assert rated["rank"].to_list() == [2, 1, 3, 1]
    assert rated["eligible"].to_list() == ["yes", "yes", "no", "yes"]


def test_rotherham_s_market_is_on_the_way_to_its_targets() -> None:
    """The counts of the paper's market; of technology it gives the share alone."""
    market = {"kpi_1_technology": 0.72, "kpi_2_strengths_based": (654, 807)}
    market |= {"kpi_3_level_2": (437, 807), "kpi_4_care_certificate": (633, 805)}
    rated = load("rotherham_home_care_kpis").rate_one(market)
    assert rated.band == "On the way"
    points = [100 * share for share in (0.72 / 0.75, 654 / 807, 437 / 807, 633 / 805)]
    assert rated.lowest_score == pytest.approx(sum(points) / 4, abs=1e-9)
    met = {"kpi_1_technology": 0.75} | dict.fromkeys(list(market)[1:], (10, 10))
    assert load("rotherham_home_care_kpis").rate_one(met).band == "Targets met"


def test_the_officer_s_rating_counts_and_the_provider_s_own_is_kept() -> None:
    framework = load("pamms_style")
    standards = [measure["id"] for measure in framework.measures if not measure["id"].endswith("_self")]
    assert len(standards) == 16
    assert len(framework.groups) == 5
    validated = {name: ["Good"] for name in standards}
    own = {f"{name}_self": ["Excellent"] for name in standards}
    measures = framework.read_measures(pl.DataFrame({"service": ["a"]} | validated | own))
    assert framework.rate(measures)["a"].band == "Good"
    assert measures.cell("a", "consent_self")["value"] == 1


@pytest.mark.parametrize("word", ["Excellent", "Good", "Requires improvement", "Poor"])
def test_one_word_for_all_16_standards_is_the_word_of_the_whole(word: str) -> None:
    framework = load("pamms_style")
    given = {measure["id"]: [word] for measure in framework.measures}
    assert framework.rate(pl.DataFrame({"service": ["made up"]} | given))["made up"].band == word
