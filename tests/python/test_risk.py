# SPDX-License-Identifier: MIT
"""Risk: a scheme in which higher is worse, scored as of a day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import vermeil as vm

ROOT = Path(__file__).resolve().parent.parent.parent
FRAMEWORKS = ROOT / "examples" / "frameworks"
DAY = date(2024, 12, 31)


@pytest.fixture(scope="module")
def scores() -> vm.RiskScores:
    """Score three made-up services: nothing against S1, an embargo on S2, upheld concerns at S3."""
    services = ["S1", "S2", "S3"]
    evidence = vm.Evidence(
        services={"service": services, "provider": ["A", "B", "C"]},
        events={
            "service": ["S2", *["S3"] * 3],
            "event": ["embargo", *["substantiated_concern"] * 3],
            "from": ["2024-12-01", *["2024-11-01"] * 3],
        },
        inspections={
            "service": services * 3,
            "source": ["cqc"] * 3 + ["pamms"] * 3 + ["food_hygiene"] * 3,
            "rating": ["Good", "Good", "Requires improvement"] + ["Good"] * 3 + ["5"] * 3,
            "on": ["2024-01-01"] * 9,
        },
    )
    assert len(evidence.rejects()) == 0
    return vm.RiskScheme.load(FRAMEWORKS / "rotherham_early_warning.toml").score(evidence, DAY)


def test_scores_begin_with_service_day_level_and_points(scores: vm.RiskScores) -> None:
    assert scores.columns[:4] == ["service", "as_of", "level", "points"]
    rows = scores.to_arrow().to_pylist()
    assert [(row["service"], row["level"], row["points"]) for row in rows] == [
        ("S1", "Green", 0.0),
        ("S2", "Red", 40.0),
        ("S3", "Amber", 25.0),
    ]
    assert {row["as_of"] for row in rows} == {"2024-12-31"}


def test_a_trigger_goes_straight_to_red_and_is_named(scores: vm.RiskScores) -> None:
    score = scores["S2"]
    assert score.level == "Red"
    assert "new placements are embargoed" in score.explain()
    assert json.loads(score.json)["limiters"][1]["fires"] == "yes"


def test_what_was_not_known_on_the_day_does_not_count() -> None:
    evidence = vm.Evidence(
        services={"service": ["S1"], "provider": ["A"]},
        events={"service": ["S1"], "event": ["embargo"], "from": ["2024-12-01"], "known_on": ["2025-01-05"]},
    )
    scheme = vm.RiskScheme.load(FRAMEWORKS / "rotherham_early_warning.toml")
    assert scheme.score(evidence, DAY)["S1"].level != "Red"
    assert scheme.score(evidence, date(2025, 1, 5))["S1"].level == "Red"


def test_too_little_evidence_is_not_green() -> None:
    evidence = vm.Evidence(services={"service": ["S1"], "provider": ["A"]})
    scheme = vm.RiskScheme.load(FRAMEWORKS / "rotherham_early_warning.toml")
    assert scheme.score(evidence, DAY)["S1"].level == "Not rated"


def test_threads_change_nothing() -> None:
    evidence = vm.Evidence(
        services={"service": ["S1", "S2"], "provider": ["A", "A"]},
        events={"service": [], "event": [], "from": []},
    )
    scheme = vm.RiskScheme.load(FRAMEWORKS / "rotherham_early_warning.toml")
    one, two = (scheme.score(evidence, DAY, threads=threads).to_arrow() for threads in (1, 2))
    assert one.equals(two)


def test_a_framework_of_ratings_is_no_risk_scheme() -> None:
    with pytest.raises(vm.Error, match="'east-sussex-home-care' is no risk scheme: it lacks higher_is"):
        vm.RiskScheme.load(FRAMEWORKS / "east_sussex_2011.toml")


def test_a_service_that_was_not_scored_is_named(scores: vm.RiskScores) -> None:
    with pytest.raises(vm.Error, match="no service 'S9'"):
        scores["S9"]
