# SPDX-License-Identifier: MIT
"""What people decided about poor services: steps of a ladder, embargoes, actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vermeil.made_up.columns import NEVER, Picked

if TYPE_CHECKING:
    from vermeil.made_up.columns import Columns, Days, Whole
    from vermeil.made_up.world import World

__all__ = ["oversight_tables"]

_STEPS = ("improvement plan", "default notice", "special measures", "monitoring")
_ROLES = ("contract officer", "head of commissioning", "director", "head of commissioning")
_REASONS = (
    "visits late and missed, care plans out of date",
    "the plan was not kept",
    "people came to harm",
    "every action is done and the last visit found no fault",
)
_SEEN = (
    "visit report",
    "visit report;legal advice",
    "visit report;legal advice;plan for the people",
    "visit report",
)
_ACTIONS = (
    "send the rota every week",
    "recruit a registered manager",
    "train everybody in medicines",
    "call back whoever complained",
    "review every care plan",
)


def oversight_tables(world: World, events: Columns) -> dict[str, Columns]:
    """Give the decisions, embargoes and actions; ``events`` holds the embargoes as they happened."""
    services, steps, days = _decided(world)
    return {
        "decisions": _decisions(world, services, steps, days),
        "embargoes": _embargoes(events),
        "actions": _actions(world, services, steps, days),
    }


def _decided(world: World) -> tuple[Whole, Whole, Days]:
    """Put the poorest quarter on a plan, the poorest of them further up, and let some come down again."""
    poor = np.flatnonzero(world.rank < max(1, world.size // 4))
    first = world.not_before_care(
        poor, world.last_day - world.draws.whole("plan", 100, 200, world.size)[poor]
    )
    graver = world.rank[poor] < max(1, world.size // 8)
    gravest = world.rank[poor] == 0
    down = ~graver & (world.draws("comes down", world.size)[poor] < 0.4)
    services, steps, days = [], [], []
    for step, chosen, later in ((0, first == first, 0), (1, graver, 30), (2, gravest, 60), (3, down, 75)):
        services.append(poor[chosen])
        steps.append(np.full(int(chosen.sum()), step))
        days.append(np.minimum(first[chosen] + later, world.last_day - (3 - step)))
    return np.concatenate(services), np.concatenate(steps), np.concatenate(days)


def _decisions(world: World, services: Whole, steps: Whole, days: Days) -> Columns:
    return {
        "service": Picked(world.ids, services),
        "provider": Picked((None,), np.zeros(len(services), dtype=np.int64)),
        "step": Picked(_STEPS, steps),
        "on": days,
        "role": Picked(_ROLES, steps),
        "reason": Picked(_REASONS, steps),
        "seen": Picked(_SEEN, steps),
        "review_on": days + np.where(steps == 3, 182, 28),
    }


def _embargoes(events: Columns) -> Columns:
    """Give the embargoes that the events tell of, with who decided and why."""
    of = np.flatnonzero(
        np.array([events["event"].words[i] == "embargo" for i in events["event"].rows.tolist()])
    )
    nobody = np.zeros(len(of), dtype=np.int64)
    return {
        "service": Picked(events["service"].words, events["service"].rows[of]),
        "provider": Picked(events["provider"].words, events["provider"].rows[of]),
        "from": events["from"][of],
        "to": events["to"][of],
        "role": Picked(("head of commissioning",), nobody),
        "reason": Picked(("too few care workers for the people it has",), nobody),
        "review_on": events["from"][of] + 28,
        "known_on": events["known_on"][of],
    }


def _actions(world: World, services: Whole, steps: Whole, days: Days) -> Columns:
    """Give two actions for each step up; some are done, some are late, some have time yet."""
    up = np.flatnonzero(steps < 3)
    who, begun = np.repeat(services[up], 2), np.repeat(days[up], 2)
    turn = np.arange(len(who)) % 2
    place = world.draws.whole("first action", 0, len(_ACTIONS) - 1, world.size)[who]
    step = np.repeat(steps[up], 2)
    due = begun + 28 * (1 + turn)
    done = due + world.draws.whole("action done", -20, 10, world.size, 3, 2)[who, step, turn]
    is_done = (world.draws("action is done", world.size, 3, 2)[who, step, turn] < 0.6) & (
        done <= world.last_day
    )
    return {
        "service": Picked(world.ids, who),
        "provider": Picked((None,), np.zeros(len(who), dtype=np.int64)),
        "action": Picked(_ACTIONS, (place + turn + step) % len(_ACTIONS)),
        "set_on": begun,
        "due_on": due,
        "role": Picked(("provider", "contract officer"), turn),
        "done_on": np.where(is_done, np.maximum(done, begun), NEVER),
    }
