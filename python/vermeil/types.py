# SPDX-License-Identifier: MIT
"""The shapes of the plain dictionaries that describe cells, measures and tables."""

from __future__ import annotations

from datetime import date
from typing import NotRequired, TypedDict

__all__ = [
    "AwardDict",
    "CellDict",
    "FieldDict",
    "FindingDict",
    "GroupDict",
    "MeasureDict",
    "ProposalDict",
    "SchemaDict",
    "ShownDict",
    "VisitRowCounts",
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
    lowest_score: float
    highest_score: float


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
