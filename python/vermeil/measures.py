# SPDX-License-Identifier: MIT
"""Measures of many services in one quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vermeil.frames import Table

if TYPE_CHECKING:
    from datetime import date

    from vermeil import _core
    from vermeil.types import CellDict

__all__ = ["Measures"]


class Measures(Table):
    """The measure table: ``service``, ``quarter``, and for each measure its value, ``.state`` and more.

    Beside a value stand ``.n``, ``.count``, ``.flags`` and ``.day`` where they are known. A value is null
    where it is absent; its state says why. Shares lie between 0 and 1.
    """

    def __init__(self, measured: _core.Measured) -> None:
        self._measured = measured
        self._measures = measured.table
        super().__init__(self._measures.table())

    @property
    def services(self) -> list[str]:
        """The ids of the services, in the order of the rows."""
        return self._measures.services

    @property
    def quarter(self) -> str:
        """The quarter, as ``2024-25 Q3``; empty where the measures came without one."""
        return self._measures.quarter

    @property
    def as_of(self) -> date | None:
        """The day as of which the measures hold; ``None`` where they came without a day and a quarter."""
        return self._measures.as_of

    def rejects(self, *, unmasked: bool = False) -> Table:
        """Give the rows of evidence that did not fit the framework: an unknown answer, a share above 1."""
        return Table(self._measured.rejects(unmasked))

    def cell(self, service: str, measure: str) -> CellDict:
        """Give one cell: ``value`` or ``None``, ``state``, ``n``, ``count``, ``day``, a Wilson ``interval``.

        The day is that of the oldest evidence beneath the value.

        Raises
        ------
        Error
            When there is no such service or measure.
        """
        return self._measures.cell(service, measure)
