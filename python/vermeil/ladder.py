# SPDX-License-Identifier: MIT
"""Ladders of escalation: where everybody stands, what is proposed, who may be called. People decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.frames import Frame, InternalTable, core_table
from vermeil.risk import RiskScores

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from vermeil.evidence import Evidence
    from vermeil.market import Market

__all__ = ["Escalation", "Ladder", "risk_tables"]


class Escalation:
    """What a ladder says of a market as of a day. Nothing follows from it by itself: a person decides.

    Texts that people wrote are shown with the ids of people and workers masked.
    """

    def __init__(self, core: _core.Escalation, as_of: date) -> None:
        self._core = core
        self.as_of = as_of
        """The day."""
        self.standings = InternalTable(core.standings())
        """Where everybody stands beside what is proposed: ``of`` (service or provider), ``step``, ``since``,
        ``role``, ``reason``, ``review_on``, ``deadline_on``, ``proposed`` (empty while it is open between
        ``proposed_mildest`` and ``proposed_gravest``), ``because``, ``needs`` and ``for_roles`` of the move,
        ``differs`` (``graver`` or ``milder`` where the step is another than the one proposed now),
        ``proposed_then`` and ``because_then`` (what was proposed on the day of the decision, from what was
        known on it), ``decided`` (``graver`` or ``milder`` where people decided otherwise than that),
        ``embargo``, ``doubt``."""
        self.embargoes = InternalTable(core.embargoes())
        """The embargoes in force: ``from``, ``to``, ``role``, ``reason``, ``review_on``, ``doubt``."""
        self.overdue = InternalTable(core.overdue())
        """What is past its day: ``duty`` (action, review, deadline, embargo review), ``what``, ``due_on``,
        ``days``."""

    def broker(self, market: Market) -> InternalTable:
        """Say who may be called, in the order of offers: ``may_call`` is yes, ask or no, with ``why``."""
        return InternalTable(self._core.broker(market._core))

    def rejects(self) -> InternalTable:
        """Give the decisions, embargoes and levels that could not be used, or were kept with a doubt."""
        return InternalTable(self._core.rejects())


class Ladder:
    """The steps of escalation as data: moves that are allowed, what gives reason for them, days and roles.

    Examples
    --------
    >>> import vermeil as vm
    >>> ladder = vm.Ladder.load("examples/ladders/rotherham_ladder.toml")
    >>> ladder.steps[1:3]
    ['improvement plan', 'default notice']
    """

    def __init__(self, core: _core.Ladder) -> None:
        self._core = core

    @classmethod
    def load(cls, path: str | Path) -> Ladder:
        """Read a ladder from its file.

        Raises
        ------
        DefinitionError
            At the first mistake, with line and column.
        """
        return cls(_core.Ladder.load(str(path)))

    @classmethod
    def parse(cls, text: str, name: str = "ladder.toml") -> Ladder:
        """Read a ladder from a text, as `load` reads a file."""
        return cls(_core.Ladder.parse(text, name))

    @property
    def id(self) -> str:
        """The ladder's id."""
        return self._core.id

    @property
    def title(self) -> str:
        """The ladder's title."""
        return self._core.title

    @property
    def source(self) -> str:
        """Where its steps come from."""
        return self._core.source

    @property
    def steps(self) -> list[str]:
        """The steps, the mildest first."""
        return self._core.steps

    def stands(self, evidence: Evidence, as_of: date, *, risk: Frame | None = None) -> Escalation:
        """Say where everybody stands, what is proposed and what is overdue as of a day.

        Parameters
        ----------
        evidence
            With the tables ``decisions``, ``embargoes`` and ``actions``. Without decisions nobody can say
            where anybody stands; an empty table says that all stand on the mildest step.
        as_of
            The day: what was not known on it does not count.
        risk
            Risk scores, or any frame with ``service`` and ``level``; without it
            proposals that rest on a level are open. Scores that a scheme made of evidence tell the levels of
            the days of the decisions as well, so that each decision stands beside what was proposed then.

        Raises
        ------
        Error
            When the frame has no column ``service``.
        """
        book = risk._book if isinstance(risk, RiskScores) else None
        core = _core.Escalation(self._core, evidence._core, risk_tables(risk), as_of, book)
        return Escalation(core, as_of)


def risk_tables(*frames: Frame | None) -> list[_core.Table]:
    """Give what was scored as the compiled part takes it."""
    return [core_table(frame, "risk") for frame in frames if frame is not None]
