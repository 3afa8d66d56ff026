# SPDX-License-Identifier: MIT
"""How made-up services work: requests for care, reviews, proposals, technology, packages handed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vermeil.made_up.columns import NEVER, Picked
from vermeil.made_up.reports import cases

if TYPE_CHECKING:
    from vermeil.made_up.columns import Columns, Days, Numbers, Whole
    from vermeil.made_up.reports import Cases
    from vermeil.made_up.world import World

__all__ = ["practice_tables"]

_YES_NO = ("yes", "no", None)


def practice_tables(world: World, packages: Columns) -> dict[str, Columns]:
    """Give the tables of how services work; ``packages`` are those that can be handed back."""
    return {
        "referrals": _referrals(world),
        "recommendations": _recommendations(world),
        "outcomes": _outcomes(world),
        "technology_offers": _technology(world),
        "systems": _systems(world),
        "hand_backs": _hand_backs(world, packages),
        "exits": _exits(world),
    }


def _drawn(world: World, name: str, found: Cases, most: int) -> Numbers:
    numbers: Numbers = world.draws(name, world.size, len(world.quarters), most)[found.rows]
    return numbers


def _whole(world: World, name: str, least: int, greatest: int, found: Cases, most: int) -> Whole:
    numbers: Whole = world.draws.whole(name, least, greatest, world.size, len(world.quarters), most)[
        found.rows
    ]
    return numbers


def _until(world: World, days: Days) -> Days:
    return np.where(days > world.last_day, NEVER, days)


def _said(positions: Whole, days: Days, blank: int = 2) -> Whole:
    return np.where(np.isnat(days), blank, positions)


def _referrals(world: World) -> Columns:
    most = 4
    found = cases(world, "request", most, 0.6)
    answered = _until(world, found.days + _whole(world, "days to answer", 0, 6, found, most))
    declined = (_drawn(world, "request declined", found, most) < 0.15).astype(np.int64)
    planned = found.days + _whole(world, "days to planned start", 7, 21, found, most)
    late = (_drawn(world, "starts late", found, most) < 0.3) * _whole(world, "days late", 1, 25, found, most)
    over = np.isnat(answered) | (declined == 1)
    started = np.where(over, NEVER, _until(world, planned + late))
    waits = np.isnat(started) & (declined == 0)
    delays = (_drawn(world, "delays discharge", found, most) >= 0.2).astype(np.int64)
    bridged = (_drawn(world, "is bridged", found, most) >= 0.5).astype(np.int64)
    return {
        "service": Picked(world.ids, found.services),
        "referred_on": found.days,
        "answer": Picked(("accepted", "declined", None), _said(declined, answered)),
        "answered_on": answered,
        "planned_start": np.where(over, NEVER, planned),
        "started_on": started,
        "delays_discharge": Picked(_YES_NO, np.where(waits, delays, 2)),
        "interim_care": Picked(_YES_NO, np.where(waits, bridged, 2)),
    }


def _recommendations(world: World) -> Columns:
    most = 2
    found = cases(world, "proposal", most, 0.35)
    decided = _until(world, found.days + _whole(world, "days to decide", 1, 30, found, most))
    declined = (_drawn(world, "proposal declined", found, most) < 0.2).astype(np.int64)
    no_effect = np.isnat(decided) | (declined == 1)
    effective = np.where(no_effect, NEVER, decided + 3)
    back = (_drawn(world, "taken back", found, most) < 0.1) & ~np.isnat(effective)
    before = _whole(world, "half hours before", 10, 60, found, most)
    by = _whole(world, "half hours of change", -6, 6, found, most)
    handed = (_drawn(world, "double-handed", found, most) < 0.3).astype(np.int64)
    single = handed * (_drawn(world, "turned single", found, most) < 0.6)
    return {
        "service": Picked(world.ids, found.services),
        "proposed_on": found.days,
        "by": Picked(
            ("trusted assessor", "provider", "council"),
            np.searchsorted((0.5, 0.8), _drawn(world, "proposed by", found, most), side="right"),
        ),
        "hours_before": before / 2,
        "hours_after": (before + by) / 2,
        "carers_before": 1 + handed,
        "carers_after": 1 + handed - single,
        "decision": Picked(("accepted", "declined", None), _said(declined, decided)),
        "decided_on": decided,
        "effective_on": effective,
        "reversed_on": np.where(back, _until(world, effective + 40), NEVER),
    }


def _outcomes(world: World) -> Columns:
    most = 5
    found = cases(world, "review", most, 0.6)
    goals = _whole(world, "outcomes set", 1, 5, found, most)
    share = np.clip(0.4 + 0.5 * world.quality, 0.0, 1.0)[found.services]
    met = np.minimum((goals * share + _drawn(world, "outcomes met", found, most)).astype(np.int64), goals)
    linked = (_drawn(world, "community link", found, most) >= 0.45).astype(np.int64)
    return {
        "service": Picked(world.ids, found.services),
        "on": found.days,
        "set": goals,
        "met": met,
        "community_link": Picked(_YES_NO, linked),
    }


def _technology(world: World) -> Columns:
    most = 5
    found = cases(world, "technology review", most, 0.6)
    offered = (_drawn(world, "technology offered", found, most) >= 0.75).astype(np.int64)
    taken = np.searchsorted((0.7, 0.9), _drawn(world, "technology taken", found, most), side="right")
    return {
        "service": Picked(world.ids, found.services),
        "on": found.days,
        "offered": Picked(_YES_NO, offered),
        "taken_up": Picked(_YES_NO, np.where(offered == 1, 2, taken)),
    }


def _systems(world: World) -> Columns:
    services = np.arange(world.size)
    columns: Columns = {
        "service": Picked(world.ids, services),
        "on": world.not_before_care(services, np.full(world.size, world.starts[0])),
    }
    for name, share in (("care_plans", 0.7), ("medication_records", 0.5), ("rostering", 0.9)):
        columns[name] = Picked(_YES_NO, (world.draws(f"has {name}", world.size) >= share).astype(np.int64))
    return columns


def _hand_backs(world: World, packages: Columns) -> Columns:
    """Give the packages of poor services that ended: one in five of them was handed back."""
    service, last = packages["service"].rows, packages["to"]
    drawn = world.draws("handed back", len(service)) < 0.2
    chosen = np.flatnonzero(~np.isnat(last) & drawn & (last >= world.starts[0]))
    return {
        "service": Picked(world.ids, service[chosen]),
        "package": Picked(packages["package"], chosen),
        "on": np.maximum(last[chosen] - 14, packages["from"][chosen]),
        "last_day": last[chosen],
    }


def _exits(world: World) -> Columns:
    """Give one notice, of the worst service."""
    worst = np.array([int(np.argmin(world.rank))])
    return {
        "service": Picked(world.ids, worst),
        "on": np.full(1, world.last_day - np.timedelta64(20, "D")),
        "kind": Picked(("provider withdrew",), np.zeros(1, dtype=np.int64)),
        "people": world.draws.whole("people who move", 3, 12, 1),
    }
