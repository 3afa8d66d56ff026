# SPDX-License-Identifier: MIT
"""How visits were cancelled, in parts that are put together exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.frames import Table

if TYPE_CHECKING:
    from vermeil.visits import Visits

__all__ = ["CancellationTally"]


class CancellationTally:
    """Cancellations in parts: by file, by month, by region, on one machine or many.

    However a log is split and in whatever order parts are added and tallies merged, the counts are those of
    the whole log; parts that repeat a row of each other are refused, for the whole counts it once. A tally
    holds counts by service, 8 bytes a row by which to know it again, and no ids of people. Its bytes are the
    same on every machine, and it can be pickled.

    Examples
    --------
    >>> import vermeil as vm
    >>> def part(day):
    ...     return vm.Visits({
    ...         "service": ["S1"], "person": ["made up"], "worker": ["A"],
    ...         "status": ["cancelled_by_provider"],
    ...         "planned_start": [f"2024-05-{day} 08:00"], "planned_end": [f"2024-05-{day} 09:00"],
    ...         "cancelled_at": [f"2024-05-{day} 06:00"]})
    >>> tally = vm.CancellationTally()
    >>> tally.add(part("02"))
    >>> elsewhere = vm.CancellationTally()
    >>> elsewhere.add(part("03"))
    >>> tally.merge(vm.CancellationTally.from_bytes(bytes(elsewhere)))
    >>> tally.finish(short_hours=4).to_polars()["cancelled_by_provider_short"].to_list()
    [2]
    """

    def __init__(self) -> None:
        self._core = _core.CancellationTally()

    def add(self, part: Visits) -> None:
        """Count a part of the log.

        Raises
        ------
        Error
            When its column ``cancelled_at`` holds something else than moments and texts, or the part repeats
            a row that was added before; nothing is added then.
        """
        self._core.add(part._core, part._threads)

    def merge(self, other: CancellationTally) -> None:
        """Add what another tally counted.

        Raises
        ------
        Error
            When both counted the same row; nothing is added then.
        """
        self._core.merge(other._core)

    def finish(self, *, short_hours: float = 24) -> Table:
        """Give the counts of all parts, as `Visits.cancellations` gives them for the whole."""
        return Table(self._core.finish(short_hours))

    def __bytes__(self) -> bytes:
        """Give the tally as bytes."""
        return self._core.to_bytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> CancellationTally:
        """Make a tally of the bytes that one gave.

        Raises
        ------
        Error
            When they are not a whole tally that this version wrote.
        """
        made = cls.__new__(cls)
        made._core = _core.CancellationTally.from_bytes(data)
        return made

    def __reduce__(self) -> tuple[object, tuple[bytes]]:
        """Pickle the tally as its bytes."""
        return CancellationTally.from_bytes, (bytes(self),)
