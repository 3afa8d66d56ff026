# SPDX-License-Identifier: MIT
"""What providers send in each quarter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vermeil.made_up.columns import NEVER, Picked
from vermeil.made_up.world import when

if TYPE_CHECKING:
    from vermeil.made_up.columns import Columns, Whole
    from vermeil.made_up.world import World

__all__ = ["quarterly_tables", "return_tables"]


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


def quarterly_tables(world: World) -> dict[str, Columns]:
    """Give workforce returns, hours of care given, and people by the way in which their care is arranged."""
    return {
        "workforce": _workforce(world),
        "exposures": _exposures(world),
        "direct_payments": _direct_payments(world),
    }


def _workforce(world: World) -> Columns:
    shape = (world.size, len(world.quarters))
    draws = world.draws
    s, q = np.nonzero(world.in_care() & (draws("workforce sent", *shape) >= 0.06))

    def part(name: str, whole: Whole, share: float, slope: float = 0.0) -> Whole:
        rate = np.clip(share + slope * (world.quality - 0.5), 0.0, 1.0)[s]
        made: Whole = np.minimum(
            (whole * rate + draws(f"workforce {name}", *shape)[s, q]).astype(np.int64), whole
        )
        return made

    permanent = draws.whole("permanent workers", 6, 60, *shape)[s, q]
    temporary = draws.whole("temporary workers", 0, 6, *shape)[s, q]
    workers = permanent + temporary
    has_manager = draws("has manager", *shape)[s, q] < 0.9
    since = draws.whole("manager since", 10, 900, *shape)[s, q]
    late = draws("workforce late", *shape)[s, q] < 0.1
    due = world.ends[q] + 14
    return {
        **when(world, s, q),
        "permanent": permanent,
        "temporary": temporary,
        "workers_a_year_ago": np.maximum(workers + draws.whole("growth", -5, 5, *shape)[s, q], 1),
        "starters": part("starters", workers, 0.25),
        "leavers": part("leavers", workers, 0.24, -0.3),
        "vacancies": part("vacancies", workers, 0.08, -0.1),
        "filled_posts": workers,
        "level_2": part("level 2", workers, 0.55, 0.4),
        "training_due": workers,
        "training_done": part("training", workers, 0.85, 0.2),
        "strengths_due": workers,
        "strengths_done": part("strengths", workers, 0.7, 0.3),
        **_certificates(world, s, q, workers),
        "manager_in_post": Picked(("yes", "no"), (~has_manager).astype(np.int64)),
        "manager_since": world.ends[q] - np.where(has_manager, since, since % 80),
        "due_on": due,
        "received_on": np.where(late, due + 5, due - 4),
    }


def _certificates(world: World, s: Whole, q: Whole, workers: Whole) -> Columns:
    """Give who holds the certificate, works on it, and has not begun it; nobody is exempt."""
    shape = (world.size, len(world.quarters))
    quality = world.quality[s]
    held = np.minimum((workers * (0.6 + 0.3 * quality) + world.draws("certificate", *shape)[s, q]), workers)
    held = held.astype(np.int64)
    under_way = ((workers - held) * world.draws("under way", *shape)[s, q]).astype(np.int64)
    return {
        "certificate_held": held,
        "certificate_exempt": np.zeros_like(held),
        "certificate_under_way": under_way,
        "certificate_not_begun": workers - held - under_way,
    }


def _exposures(world: World) -> Columns:
    s, q = np.nonzero(world.in_care())
    people = world.draws.whole("people given care", 4, 60, world.size, len(world.quarters))[s, q]
    return {**when(world, s, q), "hours": people * 91.5, "people": people}


def _direct_payments(world: World) -> Columns:
    s, q = np.nonzero(world.in_care())
    shape = (world.size, len(world.quarters))
    ways = (("direct_payment", 2, 20), ("part_direct_payment", 0, 5), ("commissioned", 20, 80))
    drawn = {
        name: world.draws.whole(f"people by {name}", low, high, *shape)[s, q] for name, low, high in ways
    }
    return {**when(world, s, q), **drawn}
