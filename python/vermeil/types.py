# SPDX-License-Identifier: MIT
"""The shapes of the plain dictionaries that describe cells, measures and tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NotRequired, TypedDict

if TYPE_CHECKING:
    from numpy import generic
    from numpy.typing import NDArray

    from vermeil import _core

__all__ = [
    "AwardDict",
    "CellDict",
    "CsvShapeDict",
    "FaultDict",
    "FieldDict",
    "FindingDict",
    "GroupDict",
    "LineDict",
    "MeasureDict",
    "ParameterDict",
    "ProposalDict",
    "ProvenanceDict",
    "SchemaDict",
    "ShownDict",
    "StandardMeasureDict",
    "WatchReasonDict",
    "WhyDict",
]


class CellDict(TypedDict):
    """One measure of one service."""

    value: float | None
    """The value; ``None`` where it is absent."""
    state: str
    """``present``, or why there is no value: one of ``vermeil.state_names``."""
    n: int
    """The base of the value; 0 where none is known."""
    count: int
    """For a share, the part of ``n`` that counts."""
    day: date | None
    """The day of the oldest evidence beneath the value; ``None`` where it is not known."""
    interval: NotRequired[tuple[float, float]]
    """For a share, the ends of its Wilson interval at 95 %, 0 to 1; left out without a base."""


class MeasureDict(TypedDict):
    """What has to be measured."""

    id: str
    label: str
    live: bool
    """False while the measure is only planned."""
    least_n: int
    """With a smaller base the value is ``too_few``."""
    standards: list[str]
    within: str
    """The id of its group; empty where it stands alone."""
    owed_by: str
    """``provider``, ``council``, ``regulator`` or ``nobody``."""
    weight: float | None
    """``None`` where it is not agreed yet, or where only limiters ask about the measure."""


class ParameterDict(TypedDict):
    """One thing that a framework may set about a standard measure."""

    id: str
    help: str
    kind: str
    """Such as ``whole``, ``number``, ``truth``, ``word``, ``survey`` or ``items``."""
    fallback: float | bool | str | list[str] | None
    """What holds where nothing is set; ``None`` where it must be set."""
    least: float
    """The least number allowed."""
    most: float
    """The greatest number allowed."""
    allowed: list[str]
    """The words that it may be set to; empty for other kinds."""
    required: bool


class StandardMeasureDict(TypedDict):
    """The definition of one measure of the catalogue."""

    id: str
    """What a framework writes: ``value = { standard = "..." }``."""
    label: str
    formula: str
    source: str
    """Who defines it so."""
    unit: str
    better: str
    """Which values are meant to be better: ``higher``, ``lower`` or ``neither``."""
    denominator: str
    edges: str
    """What happens without a base, without a return, with a refused row."""
    tables: list[str]
    """The tables of evidence that it rests on."""
    kind: str
    """``share``, ``truth``, ``whole`` or ``number``."""
    reports: bool
    """Whether it counts reports, concluded and attributable ones alone."""
    parameters: list[ParameterDict]


class GroupDict(TypedDict):
    """A heading under which measures stand."""

    id: str
    label: str
    within: str
    """The id of the group around it; empty for none."""


class AwardDict(TypedDict):
    """A provider's place in a lot."""

    provider: str
    tier: str
    zones: list[str]
    """Empty where the place holds in the whole lot."""
    rank: int | None
    """The order within the tier from 1; ``None`` where the lot does not rank."""


class ProposalDict(TypedDict):
    """What a ratchet proposes."""

    band: str
    """Whose cut it is; empty where it is a value on a measure's scale."""
    measure: str
    target: float
    """The threshold as it is."""
    proposed: float | None
    """The threshold as it would be; ``None`` where it stays."""
    why: str
    quarters: list[tuple[str, int, int]]
    """Each quarter looked at, how many services reached the threshold, of how many."""
    places: list[tuple[int, int]]
    """Line and column of each place where the file says the threshold."""


class FieldDict(TypedDict):
    """One column of a table that is read."""

    name: str
    kind: str
    """``id``, ``text``, ``word``, ``whole``, ``number``, ``money``, ``date``, ``quarter`` or ``truth``."""
    help: str
    required: bool
    """Whether the column must exist and each cell be filled."""
    allowed: list[str]
    """The words of a ``word`` column; empty for any other."""
    personal: bool
    """Whether its values name a person or a worker."""


class SchemaDict(TypedDict):
    """The columns of one kind of table."""

    name: str
    help: str
    fields: list[FieldDict]


class ShownDict(TypedDict):
    """A service that was rated to show a finding."""

    cells: dict[str, CellDict]
    """Its measures by id."""
    band: str
    """The band, or ``Not rated``."""
    lowest_score: float | None
    highest_score: float | None


class FindingDict(TypedDict):
    """One finding of the linter."""

    severity: str
    """``error``, ``warning`` or ``note``."""
    rule: str
    place: str
    of: str
    """What it is about; empty for the framework as a whole."""
    what: str
    witness: str
    inputs: list[ShownDict]
    """The services that show it; empty where the text alone does."""
    mend: str
    accepted: str
    """Why the framework stands by it; empty where it does not."""


class FaultDict(TypedDict):
    """What was wrong with a row of a file, or with the file."""

    source: str
    row: int
    """As the file numbers it; 0 where it belongs to no single row."""
    column: str
    value: str
    reason: str
    kept: bool
    """Whether the row was used all the same; otherwise it stands in the table as blank."""
    personal: bool
    """Whether the value names a person or a worker."""


class ProvenanceDict(TypedDict, total=False):
    """Where the rows of a table stand in the files it was read from."""

    sources: Sequence[str]
    """The files, where there are several."""
    source_of: NDArray[generic]
    """For each row, its place in ``sources``."""
    row_numbers: NDArray[generic]
    """For each row, its number in its file; left out where they stand one after the other."""
    faults: Sequence[FaultDict]
    passed_over: Sequence[int]
    """For each file, the rows that are about something else."""
    labels: Sequence[str]
    """For each column, what the source calls it; empty where it is the same."""
    shown: _core.Table
    """By the name of a column, what the source has in the cells that a reader has changed; else empty."""
    unread: bool
    """Whether a file of it could not be read: ``faults`` say why, and there are no rows."""


class CsvShapeDict(TypedDict):
    """What a text is like as CSV."""

    rows: int
    """With the headings and with empty lines, but for those at the end."""
    empty: int
    """Lines without anything but blanks."""
    has_quotes: bool
    """Whether a quotation mark stands anywhere."""
    ragged: list[tuple[int, int]]
    """Rows with more or fewer cells than headings: the row, counted from 0 at the headings, and its cells."""
    ragged_rows: int
    """How many there are; ``ragged`` names the first 100,000."""
    line: int
    """Where it stopped to be CSV, from 1; 0 where all is well."""
    reason: str


class WatchReasonDict(TypedDict):
    """One thing that a watch list weighs, of two services."""

    measure: str
    upper: str
    lower: str
    upper_points: float
    lower_points: float
    decided: bool


class LineDict(TypedDict):
    """Where the services end that can be visited, and why."""

    visits: int
    services: int
    why: WhyDict
    lines: list[str]


class WhyDict(TypedDict):
    """Why one service stands above another on a watch list."""

    upper: str
    lower: str
    upper_points: float | None
    lower_points: float | None
    reasons: list[WatchReasonDict]
    lines: list[str]
