# SPDX-License-Identifier: MIT
"""The back-test: planted failures, noise, slow references, and histories that are of no use."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import vermeil as vm
from vermeil.made_up import Decline, MadeUp, make_up

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEME = ROOT / "examples" / "frameworks" / "rotherham_early_warning.toml"


def scheme() -> vm.RiskScheme:
    return vm.RiskScheme.load(SCHEME)


def market(folder: Path, decline: Decline, seed: int = 1) -> MadeUp:
    return make_up(folder, services=300, quarters=12, seed=seed, decline=decline)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> vm.Backtest:
    made = market(tmp_path_factory.mktemp("planted"), Decline.PLANTED)
    return vm.backtest(scheme(), vm.Evidence.read(made.directory), outcomes=["rating:cqc", "rating:pamms"])


@pytest.fixture(scope="module")
def noise(tmp_path_factory: pytest.TempPathFactory) -> vm.Backtest:
    made = market(tmp_path_factory.mktemp("noise"), Decline.NOISE)
    return vm.backtest(scheme(), vm.Evidence.read(made.directory), outcomes=["rating:cqc", "rating:pamms"])


def test_a_scheme_that_sees_what_was_planted_beats_the_naive_rules(planted: vm.Backtest) -> None:
    assert planted.verdict == "better"
    assert planted.sentences[0].startswith("The scheme ranks better than every naive rule that was tried")
    assert planted.rule("scheme")["area_under_curve"] > 0.7
    assert planted.rule("scheme")["interval"][0] > 0.6
    for rule in planted.reports[0]["rules"][1:]:
        assert rule["scheme_against_it"]["verdict"] == "better", rule["label"]
    most = planted.rule("scheme")["lists"][-1]
    assert most["capacity"] == 20
    assert most["recall"]["share"] > 0.5
    assert most["lead_days"]["median"] > 30
    assert "were in the top 20 of the last list before" in planted.sentences[1]


def test_where_facts_are_noise_it_is_said_that_the_scheme_does_not_win(noise: vm.Backtest) -> None:
    assert noise.verdict in {"no_better", "worse"}
    assert "does not beat every naive rule" in noise.sentences[0] or "does worse" in noise.sentences[0]
    low, high = noise.rule("scheme")["interval"]
    assert low < 0.5 < high


@pytest.mark.parametrize("seed", [2, 3])
def test_other_markets_come_to_the_same(seed: int, tmp_path: Path) -> None:
    verdicts = {}
    for decline in (Decline.PLANTED, Decline.NOISE):
        made = market(tmp_path / decline.value, decline, seed)
        test = vm.backtest(
            scheme(), vm.Evidence.read(made.directory), outcomes=["rating:cqc", "rating:pamms"]
        )
        verdicts[decline] = test.verdict
    assert verdicts[Decline.PLANTED] == "better"
    assert verdicts[Decline.NOISE] in {"no_better", "worse"}


def test_harm_rises_with_the_level_and_with_the_points(planted: vm.Backtest) -> None:
    made = planted.reports[0]["calibration"]
    shares = {each["level"]: each["harmed"]["share"] for each in made["levels"]}
    assert shares["Red"] > shares["Amber"] > shares["Green"]
    assert made["levels"][0]["harmed"]["services"] >= 3
    by_points = [each["harmed"]["share"] for each in made["points"]]
    assert by_points == sorted(by_points)
    base = made["base"]
    assert sum(each["harmed"]["of"] for each in made["points"]) == base["of"]
    assert sum(each["harmed"]["count"] for each in made["levels"]) == base["count"]


def test_what_the_figures_rest_on_adds_up(planted: vm.Backtest) -> None:
    counts = planted.reports[0]["counts"]
    parts = ("before_history", "unlisted", "at_visited", "foretold")
    assert counts["events"] == sum(counts[part] for part in parts)
    assert counts["at_visited"] > 0
    assert counts["foretold"] == planted.rule("scheme")["lists"][0]["recall"]["of"]


def test_thirty_six_months_of_three_hundred_services_take_seconds(tmp_path: Path) -> None:
    evidence = vm.Evidence.read(market(tmp_path, Decline.PLANTED).directory)
    start = time.process_time()  # whatever else the machine does
    vm.backtest(scheme(), evidence)
    assert time.process_time() - start < 5


def test_the_days_of_scoring_are_those_of_the_scheme_itself(tmp_path: Path) -> None:
    """The levels of a list are what `score` gives that day to evidence that ends there."""
    made = make_up(tmp_path, services=60, quarters=6, seed=4, decline=Decline.PLANTED)
    evidence = vm.Evidence.read(made.directory)
    day = date(2025, 6, 30)
    test = vm.backtest(scheme(), evidence, first=day, last=date(2025, 9, 30), horizon_months=3, already=[])
    found = {each["level"]: each["harmed"]["of"] for each in test.reports[0]["calibration"]["levels"]}
    scored = scheme().score(evidence, day).to_polars()
    counts = dict(scored["level"].value_counts().iter_rows())
    assert sum(found.values()) <= len(scored)
    assert all(found[level] <= counts[level] for level in found)
    assert sum(found.values()) >= len(scored) - 10  # those at which an outcome stands, and those who closed


NO_EVENTS: dict[str, list[Any]] = {"service": [], "event": [], "from": []}


def judged(services: dict[str, list[Any]], **tables: dict[str, list[Any]]) -> vm.Backtest:
    evidence = vm.Evidence(services=services, **tables)
    return vm.backtest(scheme(), evidence, first=date(2022, 1, 1), last=date(2024, 12, 31))


def register(count: int) -> dict[str, list[Any]]:
    return {"service": [f"S{i}" for i in range(count)], "provider": ["P"] * count}


def rated(*rows: tuple[str, str, str]) -> dict[str, list[Any]]:
    return {
        "service": [row[0] for row in rows],
        "source": ["cqc"] * len(rows),
        "rating": [row[1] for row in rows],
        "on": [row[2] for row in rows],
    }


def test_without_outcomes_nothing_can_be_told() -> None:
    test = judged(register(30), events=NO_EVENTS)
    assert test.verdict == "cannot_tell"
    assert test.reports[0]["notes"] == ["No service had the outcome in the history."]
    assert test.rule("scheme")["area_under_curve"] is None
    assert test.rule("scheme")["lists"][0]["recall"]["share"] is None


def test_outcomes_before_the_history_are_counted_and_not_foretold() -> None:
    test = judged(
        register(30),
        inspections=rated(("S1", "Inadequate", "2020-01-01"), ("S2", "Inadequate", "2022-01-31")),
    )
    counts = test.reports[0]["counts"]
    assert (counts["events"], counts["before_history"], counts["foretold"]) == (2, 2, 0)
    assert "2 events came before the first list and could not be foretold." in test.reports[0]["notes"]
    assert counts["rows_out"] == 72


def test_a_single_service_cannot_be_ranked() -> None:
    test = judged(register(1), inspections=rated(("S0", "Inadequate", "2023-06-01")))
    assert test.verdict == "cannot_tell"
    assert "There is one service: nothing can be ranked." in test.reports[0]["notes"]
    assert test.rule("scheme")["lists"][0]["recall"]["share"] == 1


def test_outcomes_that_all_fall_on_one_day_are_noted() -> None:
    test = judged(
        register(40), inspections=rated(*((f"S{i}", "Inadequate", "2023-06-01") for i in range(12)))
    )
    assert test.reports[0]["counts"]["days_with_events"] == 1
    assert any("on one day and may have one cause" in note for note in test.reports[0]["notes"])


def test_services_that_open_or_close_in_between_count_while_they_are_open() -> None:
    services = register(3) | {"first_day": ["2023-01-15", None, None], "last_day": [None, "2023-06-15", None]}
    test = judged(services, events=NO_EVENTS)
    assert test.to_dict()["walk"]["rows"] == 24 + 17 + 36
    assert test.reports[0]["counts"]["events"] == 1  # the closure
    assert test.reports[0]["counts"]["foretold"] == 1


def test_a_history_shorter_than_the_horizon_is_said_to_be() -> None:
    evidence = vm.Evidence(services=register(3), inspections=rated(("S0", "Inadequate", "2024-06-01")))
    test = vm.backtest(scheme(), evidence, first=date(2024, 4, 1), last=date(2024, 12, 31))
    assert test.verdict == "cannot_tell"
    assert "is shorter than the horizon of 12 months" in test.reports[0]["notes"][0]
    none = vm.backtest(scheme(), evidence, first=date(2024, 4, 1), last=date(2024, 4, 20))
    assert "holds no last day of a month" in none.reports[0]["notes"][0]
    assert none.verdict == "cannot_tell"


def test_an_outcome_is_no_predictor_of_itself() -> None:
    """The rating that falls has points of its own, and no list that counts has seen them."""
    falls = rated(*((f"S{i}", "Inadequate", f"2023-{i + 1:02d}-10") for i in range(12)))
    test = judged(register(60), inspections=falls)
    assert test.rule("scheme")["area_under_curve"] == pytest.approx(0.5, abs=0.02)
    assert test.verdict != "better"


def test_outcomes_stand_in_the_scheme_and_options_override_them(tmp_path: Path) -> None:
    made = make_up(tmp_path, services=12, quarters=8, seed=1)
    evidence = vm.Evidence.read(made.directory)
    text = SCHEME.read_text(encoding="utf-8")
    stated = text + '[[outcome]]\nrating = "cqc"\nto = "Requires improvement"\n[[outcome]]\nclosure = true\n'
    own = vm.RiskScheme(vm.Framework.parse(stated))
    found = [each["outcome"] for each in vm.backtest(own, evidence).reports]
    assert found == ["any", "rating:cqc=Requires improvement", "closure"]
    assert [each["outcome"] for each in vm.backtest(own, evidence, outcomes=["exit"]).reports] == ["exit"]
    with pytest.raises(vm.Error, match=r"'embargo' is an outcome, and 'embargo' asks about it"):
        vm.backtest(own, evidence, outcomes=["event:embargo"])
    with pytest.raises(vm.DefinitionError, match="nothing foretells itself"):
        vm.Framework.parse(text + '[[outcome]]\nevent = "administration"\n')
    with pytest.raises(vm.Error, match="no event 'manager_vacanc'; did you mean 'manager_vacancy'"):
        vm.backtest(own, evidence, outcomes=["event:manager_vacanc"])


def test_a_rule_that_was_not_tried_is_refused_with_those_that_were(noise: vm.Backtest) -> None:
    with pytest.raises(vm.Error, match="no rule 'astrology' was tried; there are scheme, last_rating:pamms"):
        noise.rule("astrology")


def test_files_say_that_they_are_internal_and_made_up(tmp_path: Path) -> None:
    test = vm.backtest(
        scheme(), vm.Evidence.read(make_up(tmp_path / "m", services=20).directory), note="MADE UP: all of it"
    )
    written = test.write(tmp_path / "out")
    assert [path.name for path in written] == ["backtest.json", "backtest.html", "INTERNAL.txt"]
    with pytest.raises(vm.Error, match="INTERNAL"):
        vm.refuse_internal_folder(tmp_path / "out")
    said = json.loads(written[0].read_text(encoding="utf-8"))
    assert said == test.to_dict()
    assert (said["status"], said["note"]) == ("internal", "MADE UP: all of it")
    assert "MU-" not in written[0].read_text(encoding="utf-8")
    assert "MU-" not in written[1].read_text(encoding="utf-8")


def test_agreement_of_two_orders() -> None:
    made = vm.rank_agreement([1, 1, 2, 3], [1, 2, 2, 4])
    assert made.n == 4
    assert made.tau_b == pytest.approx(4 / np.sqrt(5 * 5))
    assert made.somers_d == pytest.approx(4 / 5)
    assert vm.rank_agreement([1, 1], [1, 2]).tau_b is None
    with pytest.raises(vm.Error, match="two orders of 1 and 2 services"):
        vm.rank_agreement([1], [1, 2])
