# SPDX-License-Identifier: MIT
"""What happens at services, and to providers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vermeil.made_up.columns import NEVER, Picked

if TYPE_CHECKING:
    from vermeil.made_up.columns import Columns, Days, Whole
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
    _Kind("unexpected_death", 0.03, 0.01),
    _Kind("default_notice", 0.02, 0.06, 40, 160),
    _Kind("embargo", 0.01, 0.03, 30, 90),
    _Kind("manager_vacancy", 0.06, 0.06, 20, 120),
)


#: The kinds of which several may come of one incident.
_LINKED = ("safeguarding_decision", "substantiated_concern", "unexpected_death")
_REVIEWS = ("under review", "upheld", "not upheld", None)
_ROLES = ("contract officer", "quality officer", None)


def event_table(world: World) -> Columns:
    """Give what happens by chance, and three events that every market has."""
    shape = (world.size, len(world.quarters))
    who, kinds, firsts, lasts, learnt, quarters = [], [], [], [], [], []
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
        quarters.append(q)
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
        **_findings(world, np.concatenate(who), np.concatenate(kinds), np.concatenate(quarters), firsts),
    }


def _findings(world: World, who: Whole, kinds: Whole, quarters: Whole, firsts: list[Days]) -> Columns:
    """Give incidents, reviews, and what was entered by hand; the three that every market has are without."""
    shape = (world.size, len(world.quarters))
    first = np.concatenate(firsts)
    names = np.array([kind.id for kind in _EVENTS])[kinds]
    linked = np.isin(names, _LINKED) & (world.draws("of one incident", *shape) < 0.5)[who, quarters]
    at = np.where(linked, who * len(world.quarters) + quarters, world.size * len(world.quarters))
    incidents = [f"{service}-{q + 1}" for service in world.ids for q in range(len(world.quarters))]
    is_death = names == "unexpected_death"
    ends = first + world.draws.whole("review of a death takes", 30, 150, *shape)[who, quarters]
    goes_on = is_death & (ends > world.last_day)
    upheld = (world.draws("review of a death finds", *shape) < 0.35)[who, quarters]
    review = np.where(~is_death, 3, np.where(goes_on, 0, np.where(upheld, 1, 2)))
    by_hand = (names == "manager_vacancy") & (world.draws("entered by hand", *shape) < 0.5)[who, quarters]
    role = world.draws.whole("role of who enters", 0, 1, *shape)[who, quarters]
    entered = np.minimum(first + world.draws.whole("entered", 0, 9, *shape)[who, quarters], world.last_day)
    none = np.array([NEVER] * 3)
    return {
        "incident": Picked([*incidents, None], np.append(at, [len(incidents)] * 3)),
        "review": Picked(_REVIEWS, np.append(review, [3] * 3)),
        "concluded_on": np.concatenate([np.where(is_death & ~goes_on, ends, NEVER), none]),
        "expires_on": np.concatenate([np.where(by_hand, first + np.timedelta64(180, "D"), NEVER), none]),
        "entered_by": Picked(_ROLES, np.append(np.where(by_hand, role, 2), [2] * 3)),
        "entered_on": np.concatenate([np.where(by_hand, entered, NEVER), none]),
    }


def _unless_over(world: World, days: Days) -> Days:
    """Give the last days of what ended; what outlasts the quarters is open."""
    return np.where(days > world.last_day, NEVER, days)
