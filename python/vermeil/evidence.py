# SPDX-License-Identifier: MIT
"""What a commissioner knows: a table a source, checked row by row."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.cancellation_tally import CancellationTally
from vermeil.frames import Frame, SpeaksArrow, Table, core_table
from vermeil.visit_tally import VisitTally

if TYPE_CHECKING:
    from pathlib import Path

    from vermeil.mapping import Mapping
    from vermeil.readers.rows import Unread

__all__ = ["Evidence"]


class Evidence:
    """Everything known about a market, a table for each source.

    Parameters
    ----------
    services
        The register of services: columns ``service`` and ``provider`` at least.
    survey_counts, survey_wide, survey_sheets
        Survey answers, as counts (a row an answer), as wide counts (a column an answer) or sheet by sheet
        (a row a form).
    survey_base
        Forms sent and returned, by service and quarter.
    counts
        Quarterly returns as counts: ``item``, ``count`` of ``base``.
    events
        Notices, embargoes, decisions, deaths: ``event``, ``from``, ``to``.
    visits
        Visits from electronic call monitoring, as `Visits` takes them; timestamps keep their time of day. A
        `VisitTally` has measures and no rows; give what it finishes with as measures of your own.
    inspections
        Ratings by regulators and assessors: ``source``, ``rating``, ``on``.

    Every table is a frame that speaks Arrow, or a mapping of column names to lists. A table that is not
    given is not the same as an empty one: without ``events`` nobody knows whether a notice is open. Rows that
    do not fit become ``rejects``. So does a whole table that lacks a required column or, when files are read,
    one of which a file cannot be read: it is ``unread``, and what rests on it is unknown of every service.

    Raises
    ------
    Error
        When ``services`` is missing or lacks a required column, or a table's name is not known.

    Examples
    --------
    >>> import vermeil as vm
    >>> evidence = vm.Evidence(services={"service": ["P1", "P1"], "provider": ["A", "A"]})
    >>> evidence.services, len(evidence.rejects())
    (['P1'], 1)
    """

    def __init__(self, **tables: Frame) -> None:
        visits = tables.pop("visits", None)
        if isinstance(visits, VisitTally | CancellationTally):
            message = (
                "visits: a tally keeps counts by its own rules and no rows, so no standard measure is drawn "
                "from it; give the columns that it finishes with as measures of your own, with own= of "
                "Framework.measure"
            )
            raise _core.Error(message)
        given = {name: core_table(table, name) for name, table in tables.items() if table is not None}
        if visits is not None and not isinstance(visits, SpeaksArrow):
            visits = core_table(visits, "visits")
        self._core = _core.Evidence(given, visits, [], os.cpu_count() or 1)

    @classmethod
    def read(cls, path: str | Path, mapping: Mapping | str | Path | None = None) -> Evidence:
        """Read the files of a folder, or the sheets of a workbook; each bears a table's name.

        Parameters
        ----------
        path
            A folder with ``NAME.csv``, ``.parquet``, ``.xlsx`` or ``.ods``, or with parts such as
            ``NAME-2024-10.csv``; or a workbook with a sheet for each table.
        mapping
            A mapping, or the path of a mapping file, for files of another layout.

        Raises
        ------
        Error
            When there is no such folder or workbook, or it holds no services table that can be read; a
            `DefinitionError` for a mistake in the mapping file.
        """
        from vermeil.files import read_rows
        from vermeil.mapping import mapping_of
        from vermeil.readers.whole_tables import whole_tables

        unread: list[Unread] = []
        tables, log = whole_tables(  # no name holds the frames: they go once the tables are made
            read_rows(path, evidence_table_names(), mapping_of(mapping), unread.append), unread
        )
        made = cls.__new__(cls)
        made._core = _core.Evidence(
            tables, log and log.frame, log.described() if log else [], os.cpu_count() or 1
        )
        return made

    @property
    def services(self) -> list[str]:
        """The ids of the services, in order."""
        return self._core.services

    @property
    def unread(self) -> list[str]:
        """The tables that were given and could not be read, in order; the rejects say why, in row 0."""
        return self._core.unread

    def rejects(self, *, unmasked: bool = False) -> Table:
        """Give the rows that could not be used, or that were kept with a doubt.

        Parameters
        ----------
        unmasked
            Show values that name a person or a worker; they read ``(masked)`` otherwise.

        Returns
        -------
        Table
            ``source``, ``row``, ``column``, ``value``, ``reason``, ``outcome`` (``left out`` or ``kept``). Of
            visits 10,000 rows of each reason are listed, and one more, with the number 0, says how many there
            are besides; `check` writes them all.
        """
        return Table(self._core.rejects(unmasked))

    def response_rates(self) -> list[tuple[str, str, float | None]]:
        """Give service, quarter and forms returned / sent (0 to 1), ``None`` where the base is unknown."""
        return self._core.response_rates()


def evidence_table_names() -> list[str]:
    """Give the names of the tables that evidence may have."""
    return [schema["name"] for schema in _core.evidence_schemas()]
