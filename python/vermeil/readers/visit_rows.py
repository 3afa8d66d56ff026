# SPDX-License-Identifier: MIT
"""The rows of a log of visits, out of one file or several, as they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vermeil import _core

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

    from vermeil.readers.rows import Rows
    from vermeil.visit_types import VisitFileDict

__all__ = ["VisitFiles"]


class VisitFiles:
    """The files of a log of visits, put together.

    Attributes
    ----------
    frame
        All rows, file after file, without copies of their texts; timestamps stay what they are.
    source
        The one file, or ``visits (N files)``.

    Raises
    ------
    Error
        When columns of one name hold what cannot stand in one column.
    """

    def __init__(self, files: Sequence[Rows]) -> None:
        import polars

        self.files = files
        try:
            frames = _alike([each.frame for each in files])
            self.frame = polars.concat(frames, how="diagonal_relaxed", rechunk=False)
        except polars.exceptions.PolarsError as error:
            names = ", ".join(each.source for each in files)
            message = f"{names}: these do not make one table visits: {str(error).splitlines()[0]}"
            raise _core.Error(message) from error
        self.source = files[0].source if len(files) == 1 else f"visits ({len(files)} files)"

    def described(self) -> list[VisitFileDict]:
        """Say of each file what messages about its rows need to know."""
        described: list[VisitFileDict] = []
        for file in self.files:
            known: VisitFileDict = {
                "source": file.source,
                "rows": file.frame.height,
                "first_row": file.first_row,
                "labels": file.labels,
                "faults": list(file.faults),
                "passed_over": file.passed_over,
            }
            if file.numbers is not None:
                known["row_numbers"] = file.numbers.to_numpy()
            described.append(known)
        return described


def _alike(frames: list[pl.DataFrame]) -> list[pl.DataFrame]:
    """Write moments as texts where files hold them in different ways; else they stay as they lie."""
    import polars

    kinds: dict[str, set[polars.DataType]] = {}
    for frame in frames:
        for name, kind in frame.schema.items():
            kinds.setdefault(name, set()).add(kind)
    mixed = {name for name, found in kinds.items() if len(found) > 1}

    def written(name: str, kind: polars.Datetime) -> polars.Expr:
        column = polars.col(name)
        if kind.time_zone is not None:
            return column.dt.convert_time_zone("UTC").dt.strftime("%Y-%m-%d %H:%M:%SZ")
        return column.dt.strftime("%Y-%m-%d %H:%M:%S")

    return [
        frame.with_columns(
            written(name, kind)
            for name, kind in frame.schema.items()
            if name in mixed and isinstance(kind, polars.Datetime)
        )
        for frame in frames
    ]
