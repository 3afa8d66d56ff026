# SPDX-License-Identifier: MIT
"""The market: who was asked to do what, for how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.frames import Frame, Table, core_table

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from vermeil.mapping import Mapping
    from vermeil.types import AwardDict

__all__ = ["Market"]


class Market:
    """Providers, services, contracts, lots, awards and care packages whose ids all resolve.

    Parameters
    ----------
    providers, services, contracts, lots, awards, packages, package_changes
        Frames that speak Arrow, or mappings of column names to lists; each may be left out. Rows that do not
        fit, or that name what no table knows, become ``rejects``.

    Raises
    ------
    Error
        When a table's name is not known or a required column is missing.

    Examples
    --------
    >>> import vermeil as vm
    >>> vm.Market(services={"service": ["S1"], "provider": ["P1"]}).providers
    ['P1']
    """

    def __init__(self, **tables: Frame) -> None:
        given = {name: core_table(table, name) for name, table in tables.items() if table is not None}
        self._core = _core.Market(given)

    @classmethod
    def read(cls, path: str | Path, mapping: Mapping | str | Path | None = None) -> Market:
        """Read the tables of a folder or of a workbook, as `Evidence.read` does; the rest is left alone."""
        from vermeil.files import read_tables
        from vermeil.mapping import mapping_of

        names = [schema["name"] for schema in _core.market_schemas()]
        made = cls.__new__(cls)
        made._core = _core.Market(read_tables(path, names, mapping_of(mapping)))
        return made

    @property
    def providers(self) -> list[str]:
        """The ids of the providers."""
        return self._core.providers

    @property
    def services(self) -> list[str]:
        """The ids of the services."""
        return self._core.services

    @property
    def contracts(self) -> list[str]:
        """The ids of the contracts."""
        return self._core.contracts

    @property
    def lots(self) -> list[str]:
        """The ids of the lots."""
        return self._core.lots

    def awards_on(self, lot: str, day: date) -> list[AwardDict]:
        """Give the places held in a lot on a day, in the order of offers: by tier, rank, provider."""
        return self._core.awards_on(lot, day)

    def planned_hours_on(self, day: date) -> str:
        """Give the hours a week that are planned on a day, as exact decimal text."""
        return self._core.planned_hours_on(day)

    def rejects(self, *, unmasked: bool = False) -> Table:
        """Give the rows that could not be used; values that name a person are masked unless asked for."""
        return Table(self._core.rejects(unmasked))
