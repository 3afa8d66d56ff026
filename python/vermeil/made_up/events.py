# SPDX-License-Identifier: MIT
"""What happens at services, and to providers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vermeil.made_up.columns import NEVER, Picked

if TYPE_CHECKING:
    from vermeil.made_up.columns import Columns, Days
    from vermeil.made_up.world import World

__all__ = ["event_table"]


@dataclass(frozen=True)
class _Kind:
    """A kind of event: its chance a quarter at middling quality, what poor quality adds, its days."""

    id: str
    chance: float
    slope: float
    least_days: int = 1
    most_days: int = 1


_EVENTS = (
    _Kind("safeguarding_decision", 0.12, 0.30),
    _Kind("substantiated_concern", 0.12, 0.30),
    _Kind("unexpected_death_reported", 0.03, 0.0),
    _Kind("unexpected_death_concluded", 0.01, 0.03),
    _Kind("default_notice", 0.02, 0.06, 40, 160),
    _Kind("embargo", 0.01, 0.03, 30, 90),
    _Kind("manager_vacancy", 0.06, 0.06, 20, 120),
)


def event_table(world: World) -> Columns:
    """Give what happens by chance, and three events that every market has."""
    shape = (world.size, len(world.quarters))
    who, kinds, firsts, lasts, learnt = [], [], [], [], []
    for k, kind in enumerate(_EVENTS):
        chance = np.clip(kind.chance + kind.slope * (0.5 - world.quality), 0.0, 1.0)[:, None]
        s, q = np.nonzero((world.draws(f"{kind.id} happens", *shape) < chance) & world.in_care())
        first = world.starts[q] + world.draws.whole(f"day of {kind.id}", 0, 89, *shape)[s, q]
        first = world.not_before_care(s, first)
        days = world.draws.whole(f"days of {kind.id}", kind.least_days, kind.most_days, *shape)[s, q]
        later = world.draws.whole(f"{kind.id} is learnt", -60, 20, *shape)[s, q]
        who.append(s)
        kinds.append(np.full(len(s), k))
        firsts.append(first)
        lasts.append(_unless_over(world, first + days - 1))
        learnt.append(np.where(later > 0, first + later, NEVER))
    # Three that every market has, so that each rule which looks for them has something to find.
    thin = world.is_small | (world.opened > 0)  # rarely rated, so no cap would show
    good, poor = (
        int(np.argmin(np.abs(world.rank - share * world.size) + thin * world.size)) for share in (0.7, 0.1)
    )
    services = np.concatenate([*who, [good, poor, 0]])
    names = [kind.id for kind in _EVENTS]
    always = [names.index("default_notice"), names.index("embargo"), len(names)]
    failed = np.arange(len(services)) == len(services) - 1
    failing = int(world.owner[np.argmin(world.rank)])
    return {
        "service": Picked([*world.ids, None], np.where(failed, world.size, services)),
        "provider": Picked([*world.provider_ids, None], np.where(failed, failing, len(world.provider_ids))),
        "event": Picked([*names, "administration"], np.concatenate([*kinds, always])),
        "from": np.concatenate([*firsts, world.last_day - np.array([24, 11, 30])]),
        "to": np.concatenate([*lasts, [NEVER] * 3]),
        "known_on": np.concatenate([*learnt, [NEVER] * 3]),
    }


def _unless_over(world: World, days: Days) -> Days:
    """Give the last days of what ended; what outlasts the quarters is open."""
    return np.where(days > world.last_day, NEVER, days)
