# SPDX-License-Identifier: MIT
"""What may be published, and the mark of what never is.

Nothing of risk is published by accident. Three things see to it, each alone:

- a result of risk, of charts, alarms and back-tests, a ladder, a watch list or a panel is an `InternalTable`,
  and `publishable` refuses those;
- of any other frame `publishable` lets through only the tables and the columns of `PUBLISHABLE`, none of
  which is of risk; so a risk score that went through another library, or through a file, is refused as well;
- the folders in which such results are written hold the file ``INTERNAL.txt``, and `refuse_internal_folder`
  refuses them.

Whoever writes a page for the public asks `publishable` for every table on it.
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.frames import Frame, InternalTable, Table, core_table

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["INTERNAL", "PUBLISHABLE", "mark_internal", "publishable", "refuse_internal_folder"]

INTERNAL = "INTERNAL: for officers of the council. Not for publication."
"""What stands on everything that is internal."""

#: The file that marks a folder of internal results.
MARK = "INTERNAL.txt"

_RATING = (
    "service quarter band score lowest highest lowest_score highest_score coverage reason limiter proposed "
    "held oldest_days median_days age_known fee fee_per eligible rank"
)

PUBLISHABLE: Mapping[str, frozenset[str]] = MappingProxyType({"ratings": frozenset(_RATING.split())})
"""The tables that may be published, with the columns they may have; risk, ladders and panels are none."""


def publishable(frame: Frame, name: str) -> Table:
    """Give a frame as a table that may be published.

    Parameters
    ----------
    frame
        The table, from this library or any other.
    name
        Which of the tables of `PUBLISHABLE` it is.

    Raises
    ------
    Error
        When it is internal, no table of that name may be published, or it has a column that may not be.

    Examples
    --------
    >>> import vermeil as vm
    >>> rated = {"service": ["S1"], "quarter": ["2024-25 Q3"], "band": ["Gold"]}
    >>> vm.publishable(rated, "ratings").columns
    ['service', 'quarter', 'band']
    >>> vm.publishable(rated | {"level": ["Red"]}, "ratings")
    Traceback (most recent call last):
        ...
    vermeil._core.Error: 'ratings' cannot be published with the column 'level'
    """
    if isinstance(frame, InternalTable):
        message = f"a {type(frame).__name__} is internal: nothing of risk, ladders or panels is published"
        raise _core.Error(message)
    if name not in PUBLISHABLE:
        message = f"no table '{name}' may be published; those that may are {', '.join(PUBLISHABLE)}"
        raise _core.Error(message)
    table = Table(core_table(frame, name))
    strange = [column for column in table.columns if column not in PUBLISHABLE[name]]
    if strange:
        columns = ", ".join(f"'{column}'" for column in strange)
        message = f"'{name}' cannot be published with the column{'s' * (len(strange) > 1)} {columns}"
        raise _core.Error(message)
    return table


def mark_internal(out: Path, what: str) -> Path:
    """Mark a folder as one of internal results, and say what is in it."""
    out.mkdir(parents=True, exist_ok=True)
    path = out / MARK
    path.write_text(f"{INTERNAL}\nIn this folder: {what}.\n", encoding="utf-8", newline="\n")
    return path


def refuse_internal_folder(place: str | Path) -> None:
    """Let a folder pass whose results may be published.

    Raises
    ------
    Error
        When it, or a folder in it, is marked as internal, or a file in it bears a name of internal results.
    """
    for path in sorted(Path(place).rglob("*")):
        if path.name == MARK or path.name.startswith("internal_") or path.name == "risk.csv":
            message = f"{path}: these results are internal and are not published"
            raise _core.Error(message)
