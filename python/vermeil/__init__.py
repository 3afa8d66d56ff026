# SPDX-License-Identifier: MIT
"""vermeil rates care providers Gold, Silver or Bronze and scores risk Green, Amber or Red.

Every result says what it rests on. See the README for the first ten minutes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from vermeil._core import DefinitionError, Error, Quarter, __version__, state_names, wilson_interval
from vermeil.evidence import Evidence
from vermeil.frames import InternalTable, Table
from vermeil.framework import Framework
from vermeil.market import Market
from vermeil.measures import Measures
from vermeil.norms import Norms
from vermeil.ratings import Rating, Ratings
from vermeil.risk import RiskBook, RiskScheme, RiskScore, RiskScores
from vermeil.timetable import Timetable

if TYPE_CHECKING:
    from vermeil.alerts import AlertBudget, AlertMeasure, AlertRules, alert_budget, detection_study
    from vermeil.backtesting import (
        Backtest,
        ListDays,
        RankAgreement,
        backtest,
        backtest_ranked,
        rank_agreement,
    )
    from vermeil.cancellation_tally import CancellationTally
    from vermeil.catalogue import standard_measures
    from vermeil.charts import (
        ChartChoice,
        ChartKind,
        ChartRules,
        Charts,
        EmptySubgroups,
        Every,
        GCentre,
        Improves,
        PanelColumns,
        RangeFactor,
        Screening,
        SeriesKind,
        chart_panel,
        chart_series,
        choose_chart,
        cusum,
        ewma,
        rare_event_cusum,
        shifts,
        trends,
        two_of_three,
    )
    from vermeil.checking import Check, FileTally, check
    from vermeil.editions import Change, Effect, Move, changes, effects, moves
    from vermeil.evidence_tally import EvidenceTally
    from vermeil.funnels import (
        Extremes,
        Funnel,
        FunnelKind,
        FunnelRules,
        FunnelScale,
        SmallCounts,
        Widening,
        binomial_limits,
        funnel,
        outliers,
        poisson_limits,
    )
    from vermeil.ladder import Escalation, Ladder
    from vermeil.linter import Finding, Severity, lint, lint_rules
    from vermeil.made_up import make_up
    from vermeil.mapping import Mapping
    from vermeil.panel_pack import PanelPack, panel
    from vermeil.publishing import INTERNAL, publishable, refuse_internal_folder
    from vermeil.ratchet import NextEdition, Proposal, next_edition, propose
    from vermeil.visit_rules import LateRounding, VisitRules
    from vermeil.visit_tally import VisitTally
    from vermeil.visits import Visits, measure_visits
    from vermeil.watch import WatchComparison, WatchLine, WatchList, WatchReason

# What rates and scores is there at once. The rest is loaded when it is first named: a script that rates one
# provider does not wait for the readers, the linter and the generator of made-up markets.
_WHEN_NAMED = {
    "alerts": (
        "AlertBudget",
        "AlertMeasure",
        "AlertRules",
        "alert_budget",
        "detection_study",
    ),
    "backtesting": (
        "Backtest",
        "ListDays",
        "RankAgreement",
        "backtest",
        "backtest_ranked",
        "rank_agreement",
    ),
    "charts": (
        "ChartChoice",
        "ChartKind",
        "ChartRules",
        "Charts",
        "EmptySubgroups",
        "Every",
        "GCentre",
        "Improves",
        "PanelColumns",
        "RangeFactor",
        "Screening",
        "SeriesKind",
        "chart_panel",
        "chart_series",
        "choose_chart",
        "cusum",
        "ewma",
        "rare_event_cusum",
        "shifts",
        "trends",
        "two_of_three",
    ),
    "funnels": (
        "Extremes",
        "Funnel",
        "FunnelKind",
        "FunnelRules",
        "FunnelScale",
        "SmallCounts",
        "Widening",
        "binomial_limits",
        "funnel",
        "outliers",
        "poisson_limits",
    ),
    "cancellation_tally": ("CancellationTally",),
    "catalogue": ("standard_measures",),
    "checking": ("Check", "FileTally", "check"),
    "editions": ("Change", "Effect", "Move", "changes", "effects", "moves"),
    "evidence_tally": ("EvidenceTally",),
    "ladder": ("Escalation", "Ladder"),
    "linter": ("Finding", "Severity", "lint", "lint_rules"),
    "made_up": ("make_up",),
    "mapping": ("Mapping",),
    "panel_pack": ("PanelPack", "panel"),
    "publishing": ("INTERNAL", "publishable", "refuse_internal_folder"),
    "ratchet": ("NextEdition", "Proposal", "next_edition", "propose"),
    "visit_rules": ("LateRounding", "VisitRules"),
    "visit_tally": ("VisitTally",),
    "visits": ("Visits", "measure_visits"),
    "watch": ("WatchComparison", "WatchLine", "WatchList", "WatchReason"),
}
_MODULE_OF = {name: module for module, names in _WHEN_NAMED.items() for name in names}

__all__ = [
    "INTERNAL",
    "AlertBudget",
    "AlertMeasure",
    "AlertRules",
    "Backtest",
    "CancellationTally",
    "Change",
    "ChartChoice",
    "ChartKind",
    "ChartRules",
    "Charts",
    "Check",
    "DefinitionError",
    "Effect",
    "EmptySubgroups",
    "Error",
    "Escalation",
    "Every",
    "Evidence",
    "EvidenceTally",
    "Extremes",
    "FileTally",
    "Finding",
    "Framework",
    "Funnel",
    "FunnelKind",
    "FunnelRules",
    "FunnelScale",
    "GCentre",
    "Improves",
    "InternalTable",
    "Ladder",
    "LateRounding",
    "ListDays",
    "Mapping",
    "Market",
    "Measures",
    "Move",
    "NextEdition",
    "Norms",
    "PanelColumns",
    "PanelPack",
    "Proposal",
    "Quarter",
    "RangeFactor",
    "RankAgreement",
    "Rating",
    "Ratings",
    "RiskBook",
    "RiskScheme",
    "RiskScore",
    "RiskScores",
    "Screening",
    "SeriesKind",
    "Severity",
    "SmallCounts",
    "Table",
    "Timetable",
    "VisitRules",
    "VisitTally",
    "Visits",
    "WatchComparison",
    "WatchLine",
    "WatchList",
    "WatchReason",
    "Widening",
    "__version__",
    "alert_budget",
    "backtest",
    "backtest_ranked",
    "binomial_limits",
    "changes",
    "chart_panel",
    "chart_series",
    "check",
    "choose_chart",
    "cusum",
    "detection_study",
    "effects",
    "ewma",
    "funnel",
    "lint",
    "lint_rules",
    "make_up",
    "measure_visits",
    "moves",
    "next_edition",
    "outliers",
    "panel",
    "poisson_limits",
    "propose",
    "publishable",
    "rank_agreement",
    "rare_event_cusum",
    "refuse_internal_folder",
    "shifts",
    "standard_measures",
    "state_names",
    "trends",
    "two_of_three",
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
