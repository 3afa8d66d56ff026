# SPDX-License-Identifier: MIT
"""Made-up logs of visits: the shapes that they promise, and the same bits for the same seed."""

from __future__ import annotations

import datetime as dt
import hashlib
import math

import numpy as np
import polars as pl
import pytest
from visits_for_tests import frame_of

import vermeil as vm
from vermeil.made_up.visits import NO_TIME, STATUSES, VisitLog, visit_log

ROWS = 200_000
KEYS = ["service", "person", "planned_start"]


@pytest.fixture(scope="module")
def log() -> VisitLog:
    return visit_log(ROWS, seed=7)


@pytest.fixture(scope="module")
def frame(log: VisitLog) -> pl.DataFrame:
    return frame_of(log)


def share(column: pl.Series) -> float:
    return column.cast(pl.Float64).mean()  # type: ignore[return-value]


def lateness(log: VisitLog) -> np.ndarray:
    started = log.actual_start != NO_TIME
    return (log.actual_start - log.planned_start)[started] / 60


def gamma_below(minutes: float) -> float:
    """Give the share of gamma(2, 25) below so many minutes."""
    scaled = max(minutes, 0) / 25
    return 1 - (1 + scaled) * math.exp(-scaled)


def normal_below(minutes: float) -> float:
    return 0.5 * (1 + math.erf((minutes - 3) / 9 / math.sqrt(2)))


def test_lateness_is_the_mixture_that_is_promised(log: VisitLog) -> None:
    late = np.sort(lateness(log))
    for minutes in range(-20, 121, 5):
        expected = 0.85 * normal_below(minutes) + 0.15 * gamma_below(minutes)
        assert np.searchsorted(late, minutes) / len(late) == pytest.approx(expected, abs=0.004), minutes


def test_the_shares_of_what_became_of_visits_are_those_that_are_promised(log: VisitLog) -> None:
    shares = np.bincount(log.status, minlength=len(STATUSES)) / ROWS
    assert shares == pytest.approx([0.954, 0.012, 0.02, 0.006, 0.008], abs=0.002)
    came = np.isin(log.status, [0, 4])
    assert (log.actual_start != NO_TIME)[came].mean() == pytest.approx(0.97, abs=0.002)
    assert not (log.actual_start != NO_TIME)[~came].any()
    assert ((log.actual_start == NO_TIME) == (log.actual_end == NO_TIME)).all()


def test_about_15_percent_of_visits_are_made_by_two_different_workers() -> None:
    # People are drawn, so that a few hundred of them decide.
    visits = frame_of(visit_log(1_000_000, seed=2)).unique().group_by(KEYS)
    hands = visits.agg(pl.len().alias("rows"), pl.col("worker").n_unique().alias("workers"))
    assert set(hands["rows"]) == {1, 2}
    assert hands["rows"].equals(hands["workers"])
    assert share(hands["rows"] == 2) == pytest.approx(0.15, abs=0.03)


def test_one_row_in_two_hundred_stands_there_twice(log: VisitLog, frame: pl.DataFrame) -> None:
    assert log.duplicates == ROWS // 200
    assert len(frame) == ROWS
    assert len(frame.unique()) == ROWS - log.duplicates


def test_both_nights_of_changing_clocks_lie_in_it(frame: pl.DataFrame) -> None:
    local = frame["planned_start"].dt.convert_time_zone("Europe/London")
    for night, hours in ((dt.date(2024, 3, 31), {0, 2}), (dt.date(2024, 10, 27), {1})):
        shown = local.filter((local.dt.date() == night) & (local.dt.hour() < 5)).dt.hour()
        assert hours & set(shown), night


def test_visits_are_planned_at_the_same_local_time_before_and_after_the_clocks_change(
    frame: pl.DataFrame,
) -> None:
    local = frame["planned_start"].dt.convert_time_zone("Europe/London")
    minutes = local.dt.hour().cast(pl.Int32) * 60 + local.dt.minute()
    per_person = frame.with_columns(minute=minutes).group_by("person").agg(pl.col("minute").n_unique())
    assert per_person["minute"].max() <= 6  # four slots, and two nights


def test_the_same_seed_gives_the_same_bytes_and_another_one_others() -> None:
    def digest(seed: int) -> str:
        log = visit_log(5_000, seed=seed)
        parts = (column.tobytes() for name, column in sorted(vars(log).items()) if name != "duplicates")
        return hashlib.sha256(b"".join(parts)).hexdigest()

    assert digest(1) == digest(1)
    assert digest(1) != digest(2)


def test_in_order_it_holds_the_same_rows_person_by_person() -> None:
    shuffled, ordered = (frame_of(visit_log(5_000, seed=3, in_order=way)) for way in (False, True))
    assert ordered.sort(pl.all()).equals(shuffled.sort(pl.all()))
    assert not ordered.equals(shuffled)
    assert ordered["person"].is_sorted()
    for person in ordered.partition_by("person"):
        assert person["planned_start"].dt.date().is_sorted()


def test_a_log_too_short_to_have_the_shapes_is_refused() -> None:
    with pytest.raises(vm.Error, match="rows: 999 cannot be; ask for 1000 or more"):
        visit_log(999)
