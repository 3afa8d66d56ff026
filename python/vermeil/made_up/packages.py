# SPDX-License-Identifier: MIT
"""The care of each made-up person, and what changes in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vermeil.made_up.columns import NEVER, Picked, numbered

if TYPE_CHECKING:
    from vermeil.made_up.columns import Columns, Whole
    from vermeil.made_up.world import World

__all__ = ["package_tables"]

_MOST_PACKAGES = 10


def package_tables(world: World) -> dict[str, Columns]:
    """Give care packages and what changed in them; hours are whole halves, rates whole pence."""
    draws = world.draws
    shape = (world.size, _MOST_PACKAGES)
    has = np.arange(_MOST_PACKAGES) < draws.whole("packages", 3, _MOST_PACKAGES, world.size)[:, None]
    s, p = np.nonzero(has)
    care_days = (world.last_day - world.first_day).astype(np.int64)[s]
    begins = np.minimum((draws("begin", *shape)[s, p] * care_days).astype(np.int64), care_days - 30)
    first = world.first_day[s] + np.maximum(begins, 0)
    runs = (world.last_day - first).astype(np.int64)
    ends = (draws("end", *shape)[s, p] < 0.2) & (runs > 60)
    last = first + 30 + (draws("length", *shape)[s, p] * (runs - 30)).astype(np.int64)
    halves = draws.whole("half hours", 7, 70, *shape)[s, p]
    pence = draws.whole("pence", 2050, 2650, *shape)[s, p]
    packages: Columns = {
        "package": numbered("MU-pkg-", len(s)),
        "person": numbered("MU-person-", len(s)),
        "hours_per_week": _hours(halves),
        "from": first,
        "to": np.where(ends, last, NEVER),
        "service": Picked(world.ids, s),
        "hourly_rate": _pounds(pence),
    }
    span = np.where(ends, (last - first).astype(np.int64), runs)
    changed = np.flatnonzero((draws("changed", *shape)[s, p] < 0.25) & (span > 2))
    after = 1 + (draws("day of change", *shape)[s, p] * (span - 1)).astype(np.int64)
    more = draws.whole("more half hours", 1, 8, *shape)[s, p]
    changes = {
        "package": Picked(packages["package"], changed),
        "from": (first + after)[changed],
        "hours_per_week": _hours((halves + more)[changed]),
        "hourly_rate": _pounds((pence + 85)[changed]),
    }
    return {"packages": packages, "package_changes": changes}


def _hours(halves: Whole) -> list[str]:
    return [f"{half // 2}.{half % 2 * 5}" for half in halves.tolist()]


def _pounds(pence: Whole) -> list[str]:
    return [f"{each // 100}.{each % 100:02d}" for each in pence.tolist()]
