# SPDX-License-Identifier: MIT
"""The rows of one file on their way to a table: where each stands, and what could not be brought in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from vermeil import _core

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import polars as pl

    from vermeil.types import FaultDict, ProvenanceDict

__all__ = ["SHOWN", "Rows", "Unread", "fault", "stacked"]

#: Before the name of a column: what its file has in the cells that a mapping has changed.
SHOWN = "\x01shown "


class Unread(NamedTuple):
    """A file that cannot be read: the tables that it would have given rows to, and why."""

    tables: tuple[str, ...]
    source: str
    reason: str


@dataclass(frozen=True)
class Rows:
    """The rows of one file, or of one sheet.

    Attributes
    ----------
    frame
        The rows below the headings. A column whose name begins with `SHOWN` has what stands in the file where
        the column of that name has something else.
    source
        The file as messages name it.
    first_row
        The number under which the file knows the first row, where they stand one after the other.
    numbers
        The number of each row, where they do not.
    faults
        What was wrong with the file and its rows; a row that was left out is blank in the frame.
    passed_over
        How many rows of the file are about something else and are not in the frame.
    labels
        What the file calls a column, by its name in the frame.
    failures
        What stands in the cells of which a formula failed; `without_failures` leaves their rows out.
    """

    frame: pl.DataFrame
    source: str
    first_row: int = 2
    numbers: pl.Series | None = None
    faults: tuple[FaultDict, ...] = ()
    passed_over: int = 0
    labels: dict[str, str] = field(default_factory=dict)
    failures: frozenset[str] = frozenset()

    def row_numbers(self) -> pl.Series:
        """Give the number of each row in its file."""
        import polars

        if self.numbers is not None:
            return self.numbers
        last = self.first_row + self.frame.height
        return polars.int_range(self.first_row, last, dtype=polars.UInt32, eager=True).alias("row")

    def only(self, mask: pl.Series) -> Rows:
        """Give the rows for which the mask is true; the others are passed over, with their faults."""
        if mask.all():
            return self
        numbers = self.row_numbers()
        dropped = set(numbers.filter(~mask).to_list())
        return replace(
            self,
            frame=self.frame.filter(mask),
            numbers=numbers.filter(mask),
            faults=tuple(each for each in self.faults if each["row"] not in dropped),
            passed_over=self.passed_over + len(dropped),
        )

    def without_failures(self, columns: Collection[str] | None) -> Rows:
        """Leave out, and tell, the rows with a failed formula in one of the columns; of ``None``, in any."""
        import polars

        from vermeil.readers.sheet_doubts import reason_of_failure

        faults: dict[int, FaultDict] = {}
        numbers = self.row_numbers()
        for column in self.frame.iter_columns() if self.failures else ():
            is_read = not column.name.startswith(SHOWN) if columns is None else column.name in columns
            if column.dtype != polars.String or not is_read:
                continue
            for place in column.is_in(list(self.failures)).fill_null(value=False).arg_true().to_list():
                said, label = column[place], self.labels.get(column.name) or column.name
                told = fault(self.source, numbers[place], reason_of_failure(said), column=label, value=said)
                faults.setdefault(place, told)
        if not faults:
            return self
        lost = polars.int_range(polars.len()).is_in(list(faults))
        frame = self.frame.with_columns(polars.when(~lost).then(polars.all()))
        told_already = {each["row"] for each in self.faults if not each["kept"]}
        new = [each for each in faults.values() if each["row"] not in told_already]
        return replace(self, frame=frame, faults=(*self.faults, *new), failures=frozenset())

    def table(self, *, coded: bool = False) -> _core.Table:
        """Give the rows as the table that the compiled part reads.

        Parameters
        ----------
        coded
            Whether words that repeat become places in a list, for readers of tables with a schema; the table
            then needs the frame no longer.
        """
        known: ProvenanceDict = {"faults": list(self.faults), "passed_over": [self.passed_over]}
        frame = _apart(self.frame, known)
        if self.labels:
            known["labels"] = [self.labels.get(name, "") for name in frame.columns]
        if self.numbers is not None:
            known["row_numbers"] = self.numbers.to_numpy()
        return _core.Table(frame, self.source, self.first_row, known, coded=coded)


def fault(source: str, row: int, reason: str, *, column: str = "", value: str = "") -> FaultDict:
    """Describe a row that is left out, or with row 0 what is wrong with a whole file."""
    return {
        "source": source,
        "row": row,
        "column": column,
        "value": value,
        "reason": reason,
        "kept": row == 0,
        "personal": False,
    }


def stacked(name: str, parts: Sequence[Rows]) -> _core.Table:
    """Put the rows of several files into one table; a column that some of them lack is empty there.

    Raises
    ------
    Error
        When columns of one name hold what cannot stand in one column.
    """
    import numpy
    import polars

    if len(parts) == 1:
        return parts[0].table(coded=True)
    try:
        frame = polars.concat([part.frame for part in parts], how="diagonal_relaxed")
    except polars.exceptions.PolarsError as error:
        files = ", ".join(part.source for part in parts)
        message = f"{files}: these do not make one table {name}: {str(error).splitlines()[0]}"
        raise _core.Error(message) from error
    places = numpy.arange(len(parts), dtype=numpy.uint32)
    labels = {ours: theirs for part in parts for ours, theirs in part.labels.items()}
    known: ProvenanceDict = {
        "sources": [part.source for part in parts],
        "source_of": numpy.repeat(places, [part.frame.height for part in parts]),
        "row_numbers": polars.concat([part.row_numbers().cast(polars.UInt32) for part in parts]).to_numpy(),
        "faults": [each for part in parts for each in part.faults],
        "passed_over": [part.passed_over for part in parts],
    }
    frame = _apart(frame, known)
    known["labels"] = [labels.get(column, "") for column in frame.columns]
    return _core.Table(frame, f"{name} ({len(parts)} files)", 2, known, coded=True)


def _apart(frame: pl.DataFrame, known: ProvenanceDict) -> pl.DataFrame:
    """Give the columns without those of what is shown, which become a table of their own."""
    shown = [name for name in frame.columns if name.startswith(SHOWN)]
    if shown:
        texts = frame.select(shown).rename({name: name.removeprefix(SHOWN) for name in shown})
        known["shown"] = _core.Table(texts, coded=True)
    return frame.drop(shown)
