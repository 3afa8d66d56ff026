# SPDX-License-Identifier: MIT
"""The published layouts bear names that a mapping can ask for."""

from __future__ import annotations

from vermeil.readers.layouts import LAYOUTS


def test_the_layouts_are_those_that_the_page_on_evidence_names() -> None:
    assert list(LAYOUTS) == ["cqc_directory", "cqc_ratings", "cqc_api", "food_hygiene", "client_level_data"]


def test_each_layout_says_what_it_follows() -> None:
    assert all(layout.read.__doc__ for layout in LAYOUTS.values())
