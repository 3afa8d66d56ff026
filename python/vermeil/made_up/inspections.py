# SPDX-License-Identifier: MIT
"""What regulators and assessors think of services."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vermeil.made_up.columns import Picked
from vermeil.made_up.world import REGULATORS

if TYPE_CHECKING:
    from vermeil.made_up.columns import Columns
    from vermeil.made_up.world import World

__all__ = ["inspection_table"]

_RATINGS = (
    ("cqc", ("Inadequate", "Requires improvement", "Good", "Outstanding"), (0.08, 0.35, 0.95)),
    ("pamms", ("Poor", "Requires Improvement", "Good", "Excellent"), (0.08, 0.35, 0.90)),
    ("food_hygiene", ("0", "1", "2", "3", "4", "5"), (0.01, 0.05, 0.12, 0.25, 0.45)),
)


def inspection_table(world: World) -> Columns:
    """Give up to two ratings by each who may rate the service; some have none yet."""
    sources, services, ratings, days = [], [], [], []
    words: list[str] = []
    for k, (source, scale, cuts) in enumerate(_RATINGS):
        may = np.array([source in allowed.split(";") for allowed in REGULATORS])[world.kind]
        for turn, chance in (("earlier", 0.4), ("latest", 0.85)):
            name = f"{turn} {source}"
            day = world.last_day - world.draws.whole(
                f"day of {name}", *((700, 1400) if turn == "earlier" else (30, 690)), world.size
            )
            seen = may & (world.draws(f"{name} seen", world.size) < chance) & (day > world.first_day)
            s = np.flatnonzero(seen)
            merit = world.quality + 0.6 * (world.draws(name, world.size) - 0.5)
            sources.append(np.full(len(s), k))
            services.append(s)
            ratings.append(len(words) + np.searchsorted(cuts, merit[s], side="right"))
            days.append(day[s])
        words += scale
    on = np.concatenate(days)
    return {
        "service": Picked(world.ids, np.concatenate(services)),
        "source": Picked([source for source, _, _ in _RATINGS], np.concatenate(sources)),
        "rating": Picked(words, np.concatenate(ratings)),
        "on": on,
        "known_on": on + 21,
    }
