# SPDX-License-Identifier: MIT
"""Which chart suits a measure, and rules that cannot be."""

from __future__ import annotations

import pytest

import vermeil as vm
from vermeil.chart_rules import ChartKind, ChartRules, SeriesKind


def test_a_share_of_any_size_goes_on_no_xmr_chart() -> None:
    for n in (3, 30, 300, 30_000):
        assert vm.choose_chart(SeriesKind.SHARE, n=n, count=0.9 * n).kind is not ChartKind.XMR
    assert vm.choose_chart(SeriesKind.SHARE, n=10, count=0.2).is_rare


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        (ChartRules(per=0), "per a number above 0"),
        (ChartRules(run_length=1), "a shift takes 2 points or more"),
        (ChartRules(trend_length=2), "a trend 3 or more"),
        (ChartRules(target=float("nan")), "a target is a finite number"),
    ],
)
def test_a_rule_out_of_its_range_is_refused(rules: ChartRules, message: str) -> None:
    with pytest.raises(vm.Error, match=message):
        vm.chart_series([1, 2], rules)
