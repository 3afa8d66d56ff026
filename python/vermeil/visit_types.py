# SPDX-License-Identifier: MIT
"""The shapes of the plain dictionaries that tell of the rows of files and of logs of visits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

if TYPE_CHECKING:
    from numpy import generic
    from numpy.typing import NDArray

    from vermeil.types import FaultDict

__all__ = ["FileTallyDict", "VisitFileDict", "VisitReasonDict", "VisitRowCounts"]


class FileTallyDict(TypedDict):
    """What became of the rows of one file; the five counts below ``rows`` add up to it."""

    table: str
    source: str
    rows: int
    kept: int
    """Without a doubt."""
    flagged: int
    """Kept with a doubt."""
    left_out: int
    blank: int
    """With nothing in any column that is read."""
    passed_over: int
    """About something that is not asked for."""


class VisitFileDict(TypedDict):
    """A file that a log of visits came out of, as far as messages need to know it."""

    source: str
    rows: int
    """Its rows in the log."""
    first_row: int
    """The number of the first, where they stand one after the other."""
    row_numbers: NotRequired[NDArray[generic]]
    """The number of each row, where they do not."""
    labels: dict[str, str]
    """By our name, what the file calls a column."""
    faults: list[FaultDict]
    passed_over: int


class VisitReasonDict(TypedDict):
    """Faults of one kind in a log of visits, and how many there are."""

    source: str
    column: str
    reason: str
    outcome: str
    rows: int
    first_rows: tuple[int, ...]
    """The numbers of the first few."""
    first_value: str


class VisitRowCounts(TypedDict):
    """What became of the rows of a log of visits; the other three add up to ``read``."""

    read: int
    """All rows."""
    kept: int
    """Used, without a doubt."""
    doubtful: int
    """Used, with a doubt that the rejects tell."""
    left_out: int
    """Not used; the rejects say why."""
