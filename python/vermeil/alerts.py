# SPDX-License-Identifier: MIT
"""Alarms that together cost no more visits than a team can make."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.chart_rules import ChartKind, Improves
from vermeil.frames import Frame, InternalTable, core_table
from vermeil.panel_columns import PanelColumns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["AlertBudget", "AlertMeasure", "AlertRules", "alert_budget", "detection_study"]


@dataclass(frozen=True)
class AlertMeasure:
    """One measure of many services over time.

    Attributes
    ----------
    panel
        A table with a row for each service and period.
    kind
        Its chart: ``xmr``, ``p``, ``p_prime``, ``u``, ``u_prime`` or ``c``.
    improves
        Which way is better; with ``NEITHER`` both sides are watched.
    columns
        What its columns are called.
    """

    panel: Frame
    kind: ChartKind
    improves: Improves
    columns: PanelColumns = field(default_factory=PanelColumns)


@dataclass(frozen=True)
class AlertRules:
    """How many visits alarms may cost while nothing is wrong anywhere, and how they are found.

    Attributes
    ----------
    visits
        Services that chance alone may send a visitor to in one period.
    baseline
        The first so many periods of a series say what is usual; 3 or more.
    judged
        So many of the last periods are judged, each by itself.
    weight, slack
        Of the moving average and of the cumulative sum.
    draws
        Simulated series, at least, on which a limit rests; 100 or more. No ``q`` is smaller than services
        times measures over draws: ask for many where it shall be small.
    own_up_to
        Up to so many series each has draws of its own; beyond, series alike share theirs.
    seed
        Where chance begins.
    threads
        How many work at once; the result does not depend on it.
    """

    visits: float = 12.0
    baseline: int = 24
    judged: int = 1
    weight: float = 0.2
    slack: float = 0.5
    draws: int = 2000
    own_up_to: int = 500
    seed: int = 1
    threads: int = 1

    def _bound(self) -> _core.AlertRules:
        return _core.AlertRules(
            self.visits,
            self.baseline,
            self.judged,
            self.weight,
            self.slack,
            self.draws,
            self.own_up_to,
            self.seed,
            self.threads,
        )


class AlertBudget(InternalTable):
    """The services that were judged, the loudest first.

    Columns: ``service``, ``period``, ``alarm`` (1 for a visit), ``p`` (how likely chance alarms it so
    strongly through
    any of its measures), ``q`` (the false discovery rate at which it would be listed), ``measure``, ``look``,
    ``score``, ``limit`` and ``words``.

    Attributes
    ----------
    expected
        For each judged period, the services that chance alone would alarm; near to the budget.
    rejects
        For each measure, what of its panel could not be used.
    """

    def __init__(self, core: _core.AlertBudget, rejects: dict[str, InternalTable]) -> None:
        super().__init__(core.table())
        self.expected = core.expected
        self.rejects = rejects


def alert_budget(measures: Mapping[str, AlertMeasure], rules: AlertRules | None = None) -> AlertBudget:
    """Judge the last periods of some measures so that chance alone alarms as many services as can be visited.

    Each series is looked at in three ways against its own baseline: its last point, an average that forgets,
    and a
    sum. Limits come from simulated series that its baseline makes likely; one threshold over all services,
    measures
    and looks makes the expected number of services with an alarm the budget.

    Parameters
    ----------
    measures
        By id; series of all panels bear the ids of services.
    rules
        The budget and how it is kept.

    Raises
    ------
    Error
        When a column is missing, a chart is none that can be judged, or a rule lies outside its range.
    """
    bound = []
    rejects = {}
    for name, measure in measures.items():
        named = measure.columns
        table = core_table(measure.panel, name, as_they_lie=True)
        panel = _core.Panel.read(table, measure.kind.value, named._names(), named.every.value)
        rejects[name] = InternalTable(panel.rejects())
        bound.append((name, panel, measure.kind.value, measure.improves.value))
    return AlertBudget(_core.alert_budget(bound, (rules or AlertRules())._bound()), rejects)


def detection_study(
    rules: AlertRules | None = None,
    *,
    services: int = 200,
    watched: int = 12,
    usual: Sequence[float] = (2.0, 4.0, 8.0),
    rises: Sequence[float] = (1.0, 1.5, 2.0, 3.0),
) -> InternalTable:
    """Ask on made-up counts how soon a budget sees a rise, beside the four rules of special cause.

    Parameters
    ----------
    rules
        The budget.
    services, watched
        How many, and for how many periods after the rise.
    usual
        Mean counts a period, taken in turn by the services.
    rises
        What counts are multiplied by; 1 is a market where nothing is wrong.

    Returns
    -------
    InternalTable
        ``way`` (``budget`` or ``four_rules``), ``rise``, ``period`` after it, ``alarmed`` services in the
        period,
        and ``seen``, the share of services that have had an alarm by then.

    Raises
    ------
    Error
        When there is no usual count or service, or a number lies outside its range.
    """
    bound = (rules or AlertRules())._bound()
    return InternalTable(_core.detection_study(services, watched, list(usual), list(rises), bound))
