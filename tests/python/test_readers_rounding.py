# SPDX-License-Identifier: MIT
"""Numbers that a reader computes are rounded half up, whatever arithmetic leaves of a tie."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vermeil.readers.rounding import half_up, hours_half_up


@given(st.integers(-10_000_000, 10_000_000))
def test_thousandths_are_rounded_to_hundredths_as_on_paper(thousandths: int) -> None:
    exact = Decimal(thousandths) / 1000
    (rounded,) = half_up(pl.Series([thousandths / 1000]), 2).to_list()
    assert Decimal(rounded) == exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


@pytest.mark.parametrize(
    ("given", "rounded"),
    [("2.3333", "2.33"), ("2.335", "2.34"), ("2.33", "2.33"), ("-2.333", "-2.333"), ("2,3", "2,3")],
)
def test_hours_of_more_decimals_than_two_are_rounded_and_others_stay(given: str, rounded: str) -> None:
    assert hours_half_up(pl.Series([given])).to_list() == [rounded]
