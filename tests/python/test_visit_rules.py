# SPDX-License-Identifier: MIT
"""The rules of a contract are checked when they are made, and mean what they say."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

import vermeil as vm

MORNING = dt.datetime(2024, 7, 1, 8, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"late_minutes": -1}, "late_minutes: -1 minutes cannot be; allowed are 0 to 1440"),
        ({"late_minutes": "x"}, "late_minutes: 'x' is no number"),
        (
            {"late_minutes": 5, "early_minutes": 1441},
            "early_minutes: 1441 minutes cannot be; allowed are 0 to 1440",
        ),
        (
            {"late_minutes": 5, "counts": False},
            "counts: punctuality is a share of visits that are counted; ask for the counts too",
        ),
        (
            {"late_minutes": 5, "rounding": "up"},
            "rounding: 'up' cannot be; allowed are 'none', 'down', 'nearest'",
        ),
        (
            {"late_minutes": 5, "quantiles": [0.9, 0.5]},
            "quantiles: 0.5 cannot be; give shares from 0 to 1, each above the one before",
        ),
        (
            {"early_minutes": 5},
            "punctuality is asked for by late_minutes: the minutes after the plan that are punctual",
        ),
        (
            {"quantiles": [0.5]},
            "punctuality is asked for by late_minutes: the minutes after the plan that are punctual",
        ),
        ({"short_minutes": 30}, "lengths are asked for by short_minutes and least_share together"),
        ({"short_minutes": 30, "least_share": 1.5}, "least_share: 1.5 cannot be; allowed are 0 to 1"),
        ({"sequence": True}, "the sequence of visits belongs to continuity: ask for continuity=True too"),
        (
            {"continuity": True, "least_contacts": 1},
            "least_contacts: 1 cannot be; the indices of continuity need 2 or more",
        ),
        (
            {"continuity": True, "least_contacts": -1},
            "least_contacts: -1 cannot be; the indices of continuity need 2 or more",
        ),
        (
            {"continuity": True, "new_from": MORNING},
            "new_from: first visits by new workers are counted with the sequence of visits",
        ),
        ({"new_from": MORNING}, "the sequence of visits belongs to continuity: ask for continuity=True too"),
        (
            {"continuity": True, "recent_from": MORNING},
            "recent_from: workers met from a moment on are counted with the sequence of visits",
        ),
        (
            {"continuity": True, "sequence": True, "recent_from": MORNING.replace(tzinfo=None)},
            "recent_from: give a moment with a time zone",
        ),
    ],
)
def test_rules_out_of_their_range_are_refused_when_they_are_made(asked: dict[str, Any], message: str) -> None:
    with pytest.raises(vm.Error, match=f"^{re.escape(message)}$"):
        vm.VisitRules(**asked)


def test_a_rounding_may_be_given_by_its_word() -> None:
    visit = {"service": ["S1"], "person": ["made up"], "worker": ["W1"], "status": ["delivered"]}
    visit |= {"planned_start": ["2024-07-01 08:00"], "planned_end": ["2024-07-01 08:30"]}
    visits = vm.Visits(visit | {"actual_start": ["2024-07-01 08:15:59"]})

    def punctual(rules: vm.VisitRules) -> int:
        return visits.measure(rules).to_polars()["punctual"].item()  # type: ignore[no-any-return]

    for rounding in (vm.LateRounding.DOWN, "down"):
        assert punctual(vm.VisitRules(late_minutes=15, rounding=rounding)) == 1  # type: ignore[arg-type]
    assert punctual(vm.VisitRules(late_minutes=15)) == 0
