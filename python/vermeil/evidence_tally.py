# SPDX-License-Identifier: MIT
"""Evidence in parts: by file, by month, by region, on one machine or many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.evidence import Evidence
from vermeil.frames import core_table

if TYPE_CHECKING:
    from vermeil.frames import Frame

__all__ = ["EvidenceTally"]


class EvidenceTally:
    """Evidence in parts that are put together exactly.

    In whatever order parts are added and tallies merged, every measure of the evidence that `finish` gives is
    that of the whole. Which return is the latest and whose packages overlap is known once all rows are there,
    so that a tally keeps the rows: keep it as you keep them. Visits are counted by `VisitTally` and
    `CancellationTally`. Its bytes are the same on every machine, and it can be pickled.

    Examples
    --------
    >>> import vermeil as vm
    >>> register = {"service": ["S1"], "provider": ["A"]}
    >>> def part(quarter):
    ...     return {"service": ["S1"], "quarter": [quarter], "item": ["leavers"], "count": [1], "base": [9]}
    >>> tally = vm.EvidenceTally()
    >>> tally.add(services=register, counts=part("2024 Q4"))
    >>> elsewhere = vm.EvidenceTally()
    >>> elsewhere.add(services=register, counts=part("2024 Q3"))
    >>> tally.merge(vm.EvidenceTally.from_bytes(bytes(elsewhere)))
    >>> len(tally.finish().rejects())
    0
    """

    def __init__(self) -> None:
        self._core = _core.EvidenceTally()

    def add(self, **tables: Frame) -> None:
        """Add a part: some rows of any tables that `Evidence` takes, but for visits.

        Raises
        ------
        Error
            When a table is none of evidence, or holds visits; nothing is added then.
        """
        self._core.add({name: core_table(table, name) for name, table in tables.items()})

    def merge(self, other: EvidenceTally) -> None:
        """Add what another tally gathered."""
        self._core.merge(other._core)

    def finish(self) -> Evidence:
        """Give the evidence of all parts.

        Raises
        ------
        Error
            When no part had services that can be read.
        """
        made = Evidence.__new__(Evidence)
        made._core = self._core.finish()
        return made

    def __bytes__(self) -> bytes:
        """Give the tally as bytes."""
        return self._core.to_bytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> EvidenceTally:
        """Make a tally of the bytes that one gave.

        Raises
        ------
        Error
            When they are not a whole tally that this version wrote.
        """
        made = cls.__new__(cls)
        made._core = _core.EvidenceTally.from_bytes(data)
        return made

    def __reduce__(self) -> tuple[object, tuple[bytes]]:
        """Pickle the tally as its bytes."""
        return EvidenceTally.from_bytes, (bytes(self),)
