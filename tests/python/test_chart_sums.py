# SPDX-License-Identifier: MIT
"""Sums and averages over time, and the rules of special cause by themselves."""

from __future__ import annotations

import pytest

import vermeil as vm


def test_sums_and_averages_signal_a_small_shift() -> None:
    values = [10.0, 9.0, 11.0, 10.5, 9.5, 11.5, 11.0, 12.0, 11.5, 11.0, 12.0, 11.5]  # made up
    sums = vm.cusum(values, centre=10, sigma=1).to_polars()
    assert sums["signals_above"].to_list()[-2:] == [1, 1]
    averages = vm.ewma(values, centre=10, sigma=1).to_polars()
    assert averages["side"][-1] == 1
    assert vm.ewma(values, centre=10, sigma=[1] * 12).to_polars().equals(averages)
    rare = vm.rare_event_cusum(
        [0, 0, 1, 0, 2, 2], [100] * 6, rate=0.002, rate_bad=0.006, limit=2.5
    ).to_polars()
    assert rare["signals_above"].to_list() == [0, 0, 0, 0, 0, 1]
    with pytest.raises(vm.Error, match="a sigma, a slack and a limit above 0"):
        vm.cusum(values, centre=10, sigma=0)


def test_the_rules_of_special_cause_mark_every_point_of_a_run() -> None:
    assert vm.mark_shifts([1] * 7 + [-1]) == [1] * 7 + [0]
    assert vm.mark_trends([1, 2, 3, 3, 2, 1, 0], 4) == [0, 0, 0, 1, 1, 1, 1]
    assert vm.mark_two_of_three([1, 1, 1, -1], [1, 0, 1, 1]) == [1, 1, 1, 0]
    with pytest.raises(vm.Error, match="each point has a side"):
        vm.mark_two_of_three([1], [])
