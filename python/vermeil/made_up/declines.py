# SPDX-License-Identifier: MIT
"""Services that get worse before they fail, and markets in which nothing foretells who fails."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

from vermeil.made_up.columns import NEVER, Picked, stacked
from vermeil.made_up.world import REGULATORS

if TYPE_CHECKING:
    from vermeil.made_up.columns import Columns, Days, Flags, Whole
    from vermeil.made_up.world import World

__all__ = ["Decline", "Declines", "decline_tables", "declines_of", "evened"]


class Decline(Enum):
    """Whether services fail in a made-up market, and whether facts foretell it.

    Without, ratings follow the quality of the service. ``PLANTED``: some services get worse for months, and
    concerns, complaints, decisions and vacancies become more frequent, before their rating falls. ``NOISE``:
    as many fall, and no fact has to do with it: who finds a rule that foretells them has found chance.
    """

    NONE = "none"
    PLANTED = "planted"
    NOISE = "noise"


@dataclass(frozen=True)
class Declines:
    """Who fails and when; an array has a cell a service, ``NaT`` where it does not fail."""

    onset: Days  # since when it gets worse, unknown to everybody
    fall: Days  # the day of the rating
    warns: bool  # whether facts become more frequent in between


#: A fact that a decline brings: its chance in the first thirty days, and what the last thirty add.
_SIGNS = {
    "substantiated_concern": (0.25, 0.50),
    "safeguarding_decision": (0.25, 0.50),
    "complaint": (0.08, 0.20),
    "concern": (0.08, 0.20),
}
_STEPS = 15  # of thirty days, the longest decline
_FAILING = 0.32  # of the services, before those whose fall would lie beyond the last day

_USUAL = {
    "cqc": (("Requires improvement", "Good", "Outstanding"), (0.22, 0.95)),
    "pamms": (("Requires Improvement", "Good", "Excellent"), (0.22, 0.92)),
    "food_hygiene": (("2", "3", "4", "5"), (0.05, 0.15, 0.40)),
}
_LOWEST = {"cqc": "Inadequate", "pamms": "Poor"}
_RISEN = {"cqc": "Requires improvement", "pamms": "Requires Improvement"}


def evened(world: World, how: Decline) -> World:
    """Give the same world; where facts are to foretell nothing, with services that are all alike."""
    if how is not Decline.NOISE:
        return world
    return replace(
        world, quality=np.full(world.size, 0.5), rank=np.argsort(world.draws("evened", world.size))
    )


def declines_of(world: World, how: Decline) -> Declines:
    """Choose who fails and when, whatever their quality; services that opened late do not."""
    draws, size = world.draws, world.size
    room = (world.last_day - world.starts[0]).astype(np.int64)
    onset = world.starts[0] + (draws("onset of decline", size) * room).astype(np.int64)
    fall = onset + draws.whole("days of decline", 210, 30 * _STEPS, size)
    fails = (
        (draws("fails", size) < (0 if how is Decline.NONE else _FAILING))
        & (world.opened == 0)
        & (fall <= world.last_day - 30)
    )
    nobody = np.full(size, NEVER)
    return Declines(np.where(fails, onset, nobody), np.where(fails, fall, nobody), how is Decline.PLANTED)


def decline_tables(world: World, declines: Declines, tables: dict[str, Columns]) -> dict[str, Columns]:
    """Give the tables that failing changes: what foretells it, the fall, and what follows from it."""
    changed = {"inspections": _inspections(world, declines), "exits": _exits(world, declines)}
    events = [_follow_ups(world, declines)]
    if declines.warns:
        events += [_signs(world, declines, kind, "event") for kind in _SIGNS if "_" in kind]
        events.append(_vacancies(world, declines))
        changed["complaints"] = stacked(tables["complaints"], _signs(world, declines, "complaint", "kind"))
        changed["concerns"] = stacked(tables["concerns"], _signs(world, declines, "concern", None))
    changed["events"] = stacked(tables["events"], *events)
    return changed


def _signs(world: World, declines: Declines, kind: str, column: str | None) -> Columns:
    """Give facts of a kind that become more frequent as a decline goes on."""
    shape = (world.size, _STEPS)
    least, more = _SIGNS[kind]
    step = np.arange(_STEPS) * 30
    length = (declines.fall - declines.onset).astype(np.float64)[:, None]
    is_on = ~np.isnat(declines.fall)[:, None] & (step < np.nan_to_num(length))
    chance = least + more * step / np.where(is_on, length, 1.0)
    s, j = np.nonzero((world.draws(f"sign {kind}", *shape) < chance) & is_on)
    days = declines.onset[s] + step[j] + world.draws.whole(f"day of sign {kind}", 0, 29, *shape)[s, j]
    before = days < declines.fall[s]
    s, days = s[before], days[before]
    named: Columns = {"service": Picked(world.ids, s)}
    if column is not None:
        named[column] = Picked((kind,), np.zeros(len(s), dtype=np.int64))
    day_column = {"event": "from", "kind": "received_on", None: "raised_on"}[column]
    return named | {day_column: days}


def _spell(world: World, name: str, s: Whole, first: Days, least: int, most: int) -> Columns:
    last = first + world.draws.whole(f"days of {name}", least, most, world.size)[s]
    known = first <= world.last_day
    s, first, last = s[known], first[known], last[known]
    return {
        "service": Picked(world.ids, s),
        "event": Picked((name,), np.zeros(len(s), dtype=np.int64)),
        "from": first,
        "to": np.where(last > world.last_day, NEVER, last),
    }


def _of(world: World, declines: Declines, name: str, share: float) -> Whole:
    found: Flags = ~np.isnat(declines.fall) & (world.draws(name, world.size) < share)
    return np.flatnonzero(found)


def _vacancies(world: World, declines: Declines) -> Columns:
    s = _of(world, declines, "manager leaves in decline", 0.7)
    first = declines.onset[s] + world.draws.whole("day on which the manager leaves", 10, 90, world.size)[s]
    return _spell(world, "manager_vacancy", s, first, 120, 360)


def _follow_ups(world: World, declines: Declines) -> Columns:
    """Give embargoes and improvement plans: most follow the fall, a few came before it."""
    late = _of(world, declines, "embargo after a fall", 0.4)
    plans = _of(world, declines, "plan after a fall", 0.7)
    early = _of(world, declines, "plan before a fall", 0.1)
    return stacked(
        _spell(world, "embargo", late, declines.fall[late] + 14, 60, 200),
        _spell(world, "improvement_plan", plans, declines.fall[plans] + 10, 120, 300),
        _spell(world, "improvement_plan", early, declines.fall[early] - 75, 70, 74),
    )


def _inspections(world: World, declines: Declines) -> Columns:
    """Give ratings before the first day and one at any time, none of the lowest word but falls."""
    parts = [_falls(world, declines, source) for source in _LOWEST]
    for source, (words, cuts) in _USUAL.items():
        may = np.array([source in allowed.split(";") for allowed in REGULATORS])[world.kind]
        for turn, chance in (("before", 0.9), ("during", 0.5)):
            name = f"usual {turn} {source}"
            span = 700 if turn == "before" else (world.last_day - world.starts[0]).astype(np.int64)
            back = (world.draws(f"day of {name}", world.size) * span).astype(np.int64)
            day = (world.starts[0] if turn == "before" else world.last_day) - back
            worse = ~np.isnat(declines.onset) & (day >= declines.onset)
            seen = may & (world.draws(f"{name} seen", world.size) < chance) & (day > world.first_day) & ~worse
            s = np.flatnonzero(seen)
            word = np.searchsorted(cuts, world.draws(name, world.size)[s], side="right")
            parts.append(_rated(world, source, s, Picked(words, word), day[s]))
    return stacked(*parts)


def _falls(world: World, declines: Declines, source: str) -> Columns:
    """Give the falls by one source, the first that may rate the service, and that it rose again."""
    first = np.array([allowed.split(";")[0] == source for allowed in REGULATORS])[world.kind]
    s = np.flatnonzero(~np.isnat(declines.fall) & first)
    rises = declines.fall[s] + world.draws.whole("days until it rises", 240, 420, world.size)[s]
    up = rises <= world.last_day
    zeros = np.zeros(len(s), dtype=np.int64)
    return stacked(
        _rated(world, source, s, Picked((_LOWEST[source],), zeros), declines.fall[s]),
        _rated(world, source, s[up], Picked((_RISEN[source],), zeros[up]), rises[up]),
    )


def _rated(world: World, source: str, s: Whole, words: Picked, days: Days) -> Columns:
    return {
        "service": Picked(world.ids, s),
        "source": Picked((source,), np.zeros(len(s), dtype=np.int64)),
        "rating": words,
        "on": days,
        "known_on": days + 21,
    }


def _exits(world: World, declines: Declines) -> Columns:
    """Give the contracts that were ended after a fall."""
    s = _of(world, declines, "contract ended after a fall", 0.12)
    day = declines.fall[s] + 60
    known = day <= world.last_day
    s, day = s[known], day[known]
    return {
        "service": Picked(world.ids, s),
        "on": day,
        "kind": Picked(("council ended",), np.zeros(len(s), dtype=np.int64)),
        "people": world.draws.whole("people who move", 3, 12, world.size)[s],
    }
