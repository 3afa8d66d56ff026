# SPDX-License-Identifier: MIT
"""Tables of evidence from the rows of their files; one of which a file cannot be read counts as unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.readers.rows import Unread, fault, stacked
from vermeil.readers.visit_rows import VisitFiles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vermeil.readers.rows import Rows
    from vermeil.types import ProvenanceDict

__all__ = ["whole_tables"]


def whole_tables(
    rows: Mapping[str, Sequence[Rows]], unread: Iterable[Unread]
) -> tuple[dict[str, _core.Table], VisitFiles | None]:
    """Put the rows of each table together; the log of visits stays as its files have it.

    Parameters
    ----------
    rows
        The rows of the files of each table.
    unread
        The files that cannot be read. What the other files of their tables tell is left out with them: nobody
        knows what the lost rows would have made of it.

    Returns
    -------
    tuple
        The tables by name, and the log of visits where it could be read.

    Raises
    ------
    Error
        When a file of the services cannot be read: without them nothing can be said of any other table.
    """
    lost: dict[str, list[Unread]] = {}
    for each in unread:
        for name in each.tables:
            lost.setdefault(name, []).append(each)
    made: dict[str, _core.Table] = {}
    log = None
    for name, parts in rows.items():
        if name in lost:
            continue
        try:
            if name == "visits":
                log = VisitFiles(parts)
            else:
                made[name] = stacked(name, parts)
        except _core.Error as error:
            lost[name] = [Unread((name,), name, str(error))]
    if "services" in lost:
        source, reason = lost["services"][0][1:]
        message = f"{source}: {reason}"
        raise _core.Error(message)
    return made | {name: _unread(name, lost[name], rows.get(name, ())) for name in lost}, log


def _unread(name: str, lost: Sequence[Unread], others: Sequence[Rows]) -> _core.Table:
    """Give a table of which nobody knows what it held, and say of each of its files why it is left out."""
    import polars

    told = [fault(each.source, 0, each.reason) for each in lost]
    because = f"not used, since another file of {name} could not be read"
    told += [fault(each.source, 0, because) for each in others]
    known: ProvenanceDict = {"faults": [{**each, "kept": False} for each in told], "unread": True}
    return _core.Table(polars.DataFrame(), name, 2, known)
