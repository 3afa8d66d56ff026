# SPDX-License-Identifier: MIT
"""What is invented first and all tables follow from: who there is, how good, and since when."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vermeil import _core
from vermeil.made_up.columns import Columns, Days, Flags, Numbers, Picked, Whole, numbered
from vermeil.made_up.draws import Draws, shuffled

__all__ = ["KINDS", "REGULATORS", "World", "invented", "when"]

KINDS = ("home care", "supported living", "extra care", "day service")
_KIND_CUTS = (0.70, 0.80, 0.90)
REGULATORS = ("cqc;pamms", "cqc;pamms", "cqc;pamms;food_hygiene", "pamms;food_hygiene")


@dataclass(frozen=True)
class World:
    """What is invented first and all tables follow from; an array has a cell a service, or says what."""

    draws: Draws
    quarters: tuple[_core.Quarter, ...]
    starts: Days  # of the quarters
    ends: Days
    ids: list[str]
    provider_ids: list[str]
    owner: Whole  # position of the provider
    rank: Whole  # by quality, 0 the worst
    quality: Numbers  # 0 to 1
    kind: Whole  # position in KINDS
    is_small: Flags
    opened: Whole  # the quarter in which its evidence begins
    first_day: Days

    @property
    def size(self) -> int:
        """How many services there are."""
        return len(self.ids)

    @property
    def quarter_names(self) -> list[str]:
        """The quarters as files write them."""
        return [str(quarter) for quarter in self.quarters]

    @property
    def last_day(self) -> np.datetime64:
        """The last day of the last quarter."""
        return self.ends[-1]  # type: ignore[no-any-return]

    def in_care(self) -> Flags:
        """Whether a service gives care in a quarter, ``(services, quarters)``."""
        return self.opened[:, None] <= np.arange(len(self.quarters))

    def not_before_care(self, services: Whole, days: Days) -> Days:
        """Give each day, or the first day of its service where that is later."""
        return np.maximum(days, self.first_day[services])


def invented(services: int, quarters: int, seed: int, first_quarter: str) -> World:
    """Invent who there is; the same arguments give the same."""
    draws = Draws(seed)
    first = _core.Quarter(first_quarter)
    all_quarters = tuple(first + i for i in range(quarters))
    starts = np.array([quarter.first_day for quarter in all_quarters], dtype="datetime64[D]")
    ends = np.array([quarter.last_day for quarter in all_quarters], dtype="datetime64[D]")
    # Quality is spread evenly over the services and then shuffled: any market has good and
    # poor ones. New and small services are shared out likewise.
    rank = shuffled(draws("order of quality", services))
    is_new = shuffled(draws("new", services)) < (services * 8 + 50) // 100
    is_small = shuffled(draws("small", services)) < (services * 12 + 50) // 100
    # Every sixth service belongs to the provider of the one before.
    owner = np.cumsum(np.arange(services) % 6 != 5) - 1
    before = starts[0] - draws.whole("days before", 30, 3000, services)
    return World(
        draws=draws,
        quarters=all_quarters,
        starts=starts,
        ends=ends,
        ids=numbered("MU-", services),
        provider_ids=numbered("MU-P-", int(owner[-1]) + 1),
        owner=owner,
        rank=rank,
        quality=(rank + draws("quality", services)) / services,
        kind=np.searchsorted(_KIND_CUTS, draws("kind", services), side="right"),
        is_small=is_small,
        opened=np.where(is_new, quarters - 1, 0),
        first_day=np.where(is_new, starts[-1] + draws.whole("days after", 0, 45, services), before),
    )


def when(world: World, services: Whole, quarters: Whole) -> Columns:
    """Give the columns that say which service and quarter a row is about, from their positions."""
    return {"service": Picked(world.ids, services), "quarter": Picked(world.quarter_names, quarters)}
