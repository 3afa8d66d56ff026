# SPDX-License-Identifier: MIT
"""The tables of providers and services."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vermeil.made_up.columns import Picked, numbered
from vermeil.made_up.world import KINDS, REGULATORS

if TYPE_CHECKING:
    from vermeil.made_up.columns import Columns
    from vermeil.made_up.world import World

__all__ = ["register_tables"]


def register_tables(world: World) -> dict[str, Columns]:
    """Give the providers and their services."""
    has_cqc = world.kind != KINDS.index("day service")
    locations = [
        place if known else None for place, known in zip(numbered("MU-L-", world.size), has_cqc, strict=True)
    ]
    return {
        "providers": {
            "provider": world.provider_ids,
            "name": [f"Made-up Provider {i + 1}" for i in range(len(world.provider_ids))],
        },
        "services": {
            "service": world.ids,
            "provider": Picked(world.provider_ids, world.owner),
            "name": [f"Made-up Care {i + 1}" for i in range(world.size)],
            "kind": Picked(KINDS, world.kind),
            "location_id": locations,
            "regulators": Picked(REGULATORS, world.kind),
            "first_day": world.first_day,
            "group": Picked(["Made-up Group", None], np.where(world.owner % 4 == 1, 0, 1)),
        },
    }
