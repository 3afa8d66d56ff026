# SPDX-License-Identifier: MIT
"""Measures of visits that were counted in parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.frames import Table

if TYPE_CHECKING:
    from vermeil.visit_rules import VisitRules
    from vermeil.visits import Visits

__all__ = ["VisitTally"]


class VisitTally:
    """Measures of visits in parts: by file, by month, by region, on one machine or many.

    In whatever order parts are added and tallies merged, the measures are those of the whole log, to the bit,
    or the parts are refused. Refused are parts that repeat a row of each other, which the whole log counts
    once; and, where the sequence of visits is asked for, parts that overlap in time for a person and service.
    So a log splits by service, person, region, month, day or file, as long as no row stands in two parts.
    Parts that were read with ``check=False`` were not searched for rows that stand twice, nor are they here.

    To know its rows costs a tally 8 bytes each. It holds the ids of people and workers as the log has them:
    keep it as you keep the log. Its bytes are the same on every machine, and it can be pickled.

    Examples
    --------
    >>> import vermeil as vm
    >>> def part(month):
    ...     return vm.Visits({
    ...         "service": ["S1"], "person": ["made up"], "worker": ["A"], "status": ["delivered"],
    ...         "planned_start": [f"2024-{month}-01 08:00"], "planned_end": [f"2024-{month}-01 09:00"]})
    >>> tally = vm.VisitTally(vm.VisitRules(continuity=True, sequence=True))
    >>> tally.add(part("05"))
    >>> elsewhere = vm.VisitTally(vm.VisitRules(continuity=True, sequence=True))
    >>> elsewhere.add(part("04"))
    >>> tally.merge(vm.VisitTally.from_bytes(bytes(elsewhere)))
    >>> tally.finish().to_polars()["secon"].to_list()
    [1.0]
    """

    def __init__(self, rules: VisitRules) -> None:
        self._core = _core.VisitTally(rules._core)

    def add(self, part: Visits) -> None:
        """Count a part of the log.

        Raises
        ------
        Error
            When this part repeats a row that was added before; and when the sequence of visits is asked for,
            and visits of a person in this part lie between others that were. Nothing is added then.
        """
        self._core.add(part._core, part._threads)

    def merge(self, other: VisitTally) -> None:
        """Add what another tally counted.

        Raises
        ------
        Error
            When its rules differ, and as `add` does; nothing is added then.
        """
        self._core.merge(other._core)

    def finish(self) -> Table:
        """Give the measures of all parts, as `Visits.measure` gives them for the whole."""
        return Table(self._core.finish())

    def __bytes__(self) -> bytes:
        """Give the tally as bytes."""
        return self._core.to_bytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> VisitTally:
        """Make a tally of the bytes that one gave.

        Raises
        ------
        Error
            When they are not a whole tally that this version wrote.
        """
        made = cls.__new__(cls)
        made._core = _core.VisitTally.from_bytes(data)
        return made

    def __reduce__(self) -> tuple[object, tuple[bytes]]:
        """Pickle the tally as its bytes."""
        return VisitTally.from_bytes, (bytes(self),)
