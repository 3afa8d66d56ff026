# SPDX-License-Identifier: MIT
"""Columns before they are written: words by position, and empty cells."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from vermeil.made_up.columns import NEVER, Picked, numbered, series


@pytest.mark.parametrize(
    ("column", "values"),
    [
        (Picked(["a", "b", None], np.array([2, 0, 0, 1])), [None, "a", "a", "b"]),
        (Picked([None], np.array([0])), [None]),
        (np.ma.array([1, 2, 3], mask=[False, True, False]), [1, None, 3]),
        (np.ma.array([1, 2]), [1, 2]),
        (["a", None], ["a", None]),
    ],
)
def test_empty_cells_are_null(column: object, values: list[object]) -> None:
    assert series(column).to_list() == values


def test_a_day_that_never_comes_is_an_empty_cell() -> None:
    days = series(np.array(["2025-03-31", NEVER], dtype="datetime64[D]")).cast(pl.String)
    assert days.to_list() == ["2025-03-31", None]


def test_ids_have_one_width() -> None:
    assert numbered("MU-", 2) == ["MU-001", "MU-002"]
    assert numbered("MU-", 1000)[::999] == ["MU-0001", "MU-1000"]
