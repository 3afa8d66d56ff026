# SPDX-License-Identifier: MIT
"""Headings stand once each over every column that holds something."""

from __future__ import annotations

import polars as pl
import pytest

import vermeil as vm
from vermeil.readers.headings import headed

FRAME = pl.DataFrame({"0": ["1"], "1": [None], "2": ["3"]}, schema_overrides={"1": pl.String})


def test_headings_lose_their_outer_blanks_and_empty_columns_fall_away() -> None:
    assert headed(FRAME, [" a ", "", "c"], "t").to_dict(as_series=False) == {"a": ["1"], "c": ["3"]}


def test_a_table_without_headings_has_no_columns() -> None:
    assert headed(FRAME.clear(), ["", "", ""], "t").width == 0


@pytest.mark.parametrize(
    ("headings", "message"),
    [
        (["a", "b", ""], "t: column 3 has values and no heading, perhaps"),
        (["a", "b", "a "], "t: two columns are named 'a'"),
    ],
)
def test_headings_that_lack_or_repeat_are_refused(headings: list[str], message: str) -> None:
    with pytest.raises(vm.Error, match=message):
        headed(FRAME, headings, "t", ", perhaps")
