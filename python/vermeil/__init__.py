# SPDX-License-Identifier: MIT
"""vermeil rates care providers Gold, Silver or Bronze and scores risk Green, Amber or Red.

Every result says what it rests on. See the README for the first ten minutes.
"""

from __future__ import annotations

from vermeil._core import DefinitionError, Error, Quarter, __version__, state_names, wilson_interval
from vermeil.editions import Change, Effect, Move, changes, effects, moves
from vermeil.evidence import Evidence
from vermeil.frames import Table
from vermeil.framework import Framework
from vermeil.linter import Finding, Severity, lint, lint_rules
from vermeil.made_up import make_up
from vermeil.market import Market
from vermeil.measures import Measures
from vermeil.norms import Norms
from vermeil.ratchet import NextEdition, Proposal, next_edition, propose
from vermeil.ratings import Rating, Ratings
from vermeil.risk import RiskScheme, RiskScore, RiskScores
from vermeil.timetable import Timetable
from vermeil.visits import LateRounding, VisitRules, Visits, measure_visits

__all__ = [
    "Change",
    "DefinitionError",
    "Effect",
    "Error",
    "Evidence",
    "Finding",
    "Framework",
    "LateRounding",
    "Market",
    "Measures",
    "Move",
    "NextEdition",
    "Norms",
    "Proposal",
    "Quarter",
    "Rating",
    "Ratings",
    "RiskScheme",
    "RiskScore",
    "RiskScores",
    "Severity",
    "Table",
    "Timetable",
    "VisitRules",
    "Visits",
    "__version__",
    "changes",
    "effects",
    "lint",
    "lint_rules",
    "make_up",
    "measure_visits",
    "moves",
    "next_edition",
    "propose",
    "state_names",
    "wilson_interval",
]
