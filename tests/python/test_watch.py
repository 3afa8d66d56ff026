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
