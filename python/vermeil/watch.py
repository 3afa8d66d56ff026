# SPDX-License-Identifier: MIT
"""The services in the order in which they should be looked at, and why one stands above another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.frames import Frame, InternalTable, Table
from vermeil.framework import Framework
from vermeil.ladder import risk_tables

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from vermeil.evidence import Evidence
    from vermeil.market import Market

__all__ = ["WatchComparison", "WatchList", "WatchReason"]


@dataclass(frozen=True)
class WatchReason:
    """One thing that is weighed, of two services."""

    measure: str
    upper: str
    """What the service above shows, in words."""
    lower: str
    upper_points: float
    """Points times weight; the most that they may be where the value is not known."""
    lower_points: float
    decided: bool
    """Without this one the lower would not stand below."""


@dataclass(frozen=True)
class WatchComparison:
    """Why one service stands above another; as a text, a line for each thing that is weighed."""

    upper: str
    lower: str
    upper_points: float
    lower_points: float
    reasons: tuple[WatchReason, ...]
    """Those that speak most for the upper first."""
    _lines: list[str] = field(repr=False)

    def __str__(self) -> str:
        """Say it in facts, a line each."""
        return "\n".join(self._lines)


class WatchList(InternalTable):
    """The services of a market in the order in which they should be looked at.

    As a table: ``place``, ``service``, ``points``, ``lowest_points``, ``band``, and a column in words for
    each thing that is weighed. What is not known of a service counts at its worst.

    Parameters
    ----------
    rules
        The order as data: a framework in which higher is worse and points add up, such as
        ``examples/watch/watch_list.toml``; or the path of its file.
    evidence, market
        What happened, and who gives care where.
    as_of
        The day.
    risk
        Risk scores: the proxy of harm.
    probabilities
        Probabilities of harm from a back-test: ``service`` and ``probability``, 0 to 1.

    Raises
    ------
    DefinitionError
        At the first mistake in the file.
    Error
        When the rules do not add points up, or ask for a measure that is not there.
    """

    def __init__(
        self,
        rules: Framework | str | Path,
        evidence: Evidence,
        market: Market,
        as_of: date,
        *,
        risk: Frame | None = None,
        probabilities: Frame | None = None,
    ) -> None:
        self.framework = rules if isinstance(rules, Framework) else Framework.load(rules)
        """The rules of the order."""
        tables = risk_tables(risk, probabilities)
        self._list = _core.WatchList(self.framework._core, evidence._core, market._core, tables, as_of)
        super().__init__(self._list.table())

    @property
    def services(self) -> list[str]:
        """The ids of the services, the first to be looked at first."""
        return self._list.services

    def why(self, one: str, other: str) -> WatchComparison:
        """Say why one of two services stands above the other, whichever is named first.

        Raises
        ------
        Error
            When one of them is not on the list, or both are the same.
        """
        said = self._list.why(one, other)
        reasons = tuple(WatchReason(**reason) for reason in said["reasons"])
        points = (said["upper_points"], said["lower_points"])
        return WatchComparison(said["upper"], said["lower"], *points, reasons, said["lines"])

    def rejects(self) -> Table:
        """Give the rows of scores and probabilities that could not be used."""
        return Table(self._list.rejects())
