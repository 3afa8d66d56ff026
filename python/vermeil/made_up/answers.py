# SPDX-License-Identifier: MIT
"""What people answer: the questions, the forms sent, and those that come back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from vermeil.made_up.columns import Flags, Numbers, Whole

if TYPE_CHECKING:
    from vermeil.made_up.world import World

__all__ = ["BLANK", "ITEMS", "Forms", "Item", "answered_forms"]

_AGREE = ("strongly agree", "agree", "neither", "disagree", "strongly disagree")
_SATISFIED = ("very satisfied", "satisfied", "neither", "dissatisfied", "very dissatisfied")
_YES = ("yes", "no")


@dataclass(frozen=True)
class Item:
    """A question: the share of its good answers at middling quality, and how much quality adds to it."""

    id: str
    ease: float
    answers: tuple[str, ...] = _AGREE
    slope: float = 0.55

    def cuts(self, quality: Numbers) -> list[Numbers]:
        """Give where one answer ends and the next begins, for each quality."""
        good = np.clip(self.ease + self.slope * (quality - 0.5), 0.02, 0.98)
        if len(self.answers) == 2:
            return [good]
        return [good * (0.35 + 0.3 * quality), good, good + (1 - good) * 0.55, good + (1 - good) * 0.85]


ITEMS = (
    Item("dignity", 0.84),
    Item("control", 0.66),
    Item("independence", 0.74),
    Item("culture", 0.74),
    Item("activities", 0.62),
    Item("positive_difference", 0.74),
    Item("confidence", 0.70),
    Item("safe_and_secure", 0.78),
    Item("reliable_times", 0.62),
    Item("satisfaction", 0.76, _SATISFIED),
    Item("complaint", 0.30, _YES, -0.4),
    Item("complaint_settled", 0.60, _YES, 0.5),
)
_MOST_FORMS = 27
_ANSWERED = 0.94
BLANK = -1


@dataclass(frozen=True)
class Forms:
    """The survey by service and quarter: forms sent, which came back (third axis) and what they say."""

    sent: Whole
    came_back: Flags
    answers: NDArray[np.int8]  # and an item on the fourth axis: the position of the answer, or BLANK

    def counts(self) -> Whole:
        """Count the forms with each answer, ``(services, quarters, items, 5)``."""
        each = [(self.answers == k).sum(axis=2) for k in range(5)]
        return np.stack(each, axis=-1)


def answered_forms(world: World) -> Forms:
    """Send the forms and have them answered, about six of them a service and quarter."""
    shape = (world.size, len(world.quarters))
    draws = world.draws
    size = np.where(
        world.is_small,
        draws.whole("size of small", 4, 5, world.size),
        draws.whole("size", 12, 25, world.size),
    )
    sent = (size[:, None] + draws.whole("more or fewer", -1, 1, *shape)) * world.in_care()
    comes = draws("returned", *shape, _MOST_FORMS) < 0.36
    came_back = comes & (np.arange(_MOST_FORMS) < sent[:, :, None])
    answers = np.full((*came_back.shape, len(ITEMS)), BLANK, dtype=np.int8)
    for i, item in enumerate(ITEMS):
        drawn = draws(f"answers to {item.id}", *came_back.shape)
        position = np.zeros(came_back.shape, dtype=np.int8)
        for cut in item.cuts(world.quality):
            position += drawn >= _ANSWERED * cut[:, None, None]
        answers[..., i] = np.where(came_back & (drawn < _ANSWERED), position, BLANK)
    ids = [item.id for item in ITEMS]
    led_here = answers[..., ids.index("complaint")] == _YES.index("yes")
    settled = ids.index("complaint_settled")
    answers[..., settled] = np.where(led_here, answers[..., settled], BLANK)
    return Forms(sent, came_back, answers)
