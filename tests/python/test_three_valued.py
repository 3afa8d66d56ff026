# SPDX-License-Identifier: MIT
"""Three ways in which absent input was seen to mislead other rule engines, and what happens here instead."""

from __future__ import annotations

import polars as pl
import pytest

import vermeil as vm

HEAD = """
language = 1
id = "three-valued"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
"""
BANDS = """
[[band]]
name = "Gold"
at_least = 80

[[band]]
name = "Silver"
at_least = 65

[[band]]
name = "Bronze"
"""
TABLE_OF_DECISIONS = f"""{HEAD}
[[rating_scale]]
id = "inspection"
words = ["Outstanding", "Good", "Requires improvement", "Inadequate"]

[[measure]]
id = "satisfied"
least_n = 10
weight = 1
{BANDS}
[[limiter]]
cap = "Bronze"
when = {{ rating = "inspection", worse_than = "Good" }}
because = "the inspection is worse than Good"
"""


def weighted(scale: str = "") -> vm.Framework:
    """Three shares that weigh 8, 1 and 1."""
    measures = (
        f'[[measure]]\nid = "{name}"\nweight = {weight}\n{scale}\n'
        for name, weight in (("a", 8), ("b", 1), ("c", 1))
    )
    return vm.Framework.parse(HEAD + "\n".join(measures) + BANDS)


PROVIDERS = pl.DataFrame(
    {"service": ["bad", "mid", "good"], "a": [0.0, 0.6, 0.9], "b": [0.95, 0.5, 0.8], "c": [0.98, 0.7, 0.9]}
)
WITHHELD = PROVIDERS.with_columns(
    pl.when(pl.col("service") == "bad").then(None).otherwise(pl.col("a")).alias("a")
)


@pytest.mark.parametrize(
    ("inspection", "satisfied", "band"),
    [
        ("not_yet_inspected", (0, 0), "Not rated"),
        ("not_yet_inspected", (9, 9), "Not rated"),
        ("unknown", (20, 20), "Not rated"),
        (3, (20, 20), "Bronze"),
        (2, (20, 20), "Gold"),
        ("not_applicable", (20, 20), "Gold"),
    ],
)
def test_a_table_of_caps_and_scores_does_not_fall_through_to_gold(
    inspection: float | str, satisfied: tuple[int, int], band: str
) -> None:
    framework = vm.Framework.parse(TABLE_OF_DECISIONS)
    fact = next(measure["id"] for measure in framework.measures if measure["id"] != "satisfied")
    assert framework.rate_one({"satisfied": satisfied, fact: inspection}).band == band


def test_withholding_the_heavy_return_lifts_nobody() -> None:
    framework = weighted()
    before, after = framework.rate(PROVIDERS), framework.rate(WITHHELD)
    assert before["bad"].lowest_score == pytest.approx(19.3)
    assert (before["bad"].band, after["bad"].band) == ("Bronze", "Not rated")
    assert (after["bad"].lowest_score, after["bad"].highest_score) == pytest.approx((19.3, 99.3))
    for other in ("mid", "good"):
        assert after[other].lowest_score == before[other].lowest_score


def test_between_peers_the_others_move_with_it_unless_the_norms_are_kept() -> None:
    framework = weighted("scale = { min_max = [0, 100] }")
    before, moved = framework.rate(PROVIDERS), framework.rate(WITHHELD)
    fallen, stood = moved["mid"].lowest_score, before["mid"].lowest_score
    assert fallen is not None
    assert stood is not None
    assert fallen < stood
    kept = framework.rate(WITHHELD, norms=before.norms)
    assert [kept[each].lowest_score for each in ("mid", "good")] == [
        before[each].lowest_score for each in ("mid", "good")
    ]
    assert kept["bad"].band == "Not rated"


@pytest.mark.parametrize("scale", ["", "scale = { z_score = 1 }", "scale = { percentile = [0, 100] }"])
def test_one_absent_cell_leaves_the_others_their_scores(scale: str) -> None:
    rated = weighted(scale).rate(WITHHELD).to_polars()
    assert rated["score"].is_null().to_list() == [True, False, False]
    assert rated.filter(pl.col("service") != "bad")["band"].to_list() != ["Not rated", "Not rated"]
