# SPDX-License-Identifier: MIT
"""Measures of visits are those that plain Python finds by their definitions, in any order of rows."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections import Counter, defaultdict
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vermeil as vm

MORNING = dt.datetime(2024, 7, 1, 8, tzinfo=dt.UTC)

VISIT = st.fixed_dictionaries(
    {
        "service": st.integers(0, 3),
        "person": st.integers(0, 4),
        "worker": st.integers(0, 3),
        "slot": st.integers(0, 8),
        "status": st.sampled_from(["delivered"] * 5 + ["missed", "cancelled_by_person", "frustrated"]),
        "late": st.none() | st.integers(-2_000, 4_000),
    }
)


def frame_from(visits: list[dict[str, Any]]) -> pl.DataFrame:
    starts = [MORNING + dt.timedelta(hours=visit["slot"]) for visit in visits]
    came = [
        None if visit["late"] is None else start + dt.timedelta(seconds=visit["late"])
        for visit, start in zip(visits, starts, strict=True)
    ]
    moment = pl.Datetime("us", "UTC")
    return pl.DataFrame(
        {
            **{
                name: pl.Series([visit[name] for visit in visits], dtype=pl.Int32)
                for name in ("service", "person", "worker")
            },
            "planned_start": pl.Series(starts, dtype=moment),
            "planned_end": pl.Series([start + dt.timedelta(minutes=30) for start in starts], dtype=moment),
            "actual_start": pl.Series(came, dtype=moment),
            "status": pl.Series([visit["status"] for visit in visits], dtype=pl.String),
        }
    )


KNOWN_SLOTS = 3  # those before this tell who has come before


def first_share(contacts: list[tuple[int, int]]) -> float | None:
    """Give the share of contacts from the slot on at which a worker comes for the first time."""
    before = [worker for slot, worker in contacts if slot < KNOWN_SLOTS]
    later = sorted(contact for contact in contacts if contact[0] >= KNOWN_SLOTS)
    if len(before) < 2 or not later:
        return None
    known, first = set(before), 0
    for _, worker in later:
        first += worker not in known
        known.add(worker)
    return first / len(later)


def indices(contacts: list[tuple[int, int]]) -> dict[str, float | None]:
    """Give the indices of one person by their definitions; a contact is a slot and a worker."""
    times = Counter(worker for _, worker in contacts)
    n, m = len(contacts), len(times)
    at = defaultdict(set)
    for slot, worker in contacts:
        at[slot].add(worker)
    visits = [at[slot] for slot in sorted(at)]
    same = sum(bool(before & now) for before, now in itertools.pairwise(visits))
    return {
        "workers": m,
        "coc": (sum(k * k for k in times.values()) - n) / (n * (n - 1)) if n > 1 else None,
        "mmci": (1 - m / (n + 0.1)) / (1 - 1 / (n + 0.1)) if n > 1 else None,
        "secon": same / (len(visits) - 1) if len(visits) > 1 else None,
        "new_workers": first_share(contacts),
    }


def by_definition(visits: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for service in sorted({visit["service"] for visit in visits}):
        of = [visit for visit in visits if visit["service"] == service]
        delivered = [visit for visit in of if visit["status"] == "delivered"]
        late = [visit["late"] for visit in delivered if visit["late"] is not None]
        people = defaultdict(list)
        for visit in delivered:
            people[visit["person"]].append((visit["slot"], visit["worker"]))
        row: dict[str, Any] = {
            "delivered": len(delivered),
            "missed": sum(visit["status"] == "missed" for visit in of),
            "logged": len(late),
            "punctual": sum(-300 <= seconds <= 900 for seconds in late),
        }
        of_people = [indices(contacts) for contacts in people.values()]
        for index in ("workers", "coc", "mmci", "secon", "new_workers"):
            values = [each[index] for each in of_people if each[index] is not None]
            row[index] = math.fsum(values) / len(values) if values else None  # type: ignore[arg-type]
        found[str(service)] = row
    return found


@settings(max_examples=150, deadline=None)
@given(st.lists(VISIT, max_size=40), st.data())
def test_measures_are_those_of_plain_python_in_any_order_and_chunks(
    visits: list[dict[str, Any]], data: st.DataObject
) -> None:
    rules = vm.VisitRules(
        late_minutes=15,
        early_minutes=5,
        continuity=True,
        sequence=True,
        new_from=MORNING + dt.timedelta(hours=KNOWN_SLOTS),
    )
    expected = by_definition(visits)
    shuffled = data.draw(st.permutations(visits))
    cut = data.draw(st.integers(0, len(visits)))
    frame = frame_from(shuffled)
    frame = pl.concat([frame[:cut], frame[cut:]], rechunk=False)
    table = vm.Visits(frame).measure(rules).to_polars()
    if len({frozenset(visit.items()) for visit in visits}) == len(visits):  # a repeated row may be left out
        assert table["service"].to_list() == list(expected)
        for row in table.iter_rows(named=True):
            for name, value in expected[row["service"]].items():
                assert row[name] == (value if value is None else pytest.approx(value, rel=1e-12)), name
    assert table.equals(vm.Visits(frame_from(visits)).measure(rules).to_polars())
