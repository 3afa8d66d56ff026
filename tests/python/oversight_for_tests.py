# SPDX-License-Identifier: MIT
"""A small made-up market with decisions, an embargo and an action, in which free texts name people."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import vermeil as vm

__all__ = ["DAY", "LADDER", "SCHEME", "SINCE", "WATCH", "evidence_of", "market", "tables", "write_tables"]

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
LADDER = EXAMPLES / "ladders" / "rotherham_ladder.toml"
SCHEME = EXAMPLES / "frameworks" / "rotherham_early_warning.toml"
WATCH = EXAMPLES / "watch" / "watch_list.toml"
DAY, SINCE = date(2024, 12, 31), date(2024, 11, 30)


Tables = dict[str, dict[str, list[Any]]]


def tables() -> Tables:
    """Give the tables: S1 has all the trouble, and its texts name PER-7 and W3."""
    return register() | happened() | decided()


def register() -> Tables:
    """Give who there is, and who is cared for by whom."""
    return {
        "services": {
            "service": ["S1", "S2", "S3"],
            "provider": ["A", "A", "B"],
            "regulators": ["cqc;pamms"] * 3,
        },
        "packages": {
            "package": ["K1", "K2"],
            "person": ["PER-7", "PER-8"],
            "hours_per_week": ["20", "30"],
            "from": ["2024-01-01"] * 2,
            "service": ["S1", "S3"],
        },
        "visits": {
            "service": ["S1"],
            "person": ["PER-7"],
            "worker": ["W3"],
            "planned_start": ["2024-10-01T08:00"],
            "planned_end": ["2024-10-01T08:30"],
            "status": ["delivered"],
        },
        "contracts": {"contract": ["C"], "kind": ["framework"], "from": ["2024-01-01"]},
        "lots": {"lot": ["L"], "contract": ["C"], "tiers": ["one"], "zones": ["north"]},
        "awards": {"provider": ["A", "B"], "lot": ["L"] * 2, "tier": ["one"] * 2, "from": ["2024-01-01"] * 2},
    }


def happened() -> Tables:
    """Give what was found and told."""
    services = ["S1", "S2", "S3"]
    return {
        "inspections": {
            "service": services * 2,
            "source": ["cqc"] * 3 + ["pamms"] * 3,
            "rating": ["Good"] * 6,
            "on": ["2024-01-01"] * 6,
        },
        "events": {
            "service": ["S1", "S1", "S3"],
            "event": ["default_notice", "substantiated_concern", "substantiated_concern"],
            "from": ["2024-12-05", "2024-12-06", "2024-12-07"],
        },
        "concerns": {
            "service": ["S1"],
            "raised_on": ["2024-12-10"],
            "about": ["PER-7 was left alone by W3 <script>"],
        },
    }


def decided() -> Tables:
    """Give what people decided."""
    return {
        "decisions": {
            "service": ["S1"],
            "step": ["improvement plan"],
            "on": ["2024-10-01"],
            "role": ["contract officer"],
            "reason": ["W3 missed PER-7"],
            "seen": ["visit report"],
        },
        "embargoes": {
            "service": ["S1"],
            "from": ["2024-12-20"],
            "role": ["director"],
            "reason": ["nobody came to PER-7"],
        },
        "actions": {
            "service": ["S1"],
            "action": ["replace W3"],
            "set_on": ["2024-10-01"],
            "due_on": ["2024-12-01"],
            "role": ["provider"],
        },
    }


def evidence_of(**changed: dict[str, list[Any]]) -> vm.Evidence:
    """Give the evidence, some tables replaced."""
    known = {schema["name"] for schema in vm._core.evidence_schemas()}
    return vm.Evidence(**{name: table for name, table in (tables() | changed).items() if name in known})


def market() -> vm.Market:
    """Give the market."""
    known = {schema["name"] for schema in vm._core.market_schemas()}
    return vm.Market(**{name: table for name, table in tables().items() if name in known})


def write_tables(folder: Path) -> Path:
    """Write the tables as CSV files."""
    import polars

    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables().items():
        polars.DataFrame(table).write_csv(folder / f"{name}.csv")
    return folder
