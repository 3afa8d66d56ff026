# SPDX-License-Identifier: MIT
"""Who there is in a made-up market: how good, how small, and since when."""

from __future__ import annotations

import numpy as np

from vermeil.made_up.world import invented, when


def test_quality_is_spread_evenly() -> None:
    world = invented(50, 4, 1, "2024-25 Q1")
    assert np.floor(np.sort(world.quality) * 50).tolist() == list(range(50))
    assert np.argsort(world.quality).tolist() == np.argsort(world.rank).tolist()


def test_new_services_open_in_the_last_quarter_and_the_others_before_the_first() -> None:
    world = invented(50, 4, 1, "2024-25 Q1")
    is_new = world.opened == 3
    assert is_new.sum() == 4
    assert (world.first_day[is_new] >= world.starts[-1]).all()
    assert (world.first_day[~is_new] < world.starts[0]).all()
    assert world.in_care().sum() == 46 * 4 + 4


def test_twelve_in_a_hundred_services_are_small() -> None:
    assert invented(50, 4, 1, "2024-25 Q1").is_small.sum() == 6


def test_nothing_that_a_service_does_is_before_its_first_day() -> None:
    world = invented(2, 1, 1, "2024-25 Q1")
    early, late = world.first_day[0] - 1, world.first_day[1] + 1
    days = world.not_before_care(np.array([0, 1]), np.array([early, late]))
    assert days.tolist() == [world.first_day[0], late]


def test_the_quarters_follow_one_another() -> None:
    world = invented(1, 3, 1, "2023-24 Q4")
    assert world.quarter_names == ["2023-24 Q4", "2024-25 Q1", "2024-25 Q2"]
    assert (world.starts[1:] == world.ends[:-1] + 1).all()
    assert str(world.last_day) == "2024-09-30"


def test_when_names_the_service_and_the_quarter() -> None:
    columns = when(invented(2, 2, 1, "2024-25 Q1"), np.array([1]), np.array([0]))
    assert [column.words[column.rows[0]] for column in columns.values()] == ["MU-002", "2024-25 Q1"]
