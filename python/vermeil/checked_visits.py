# SPDX-License-Identifier: MIT
"""The log of visits as a part of the check of a folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.readers.visit_rows import VisitFiles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import polars as pl

    from vermeil.readers.rows import Rows
    from vermeil.visit_types import FileTallyDict, VisitReasonDict

__all__ = ["CheckedVisits"]

_AT_ONCE = 20_000


class CheckedVisits:
    """A log of visits, checked row by row, against itself, and against services and packages."""

    def __init__(self, files: Sequence[Rows], tables: Mapping[str, _core.Table]) -> None:
        together = VisitFiles(files)
        register = (tables.get("services"), tables.get("packages"))
        threads = os.cpu_count() or 1
        log = _core.Visits(together.frame, together.source, 0, True, *register, threads)
        self._report = _core.VisitReport(log, together.described())
        self.tallies: list[FileTallyDict] = self._report.tallies()

    def findings(self, *, unmasked: bool = False) -> pl.DataFrame:
        """Give the rows that were left out or are in doubt, of each reason as many as are listed."""
        import polars

        return polars.DataFrame(self._report.some(_core.most_told, unmasked))

    def of_readers(self, *, unmasked: bool = False) -> pl.DataFrame:
        """Give what the readers of the files told."""
        import polars

        return polars.DataFrame(self._report.of_readers(unmasked))

    def reasons(self, *, unmasked: bool = False) -> list[VisitReasonDict]:
        """Give the reasons with the number of their rows, those of the files' readers left aside."""
        return self._report.reasons(unmasked)

    def every_finding(self, *, unmasked: bool = False) -> Iterator[pl.DataFrame]:
        """Give all that `findings` gives and the rest, some rows at a time."""
        import polars

        yield self.of_readers(unmasked=unmasked)
        for begin in range(0, len(self._report), _AT_ONCE):
            yield polars.DataFrame(self._report.between(begin, begin + _AT_ONCE, unmasked))
