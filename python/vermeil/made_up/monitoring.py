# SPDX-License-Identifier: MIT
"""The call monitoring of a made-up market: visits to the people who have packages, worker by worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vermeil.made_up.columns import Picked
from vermeil.made_up.planted import WrongRow
from vermeil.made_up.visits import STATUSES, late_seconds
from vermeil.made_up.world import KINDS

if TYPE_CHECKING:
    from vermeil.made_up.columns import Columns, Flags, Numbers, Whole
    from vermeil.made_up.world import World

__all__ = ["monitoring_table", "wrong_visits"]

_DAYS = 14  # of each quarter, its last
_MOST_SERVICES = 1000  # with a log: a market of any size stays one that a trial can read
_DAY = 1440  # minutes
_SLOTS = np.array([7 * 60 + 30, 12 * 60, 16 * 60 + 30, 20 * 60 + 45])
_ON_DAY = np.array([[1, 0, 0, 0], [1, 0, 0, 1], [1, 1, 0, 1], [1, 1, 1, 1]], dtype=bool)  # visits a day
_TEAM = 12  # workers for the first hand, and as many for the second; a service has at most ten packages
_EARLIEST, _LATEST = -15, 100  # minutes, so that nobody is still with one person when due at another


@dataclass(frozen=True)
class _Plan:
    """What was planned, a cell a row: a worker who was to come to a person."""

    service: Whole
    package: Whole
    worker: Whole  # position in the service's team
    start: Whole  # minutes since 1970-01-01, on London's clock
    minutes: Whole


def monitoring_table(world: World, packages: Columns) -> Columns:
    """Give the visits of the last fortnight of each quarter, to everybody whose package then runs.

    Better services come more punctually, miss less, send the same worker more often and log more at the
    person's home. Day services have no visits, nor has a service after the thousandth.
    """
    plan = _planned(world, packages)
    rows = len(plan.service)
    quality = world.quality[plan.service]
    status = _status(world, rows, quality)
    came = (status == 0) | (status == STATUSES.index("frustrated"))
    logged = came & (world.draws("visit logged", rows) < 0.96)
    start = plan.start + _late(world, rows, quality)
    stays = np.where(status == 0, 0.75 + 0.3 * world.draws("visit stays", rows), 0.2)
    end = start + np.maximum(1, (plan.minutes * stays).astype(np.int64))
    return {
        "service": Picked(world.ids, plan.service),
        "person": Picked(packages["person"], plan.package),
        "worker": _workers(world, plan),
        "planned_start": _moments(plan.start),
        "planned_end": _moments(plan.start + plan.minutes),
        "status": Picked(STATUSES, status),
        "actual_start": _moments(start, logged),
        "actual_end": _moments(end, logged),
        "logged": _words(logged, world.draws("visit electronic", rows) < 0.7 + 0.29 * quality),
        "edited": Picked(("no", "yes"), (logged & (world.draws("visit edited", rows) < 0.05)).astype(int)),
        "time_critical": Picked(
            ("no", "yes"), (world.draws("critical", len(packages["person"])) < 0.2)[plan.package].astype(int)
        ),
        "cancelled_at": _cancelled(world, plan.start, status),
    }


def wrong_visits(table: Columns) -> list[WrongRow]:
    """Give rows to plant among the visits; each is left out for one reason only."""
    last = _row(table, len(table["planned_start"]) - 1)
    if not last:
        return []
    blank = {**last, "actual_start": "", "actual_end": "", "logged": "", "cancelled_at": ""}
    # Planned for a time at which nobody is visited, so that it is like no other row.
    day = last["planned_start"][:10]
    own = {**blank, "status": "delivered", "planned_start": f"{day} 10:40", "planned_end": f"{day} 11:10"}
    times = {"actual_start": f"{day} 11:05", "actual_end": f"{day} 10:45"}
    return [
        WrongRow("visits", "status", "no word for what became of it", {**own, "status": "delivred"}),
        WrongRow("visits", "planned_start", "no such day", {**own, "planned_start": "2025-02-30 10:40"}),
        WrongRow("visits", "actual_end", "ended before it began", {**own, **times}),
        WrongRow("visits", "planned_start", "stands in the row above the planted ones", last),
    ]


def _planned(world: World, packages: Columns) -> _Plan:
    """Plan one to four visits a day by the hours of the package; of some people two workers a visit."""
    draws = world.draws
    home = packages["service"].rows
    hours = np.array([float(each) for each in packages["hours_per_week"]])
    visits = np.clip(np.rint(hours * 60 / 7 / 45).astype(np.int64), 1, 4)
    cared = (world.kind[home] != KINDS.index("day service")) & (home < _MOST_SERVICES)
    day = (world.ends[:, None] - np.arange(_DAYS - 1, -1, -1)).ravel()
    until = np.where(np.isnat(packages["to"]), world.last_day, packages["to"])
    runs = (packages["from"][:, None] <= day) & (day <= until[:, None]) & cared[:, None]
    p, d, slot = np.nonzero(runs[:, :, None] & _ON_DAY[visits - 1][:, None, :])
    hands = 1 + (draws("double-handed visits", len(home)) < 0.12)
    row = np.repeat(np.arange(len(p)), hands[p])
    hand = np.arange(len(row)) - np.concatenate([[0], np.cumsum(hands[p])])[row]
    p, d, slot = p[row], d[row], slot[row]
    jitter = draws.whole("slot jitter", -2, 2, len(home))[p] * 5
    minutes = np.array([30, 30, 45])[draws.whole("visit minutes", 0, 2, len(home))[p]]
    start = day.astype(np.int64)[d] * _DAY + _SLOTS[slot] + jitter
    return _Plan(home[p], p, _sent(world, home[p], p, d, slot) + hand * _TEAM, start, minutes)


def _sent(world: World, service: Whole, package: Whole, day: Whole, slot: Whole) -> Whole:
    """Say whom a service sends: each person's own worker, or, on a day of changes, all move on by as many.

    So nobody is sent to two people at once.
    """
    shape = (min(world.size, _MOST_SERVICES), len(world.quarters) * _DAYS, len(_SLOTS))
    at = (service, day, slot)
    changes = world.draws("changes of the day", *shape)[at] > 0.35 + 0.55 * world.quality[service]
    moved = world.draws.whole("moved on", 1, _TEAM - 1, *shape)[at]
    return (package + np.where(changes, moved, 0)) % _TEAM


def _status(world: World, rows: int, quality: Numbers) -> Whole:
    missed = 0.002 + 0.03 * (1 - quality)
    fate = world.draws("visit fate", rows)
    cuts = np.stack([missed, missed + 0.025, missed + 0.025 + missed / 2, missed + 0.033 + missed / 2])
    over = (fate < cuts).argmax(axis=0)
    return np.where(fate < cuts[-1], 1 + over, 0).astype(np.int64)


def _late(world: World, rows: int, quality: Numbers) -> Whole:
    drawn = late_seconds(
        world.draws("late tail", rows) < 0.05 + 0.2 * (1 - quality), world.draws("late by", rows)
    )
    whole: Whole = np.clip((drawn / 60).astype(np.int64), _EARLIEST, _LATEST)
    return whole


def _cancelled(world: World, start: Whole, status: Whole) -> list[str | None]:
    """Give when visits were cancelled, up to four days before; one time in fifty nobody wrote it down."""
    is_cancelled = np.isin(
        status, [STATUSES.index("cancelled_by_person"), STATUSES.index("cancelled_by_provider")]
    )
    notice = (world.draws("notice", len(start)) ** 2 * 4 * _DAY).astype(np.int64)
    return _moments(start - notice, is_cancelled & (world.draws("notice known", len(start)) >= 0.02))


def _workers(world: World, plan: _Plan) -> Picked:
    size = min(world.size, _MOST_SERVICES)
    words = [f"{service}-w{i + 1:02d}" for service in world.ids[:size] for i in range(2 * _TEAM)]
    return Picked(words, plan.service * 2 * _TEAM + plan.worker)


def _words(logged: Flags, electronic: Flags) -> Picked:
    return Picked(("manual", "electronic", None), np.where(logged, electronic.astype(np.int64), 2))


def _moments(minutes: Whole, there: Flags | None = None) -> list[str | None]:
    """Write minutes of London's clock as 2025-03-31 07:30, where they are there."""
    written = np.datetime_as_string(minutes.astype("datetime64[m]"))
    texts = [text.replace("T", " ") for text in written.tolist()]
    if there is None:
        return list(texts)
    return [text if known else None for text, known in zip(texts, there.tolist(), strict=True)]


def _row(table: Columns, at: int) -> dict[str, str]:
    """Give the cells of a row as they are written; none of an empty table."""
    if at < 0:
        return {}
    cells = {
        name: column.words[column.rows[at]] if isinstance(column, Picked) else column[at]
        for name, column in table.items()
    }
    return {name: cell or "" for name, cell in cells.items()}
