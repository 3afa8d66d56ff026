# SPDX-License-Identifier: MIT
"""Tables in from any data frame library, tables out to any of them."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, runtime_checkable

from vermeil import _core

if TYPE_CHECKING:
    from typing import Self

    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = ["Frame", "InternalTable", "SpeaksArrow", "Table", "core_table", "speaking_arrow"]


@runtime_checkable
class SpeaksArrow(Protocol):
    """A frame with the Arrow PyCapsule interface: polars, pandas 2.2 or newer, pyarrow, duckdb and others."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Give the table as a capsule."""


Frame: TypeAlias = Any
"""A table of any library that speaks the Arrow PyCapsule interface, or that narwhals knows."""


class Table:
    """A result as a table; it goes without a copy of its numbers into any library that reads Arrow.

    Examples
    --------
    >>> import vermeil as vm
    >>> vm.Table(vm.frames.core_table({"service": ["P1", "P2"]}, "example")).columns
    ['service']
    """

    _by_place = False

    def __init__(self, core: _core.Table) -> None:
        self._core = core

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in order."""
        return self._core.columns

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._core)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Give the table as an Arrow stream; no number is copied."""
        return (
            self._core.categories_stream()
            if self._by_place
            else self._core.__arrow_c_stream__(requested_schema)
        )

    def with_categories(self) -> Self:
        """Give the same table with words that repeat as categories, which no frame library need write out.

        Which columns those are follows from the table: of charts, the series and the periods. To be taken in
        by any library that reads Arrow: ``polars.DataFrame(table.with_categories())``.
        """
        made = copy(self)
        made._by_place = True
        return made

    def to_polars(self) -> pl.DataFrame:
        """Give the table as a polars frame."""
        import polars

        return polars.DataFrame(self)

    def to_pandas(self) -> pd.DataFrame:
        """Give the table as a pandas frame; needs pyarrow as well."""
        frame: pd.DataFrame = self.to_arrow().to_pandas()
        return frame

    def to_arrow(self) -> pa.Table:
        """Give the table as a pyarrow table."""
        import pyarrow

        return pyarrow.table(self)

    def __repr__(self) -> str:
        """Say how large the table is."""
        return f"<{type(self).__name__}: {len(self)} rows, {len(self.columns)} columns>"


class InternalTable(Table):
    """A result for officers alone, such as of risk; `vermeil.publishable` refuses it."""


def core_table(frame: Frame, source: str, first_row: int = 2, *, as_they_lie: bool = False) -> _core.Table:
    """Bring a frame to the form that the compiled part reads.

    Parameters
    ----------
    frame
        Any frame that speaks the Arrow PyCapsule interface or that narwhals knows, or a mapping of column
        names to lists.
    source
        The name under which its rejects appear, such as a file name.
    first_row
        The number that the source gives to the first row of data: 2 for a file with one line of headings.
    as_they_lie
        Whether words stay as the frame holds them, which only readers of long tables take.

    Raises
    ------
    Error
        When the object is no table, or a column has a type that is not read; the message names it.
    """
    if isinstance(frame, Table):
        return frame._core
    if isinstance(frame, Mapping):
        return _core.Table.from_lists(dict(frame), source, first_row)
    if not isinstance(frame, SpeaksArrow):
        frame = _through_narwhals(frame)
    return _core.Table(frame, source, first_row, as_they_lie=as_they_lie)


def speaking_arrow(frame: Frame, source: str) -> SpeaksArrow:
    """Bring a frame to a form that gives its columns as they are, times of day included.

    Parameters
    ----------
    frame, source
        As `core_table` takes them.

    Raises
    ------
    Error
        When the object is no table.
    """
    if not isinstance(frame, SpeaksArrow | Mapping):
        frame = _through_narwhals(frame)
    return frame if isinstance(frame, SpeaksArrow) else core_table(frame, source)


def _through_narwhals(frame: Frame) -> Frame:
    import narwhals

    native = narwhals.from_native(frame, pass_through=True)
    if isinstance(native, narwhals.LazyFrame):
        native = native.collect()
    return native.to_arrow() if isinstance(native, narwhals.DataFrame) else frame
