# SPDX-License-Identifier: MIT
"""What is reported of made-up services: complaints, enquiries, deaths, concerns, and how companies stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from vermeil.made_up.columns import NEVER, Picked

if TYPE_CHECKING:
    from vermeil.made_up.columns import Columns, Days, Whole
    from vermeil.made_up.world import World

__all__ = ["Cases", "cases", "report_tables"]

_YES_NO = ("yes", "no", None)
_BLANK = 2  # its position


class Cases(NamedTuple):
    """Things that happen by chance: at which service, on which day, and which of the drawn ones they are."""

    services: Whole
    days: Days
    rows: tuple[Whole, Whole, Whole]


def cases(world: World, name: str, most: int, chance: float, slope: float = 0.0) -> Cases:
    """Give what happens at most so often in a quarter, each time with a chance that poor quality raises."""
    shape = (world.size, len(world.quarters), most)
    likely = np.clip(chance + slope * (0.5 - world.quality), 0.0, 1.0)[:, None, None]
    happens = (world.draws(f"{name} happens", *shape) < likely) & world.in_care()[:, :, None]
    s, q, i = np.nonzero(happens)
    days = world.starts[q] + world.draws.whole(f"day of {name}", 0, 89, *shape)[s, q, i]
    return Cases(s, world.not_before_care(s, days), (s, q, i))


def report_tables(world: World) -> dict[str, Columns]:
    """Give the tables of reports; a case is concluded weeks later, and open where that is yet to come."""
    return {
        "complaints": _complaints(world),
        "safeguarding": _enquiries(world),
        "deaths": _deaths(world),
        "concerns": _concerns(world),
        "finance": _finance(world),
    }


def _concluded(world: World, name: str, found: Cases, most: int) -> Days:
    shape = (world.size, len(world.quarters), most)
    ends = found.days + world.draws.whole(f"{name} takes", 7, 70, *shape)[found.rows]
    return np.where(ends > world.last_day, NEVER, ends)


def _picked(world: World, name: str, found: Cases, most: int, cuts: tuple[float, ...]) -> Whole:
    shape = (world.size, len(world.quarters), most)
    return np.searchsorted(cuts, world.draws(name, *shape)[found.rows], side="right")


def _once_concluded(positions: Whole, concluded: Days, blank: int) -> Whole:
    return np.where(np.isnat(concluded), blank, positions)


def _complaints(world: World) -> Columns:
    found = cases(world, "complaint", 3, 0.12, 0.2)
    kind = _picked(world, "kind of complaint", found, 3, (0.7,))
    concluded = np.where(kind == 1, NEVER, _concluded(world, "complaint", found, 3))
    outcome = _picked(world, "outcome of complaint", found, 3, (0.35, 0.55))
    owed = _picked(world, "complaint is owed", found, 3, (0.85,))
    return {
        "service": Picked(world.ids, found.services),
        "received_on": found.days,
        "kind": Picked(("complaint", "compliment"), kind),
        "concluded_on": concluded,
        "outcome": Picked(
            ("upheld", "partly upheld", "not upheld", None), _once_concluded(outcome, concluded, 3)
        ),
        "attributable": Picked(_YES_NO, _once_concluded(owed, concluded, _BLANK)),
    }


def _enquiries(world: World) -> Columns:
    found = cases(world, "enquiry", 2, 0.08, 0.15)
    concluded = _concluded(world, "enquiry", found, 2)
    words = ("substantiated", "partly substantiated", "inconclusive", "not substantiated", "ceased", None)
    decision = _picked(world, "decision of enquiry", found, 2, (0.3, 0.45, 0.6, 0.9))
    owed = _picked(world, "enquiry is owed", found, 2, (0.8,))
    return {
        "service": Picked(world.ids, found.services),
        "opened_on": found.days,
        "concluded_on": concluded,
        "decision": Picked(words, _once_concluded(decision, concluded, 5)),
        "attributable": Picked(_YES_NO, _once_concluded(owed, concluded, _BLANK)),
    }


def _deaths(world: World) -> Columns:
    found = cases(world, "death", 1, 0.03)
    concluded = _concluded(world, "review of death", found, 1)
    owed = _picked(world, "death is owed", found, 1, (0.2,))
    return {
        "service": Picked(world.ids, found.services),
        "on": found.days,
        "concluded_on": concluded,
        "attributable": Picked(_YES_NO, _once_concluded(owed, concluded, _BLANK)),
    }


def _concerns(world: World) -> Columns:
    found = cases(world, "concern", 2, 0.1, 0.2)
    concluded = _concluded(world, "concern", found, 2)
    so = _picked(world, "concern was so", found, 2, (0.5,))
    owed = _picked(world, "concern is owed", found, 2, (0.9,))
    return {
        "service": Picked(world.ids, found.services),
        "raised_on": found.days,
        "concluded_on": concluded,
        "substantiated": Picked(_YES_NO, _once_concluded(so, concluded, _BLANK)),
        "attributable": Picked(_YES_NO, _once_concluded(owed, concluded, _BLANK)),
    }


def _finance(world: World) -> Columns:
    """Give one provider in administration and all others trading."""
    providers = np.arange(len(world.provider_ids))
    failing = int(world.owner[np.argmin(world.rank)])
    return {
        "provider": Picked(world.provider_ids, np.append(providers, failing)),
        "status": Picked(("trading", "administration"), np.append(np.zeros_like(providers), 1)),
        "from": np.append(
            np.full(len(providers), world.starts[0] - 3650), world.last_day - np.timedelta64(30, "D")
        ),
    }
