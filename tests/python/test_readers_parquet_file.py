# SPDX-License-Identifier: MIT
"""Parquet files are read as they are, unless they pack far more rows than they can hold."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

import vermeil as vm
from vermeil.readers import parquet_file
from vermeil.readers.parquet_file import read_parquet


def written(path: Path, frame: pl.DataFrame) -> Path:
    frame.write_parquet(path)
    return path


def test_rows_are_numbered_from_one_and_keep_their_types(tmp_path: Path) -> None:
    rows = read_parquet(written(tmp_path / "a.parquet", pl.DataFrame({"a": [1, 2]})), "a.parquet")
    assert (rows.first_row, rows.source, rows.frame.schema["a"]) == (1, "a.parquet", pl.Int64)


def test_a_name_is_no_pattern(tmp_path: Path) -> None:
    path = written(tmp_path / "a[1]*.parquet", pl.DataFrame({"a": [1]}))
    assert read_parquet(path, "a").frame.height == 1


def test_rows_by_the_million_in_next_to_nothing_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet_file, "FEW_ROWS", 100_000)
    few = written(tmp_path / "few.parquet", pl.select(a=pl.repeat("S1", 100_000)))
    assert read_parquet(few, "few").frame.height == 100_000
    many = written(tmp_path / "many.parquet", pl.select(a=pl.repeat("S1", 200_000)))
    message = (
        r"^many\.parquet: not read, because it packs 200,000 rows into [\d,]+ bytes: beyond 100,000 rows"
    )
    with pytest.raises(vm.Error, match=message):
        read_parquet(many, "many")


def test_as_many_rows_in_which_something_differs_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet_file, "FEW_ROWS", 100_000)
    path = written(tmp_path / "a.parquet", pl.select(a=pl.int_range(200_000)))
    assert read_parquet(path, "a").frame.height == 200_000
