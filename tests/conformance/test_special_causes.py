# SPDX-License-Identifier: MIT
"""Published vectors of special causes, XmR limits and funnels, in Python and in C++."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from test_published_charts import charting  # noqa: F401, a fixture

import vermeil as vm
from vermeil.chart_rules import ChartRules, RangeFactor, Screening


@pytest.fixture(scope="session")
def vectors(oracle: Callable[[str], Path]) -> dict[str, Any]:
    """Read the published vectors."""
    found: dict[str, Any] = json.loads(oracle("spc_funnel_vectors.json").read_text(encoding="utf-8"))
    return found


NHS = ChartRules(factor=RangeFactor.ROUNDED, screening=Screening.ONCE)


def xmr_off(rules: ChartRules, vector: dict[str, Any]) -> bool:
    """Say whether a chart's lines are not the published ones, which have seven digits."""
    row = vm.chart_series(vector["y"], rules).points.to_polars().row(0, named=True)
    made = (row["centre"], row["lower"], row["upper"])
    return made != pytest.approx((vector["mean"], vector["lpl"], vector["upl"]), rel=1e-6, abs=0)


def test_xmr_limits_are_as_published(vectors: dict[str, Any]) -> None:
    assert not xmr_off(NHS, vectors["nhsr_xmr"])


@pytest.mark.parametrize(
    "rules",
    [
        ChartRules(factor=RangeFactor.EXACT),
        ChartRules(kind=vm.ChartKind.RUN),
        ChartRules(factor=RangeFactor.ROUNDED, per=1.0001),
    ],
    ids=["3 / 1.128", "no limits", "another unit"],
)
def test_xmr_limits_reckoned_otherwise_are_not(rules: ChartRules, vectors: dict[str, Any]) -> None:
    assert xmr_off(rules, vectors["nhsr_xmr"])


def latest(marks: Callable[[list[int]], list[int]], values: list[int]) -> list[int]:
    """Mark the points at which a run ends that is long enough: what was known at each."""
    return [marks(values[: end + 1])[-1] for end in range(len(values))]


def ways_of_seven(length: int) -> dict[str, Callable[[list[int]], list[int]]]:
    """Give the rules of so many in a row in the form of the published vectors."""

    def trend(values: list[int]) -> list[int]:
        marks = latest(lambda known: vm.mark_trends(known, length), values)
        return [mark * (1 if values[at] > values[at - 1] else -1) for at, mark in enumerate(marks)]

    return {
        "seven_one_side": lambda sides: latest(lambda known: vm.mark_shifts(known, length), sides),
        "seven_trend": trend,
    }


@pytest.mark.parametrize("rule", ["seven_one_side", "seven_trend"])
def test_seven_in_a_row_are_as_published(rule: str, vectors: dict[str, Any]) -> None:
    for vector in vectors["nhsr_special_cause"][rule]:
        assert ways_of_seven(7)[rule](vector["in"]) == vector["out"]


@pytest.mark.parametrize("length", [6, 8, 9])
@pytest.mark.parametrize("rule", ["seven_one_side", "seven_trend"])
def test_another_number_in_a_row_is_not(rule: str, length: int, vectors: dict[str, Any]) -> None:
    published = vectors["nhsr_special_cause"][rule]
    assert any(ways_of_seven(length)[rule](vector["in"]) != vector["out"] for vector in published)


def runs_that_end(flags: list[int]) -> list[int]:
    """Give sides whose runs of seven end where the flags say."""
    sides = [0] * len(flags)
    for end, flag in enumerate(flags):
        for at in range(end - 6, end + 1) if flag else ():
            sides[at] = flag
    return sides


@pytest.mark.parametrize(("length", "agrees"), [(7, True), (6, True), (8, False), (9, False), (10, False)])
def test_every_point_of_the_seven_is_part_of_them(length: int, agrees: bool, vectors: dict[str, Any]) -> None:
    published = vectors["nhsr_special_cause"]["part_of_seven"]
    made = [vm.mark_shifts(runs_that_end(vector["in"]), length) for vector in published]
    assert (made == [vector["out"] for vector in published]) == agrees


TWO = {
    "as it is": (lambda close, side: vm.mark_two_of_three(side, close), True),
    "whatever the side": (lambda close, _: vm.mark_two_of_three([1] * len(close), close), False),
    "each close point": (lambda close, _: close, False),
    "three close points": (
        lambda close, side: vm.mark_shifts([s * c for s, c in zip(side, close, strict=True)], 3),
        False,
    ),
}


@pytest.mark.parametrize(("way", "agrees"), TWO.values(), ids=TWO)
def test_two_in_three_is_as_published_and_other_ways_are_not(
    way: Callable[[list[int], list[int]], list[int]], agrees: bool, vectors: dict[str, Any]
) -> None:
    published = vectors["nhsr_special_cause"]["two_in_three"]
    made = [way(vector["close"], vector["side"]) for vector in published]
    assert (made == [vector["out"] for vector in published]) == agrees


def poisson(vector: dict[str, Any], way: vm.SmallCounts, tails: tuple[float, float]) -> bool:
    """Say whether limits about a ratio of 1 are the published ones, which have seven digits."""
    made = [[], [], [], []]  # type: list[list[float]]
    for expected in vector["number_seq"]:
        for place, tail in enumerate(tails):
            lower, upper = vm.poisson_limits(expected, tail, way)
            made[2 * place].append(lower / expected)
            made[2 * place + 1].append(upper / expected)
    published = [vector[name] for name in ("ll95", "ul95", "ll998_named_99", "ul998_named_99")]
    return bool(np.allclose(made, published, rtol=1e-6, atol=0))


def test_poisson_limits_are_as_published(vectors: dict[str, Any]) -> None:
    assert poisson(vectors["funnelplotr_poisson_limits"], vm.SmallCounts.CHI_SQUARED, (0.025, 0.001))


@pytest.mark.parametrize(
    ("way", "tails"),
    [
        (vm.SmallCounts.INTERPOLATED, (0.025, 0.001)),
        (vm.SmallCounts.CHI_SQUARED, (0.05, 0.001)),
        (vm.SmallCounts.CHI_SQUARED, (0.025, 0.005)),
    ],
    ids=["Spiegelhalter's", "90 %", "99 %, as it is called"],
)
def test_poisson_limits_reckoned_otherwise_are_not(
    way: vm.SmallCounts, tails: tuple[float, float], vectors: dict[str, Any]
) -> None:
    assert not poisson(vectors["funnelplotr_poisson_limits"], way, tails)


def test_cpp_gives_the_same_poisson_limits(charting: Path, vectors: dict[str, Any]) -> None:  # noqa: F811
    for expected in vectors["funnelplotr_poisson_limits"]["number_seq"]:
        words = [str(charting), "poisson", str(expected), "0.025"]
        asked = subprocess.run(words, capture_output=True, text=True, check=True).stdout.split()
        made = vm.poisson_limits(expected, 0.025, vm.SmallCounts.CHI_SQUARED)
        assert tuple(float.fromhex(word) for word in asked) == made


OUTLIERS = {
    "95_unadjusted": ("LCL95", "UCL95"), "95_adjusted": ("OD95LCL", "OD95UCL"),
    "99_unadjusted": ("LCL99", "UCL99"), "99_adjusted": ("OD99LCL", "OD99UCL"),
}  # fmt: skip


@pytest.mark.parametrize("limits", OUTLIERS)
def test_outliers_are_as_published_and_other_limits_give_others(limits: str, vectors: dict[str, Any]) -> None:
    vector = vectors["funnelplotr_outliers"]
    for name, (lower, upper) in OUTLIERS.items():
        made = [int(each) for each in vm.mark_outliers(vector["rr"], vector[lower], vector[upper])]
        same = vector["expected"][name] == vector["expected"][limits]
        assert (made == vector["expected"][limits]) == same
    assert not any(vm.mark_outliers([0.9, 1.1], 0.9, 1.1))  # on a limit is inside
