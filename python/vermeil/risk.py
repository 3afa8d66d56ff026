# SPDX-License-Identifier: MIT
"""Risk: how worried a scheme says to be about each service, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, overload

from vermeil import _core
from vermeil.evidence import Evidence
from vermeil.frames import Frame, InternalTable
from vermeil.framework import Framework
from vermeil.measures import Measures
from vermeil.norms import Norms

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["RiskBook", "RiskScheme", "RiskScore", "RiskScores"]


def day_of(day: date | str) -> date:
    """Give the day that a text such as ``2024-10-01`` names; a day stays what it is.

    Raises
    ------
    Error
        When it is neither.
    """
    if isinstance(day, str):
        try:
            return date.fromisoformat(day)
        except ValueError:
            pass
    elif isinstance(day, date):
        return day
    message = f"{day!r} is no day; write it as 2024-10-01, or give a date"
    raise _core.Error(message)


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
    since: date | None = None
    """The first day on which the level has held unbroken; ``None`` where no evidence tells."""

    @classmethod
    def _of(cls, core: _core.RiskScore) -> RiskScore:
        ages = (core.oldest_days, core.median_days, core.age_known)
        steps = (core.headline, core.json, core.explanation)
        return cls(core.service, core.as_of, core.level, *steps, *ages, core.since)

    def explain(self) -> str:
        """Give every step in plain words, a line each."""
        return "\n".join(self._lines)


class RiskScores(InternalTable):
    """The risk of each service: ``service``, ``as_of``, ``level``, ``points`` and what stands behind them."""

    def __init__(
        self, core: _core.RiskScores, measures: Measures, norms: Norms, book: _core.RiskBook | None = None
    ) -> None:
        self._scores = core
        self._book = book
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
        """Explain one service's score; from evidence, with its facts and since when its level has held.

        Raises
        ------
        Error
            When no such service was scored.
        """
        scores, book = self._scores, self._book
        return RiskScore._of(scores.explain(service) if book is None else book.explain(scores, service))

    def _trace_lines(self, rows: list[int], threads: int) -> list[tuple[str, str, date | None]]:
        scores, book = self._scores, self._book
        if book is None:
            return scores.trace_lines(rows, threads)
        return book.trace_lines(scores, rows, threads)

    def prompts(self) -> InternalTable:
        """Give what to do about services, whatever their level.

        Returns
        -------
        InternalTable
            ``service``, ``as_of``, ``level``, ``prompt``, ``because`` and ``certain`` (``yes``, or
            ``unknown`` while what the prompt asks about is absent).
        """
        return InternalTable(self._scores.prompts())

    @property
    def rolls_up(self) -> bool:
        """Whether `providers` and `groups` can be given: the scores are absolute, and made from evidence."""
        return self._book is not None and len(self.norms) == 0

    def providers(self) -> InternalTable:
        """Roll the services up to their providers; each fact and each incident counts once.

        Returns
        -------
        InternalTable
            ``provider``, ``as_of``, ``level`` (the worst of its services), ``points`` (null while open),
            ``lowest_points``, ``highest_points``, ``services``, ``at_level``, ``not_rated``,
            ``worst_service``, ``facts``, ``incidents``.

        Raises
        ------
        Error
            When the scores come from a table of measures, or the scheme compares services.
        """
        return InternalTable(self._from_evidence().rolled_up(self._scores))

    def groups(self) -> InternalTable:
        """Roll the services up to the groups of companies that the register names, as `providers` does.

        Raises
        ------
        Error
            When the scores come from a table of measures, or the scheme compares services.
        """
        return InternalTable(self._from_evidence().rolled_up(self._scores, by_group=True))

    def _from_evidence(self) -> _core.RiskBook:
        if self._book is None:
            message = "these scores come from a table of measures; facts are rolled up from evidence"
            raise _core.Error(message)
        return self._book


class RiskBook:
    """A scheme and a body of evidence, read once and scored on any day with only what was known on it."""

    def __init__(self, scheme: RiskScheme, evidence: Evidence) -> None:
        self._core = _core.RiskBook(scheme.framework._core, evidence._core)

    def score(self, as_of: date | str, *, threads: int = 1) -> RiskScores:
        """Score every service that is open on a day; a scheme that compares services compares those.

        Raises
        ------
        Error
            When a text is no day written as 2024-10-01.
        """
        scores = self._core.score(day_of(as_of), threads)
        return RiskScores(scores, Measures(self._core.measured(scores)), Norms(scores.norms), self._core)


def _evidence_of(given: object) -> Evidence:
    if not isinstance(given, Evidence):
        message = (
            f"evidence is a {type(given).__name__}; read tables with Evidence(...), "
            "or a folder or workbook with Evidence.read(path)"
        )
        raise _core.Error(message)
    return given


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

    @overload
    def score(self, evidence: Evidence, as_of: date | str, *, threads: int = 1) -> RiskScores: ...
    @overload
    def score(
        self, evidence: Evidence, as_of: Sequence[date] | list[str], *, threads: int = 1
    ) -> list[RiskScores]: ...
    def score(
        self, evidence: Evidence, as_of: date | str | Sequence[date] | list[str], *, threads: int = 1
    ) -> RiskScores | list[RiskScores]:
        """Score every service that is open on a day, with the facts that were known on it.

        Parameters
        ----------
        evidence
            What is known; it is read once, however many days there are.
        as_of
            A day, which may be a text such as ``2024-10-01``, or several: then the scores of each, in their
            order.
        threads
            How many work at once; the result does not depend on it.

        Raises
        ------
        DefinitionError
            When a weight is missing.
        Error
            When a text is no day, or ``evidence`` is none.
        """
        book = self.book(evidence)
        if isinstance(as_of, date | str):
            return book.score(as_of, threads=threads)
        return [book.score(day, threads=threads) for day in as_of]

    def book(self, evidence: Evidence) -> RiskBook:
        """Read evidence once, to score it on many days."""
        return RiskBook(self, _evidence_of(evidence))

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
