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
from vermeil.frames import InternalTable, Table
from vermeil.framework import Framework
from vermeil.ladder import Escalation, Ladder
from vermeil.linter import Finding, Severity, lint, lint_rules
from vermeil.made_up import make_up
from vermeil.mapping import Mapping
from vermeil.market import Market
from vermeil.measures import Measures
from vermeil.norms import Norms
from vermeil.panel_pack import PanelPack, panel
from vermeil.publishing import INTERNAL, PUBLISHABLE, publishable, refuse_internal_folder
from vermeil.ratchet import NextEdition, Proposal, next_edition, propose
from vermeil.ratings import Rating, Ratings
from vermeil.risk import RiskScheme, RiskScore, RiskScores
from vermeil.timetable import Timetable
from vermeil.visits import LateRounding, VisitRules, Visits, VisitTally, measure_visits
from vermeil.watch import WatchComparison, WatchList, WatchReason

__all__ = [
    "INTERNAL",
    "PUBLISHABLE",
    "Change",
    "Check",
    "DefinitionError",
    "Effect",
    "Error",
    "Escalation",
    "Evidence",
    "FileTally",
    "Finding",
    "Framework",
    "InternalTable",
    "Ladder",
    "LateRounding",
    "Mapping",
    "Market",
    "Measures",
    "Move",
    "NextEdition",
    "Norms",
    "PanelPack",
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
    "VisitTally",
    "Visits",
    "WatchComparison",
    "WatchList",
    "WatchReason",
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
    "panel",
    "propose",
    "publishable",
    "refuse_internal_folder",
    "standard_measures",
    "state_names",
    "wilson_interval",
]
