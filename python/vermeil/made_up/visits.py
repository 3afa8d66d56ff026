# SPDX-License-Identifier: MIT
"""Made-up logs of visits, as call monitoring would write them: millions of rows where wanted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp
from statistics import NormalDist

import numpy as np

from vermeil import _core
from vermeil.made_up.columns import Flags, Numbers, Whole
from vermeil.made_up.draws import Draws, shuffled

__all__ = ["NO_TIME", "STATUSES", "VisitLog", "late_seconds", "visit_log"]

STATUSES = ("delivered", "missed", "cancelled_by_person", "cancelled_by_provider", "frustrated")
NO_TIME = np.iinfo(np.int64).min
_DAY = 86_400
_FIRST_DAY = np.datetime64("2024-03-25")  # so that both nights on which the clocks change are in it
_DAYS = 224
_SUMMER = (np.datetime64("2024-03-31T01:00:00"), np.datetime64("2024-10-27T01:00:00"))  # in UTC
_SLOTS = np.array([7 * 60 + 30, 12 * 60 + 15, 16 * 60 + 45, 20 * 60 + 30, 1 * 60 + 15])  # minutes, local
_MINUTES = np.array([15, 30, 30, 45, 60])  # of care, by slot picked at random
_NODES = 4096


@dataclass(frozen=True)
class VisitLog:
    """Columns of one length: a row for each worker who attended, or was to attend, a visit.

    Attributes
    ----------
    service, person, worker
        Numbers from 0.
    planned_start, planned_end, actual_start, actual_end
        Seconds of UTC since 1970-01-01; `NO_TIME` where there is none.
    status
        Positions in `STATUSES`.
    electronic
        Whether start and end were logged at the person's home.
    edited
        Whether a time was changed by hand afterwards.
    time_critical
        Whether the visit must be at its time.
    duplicates
        How many rows stand in the log twice.
    """

    service: Whole
    person: Whole
    worker: Whole
    planned_start: Whole
    planned_end: Whole
    actual_start: Whole
    actual_end: Whole
    status: Whole
    electronic: Flags
    edited: Flags
    time_critical: Flags
    duplicates: int

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.service)

    def taken(self, rows: Whole) -> VisitLog:
        """Give these rows, in this order."""
        arrays = {name: column[rows] for name, column in vars(self).items() if name != "duplicates"}
        return VisitLog(**arrays, duplicates=self.duplicates)


def visit_log(rows: int, *, seed: int = 1, in_order: bool = False) -> VisitLog:
    """Make up a log of visits from March to November, in which both nights of changing clocks lie.

    A start is late by minutes that follow, for 85 %, a normal distribution (mean 3, deviation 9), for the
    rest a gamma distribution (shape 2, scale 25). Of the visits 1.2 % were missed, some were cancelled, 15 %
    are made by two workers; 0.5 % of the rows stand there twice. These shares are inventions of a plausible
    size, and nothing about care can be learnt from them.

    Parameters
    ----------
    rows
        How many, 1000 or more.
    seed
        Which of the many possible logs.
    in_order
        Person by person, each in the order of time; shuffled otherwise.

    Raises
    ------
    Error
        When fewer than 1000 rows are asked for.
    """
    if rows < 1000:
        message = f"rows: {rows} cannot be; ask for 1000 or more"
        raise _core.Error(message)
    draws = Draws(seed)
    twice = rows // 200
    log = _attended(_planned(rows - twice, draws), draws)
    again = (draws("twice", twice) * len(log)).astype(np.int64)
    order = np.concatenate([np.arange(len(log)), again])
    order = np.sort(order) if in_order else order[shuffled(draws("order", rows))]
    whole = log.taken(order)
    return VisitLog(**{**vars(whole), "duplicates": twice})


@dataclass(frozen=True)
class _Plan:
    """Who was to come to whom, and when."""

    service: Whole
    person: Whole
    worker: Whole
    start: Whole
    minutes: Whole
    is_second: Flags
    is_critical: Flags


def _planned(rows: int, draws: Draws) -> _Plan:
    """Plan visits person by person: one to five slots a day, the second worker of a visit after the first."""
    most = rows // _DAYS + 1  # people, each with a visit a day or more
    slots = draws.whole("slots", 1, 4, most)
    hands = 1 + (draws("double", most) < 0.15)
    until = np.cumsum(_DAYS * slots * hands)
    person = np.searchsorted(until, np.arange(rows), side="right")
    people = int(person[-1]) + 1
    services = max(2, people // 20)
    home = (draws("home", people) * services).astype(np.int64)
    at_night = draws("night", people) < 0.02

    step = np.arange(rows) - np.concatenate([[0], until])[person]
    hand = step % hands[person]
    visit = step // hands[person]
    slot = visit % slots[person]
    day = visit // slots[person]
    minute = _SLOTS[np.where(at_night[person] & (slot == 0), 4, slot)]
    jitter = draws.whole("jitter", -6, 6, people)[person] * 5
    local = (_FIRST_DAY.astype(np.int64) + day) * _DAY + (minute + jitter) * 60
    minutes = _MINUTES[draws.whole("minutes", 0, 4, people, 4)[person, slot]]

    # Two of three visits are made by the worker of the slot, most others by the person's team, few by any.
    team = 12
    first = home[person] * team
    usual = draws.whole("usual", 0, team - 1, people, 4)[person, slot]
    who = draws("who", rows)
    other = (draws("other", rows) * team).astype(np.int64)
    near = (usual + 1 + other % 3) % team
    chosen = np.where(who < 0.66, usual, np.where(who < 0.92, near, other))
    chosen = chosen[np.arange(rows) - hand]  # the second worker of a visit is never its first
    worker = first + (chosen + hand * (1 + team // 2)) % team
    critical = draws("critical", people)[person] < 0.2
    return _Plan(home[person], person, worker, _utc(local), minutes, hand == 1, critical)


def _utc(local: Whole) -> Whole:
    """Give the UTC seconds of London's clock; of an hour that comes twice, the first."""
    begins, ends = (moment.astype("datetime64[s]").astype(np.int64) for moment in _SUMMER)
    is_summer = (local >= begins + 3600) & (local < ends + 3600)
    return np.where(is_summer, local - 3600, local)


def _attended(plan: _Plan, draws: Draws) -> VisitLog:
    rows = len(plan.service)
    fate = draws("fate", rows)
    cuts = np.cumsum([0.012, 0.02, 0.006, 0.008])
    status = np.where(fate < cuts[-1], 1 + np.searchsorted(cuts, fate, side="right"), 0).astype(np.int64)
    late = late_seconds(draws("tail", rows) < 0.15, draws("late", rows))
    stays = 0.7 + 0.35 * draws("stays", rows)
    start = plan.start + late.astype(np.int64)
    end = start + (plan.minutes * 60 * stays).astype(np.int64)
    came = (status == 0) | (status == 4)
    logged = came & (draws("logged", rows) < 0.97)
    return VisitLog(
        service=plan.service,
        person=plan.person,
        worker=plan.worker,
        planned_start=plan.start,
        planned_end=plan.start + plan.minutes * 60,
        actual_start=np.where(logged, start, NO_TIME),
        actual_end=np.where(logged, end, NO_TIME),
        status=status,
        electronic=logged & (draws("electronic", rows) < 0.9),
        edited=logged & (draws("edited", rows) < 0.05),
        time_critical=plan.is_critical,
        duplicates=0,
    )


def late_seconds(in_tail: Flags, at: Numbers) -> Numbers:
    """Give by how many seconds starts are late, at these shares (0 to 1) of one of two distributions.

    In the tail it is a gamma distribution (shape 2, scale 25 minutes), elsewhere a normal one (mean 3,
    deviation 9).
    """
    return np.where(in_tail, _interpolated(_gamma_seconds(), at), _interpolated(_normal_seconds(), at))


def _interpolated(nodes: Numbers, at: Numbers) -> Numbers:
    place = at * (len(nodes) - 1)
    low = place.astype(np.int64)
    made: Numbers = nodes[low] + (place - low) * (nodes[low + 1] - nodes[low])
    return made


@cache
def _normal_seconds() -> Numbers:
    """Quantiles of minutes late, normal(3, 9), in seconds; rounded, so that every machine has the same."""
    normal = NormalDist(3 * 60, 9 * 60)
    return np.array([round(normal.inv_cdf((i + 0.5) / (_NODES + 1)), 3) for i in range(_NODES + 1)])


@cache
def _gamma_seconds() -> Numbers:
    """Quantiles of minutes late, gamma(2, 25), in seconds; the distribution is 1 - (1 + x) exp(-x)."""

    def quantile(share: float) -> float:
        low, high = 0.0, 60.0
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if 1 - (1 + middle) * exp(-middle) < share else (low, middle)
        return round(low * 25 * 60, 3)

    return np.array([quantile((i + 0.5) / (_NODES + 1)) for i in range(_NODES + 1)])
