# SPDX-License-Identifier: MIT
"""What the tests of made-up markets do with one: read a table, rate it, collect its rejects."""

from __future__ import annotations

from pathlib import Path

import polars as pl

import vermeil as vm
from vermeil.made_up import MadeUp

__all__ = ["all_rejects", "ratings", "read", "risk"]

FRAMEWORKS = Path(__file__).resolve().parent.parent.parent / "examples" / "frameworks"
EAST_SUSSEX = FRAMEWORKS / "east_sussex_2011.toml"
EARLY_WARNING = FRAMEWORKS / "rotherham_early_warning.toml"


def read(made: MadeUp, name: str) -> pl.DataFrame:
    return pl.read_csv(made.directory / f"{name}.csv", infer_schema=False)


def ratings(made: MadeUp) -> vm.Ratings:
    framework = vm.Framework.load(EAST_SUSSEX)
    return framework.rate(framework.measure(vm.Evidence.read(made.directory), made.quarters[-1]))


def risk(made: MadeUp) -> vm.RiskScores:
    return vm.RiskScheme.load(EARLY_WARNING).score(vm.Evidence.read(made.directory), made.last_day)


def all_rejects(made: MadeUp) -> list[dict[str, object]]:
    evidence = vm.Evidence.read(made.directory)
    drawn = vm.Framework.load(EAST_SUSSEX).measure(evidence, made.quarters[-1])
    market = vm.Market.read(made.directory)
    tables = [evidence.rejects(), drawn.rejects(), risk(made).measures.rejects(), market.rejects()]
    return [row for table in tables for row in table.to_polars().iter_rows(named=True)]
