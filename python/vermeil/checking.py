# SPDX-License-Identifier: MIT
"""The check of a folder: what became of every row, and what is wrong or doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.finding_reasons import Reason, is_of_the_rest, reasons_of
from vermeil.frames import Table, core_table
from vermeil.readers.rows import Rows, Unread, stacked

if TYPE_CHECKING:
    from collections.abc import Mapping as Tables
    from datetime import date

    import polars as pl

    from vermeil.checked_visits import CheckedVisits
    from vermeil.frames import Frame
    from vermeil.mapping import Mapping

__all__ = ["Check", "FileTally", "Reason", "check", "checked_table_names"]


@dataclass(frozen=True)
class FileTally:
    """What became of the rows of one file: ``rows`` is the sum of the five counts after it.

    Attributes
    ----------
    table, source
        The table that the file gives, and the file.
    rows
        The rows below the headings.
    kept, flagged, left_out
        Kept without a doubt, kept with one, and rejected.
    blank
        With nothing in any column that is read.
    passed_over
        About something that is not asked for, such as other councils' services.
    """

    table: str
    source: str
    rows: int
    kept: int
    flagged: int
    left_out: int
    blank: int
    passed_over: int


#: How many findings are written at once.
_AT_ONCE = 100_000


class Check:
    """What a check found.

    Examples
    --------
    >>> import vermeil as vm
    >>> found = vm.check({"services": {"service": ["S1", "S1"], "provider": ["A", "A"]}})
    >>> found.files[0].rows, found.files[0].left_out
    (2, 1)
    >>> found.reasons()[0].reason
    'this id stands already in an earlier row'
    """

    def __init__(
        self, core: _core.Check, unread: list[tuple[str, str]], visits: CheckedVisits | None = None
    ) -> None:
        self._core = core
        self._visits = visits
        self.unread = unread
        """The files that cannot be read as a table, each with the reason."""

    @property
    def files(self) -> list[FileTally]:
        """What became of the rows, file by file."""
        visits = self._visits.tallies if self._visits else []
        return [FileTally(**each) for each in (*self._core.files, *visits)]

    @property
    def is_clean(self) -> bool:
        """Whether every file was read and no row is wrong or doubtful."""
        return len(self.findings()) == 0

    def findings(self, *, unmasked: bool = False) -> Table:
        """Give the rows that were left out or are in doubt, with file, column, value and reason.

        Of a reason that many rows share, 10,000 are listed. One more, with the row 0, says how many there are
        besides; `write_findings` writes them all.

        Parameters
        ----------
        unmasked
            Show values that name a person or a worker; they read ``(masked)`` otherwise.
        """
        import polars

        told = [self._told(unmasked=unmasked)]
        told += [self._visits.findings(unmasked=unmasked)] if self._visits else []
        return Table(core_table(polars.concat(told), "findings"))

    def reasons(self, *, unmasked: bool = False) -> list[Reason]:
        """Give the findings by file, column and reason, the most frequent first; details of a row read …."""
        import polars

        told = [self._told(unmasked=unmasked)]
        told += [self._visits.of_readers(unmasked=unmasked)] if self._visits else []
        reasons = reasons_of(polars.concat(told))
        visits = self._visits.reasons(unmasked=unmasked) if self._visits else []
        reasons += [Reason(**each) for each in visits]
        return sorted(reasons, key=lambda each: each.rows, reverse=True)

    def write_findings(self, path: str | Path, *, unmasked: bool = False) -> None:
        """Write every row that was left out or is in doubt as CSV, in little memory however many they are.

        Parameters
        ----------
        path
            The file.
        unmasked
            As `findings` has it.
        """
        import polars

        from vermeil.results import csv_text

        with Path(path).open("w", encoding="utf-8", newline="") as file:
            told = self._told(unmasked=unmasked)
            file.write(csv_text(told.filter(~is_of_the_rest())))
            untold = self._core.untold()
            while (part := polars.DataFrame(untold.next(_AT_ONCE, unmasked))).height > 0:
                file.write(csv_text(part, headings=False))
            for part in self._visits.every_finding(unmasked=unmasked) if self._visits else ():
                file.write(csv_text(part, headings=False))

    def _told(self, *, unmasked: bool) -> pl.DataFrame:
        """Give what was found apart from visits."""
        import polars

        found = polars.DataFrame(self._core.findings(unmasked))
        return polars.concat([_unread(self.unread, found.schema), found])

    def __repr__(self) -> str:
        """Say how many rows there are and what became of them."""
        rows = sum(each.rows for each in self.files)
        left_out, flagged = (
            sum(getattr(each, name) for each in self.files) for name in ("left_out", "flagged")
        )
        return f"<Check: {len(self.files)} files, {rows} rows, {flagged} flagged, {left_out} left out>"


def check(
    what: str | Path | Tables[str, Frame],
    *,
    mapping: Mapping | str | Path | None = None,
    as_of: date | None = None,
) -> Check:
    """Check every table that a council holds, row by row and against each other; nothing is changed.

    Beside what reading them finds it flags rows that stand twice (to the letter, or but for capitals,
    punctuation or later days), what became known before it happened, rows about services that were not
    open, two ratings of one source on one day, packages of one person that overlap, and shares that
    contradict their counts.

    Parameters
    ----------
    what
        A folder or a workbook, as `Evidence.read` takes it; or frames by the names of their tables.
    mapping
        A mapping, or the path of a mapping file, for files of another layout.
    as_of
        The day of the check: days after it are flagged, but for those of what is planned. Without it none is.

    Raises
    ------
    Error
        When there is nothing to check, or evidence without a services table that can be read.
    """
    unread: list[Unread] = []
    rows: list[Rows] = []
    if isinstance(what, str | Path):
        files = _files_of(what, mapping, unread)
        rows = files.pop("visits", [])
        tables = {name: stacked(name, files.pop(name)) for name in list(files)}  # frames go one by one
    else:
        tables = {name: core_table(table, name) for name, table in what.items() if table is not None}
        if "visits" in tables:
            rows = [_rows_of(tables.pop("visits"))]
    for each in unread:
        # Without the register nothing can be said of any other table, and without a table of nothing.
        if not tables or ("services" in each.tables and "services" not in tables):
            message = f"{each.source}: {each.reason}"
            raise _core.Error(message)
    told = [(each.source, each.reason) for each in unread]
    if isinstance(what, str | Path):
        told += _not_read(Path(what), mapping)
    found = _core.check(tables, as_of)
    visits = None
    if rows:
        from vermeil.checked_visits import CheckedVisits

        visits = CheckedVisits(rows, tables)
    return Check(found, told, visits)


def _files_of(
    place: str | Path, mapping: Mapping | str | Path | None, unread: list[Unread]
) -> dict[str, list[Rows]]:
    """Read the files of a folder, and note those that cannot be read."""
    from vermeil.files import read_rows
    from vermeil.mapping import mapping_of

    return read_rows(place, checked_table_names(), mapping_of(mapping), unread.append)


def _not_read(place: Path, mapping: Mapping | str | Path | None) -> list[tuple[str, str]]:
    from vermeil.files import names_not_read
    from vermeil.mapping import mapping_of

    return list(names_not_read(place, mapping_of(mapping)).items())


def _rows_of(table: _core.Table) -> Rows:
    import polars

    return Rows(polars.DataFrame(table), table.source)


def _unread(files: list[tuple[str, str]], schema: pl.Schema) -> pl.DataFrame:
    import polars

    told = [(source, 0, "", "", reason, "left out") for source, reason in files]
    return polars.DataFrame(told, schema=schema, orient="row")


def checked_table_names() -> list[str]:
    """Give the names of the tables that are checked: of evidence, of the market alone, the log of visits."""
    return [schema["name"] for schema in _core.checked_schemas()]
