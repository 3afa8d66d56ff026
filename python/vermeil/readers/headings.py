# SPDX-License-Identifier: MIT
"""The headings of a table: without blanks, each once, one over every column that holds something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vermeil import _core

if TYPE_CHECKING:
    import polars as pl

__all__ = ["headed"]


def headed(frame: pl.DataFrame, headings: list[str], source: str, hint: str = "") -> pl.DataFrame:
    """Give a frame its headings, without blanks at their ends; a column without heading or cells is dropped.

    Parameters
    ----------
    frame
        The rows below the headings.
    headings
        A heading for each column; empty for none.
    source
        The file or sheet, for messages.
    hint
        What may be the matter where a heading is missing.

    Raises
    ------
    Error
        When two columns bear one name, or a column has cells and no heading.
    """
    names = [heading.strip() for heading in headings]
    kept = []
    for position, name in enumerate(names):
        column = frame.to_series(position)
        if name:
            kept.append(column.alias(name))
        elif column.null_count() < frame.height:
            message = f"{source}: column {position + 1} has values and no heading{hint}"
            raise _core.Error(message)
        if name and name in names[:position]:
            message = f"{source}: two columns are named '{name}'"
            raise _core.Error(message)
    return frame.clear().select() if not kept else kept[0].to_frame().hstack(kept[1:])
