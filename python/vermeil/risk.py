# SPDX-License-Identifier: MIT
"""Risk: how worried a scheme says to be about each service, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.frames import Frame, InternalTable
from vermeil.framework import Framework
from vermeil.measures import Measures
from vermeil.norms import Norms

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from vermeil.evidence import Evidence

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
    oldest_days: int | None = None
    """The age of the oldest evidence, in days; ``None`` where no day is known."""
    median_days: int | None = None
    """The age that half of the weight does not exceed, in days."""
    age_known: float = 0.0
    """The weight whose age is known / the weight with data, 0 to 1."""

    @classmethod
    def _of(cls, core: _core.RiskScore) -> RiskScore:
        ages = (core.oldest_days, core.median_days, core.age_known)
        return cls(core.service, core.as_of, core.level, core.headline, core.json, core.explanation, *ages)

    def explain(self) -> str:
        """Give every step in plain words, a line each."""
        return "\n".join(self._lines)


class RiskScores(InternalTable):
    """The risk of each service: ``service``, ``as_of``, ``level``, ``points`` and what stands behind them."""

    def __init__(self, core: _core.RiskScores, measures: Measures, norms: Norms) -> None:
        self._scores = core
        self.measures = measures
        """The indicators that were scored."""
        self.norms = norms
        """What services were compared with; empty under an absolute scheme."""
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
        return self.score_measures(self.framework.measure_as_of(evidence, as_of), as_of, threads=threads)

    def score_measures(
        self, measures: Measures | Frame, as_of: date, *, norms: Norms | None = None, threads: int = 1
    ) -> RiskScores:
        """Score services whose indicators were computed already, as `Framework.rate` rates them.

        Parameters
        ----------
        measures
            What `Framework.read_measures` gave, or a frame that it reads with its defaults.
        as_of
            The day that the scores bear.
        norms
            What `Framework.fit` found; without it, services are compared with those of the same table.
        threads
            How many work at once; the result does not depend on it.

        Raises
        ------
        Error
            When a live indicator has no column, or norms are another scheme's.
        DefinitionError
            When a weight is missing.
        """
        rules = self.framework
        table = measures if isinstance(measures, Measures) else rules.read_measures(measures, as_of=as_of)
        known = norms or (rules.fit(table) if rules.is_relative else Norms())
        scored = _core.score_risk(rules._core, known._core, table._measures, as_of, threads)
        return RiskScores(scored, table, known)
