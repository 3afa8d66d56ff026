# SPDX-License-Identifier: MIT
"""What is agreed with whom: contracts, their lots, and each provider's place in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vermeil.made_up.columns import NEVER, Picked
from vermeil.made_up.draws import shuffled

if TYPE_CHECKING:
    from vermeil.made_up.columns import Columns
    from vermeil.made_up.world import World

__all__ = ["contract_tables"]

_ZONES = ("north", "south", "east", "west")
_FRAMEWORK_LOT, _PURCHASING_LOT = "MU-lot-framework", "MU-lot-purchasing"


def contract_tables(world: World) -> dict[str, Columns]:
    """Give the contracts, their lots and the places awarded in them."""
    start = (world.starts[0] - 365).astype(object)
    contracts = {
        "contract": ["home-care-framework", "home-care-dps"],
        "kind": ["framework", "dynamic purchasing system"],
        "from": [start.isoformat()] * 2,
        "name": ["Made-up home care framework", "Made-up purchasing system"],
    }
    lots = {
        "lot": [_FRAMEWORK_LOT, _PURCHASING_LOT],
        "contract": contracts["contract"],
        "tiers": ["tier 1;tier 2", "all"],
        "zones": [";".join(_ZONES), None],
        "name": ["Made-up home care", "Made-up care beyond the framework"],
    }
    return {"contracts": contracts, "lots": lots, "awards": _awards(world)}


def _awards(world: World) -> Columns:
    """Give each provider a place in the framework; two fifths are in tier 1, to which some rose."""
    providers = len(world.provider_ids)
    everyone = np.arange(providers)
    place = shuffled(world.draws("order of providers", providers))
    in_first = max(1, providers * 2 // 5)
    tier = (place >= in_first).astype(np.int64)
    rank = np.where(tier == 0, place, place - in_first) + 1
    rose = np.flatnonzero((tier == 0) & (world.draws("rose", providers) < 0.2))
    also = np.flatnonzero(world.draws("also purchasing", providers) < 0.3)
    start = world.starts[0] - 365
    first = np.full(providers, start)
    first[rose] = start + 200
    works = world.draws("zones", providers, len(_ZONES)) < 0.6
    limits = [
        ";".join(zone for zone, held in zip(_ZONES, row, strict=True) if held) or None
        for row in works.tolist()
    ]
    who = np.concatenate([everyone, rose, also])
    is_also = np.arange(len(who)) >= providers + len(rose)
    return {
        "provider": Picked(world.provider_ids, who),
        "lot": Picked((_FRAMEWORK_LOT, _PURCHASING_LOT), is_also.astype(np.int64)),
        "tier": Picked(
            ("tier 1", "tier 2", "all"), np.concatenate([tier, tier[rose] + 1, tier[also] * 0 + 2])
        ),
        "from": np.concatenate([first, np.full(len(rose) + len(also), start)]),
        "to": np.concatenate([np.full(providers, NEVER), first[rose] - 1, np.full(len(also), NEVER)]),
        "zones": Picked([*limits, None], np.where(is_also, providers, who)),
        "rank": np.ma.array(
            np.concatenate([rank, np.ones(len(rose) + len(also), dtype=np.int64)]),
            mask=np.arange(len(who)) >= providers,
        ),
    }
