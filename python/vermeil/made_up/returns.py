# SPDX-License-Identifier: MIT
"""What providers send in each quarter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vermeil.made_up.columns import NEVER, Picked
from vermeil.made_up.world import when

if TYPE_CHECKING:
    from vermeil.made_up.columns import Columns
    from vermeil.made_up.world import World

__all__ = ["return_tables"]


@dataclass(frozen=True)
class _Return:
    """A count that providers send in: the range of its base, its share at middling quality, and its slope."""

    id: str
    least: int
    most: int
    share: float
    slope: float


_RETURNS = (
    _Return("qualified_staff", 8, 60, 0.68, 0.45),
    _Return("continuity", 300, 3000, 0.74, 0.40),
    _Return("leavers", 8, 60, 0.16, -0.25),
    _Return("rttm_submissions", 13, 13, 0.80, 0.38),
)


def return_tables(world: World) -> dict[str, Columns]:
    """Give what providers sent in each quarter: on time, late, or not, with a reminder or without."""
    shape = (world.size, len(world.quarters), len(_RETURNS))
    draws = world.draws
    how = draws("way of return", *shape)
    exists = world.in_care()[:, :, None] & (how >= 0.04)
    s, q, r = np.nonzero(exists)
    base, count = np.empty(shape, dtype=np.int64), np.empty(shape, dtype=np.int64)
    for i, each in enumerate(_RETURNS):
        base[..., i] = draws.whole(f"base of {each.id}", each.least, each.most, *shape[:2])
        share = np.clip(each.share + each.slope * (world.quality - 0.5), 0.0, 1.0)[:, None]
        count[..., i] = (base[..., i] * share + draws(each.id, *shape[:2])).astype(np.int64)
    count = np.minimum(count, base)
    missing = (how < 0.10)[s, q, r]
    late = (how < 0.20)[s, q, r]
    due = world.ends[q] + 14
    delay = np.where(
        late,
        draws.whole("days late", 1, 20, *shape)[s, q, r],
        -draws.whole("days early", 0, 9, *shape)[s, q, r],
    )
    return {
        "counts": {
            **when(world, s, q),
            "item": Picked([each.id for each in _RETURNS], r),
            "count": np.ma.array(count[s, q, r], mask=missing),
            "base": np.ma.array(base[s, q, r], mask=missing),
            "state": Picked((None, "not_submitted"), missing.astype(np.int64)),
            "due_on": due,
            "received_on": np.where(missing, NEVER, due + delay),
            "reminded_on": np.where(missing, due + 7, NEVER),
        }
    }
