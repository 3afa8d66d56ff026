# SPDX-License-Identifier: MIT
"""The log of visits as a part of the check of a folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.readers.visit_rows import VisitFiles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import polars as pl

    from vermeil.readers.rows import Rows
    from vermeil.types import FileTallyDict

__all__ = ["CheckedVisits"]


class CheckedVisits:
    """A log of visits, checked row by row, against itself, and against services and packages."""

    def __init__(self, files: Sequence[Rows], tables: Mapping[str, _core.Table]) -> None:
        self._files = VisitFiles(files)
        register = (tables.get("services"), tables.get("packages"))
        threads = os.cpu_count() or 1
        log = _core.Visits(self._files.frame, self._files.source, 0, True, *register, threads)
        self._log = log
        self.tallies = self._tallies()

    def findings(self, *, unmasked: bool = False) -> pl.DataFrame:
        """Give every row that was left out or is in doubt, by file and row."""
        return self._files.placed(self._told(unmasked))

    def _told(self, unmasked: bool) -> pl.DataFrame:
        import polars

        return polars.DataFrame(self._log.rejects(unmasked))

    def _tallies(self) -> list[FileTallyDict]:
        """Count the rows of each file; blank rows are blank, whatever the log tells of them."""
        told = self._told(unmasked=False)
        out = set(told.filter(told["outcome"] == "left out")["row"].to_list())
        doubted = set(told["row"].to_list()) - out
        blank = self._files.blank(sorted(out))
        tallies: list[FileTallyDict] = []
        begin = 0
        for file in self._files.files:
            within = range(begin, begin + file.frame.height)
            begin += file.frame.height
            lost = sum(not each["kept"] and each["row"] > 0 for each in file.faults)
            flagged = sum(place in within for place in doubted)
            left_out = sum(place in within for place in out - blank) + lost
            empty = sum(place in within for place in blank) - lost
            tallies.append(
                {
                    "table": "visits",
                    "source": file.source,
                    "rows": len(within) + file.passed_over,
                    "kept": len(within) - flagged - left_out - empty,
                    "flagged": flagged,
                    "left_out": left_out,
                    "blank": empty,
                    "passed_over": file.passed_over,
                }
            )
        return tallies
