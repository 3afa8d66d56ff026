# SPDX-License-Identifier: MIT
"""Funnels: limits by base, and services that stand out."""

from __future__ import annotations

import numpy as np
import pytest

import vermeil as vm
from vermeil.funnels import Extremes, FunnelKind, FunnelRules, FunnelScale, Widening

COUNTS, BASES = [5, 10, 0, 30, 12, 7], [6, 19, 2, 50, 20, 40]  # made up


def test_a_funnel_stands_about_all_counts_over_all_bases() -> None:
    made = vm.funnel(COUNTS, BASES)
    assert made.target == pytest.approx(64 / 137)
    rows = made.to_polars()
    lower, upper = vm.binomial_limits(50, made.target, 0.025)
    assert (rows["lower"][3], rows["upper"][3]) == (lower / 50, upper / 50)
    assert (rows["upper"] - rows["lower"])[2] > (rows["upper"] - rows["lower"])[3]


def test_a_service_without_a_base_has_a_row_of_nulls() -> None:
    assert vm.funnel([0, 5], [0, 9]).to_polars().row(0) == (None,) * 6


def test_widened_limits_are_wider_and_say_by_how_much() -> None:
    plain = FunnelRules(kind=FunnelKind.RATE)
    rows = vm.funnel(COUNTS, BASES, plain).to_polars()
    for widening in (Widening.MULTIPLICATIVE, Widening.ADDITIVE):
        made = vm.funnel(COUNTS, BASES, FunnelRules(kind=FunnelKind.RATE, widening=widening))
        assert made.phi > 1
        assert made.tau_squared > 0
        wide = made.to_polars()
        assert (wide["far_upper"] > rows["far_upper"])[3]
        assert (wide["z"].abs() <= rows["z"].abs()).all()


def test_tau_squared_of_the_log_scale_is_the_published_formula() -> None:
    rng = np.random.default_rng(3)
    expected = rng.uniform(20, 200, 40)
    observed = rng.poisson(expected * rng.lognormal(0, 0.3, 40))  # made up
    how = FunnelRules(
        kind=FunnelKind.RATIO, scale=FunnelScale.LOG, widening=Widening.ADDITIVE, extremes=Extremes.TRIMMED
    )
    made = vm.funnel(observed, expected, how)
    z = np.sqrt(expected) * np.log(observed / expected)
    low, high = np.quantile(z, [0.1, 0.9])
    kept = (z > low) & (z < high)
    phi, weights, count = (z[kept] ** 2).mean(), expected[kept], kept.sum()
    tau = max(0, (count * phi - (count - 1)) / (weights.sum() - (weights**2).sum() / weights.sum()))
    assert made.phi == pytest.approx(phi)
    assert made.tau_squared == pytest.approx(tau)
    upper = np.exp(3.090232306167813 * np.sqrt(1 / expected + tau))
    assert made.to_polars()["far_upper"].to_numpy() == pytest.approx(upper)


def test_bad_counts_and_bases_are_refused() -> None:
    with pytest.raises(vm.Error, match="counts are whole and 0 or more"):
        vm.funnel([3], [2])
    with pytest.raises(vm.Error, match="counts are whole and 0 or more"):
        vm.funnel([1], [float("nan")], FunnelRules(kind=FunnelKind.RATE))
    with pytest.raises(vm.Error, match="each count of a funnel needs its base"):
        vm.funnel([1, 2], [2])
    with pytest.raises(vm.Error, match="is for ratios alone"):
        vm.funnel([1], [2], FunnelRules(scale=FunnelScale.LOG))
    with pytest.raises(vm.Error, match="a tail is a probability"):
        vm.poisson_limits(3, 0.7)


def test_a_value_on_a_limit_is_inside() -> None:
    assert vm.mark_outliers([0.9, 1.0, 1.2], 0.9, 1.1) == [False, False, True]


def test_where_no_service_has_a_base_nothing_is_known_of_the_funnel() -> None:
    made = vm.funnel([0, 0], [0, 0])
    assert (made.target, made.phi, made.tau_squared) == (None, None, None)
    given = vm.funnel([0, 0], [0, 0], vm.FunnelRules(target=0.1))
    assert (given.target, given.phi) == (0.1, None)
