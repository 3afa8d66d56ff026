# SPDX-License-Identifier: MIT
"""The market as Python sees it: ids that resolve, places in lots, planned hours."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import vermeil as vm

DATA = Path(__file__).resolve().parent.parent.parent / "examples" / "data"


@pytest.mark.parametrize("council", ["rotherham_2024", "bromley_2023"])
def test_the_arrangements_that_are_shipped_read_without_a_reject(council: str) -> None:
    market = vm.Market.read(DATA / council)
    assert len(market.rejects()) == 0
    assert market.providers
    assert market.contracts
    assert market.lots


def test_places_in_a_lot_are_in_the_order_of_offers() -> None:
    market = vm.Market(
        providers={"provider": ["P1", "P2"]},
        contracts={
            "contract": ["C1"],
            "kind": ["framework"],
            "from": ["2024-04-01"],
        },
        lots={"lot": ["L1"], "contract": ["C1"], "tiers": ["first; second"], "zones": ["north; south"]},
        awards={
            "provider": ["P1", "P2"],
            "lot": ["L1", "L1"],
            "tier": ["second", "first"],
            "from": ["2024-04-01"] * 2,
            "to": ["", "2024-12-31"],
            "zones": ["", "north"],
        },
    )
    assert market.rejects().to_arrow().to_pylist() == []
    held = market.awards_on("L1", date(2024, 6, 1))
    assert [(place["provider"], place["tier"], place["zones"], place["rank"]) for place in held] == [
        ("P2", "first", ["north"], None),
        ("P1", "second", [], None),
    ]
    assert [place["provider"] for place in market.awards_on("L1", date(2025, 1, 1))] == ["P1"]


def test_what_no_table_knows_is_rejected_by_name() -> None:
    market = vm.Market(
        providers={"provider": ["P1"]},
        awards={"provider": ["P1"], "lot": ["L9"], "tier": ["first"], "from": ["2024-04-01"]},
    )
    (reject,) = market.rejects().to_arrow().to_pylist()
    assert (reject["source"], reject["row"], reject["column"], reject["value"]) == ("awards", 2, "lot", "L9")


def test_a_table_of_an_unknown_name_is_refused() -> None:
    with pytest.raises(vm.Error, match="no table of a market is named 'award'; the tables are 'providers'"):
        vm.Market(award={"provider": ["P1"]})


def test_no_package_means_no_hours() -> None:
    assert vm.Market(providers={"provider": ["P1"]}).planned_hours_on(date(2024, 6, 1)).startswith("0")
