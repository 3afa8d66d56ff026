# SPDX-License-Identifier: MIT
"""One small made-up measure table, written by every library whose frames go in and come out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa

__all__ = ["EXPECTED", "FRAME_CASES", "NO_FRAMES", "FrameCase", "NoFrame"]

#: The table, column by column; ``None`` is a null. Days are counted from 1970-01-01 once they are read.
EXPECTED: dict[str, list[Any]] = {
    "service": ["P001", "P002", "P003", "P004", "P005"],
    "quarter": ["2024-25 Q3"] * 5,
    "dignity": [0.9, None, 0.75, 1.0, 0.5],
    "dignity.state": [0, 2, 0, 0, 0],
    "dignity.n": [40, 7, 16, 12, 2_147_483_648],
    "inspected": [
        dt.date(2024, 10, 1),
        dt.date(2023, 2, 28),
        None,
        dt.date(1969, 12, 31),
        dt.date(2024, 2, 29),
    ],
}


@dataclass(frozen=True)
class FrameCase:
    """One way of holding the table: its name, and what makes it anew."""

    name: str
    make: Callable[[], object]


@dataclass(frozen=True)
class NoFrame:
    """Something that cannot be read: its name, what makes it, and a part of the message that refuses it."""

    name: str
    make: Callable[[], object]
    message: str


def _polars() -> pl.DataFrame:
    return pl.DataFrame(EXPECTED, schema_overrides={"dignity.state": pl.UInt8, "dignity.n": pl.UInt32})


def _polars_in_chunks() -> pl.DataFrame:
    frame = _polars()
    return pl.concat([frame[:2], frame[2:2], frame[2:3], frame[3:]], rechunk=False)


def _polars_sliced() -> pl.DataFrame:
    return pl.concat([_polars()] * 3, rechunk=True)[5:10]


def _polars_with_services_as(kind: Any) -> pl.DataFrame:  # noqa: ANN401
    return _polars().with_columns(pl.col("service").cast(kind))


def _pandas() -> pd.DataFrame:
    dignity = [np.nan if value is None else value for value in EXPECTED["dignity"]]
    types = {"dignity": "float64", "dignity.state": "uint8", "dignity.n": "uint32"}
    return pd.DataFrame({**EXPECTED, "dignity": dignity}).astype(types)


def _pandas_arrow() -> pd.DataFrame:
    frame: pd.DataFrame = _arrow().to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def _arrow() -> pa.Table:
    schema = pa.schema(
        [
            ("service", pa.string()),
            ("quarter", pa.string()),
            ("dignity", pa.float64()),
            ("dignity.state", pa.uint8()),
            ("dignity.n", pa.uint32()),
            ("inspected", pa.date32()),
        ]
    )
    return pa.table(EXPECTED, schema=schema)


def _arrow_with(column: str, kind: pa.DataType) -> pa.Table:
    table = _arrow()
    position = table.column_names.index(column)
    return table.set_column(position, column, table[column].cast(kind))


def _arrow_in_chunks() -> pa.Table:
    table = _arrow()
    return pa.concat_tables([table[:1], table[1:1], table[1:4], table[4:]])


def _arrow_sliced() -> pa.Table:
    return pa.concat_tables([_arrow()] * 3).combine_chunks()[5:10]


def _arrow_reader() -> pa.RecordBatchReader:
    def batches() -> Iterator[pa.RecordBatch]:
        yield from _arrow().to_batches(max_chunksize=2)

    return pa.RecordBatchReader.from_batches(_arrow().schema, batches())


def _arrow_struct() -> pa.StructArray:
    """Rows 1 to 5 of a struct of six: the struct's own offset moves each column."""
    columns = [pa.concat_arrays([column[:1], column]) for column in _arrow().to_batches()[0].columns]
    return pa.StructArray.from_arrays(columns, names=list(EXPECTED))[1:]


def _duckdb() -> duckdb.DuckDBPyRelation:
    return duckdb.connect().from_arrow(_arrow())


def _duckdb_enum() -> duckdb.DuckDBPyRelation:
    names = ", ".join(f"'{name}'" for name in EXPECTED["service"])
    return _duckdb().project(f"* REPLACE (service::ENUM({names}) AS service)")


#: Every way of holding the table; each must read the same.
FRAME_CASES: tuple[FrameCase, ...] = (
    FrameCase("polars", _polars),
    FrameCase("polars in chunks", _polars_in_chunks),
    FrameCase("polars sliced", _polars_sliced),
    FrameCase("polars categorical", lambda: _polars_with_services_as(pl.Categorical)),
    FrameCase("polars enum", lambda: _polars_with_services_as(pl.Enum(EXPECTED["service"]))),
    FrameCase("pandas", _pandas),
    FrameCase("pandas of objects", lambda: _pandas().astype({"service": object, "quarter": object})),
    FrameCase("pandas categorical", lambda: _pandas().astype({"service": "category"})),
    FrameCase("pandas nullable", lambda: _pandas().astype({"dignity": "Float64", "dignity.n": "UInt32"})),
    FrameCase("pandas on Arrow", _pandas_arrow),
    FrameCase("pyarrow", _arrow),
    FrameCase("pyarrow in chunks", _arrow_in_chunks),
    FrameCase("pyarrow sliced", _arrow_sliced),
    FrameCase("pyarrow large strings", lambda: _arrow_with("service", pa.large_string())),
    FrameCase("pyarrow string views", lambda: _arrow_with("quarter", pa.string_view())),
    FrameCase("pyarrow dictionary", lambda: _arrow_with("quarter", pa.dictionary(pa.int8(), pa.string()))),
    FrameCase("pyarrow date64", lambda: _arrow_with("inspected", pa.date64())),
    FrameCase("pyarrow timestamps", lambda: _arrow_with("inspected", pa.timestamp("ns"))),
    FrameCase("pyarrow batch", lambda: _arrow().to_batches()[0]),
    FrameCase("pyarrow reader", _arrow_reader),
    FrameCase("pyarrow struct", _arrow_struct),
    FrameCase("duckdb", _duckdb),
    FrameCase("duckdb enum", _duckdb_enum),
)

#: What cannot be read, and why.
NO_FRAMES: tuple[NoFrame, ...] = (
    NoFrame("a list", lambda: [1, 2], "an object of the type 'list' is no table that can be read"),
    NoFrame("a polars series", lambda: pl.Series("a", [1]), "is one column of the Arrow type int64"),
    NoFrame(
        "lists in a column", lambda: pl.DataFrame({"a": [[1]]}), "column 'a' is of the Arrow type large list"
    ),
    NoFrame(
        "times of day", lambda: pa.table({"a": [dt.time(9)]}), "column 'a' is of the Arrow type time of day"
    ),
    NoFrame("half floats", lambda: pa.table({"a": pa.array([0.5], pa.float16())}), "Arrow type half float"),
    NoFrame("a number beyond int64", lambda: pa.table({"a": pa.array([2**63], pa.uint64())}), "is too large"),
    NoFrame(
        "two columns of one name", lambda: pa.table([[1], [2]], names=["a", "a"]), "two columns are named 'a'"
    ),
    NoFrame(
        "a zone without a known clock",
        lambda: pa.table({"a": pa.array([0], pa.timestamp("s", "Asia/Tokyo"))}),
        "moments of the time zone 'Asia/Tokyo' cannot be put on a day",
    ),
)
