# SPDX-License-Identifier: MIT
"""Risk: a scheme in which higher is worse, scored as of a day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest

import vermeil as vm
from vermeil.cli.run import run

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
            "from": ["2024-12-01", *["2024-12-31"] * 3],
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


INDEX = """
language = 1
id = "index"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
higher_is = "worse"
[[measure]]
id = "poverty"
weight = 1
scale = { min_max = [0, 100] }
[[band]]
name = "Most deprived"
at_least = 50
[[band]]
name = "Others"
"""
AREAS = {"service": ["a", "b", "c"], "poverty": [0.1, 0.4, 0.2]}


def test_a_table_of_measures_is_scored_as_it_is_and_compared() -> None:
    scheme = vm.RiskScheme(vm.Framework.parse(INDEX))
    scores = scheme.score_measures(AREAS, DAY)
    assert scores.to_polars()["level"].to_list() == ["Others", "Most deprived", "Others"]
    assert len(scores.norms) == 1
    later = scheme.score_measures({"service": ["d"], "poverty": [0.4]}, DAY, norms=scores.norms)
    assert later["d"].level == "Most deprived"


def test_a_score_says_how_old_its_evidence_is() -> None:
    scheme = vm.RiskScheme(vm.Framework.parse(INDEX))
    days = {"poverty.day": ["2024-12-01", "2024-12-30", None]}
    scores = scheme.score_measures(AREAS | days, DAY)
    assert (scores["a"].oldest_days, scores["a"].median_days, scores["a"].age_known) == (30, 30, 1.0)
    assert (scores["c"].oldest_days, scores["c"].age_known) == (None, 0.0)


def test_the_command_scores_a_table_of_measures(tmp_path: Path) -> None:
    scheme, table = tmp_path / "index.toml", tmp_path / "areas.csv"
    scheme.write_text(INDEX, encoding="utf-8")
    table.write_text("area,poverty\na,0.1\nb,0.4\nc,0.2\n", encoding="utf-8")
    given = ["--measures", str(table), "--id", "area", "--as-of", "2024-12-31"]
    assert run(["risk", str(scheme), *given, "--out", str(tmp_path / "first")]) == 0
    written = (tmp_path / "first" / "risk.csv").read_text(encoding="utf-8")
    assert "b,2024-12-31,Most deprived,100.0" in written
    norms = ["--norms", str(tmp_path / "first" / "norms.toml")]
    assert run(["risk", str(scheme), *given, *norms, "--out", str(tmp_path / "second")]) == 0
    assert (tmp_path / "second" / "risk.csv").read_text(encoding="utf-8") == written


def test_rating_with_a_scheme_says_which_command_scores_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scheme, table = tmp_path / "index.toml", tmp_path / "areas.csv"
    scheme.write_text(INDEX, encoding="utf-8")
    table.write_text("service,poverty\na,0.1\n", encoding="utf-8")
    assert run(["rate", str(scheme), "--measures", str(table), "--out", str(tmp_path / "out")]) == 2
    assert "the command vermeil risk, which takes --evidence or --measures" in capsys.readouterr().err


EVENTS = {
    "service": ["S1", "S2", None],
    "provider": [None, None, "A"],
    "event": ["embargo", "unexpected_death", "administration"],
    "from": ["2024-11-01", "2024-12-01", "2024-12-20"],
    "incident": ["I1", None, None],
    "review": [None, "under review", None],
    "expires_on": ["2025-03-31", None, None],
    "entered_by": ["broker", None, None],
    "entered_on": ["2024-11-05", None, None],
}
REGISTER = {"service": ["S1", "S2", "S3"], "provider": ["A", "B", "B"], "group": [None, "G", None]}


@pytest.fixture(scope="module")
def early() -> vm.RiskScores:
    """Score an embargo that was entered by hand, a death under review, and a provider in administration."""
    scheme = vm.RiskScheme.load(FRAMEWORKS / "rotherham_early_warning.toml")
    evidence = vm.Evidence(services=REGISTER, events=EVENTS)
    assert len(evidence.rejects()) == 0
    return scheme.score(evidence, DAY)


def test_a_score_says_since_when_by_which_fact_and_who_entered_it(early: vm.RiskScores) -> None:
    score = early["S1"]
    assert (score.level, score.since) == ("Red", date(2024, 11, 5))
    said = json.loads(score.json)
    assert said["since"]["came"][0]["fact"] == "embargo"
    assert said["since"]["came"][0]["entered_by"] == "broker"
    assert [(fact["fact"], fact["expires_on"]) for fact in said["facts"]][0] == ("embargo", "2025-03-31")
    assert (
        "Red since 2024-11-05: embargo of 2024-11-01, known on 2024-11-05, entered by a broker"
        in score.explain()
    )


def test_a_death_under_review_prompts_a_visit_and_adds_no_points(early: vm.RiskScores) -> None:
    prompts = early.prompts().to_polars().filter(pl.col("certain") == "yes")
    assert prompts.select("service", "prompt").rows() == [("S2", "visit the service")]
    assert early.to_polars().filter(pl.col("service") == "S2")["lowest_points"].item() == 0


def test_providers_and_groups_count_each_fact_once(early: vm.RiskScores) -> None:
    providers = early.providers().to_polars()
    assert providers["provider"].to_list() == ["A", "B"]
    assert providers["level"].to_list()[0] == "Red"
    assert providers["lowest_points"].to_list() == [90.0, 0.0]
    assert early.groups().to_polars()["group"].to_list() == ["G"]


def test_scores_of_a_table_of_measures_roll_up_to_nothing() -> None:
    scores = vm.RiskScheme(vm.Framework.parse(INDEX)).score_measures(AREAS, DAY)
    assert not scores.rolls_up
    with pytest.raises(vm.Error, match="these scores come from a table of measures"):
        scores.providers()


def test_several_days_are_scored_each_with_what_was_known_on_it() -> None:
    scheme = vm.RiskScheme.load(FRAMEWORKS / "rotherham_early_warning.toml")
    evidence = vm.Evidence(services=REGISTER, events=EVENTS)
    days = [date(2024, 11, 4), date(2024, 11, 5), date(2025, 4, 1)]
    scores = scheme.score(evidence, days)
    assert [each["S1"].as_of for each in scores] == [str(day) for day in days]
    for day, each in zip(days, scores, strict=True):
        assert each.to_arrow().equals(scheme.score(evidence, day, threads=2).to_arrow())
    assert [each["S1"].level == "Red" for each in scores] == [False, True, True]


def test_who_entered_a_fact_is_a_role_and_never_a_name() -> None:
    named = {name: list(column) for name, column in EVENTS.items()} | {
        "entered_by": ["Ann Other", None, None]
    }
    rejects = vm.Evidence(services=REGISTER, events=named).rejects().to_polars()
    assert rejects["column"].to_list() == ["entered_by"]
    assert rejects["value"].to_list() == ["(masked)"]
    assert rejects["reason"].item().startswith("not one of 'contract officer'")


def test_what_is_entered_by_hand_without_an_expiry_counts_and_is_told() -> None:
    events = {name: list(column) for name, column in EVENTS.items()} | {"expires_on": [None, None, None]}
    rejects = vm.Evidence(services=REGISTER, events=events).rejects().to_polars()
    assert rejects.select("column", "outcome").rows() == [("expires_on", "kept")]


def test_the_command_writes_prompts_providers_groups_and_since(tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    folder.mkdir()
    pl.DataFrame(REGISTER).write_csv(folder / "services.csv")
    pl.DataFrame(EVENTS).write_csv(folder / "events.csv")
    scheme = str(FRAMEWORKS / "rotherham_early_warning.toml")
    given = ["--evidence", str(folder), "--as-of", "2024-12-31", "--out", str(tmp_path / "out")]
    assert run(["risk", scheme, *given]) == 0
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == [
        "groups.csv", "prompts.csv", "providers.csv", "rejects.csv", "risk.csv", "trace.jsonl"
    ]  # fmt: skip
    risk = pl.read_csv(tmp_path / "out" / "risk.csv")
    assert risk.columns[:4] == ["service", "as_of", "level", "points"]
    assert risk["since"].to_list()[0] == "2024-11-05"
    first = json.loads((tmp_path / "out" / "trace.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert first["since"]["day"] == "2024-11-05"
