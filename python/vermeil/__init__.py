# SPDX-License-Identifier: MIT
"""vermeil rates care providers Gold, Silver or Bronze and scores risk Green, Amber or Red.

Every result says what it rests on. See the README for the first ten minutes.
"""

from __future__ import annotations

from vermeil._core import DefinitionError, Error, Quarter, __version__, state_names, wilson_interval
from vermeil.catalogue import standard_measures
from vermeil.checking import Check, FileTally, check
from vermeil.editions import Change, Effect, Move, changes, effects, moves
from vermeil.evidence import Evidence
from vermeil.frames import Table
from vermeil.framework import Framework
from vermeil.linter import Finding, Severity, lint, lint_rules
from vermeil.made_up import make_up
from vermeil.mapping import Mapping
from vermeil.market import Market
from vermeil.measures import Measures
from vermeil.norms import Norms
from vermeil.ratchet import NextEdition, Proposal, next_edition, propose
from vermeil.ratings import Rating, Ratings
from vermeil.risk import RiskBook, RiskScheme, RiskScore, RiskScores
from vermeil.timetable import Timetable
from vermeil.visits import LateRounding, VisitRules, Visits, VisitTally, measure_visits

__all__ = [
    "Change",
    "Check",
    "DefinitionError",
    "Effect",
    "Error",
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
    "Rating",
    "Ratings",
    "RiskBook",
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
    "standard_measures",
    "state_names",
    "wilson_interval",
]
