# SPDX-License-Identifier: MIT
"""Cancellations of parts of a log are added and merged in any order, and are those of the whole."""

from __future__ import annotations

import pickle
import random

import polars as pl
import pytest

import vermeil as vm


def log_of(rows: int, seed: int) -> pl.DataFrame:
    """Make up visits of three services, some of them cancelled, some of those without the moment."""
    chance = random.Random(seed)
    made = []
    for _ in range(rows):
        day, hour = chance.randint(1, 28), chance.randint(8, 20)
        status = chance.choice(["delivered", "cancelled_by_person", "cancelled_by_provider"])
        told = status != "delivered" and chance.random() < 0.8
        made.append(
            {
                "service": f"S{chance.randint(1, 3)}",
                "person": f"p{chance.randint(1, 9)}",
                "worker": f"w{chance.randint(1, 9)}",
                "status": status,
                "planned_start": f"2024-10-{day:02} {hour:02}:00",
                "planned_end": f"2024-10-{day:02} {hour:02}:30",
                "cancelled_at": f"2024-10-{day:02} {chance.randint(0, 21):02}:15" if told else None,
            }
        )
    return pl.DataFrame(made, schema_overrides={"cancelled_at": pl.String})


def tally_of(*parts: pl.DataFrame) -> vm.CancellationTally:
    tally = vm.CancellationTally()
    for part in parts:
        tally.add(vm.Visits(part, check=False))
    return tally


@pytest.mark.parametrize("seed", range(8))
def test_parts_in_any_order_and_grouping_are_the_whole(seed: int) -> None:
    parts = [log_of(rows, 10 * seed + rows) for rows in (1, 40, 90)]
    whole = vm.Visits(pl.concat(parts), check=False).cancellations(short_hours=4).to_polars()
    assert whole["cancelled_by_person_short"].sum() > 0
    left = tally_of(parts[0])
    left.merge(tally_of(*parts[1:]))
    right = tally_of(parts[2])
    right.merge(tally_of(parts[1]))
    right.merge(tally_of(parts[0]))
    assert left.finish(short_hours=4).to_polars().equals(whole)
    assert bytes(left) == bytes(right)


def test_a_tally_travels_as_bytes_and_other_bytes_are_refused() -> None:
    first = tally_of(log_of(30, 1))
    for again in (vm.CancellationTally.from_bytes(bytes(first)), pickle.loads(pickle.dumps(first))):
        assert bytes(again) == bytes(first)
    with pytest.raises(vm.Error, match="cut off or were changed"):
        vm.CancellationTally.from_bytes(bytes(first)[:-1])
    with pytest.raises(vm.Error, match="another version wrote them"):
        vm.CancellationTally.from_bytes(bytes(vm.EvidenceTally()))
