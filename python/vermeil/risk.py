# SPDX-License-Identifier: MIT
"""Risk: how worried a scheme says to be about each service, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.frames import Table
from vermeil.framework import Framework

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from vermeil.evidence import Evidence
    from vermeil.measures import Measures

__all__ = ["RiskScheme", "RiskScore", "RiskScores"]


@dataclass(frozen=True)
class RiskScore:
    """One service's level with all that led to it; ``Not rated`` says that too little is known."""

    service: str
    as_of: str
    level: str
    headline: str
    json: str = field(repr=False)
    _lines: list[str] = field(repr=False)

    @classmethod
    def _of(cls, core: _core.RiskScore) -> RiskScore:
        return cls(core.service, core.as_of, core.level, core.headline, core.json, core.explanation)

    def explain(self) -> str:
        """Give every step in plain words, a line each."""
        return "\n".join(self._lines)


class RiskScores(Table):
    """The risk of each service: ``service``, ``as_of``, ``level``, ``points`` and what stands behind them."""

    def __init__(self, core: _core.RiskScores, measures: Measures) -> None:
        self._scores = core
        self.measures = measures
        """The indicators that were scored."""
        super().__init__(core.table())

    @property
    def services(self) -> list[str]:
        """The ids of the services, in the order of the rows."""
        return self._scores.services

    def __getitem__(self, service: str) -> RiskScore:
        """Explain one service's score.

        Raises
        ------
        Error
            When no such service was scored.
        """
        return RiskScore._of(self._scores.explain(service))


class RiskScheme:
    """Indicators, points and triggers as data: a framework file in which higher is worse."""

    def __init__(self, framework: Framework) -> None:
        if not framework._core.is_risk_scheme:
            message = f"'{framework.id}' is no risk scheme: it lacks higher_is = \"worse\""
            raise _core.Error(message)
        self.framework = framework
        """The rules of the scheme."""

    @classmethod
    def load(cls, path: str | Path) -> RiskScheme:
        """Read a scheme from its file.

        Raises
        ------
        DefinitionError
            At the first mistake in the file.
        Error
            When higher is better in it.
        """
        return cls(Framework.load(path))

    def score(self, evidence: Evidence, as_of: date, *, threads: int = 1) -> RiskScores:
        """Score every service that is open on a day, with the facts that were known on it.

        Raises
        ------
        DefinitionError
            When a weight is missing.
        """
        measures = self.framework.measure_as_of(evidence, as_of)
        return RiskScores(
            _core.score_risk(self.framework._core, measures._measures, as_of, threads), measures
        )
