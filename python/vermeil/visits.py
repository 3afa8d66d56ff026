# SPDX-License-Identifier: MIT
"""Visits from electronic call monitoring, measured in one pass."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.frames import Frame, Table, core_table, speaking_arrow

if TYPE_CHECKING:
    from pathlib import Path

    from vermeil.mapping import Mapping
    from vermeil.readers.visit_rows import VisitFiles
    from vermeil.visit_rules import VisitRules
    from vermeil.visit_types import VisitRowCounts

__all__ = ["Visits", "measure_visits"]


_MOST_THREADS = 1024


def measure_visits(
    table: Frame, rules: VisitRules, *, source: str = "visits", threads: int | None = None
) -> Table:
    """Measure each service of a log in one call, which looks at no more columns and rows than the rules need.

    `Visits` is the way with checks: here nothing is told of rows that cannot be used.

    Parameters
    ----------
    table
        As `Visits` takes it; columns that the rules do not need may be missing.
    rules
        What is asked.
    source
        The name of the table in messages.
    threads
        How many threads may work; as many as there are processors unless said.

    Returns
    -------
    Table
        As `Visits.measure` gives it.

    Raises
    ------
    Error
        When a column that is needed is missing, or holds something of another kind.
    """
    speaks = speaking_arrow(table, source)
    return Table(_core.measure_visits_of(speaks, source, rules._core, _threads(threads)))


class Visits:
    """A log of visits: a row for each worker who came, or was to come, to a person.

    Rows of one service and person that are planned to start together are one visit, made by several workers.

    Parameters
    ----------
    table
        Any frame that speaks the Arrow PyCapsule interface, or a mapping of column names to lists, with the
        columns ``service``, ``person``, ``worker`` (whole numbers or texts), ``planned_start``,
        ``planned_end`` (timestamps, or texts as ``2024-10-27 08:30``; without a zone they are London's time)
        and ``status`` (``delivered``, ``missed``, ``cancelled_by_person``, ``cancelled_by_provider``,
        ``frustrated``). Where they are there too: ``actual_start``, ``actual_end``, ``logged``
        (``electronic`` or ``manual``), ``edited``, ``time_critical`` (yes or no), ``cancelled_at``. Numbers,
        times and dictionaries are looked at where they lie, whatever the number of chunks.
    source
        The name under which its rejects appear.
    first_row
        The number that the source gives to the first row of data.
    check
        Also look at what each row says (a visit that ends before it begins, lasts more than a day, or was not
        delivered though somebody came), at rows that cannot all be true (an attendance that stands there
        twice, a worker in two places at once), and at the register where it is given.
    services
        The services table: visits of others are left out, those on days on which a service is closed doubted.
    packages
        The packages table: visits to people who have none on that day are doubted.
    threads
        How many threads may work; as many as there are processors unless said.

    Raises
    ------
    Error
        When a column is missing, or holds something of another kind.

    Examples
    --------
    >>> import vermeil as vm
    >>> day = [f"2024-10-{1 + i:02d} 08:00" for i in range(10)]
    >>> visits = vm.Visits({
    ...     "service": ["S1"] * 10, "person": ["made up"] * 10, "worker": list("AAAAABBBCC"),
    ...     "planned_start": day, "planned_end": [text.replace(" 08", " 09") for text in day],
    ...     "status": ["delivered"] * 10,
    ... })
    >>> row = visits.measure(vm.VisitRules(continuity=True, sequence=True)).to_polars().row(0, named=True)
    >>> [round(row[name], 6) for name in ("upc", "coc", "mmci", "secon")]
    [0.5, 0.311111, 0.78022, 0.777778]
    """

    def __init__(
        self,
        table: Frame,
        *,
        source: str = "visits",
        first_row: int = 2,
        check: bool = True,
        services: Frame | None = None,
        packages: Frame | None = None,
        threads: int | None = None,
    ) -> None:
        self._threads = _threads(threads)
        self._files: VisitFiles | None = None
        speaks = speaking_arrow(table, source)
        known = [
            None if given is None else core_table(given, name)
            for name, given in (("services", services), ("packages", packages))
        ]
        self._core = _core.Visits(speaks, source, first_row, check, known[0], known[1], self._threads)

    @classmethod
    def read(
        cls,
        path: str | Path,
        mapping: Mapping | str | Path | None = None,
        *,
        check: bool = True,
        services: Frame | None = None,
        packages: Frame | None = None,
        threads: int | None = None,
    ) -> Visits:
        """Read the log of a folder (``visits.csv``, ``.parquet``, or parts), as `Evidence.read` reads.

        Parameters
        ----------
        path
            The folder, or a workbook with a sheet ``visits``.
        mapping
            A mapping, or the path of a mapping file, where files, columns or words bear other names.
        check, services, packages, threads
            As above.

        Raises
        ------
        Error
            When there is no log, or a file of it cannot be read.
        """
        from vermeil.files import read_rows
        from vermeil.mapping import mapping_of
        from vermeil.readers.visit_rows import VisitFiles

        files = VisitFiles(read_rows(path, ["visits"], mapping_of(mapping))["visits"])
        made = cls(
            files.frame,
            source=files.source,
            first_row=0,
            check=check,
            services=services,
            packages=packages,
            threads=threads,
        )
        made._files = files
        return made

    def __len__(self) -> int:
        """Count the rows that were read."""
        return len(self._core)

    def rows(self) -> VisitRowCounts:
        """Count the rows ``read``, ``kept``, ``doubtful`` (kept with a doubt) and ``left_out``."""
        return self._core.rows()

    def rejects(self, *, unmasked: bool = False, most: int | None = None) -> Table:
        """Give the rows that were left out, or kept with a doubt.

        Parameters
        ----------
        most
            How many rows of each reason to list; one more, with the number 0, says how many there are
            besides. All, unless said.
        unmasked
            Show values that name a person or a worker; they read ``(masked)`` otherwise.

        Returns
        -------
        Table
            ``source``, ``row``, ``column``, ``value``, ``reason``, ``outcome`` (``left out`` or ``kept``).
        """
        report = _core.VisitReport(self._core, self._files.described() if self._files else [])
        return Table(report.some(len(report) if most is None else most, unmasked))

    def measure(self, rules: VisitRules) -> Table:
        """Measure each service, all that is asked for in one pass; the order of rows does not matter.

        Returns
        -------
        Table
            A row a service that the log names, in the order of ids: counts, shares from 0 to 1 (a share of
            nothing is null), minutes, and for each index of continuity its mean over people, that over
            contacts (``_weighted``) and how many people it rests on (``_people``).
        """
        return Table(_core.measure_visits(self._core, rules._core, self._threads))

    def cancellations(self, *, short_hours: float = 24) -> Table:
        """Count the visits that were cancelled, and with how much notice, where ``cancelled_at`` tells.

        Parameters
        ----------
        short_hours
            The hours before the planned start below which notice is short.

        Returns
        -------
        Table
            A row a service: ``planned`` and, for ``cancelled_by_person`` and ``cancelled_by_provider``, how
            many there are, how many say when (``_dated``) and how many of those were short (``_short``).
        """
        return Table(_core.cancellations(self._core, short_hours, self._threads))


def _threads(asked: int | None) -> int:
    if asked is None:
        return os.cpu_count() or 1
    if asked < 1 or asked > _MOST_THREADS:
        message = f"threads: {asked} cannot be; allowed are 1 to {_MOST_THREADS}"
        raise _core.Error(message)
    return asked
