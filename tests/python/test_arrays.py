# SPDX-License-Identifier: MIT
"""Arrays on their way to the compiled part."""

from __future__ import annotations

import numpy as np

from vermeil.arrays import array_or_none


def test_lists_become_arrays_of_the_kind_asked_for_and_nothing_stays_nothing() -> None:
    made = array_or_none([True, False], np.uint8)
    assert made.dtype == np.uint8
    assert made.tolist() == [1, 0]
    assert array_or_none(None, np.float64) is None
