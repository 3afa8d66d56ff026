# SPDX-License-Identifier: MIT
"""Three ways to rate a table: the Python library, the command, the C++ library."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import polars as pl

import vermeil as vm

__all__ = ["Bits", "by_command", "in_cpp", "in_python"]

Bits = dict[str, tuple[str, str, str]]  # by service: the band, the lowest and the highest score as bits


def columns_read(table: Path, framework: Path, id_column: str) -> list[str]:
    """Name the columns that a framework looks at: ids, measures, and what stands beside them."""
    asked = [measure["id"] for measure in vm.Framework.load(framework).measures]
    asked += re.findall(r'\b(?:column|over) = "([^"]+)"', framework.read_text(encoding="utf-8"))
    asked += re.findall(r'(?:column|over) = "(.+?)"', framework.read_text(encoding="utf-8"))
    headings = pl.read_csv(table, infer_schema=False, n_rows=0).columns
    beside = {f"{name}{ending}" for name in asked for ending in ("", ".n", ".count", ".state")}
    return [id_column, *(heading for heading in headings if heading in beside and heading != id_column)]


def _hex(score: float | str | None) -> str:
    """Give the bits of a score; of none, those of the 0 that C++ holds in its place."""
    return float(score or 0.0).hex()


def in_python(framework: Path, table: Path, id_column: str) -> Bits:
    """Rate by the Python library, from a frame of numbers and words."""
    rules = vm.Framework.load(framework)
    frame = pl.read_csv(table, schema_overrides={id_column: pl.String}, infer_schema_length=None)
    measures = rules.read_measures(frame.select(columns_read(table, framework, id_column)), id=id_column)
    rated = rules.rate(measures).to_polars()
    return {
        row["service"]: (row["band"], _hex(row["lowest_score"]), _hex(row["highest_score"]))
        for row in rated.iter_rows(named=True)
    }


def by_command(framework: Path, table: Path, id_column: str) -> Bits:
    """Rate by `vermeil rate`, from the file as it is."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(Path(sys.executable).parent / "vermeil"), "rate", str(framework)]
        command += ["--measures", str(table), "--id", id_column, "--out", folder]
        asked = subprocess.run(command, capture_output=True, text=True, check=False)
        assert asked.returncode == 0, asked.stderr
        with (Path(folder) / "ratings.csv").open(encoding="utf-8", newline="") as file:
            return {
                row["service"]: (
                    row["band"],
                    _hex(row["lowest_score"]),
                    _hex(row["highest_score"]),
                )
                for row in csv.DictReader(file)
            }


def in_cpp(program: Path, framework: Path, table: Path, id_column: str) -> Bits:
    """Rate by the C++ library, from words separated by tabs."""
    names = columns_read(table, framework, id_column)
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "words.txt"
        frame = pl.read_csv(table, infer_schema=False).select(names)
        frame.write_csv(words, separator="\t", quote_style="never")
        asked = subprocess.run(
            [str(program), str(framework), str(words)], capture_output=True, text=True, check=False
        )
    assert asked.returncode == 0, asked.stderr
    lines = [line.split("\t") for line in asked.stdout.splitlines()]
    return {
        service: (band, float.fromhex(low).hex(), float.fromhex(high).hex())
        for service, band, low, high in lines
    }
