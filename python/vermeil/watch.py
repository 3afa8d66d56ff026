# SPDX-License-Identifier: MIT
"""The services in the order in which they should be looked at, and why one stands above another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.frames import Frame, InternalTable
from vermeil.framework import Framework
from vermeil.ladder import risk_tables

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from vermeil.evidence import Evidence
    from vermeil.market import Market
    from vermeil.types import WhyDict

__all__ = ["WatchComparison", "WatchLine", "WatchList", "WatchReason"]


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
    """Without this one the lower would not stand below; of keys, the first that differs."""


@dataclass(frozen=True)
class WatchComparison:
    """Why one service stands above another; as a text, a line for each thing that is weighed."""

    upper: str
    lower: str
    upper_points: float | None
    """``None`` where nothing that is weighed applies."""
    lower_points: float | None
    reasons: tuple[WatchReason, ...]
    """Those that speak most for the upper first, or the keys in their order."""
    _lines: list[str] = field(repr=False)

    def __str__(self) -> str:
        """Say it in facts, a line each."""
        return "\n".join(self._lines)


@dataclass(frozen=True)
class WatchLine:
    """Where the services that can be visited end; as a text, what stands just below, and why."""

    visits: int
    """Services that can be visited in one round."""
    services: int
    """Services on the list."""
    why: WatchComparison
    """The last that can be visited, above the first that cannot."""
    _lines: list[str] = field(repr=False)

    def __str__(self) -> str:
        """Say it in facts, a line each."""
        return "\n".join(self._lines)


class WatchList(InternalTable):
    """The services of a market in the order in which they should be looked at.

    As a table: ``place``, ``service``, ``visit`` (``yes`` or ``no``, empty where nobody says how many can be
    visited), ``points``, ``lowest_points`` (both null where nothing applies), ``band``, and a column in words
    for each thing that is weighed. What is not known of a service counts at its worst.

    Parameters
    ----------
    rules
        The order as data: a framework in which higher is worse and points add up, such as
        ``examples/watch/watch_list.toml``; or the path of its file. With ``keys`` under ``[watch]`` these
        order in the place of the points, as in ``examples/watch/watch_keys.toml``.
    evidence, market
        What happened, and who gives care where.
    as_of
        The day.
    risk
        Risk scores: the proxy of harm.
    probabilities
        Probabilities of harm from a back-test: ``service`` and ``probability``, 0 to 1.
    visits
        How many services can be visited in one round, 1 or more; without it, as many as the rules say.

    Raises
    ------
    DefinitionError
        At the first mistake in the file.
    Error
        When the rules do not add points up, ask for a measure that is not there, or nobody can be visited.
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
        visits: int | None = None,
    ) -> None:
        self.framework = rules if isinstance(rules, Framework) else Framework.load(rules)
        """The rules of the order."""
        tables = risk_tables(risk, probabilities)
        self._list = _core.WatchList(
            self.framework._core, evidence._core, market._core, tables, as_of, visits
        )
        super().__init__(self._list.table())

    @property
    def services(self) -> list[str]:
        """The ids of the services, the first to be looked at first."""
        return self._list.services

    @property
    def visits(self) -> int | None:
        """How many services can be visited in one round; ``None`` where nobody says."""
        return self._list.visits or None

    def line(self) -> WatchLine | None:
        """Say where the services that can be visited end; ``None`` where all can be, or nobody says."""
        said = self._list.line()
        if said is None:
            return None
        return WatchLine(said["visits"], said["services"], _comparison(said["why"]), said["lines"])

    def why(self, one: str, other: str) -> WatchComparison:
        """Say why one of two services stands above the other, whichever is named first.

        Raises
        ------
        Error
            When one of them is not on the list, or both are the same.
        """
        return _comparison(self._list.why(one, other))

    def rejects(self) -> InternalTable:
        """Give the rows of scores and probabilities that could not be used."""
        return InternalTable(self._list.rejects())


def _comparison(said: WhyDict) -> WatchComparison:
    reasons = tuple(WatchReason(**reason) for reason in said["reasons"])
    points = (said["upper_points"], said["lower_points"])
    return WatchComparison(said["upper"], said["lower"], *points, reasons, said["lines"])
