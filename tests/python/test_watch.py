# SPDX-License-Identifier: MIT
"""The watch list, and why one service stands above another."""

from __future__ import annotations

import pytest
from oversight_for_tests import DAY, SCHEME, WATCH, evidence_of, market

import vermeil as vm


@pytest.fixture(scope="module")
def watch() -> vm.WatchList:
    evidence = evidence_of()
    scores = vm.RiskScheme.load(SCHEME).score(evidence, DAY)
    return vm.WatchList(WATCH, evidence, market(), DAY, risk=scores)


def test_the_list_stands_in_its_order(watch: vm.WatchList) -> None:
    assert watch.services[0] == "S1"
    rows = watch.to_polars().to_dicts()
    assert [row["place"] for row in rows] == [1, 2, 3]
    assert sorted((row["points"] for row in rows), reverse=True) == [row["points"] for row in rows]
    assert watch.framework.id == "watch-list"
    assert len(watch.rejects()) == 0


def test_why_answers_in_facts(watch: vm.WatchList) -> None:
    why = watch.why("S3", "S1")
    assert (why.upper, why.lower) == ("S1", "S3")
    assert why.upper_points == pytest.approx(sum(reason.upper_points for reason in why.reasons))
    assert why.reasons[0].measure == "Points of the risk scheme (risk_points)"
    assert why.reasons[0].decided
    assert str(why).split("\n")[0].startswith("S1 stands above S3: ")
    with pytest.raises(vm.Error, match="neither above nor below itself"):
        watch.why("S1", "S1")


def test_a_probability_of_a_back_test_may_be_weighed() -> None:
    text = WATCH.read_text(encoding="utf-8").replace('id = "risk_points"', 'id = "probability"')
    rules = vm.Framework.parse(text.replace("[[0, 0], [100, 100]]", "[[0, 0], [1, 100]]"))
    chances = {"service": ["S1", "S2", "S3", "S9"], "probability": ["0.1", "0.2", "0.9", "0.5"]}
    watch = vm.WatchList(rules, evidence_of(), market(), DAY, probabilities=chances)
    assert watch.services[0] == "S3"
    assert [row["value"] for row in watch.rejects().to_polars().to_dicts()] == ["S9"]


def test_an_unknown_measure_is_refused() -> None:
    text = WATCH.read_text(encoding="utf-8").replace('id = "hours"', 'id = "hour"')
    with pytest.raises(vm.Error, match=r"knows no measure 'hour'.*did you mean 'hours'"):
        vm.WatchList(vm.Framework.parse(text), evidence_of(), market(), DAY)


KEYS = WATCH.parent / "watch_keys.toml"


def test_keys_order_what_is_equal_in_those_before_them() -> None:
    evidence = evidence_of()
    scores = vm.RiskScheme.load(SCHEME).score(evidence, DAY)
    watch = vm.WatchList(KEYS, evidence, market(), DAY, risk=scores)
    assert watch.services == ["S1", "S3", "S2"]  # S3 has one person more than S2
    why = watch.why("S2", "S3")
    decided = "Days since the latest news (days_since_news) decides, what comes before it is equal"
    assert str(why).split("\n")[0] == f"S3 stands above S2: {decided}"
    assert [reason.decided for reason in why.reasons] == [False, False, True]
    assert watch.visits == 12
    assert watch.line() is None  # all three can be visited


def test_a_capacity_draws_a_line_and_says_what_is_just_below_it() -> None:
    evidence = evidence_of()
    scores = vm.RiskScheme.load(SCHEME).score(evidence, DAY)
    watch = vm.WatchList(WATCH, evidence, market(), DAY, risk=scores, visits=1)
    assert watch.to_polars()["visit"].to_list() == ["yes", "no", "no"]
    line = watch.line()
    assert line is not None
    assert (line.visits, line.services) == (1, 3)
    assert (line.why.upper, line.why.lower) == tuple(watch.services[:2])
    first, *reasons = str(line).split("\n")
    assert first == (
        f"1 of 3 services can be visited: the line falls below {watch.services[0]}, and {watch.services[1]} "
        "is the first below it"
    )
    assert reasons == str(watch.why(*watch.services[:2])).split("\n")
    with pytest.raises(vm.Error, match="a team that can visit 0 services needs no list"):
        vm.WatchList(WATCH, evidence, market(), DAY, visits=0)


def test_without_a_capacity_there_is_no_line(watch: vm.WatchList) -> None:
    assert watch.visits is None
    assert watch.line() is None
    assert watch.to_polars()["visit"].to_list() == ["", "", ""]
