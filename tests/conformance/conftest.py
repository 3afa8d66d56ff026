# SPDX-License-Identifier: MIT
"""What the tests of conformance share: where published outcomes are, and three ways to rate a table."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

import vermeil as vm

ROOT = Path(__file__).resolve().parent.parent.parent
ORACLES = ROOT / "../shared/oracles"
Bits = dict[str, tuple[str, str, str]]  # by service: the band, the lowest and the highest score as bits


@pytest.fixture(scope="session")
def oracle() -> Callable[[str], Path]:
    """Find a file of published outcomes."""

    def find(name: str) -> Path:
        if not ORACLES.is_dir():
            pytest.skip("the folder of published outcomes is not beside this repository")
        assert (ORACLES / name).is_file(), name
        return ORACLES / name

    return find


@pytest.fixture(scope="session")
def program(oracle: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the program that rates by the C++ library alone; it is only for the published outcomes."""
    oracle("README.md")
    built = tmp_path_factory.mktemp("program") / "rate_columns"
    command = ["g++", "-std=c++20", "-ffp-contract=off", f"-I{ROOT / 'include'}", "-pthread"]
    command += ["-isystem", "/usr/include/eigen3", str(Path(__file__).with_name("rate_columns.cpp"))]
    asked = subprocess.run([*command, "-o", str(built)], capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr
    return built


def columns_of(framework: Path) -> list[str]:
    """List the columns that a framework reads: one for each measure, and what some are divided by."""
    divisors = re.findall(r'over = "(.+?)"', framework.read_text(encoding="utf-8"))
    return [measure["id"] for measure in vm.Framework.load(framework).measures] + sorted(set(divisors))


def in_python(framework: Path, table: Path, id_column: str) -> Bits:
    """Rate by the Python library, from a frame of numbers and words."""
    rules = vm.Framework.load(framework)
    names = columns_of(framework)
    frame = pl.read_csv(table, schema_overrides={id_column: pl.String}, infer_schema_length=None)
    rated = rules.rate(rules.read_measures(frame.select(id_column, *names), id=id_column)).to_polars()
    return {
        row["service"]: (row["band"], row["lowest_score"].hex(), row["highest_score"].hex())
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
                    float(row["lowest_score"]).hex(),
                    float(row["highest_score"]).hex(),
                )
                for row in csv.DictReader(file)
            }


def in_cpp(program: Path, framework: Path, table: Path, id_column: str) -> Bits:
    """Rate by the C++ library, from words separated by tabs."""
    names = columns_of(framework)
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "words.txt"
        frame = pl.read_csv(table, infer_schema=False).select(id_column, *names)
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


@pytest.fixture(scope="session")
def three_ways(program: Path) -> Callable[[Path, Path, str], list[Bits]]:
    """Rate a table in Python, by the command and in C++."""

    def rate(framework: Path, table: Path, id_column: str) -> list[Bits]:
        given = (framework, table, id_column)
        return [in_python(*given), by_command(*given), in_cpp(program, *given)]

    return rate


@pytest.fixture(scope="session")
def rewritten() -> Callable[..., str]:
    """Give the text of a framework file with parts of it replaced, each of which it must hold."""

    def rewrite(framework: str, *changes: tuple[str, str]) -> str:
        text = (ROOT / framework).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        return text

    return rewrite
