# SPDX-License-Identifier: MIT
"""vermeil rates care providers Gold, Silver or Bronze and scores risk Green, Amber or Red.

Every result says what it rests on. See the README for the first ten minutes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from vermeil._core import DefinitionError, Error, Quarter, __version__, state_names, wilson_interval
from vermeil.evidence import Evidence
from vermeil.frames import Table
from vermeil.framework import Framework
from vermeil.market import Market
from vermeil.measures import Measures
from vermeil.norms import Norms
from vermeil.ratings import Rating, Ratings
from vermeil.risk import RiskScheme, RiskScore, RiskScores
from vermeil.timetable import Timetable

if TYPE_CHECKING:
    from vermeil.backtesting import (
        Backtest,
        Every,
        RankAgreement,
        backtest,
        backtest_ranked,
        rank_agreement,
    )
    from vermeil.catalogue import standard_measures
    from vermeil.checking import Check, FileTally, check
    from vermeil.editions import Change, Effect, Move, changes, effects, moves
    from vermeil.linter import Finding, Severity, lint, lint_rules
    from vermeil.made_up import make_up
    from vermeil.mapping import Mapping
    from vermeil.ratchet import NextEdition, Proposal, next_edition, propose
    from vermeil.visits import LateRounding, VisitRules, Visits, VisitTally, measure_visits

# What rates and scores is there at once. The rest is loaded when it is first named: a script that rates one
# provider does not wait for the readers, the linter and the generator of made-up markets.
_WHEN_NAMED = {
    "backtesting": (
        "Backtest",
        "Every",
        "RankAgreement",
        "backtest",
        "backtest_ranked",
        "rank_agreement",
    ),
    "catalogue": ("standard_measures",),
    "checking": ("Check", "FileTally", "check"),
    "editions": ("Change", "Effect", "Move", "changes", "effects", "moves"),
    "linter": ("Finding", "Severity", "lint", "lint_rules"),
    "made_up": ("make_up",),
    "mapping": ("Mapping",),
    "ratchet": ("NextEdition", "Proposal", "next_edition", "propose"),
    "visits": ("LateRounding", "VisitRules", "VisitTally", "Visits", "measure_visits"),
}
_MODULE_OF = {name: module for module, names in _WHEN_NAMED.items() for name in names}

__all__ = [
    "Backtest",
    "Change",
    "Check",
    "DefinitionError",
    "Effect",
    "Error",
    "Every",
    "Evidence",
    "FileTally",
    "Finding",
    "Framework",
    "LateRounding",
    "Mapping",
    "Market",
    "Measures",
    "Move",
    "NextEdition",
    "Norms",
    "Proposal",
    "Quarter",
    "RankAgreement",
    "Rating",
    "Ratings",
    "RiskScheme",
    "RiskScore",
    "RiskScores",
    "Severity",
    "Table",
    "Timetable",
    "VisitRules",
    "VisitTally",
    "Visits",
    "__version__",
    "backtest",
    "backtest_ranked",
    "changes",
    "check",
    "effects",
    "lint",
    "lint_rules",
    "make_up",
    "measure_visits",
    "moves",
    "next_edition",
    "propose",
    "rank_agreement",
    "standard_measures",
    "state_names",
    "wilson_interval",
]


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULE_OF})
