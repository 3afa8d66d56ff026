# SPDX-License-Identifier: MIT
"""The same input gives the same bits in C++, Python and the shell, whatever the build, order or threads."""

from __future__ import annotations

import csv
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest
from made_up_frameworks import GUARDED_STATES, Row, rows_of, table_of
from slow_rating import Cell, measure_ids

import vermeil as vm

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = ROOT / "tests" / "cpp" / "same_bits" / "rate.cpp"
FRAMEWORK = ROOT / "examples" / "frameworks" / "east_sussex_2011.toml"
OPTIONS = {"-O0": ["-O0"], "-O3 -march=native": ["-O3", "-march=native"]}
BUILDS = [(compiler, options) for compiler in ("g++", "clang++") for options in OPTIONS]
BAND_NUMBERS = {"Gold": 0, "Silver": 1, "Bronze": 2, "Not rated": 255}
REASONS = ["decided", "open", "coverage", "nothing_applicable"]
Bits = dict[str, tuple[int, int, int, int, str, str, str]]


@dataclass(frozen=True)
class Given:
    """Made-up measures, written for the C++ program and for the shell, and read by Python."""

    rows: list[Row]
    services: list[str]
    measures: Path
    table: Path


def _cell(chance: random.Random, share: float) -> Cell:
    n = chance.randrange(8, 160)
    count = round(n * min(1, max(0, share + chance.uniform(-0.15, 0.15))))
    if chance.random() < 0.9:
        return Cell("present", Fraction(count / n), n, count)
    return Cell(chance.choice(GUARDED_STATES), n=n, count=count)


def _rows(services: int) -> list[Row]:
    chance = random.Random(2011)
    names = measure_ids(FRAMEWORK.read_text(encoding="utf-8"))
    rows: list[Row] = []
    for _ in range(services):
        share = chance.uniform(0.4, 1)
        row = {name: _cell(chance, 1 - share if name == "turnover" else share) for name in names}
        fact = chance.choice([0, 0, 0, 1, None])
        row["default_notice"] = Cell() if fact is None else Cell("present", Fraction(fact))
        rows.append(row)
    return rows


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Given:
    """Make up the measures of 700 services, more than two blocks of rows, and shuffle them."""
    rows = _rows(700)
    services = rows_of(rows)
    order = list(range(len(rows)))
    random.Random(7).shuffle(order)
    table = table_of([rows[place] for place in order], [services[place] for place in order])
    folder = tmp_path_factory.mktemp("same_bits")
    lines = zip(*table.values(), strict=True)
    with (folder / "measures.txt").open("w", encoding="utf-8") as file:
        print(*table, file=file)
        for line in lines:
            print(*("-" if each is None else _hexadecimal(each) for each in line), file=file)
    with (folder / "measures.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table)
        writer.writerows(zip(*table.values(), strict=True))
    return Given(rows, services, folder / "measures.txt", folder / "measures.csv")


def _hexadecimal(cell: object) -> str:
    return float(cell).hex() if isinstance(cell, int | float) else str(cell)


def _built(build: tuple[str, str], folder: Path) -> Path:
    compiler, options = build
    program = folder / f"rate {compiler} {options}"
    command = [compiler, "-std=c++20", "-ffp-contract=off", *OPTIONS[options], f"-I{ROOT / 'include'}"]
    command += ["-isystem", "/usr/include/eigen3", "-pthread", str(PROGRAM), "-o", str(program)]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr
    return program


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[tuple[str, str], Path]]:
    """Build the program with every compiler that is there and every set of options, two at a time."""
    folder = tmp_path_factory.mktemp("programs")
    builds = [build for build in BUILDS if shutil.which(build[0])]
    with ThreadPoolExecutor(max_workers=2) as pool:
        yield dict(zip(builds, pool.map(lambda build: _built(build, folder), builds), strict=True))


def _said(program: Path, measures: Path, threads: int) -> Bits:
    command = [str(program), str(FRAMEWORK), str(measures), str(threads)]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr
    bits: Bits = {}
    for line in asked.stdout.splitlines():
        service, band, lowest, highest, reason, _, *numbers = line.split()
        low, high, coverage = (float.fromhex(number).hex() for number in numbers)
        bits[service] = (int(band), int(lowest), int(highest), int(reason), low, high, coverage)
    return bits


def _hex(score: object) -> str:
    """Give the bits of a score; of none, those of the 0 that C++ holds in its place."""
    return float(str(score or 0.0)).hex()


def _bits(row: dict[str, object]) -> tuple[int, int, int, int, str, str, str]:
    bands = [BAND_NUMBERS[str(row[name])] for name in ("band", "lowest", "highest")]
    scores = [_hex(row[name]) for name in ("lowest_score", "highest_score", "coverage")]
    return (bands[0], bands[1], bands[2], REASONS.index(str(row["reason"])), scores[0], scores[1], scores[2])


@pytest.fixture(scope="module")
def in_python(given: Given) -> Bits:
    """Rate the measures in Python, in the order of the services, on one thread."""
    ratings = vm.Framework.load(FRAMEWORK).rate(table_of(given.rows))
    return {row["service"]: _bits(row) for row in ratings.to_arrow().to_pylist()}


def test_the_measures_are_varied(in_python: Bits) -> None:
    assert {made[0] for made in in_python.values()} == set(BAND_NUMBERS.values())
    assert len({made[4] for made in in_python.values()}) > 500


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("build", BUILDS, ids=" ".join)
def test_every_build_gives_the_bits_of_python(
    build: tuple[str, str],
    threads: int,
    given: Given,
    programs: dict[tuple[str, str], Path],
    in_python: Bits,
) -> None:
    if build not in programs:
        pytest.skip(f"there is no {build[0]}")
    assert _said(programs[build], given.measures, threads) == in_python


@pytest.mark.parametrize("threads", [1, 2])
def test_the_shell_gives_the_bits_of_python(
    threads: int, given: Given, in_python: Bits, tmp_path: Path
) -> None:
    command = [
        str(Path(sys.executable).parent / "vermeil"),
        "rate",
        str(FRAMEWORK),
        "--measures",
        str(given.table),
    ]
    command += ["--out", str(tmp_path), "--threads", str(threads)]
    asked = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | {"LC_ALL": "C"}
    )
    assert asked.returncode == 0, asked.stderr
    with (tmp_path / "ratings.csv").open(encoding="utf-8", newline="") as file:
        said = {row["service"]: _bits(dict(row)) for row in csv.DictReader(file)}
    assert said == in_python


def test_one_service_alone_has_the_bits_of_the_market(given: Given, in_python: Bits) -> None:
    framework = vm.Framework.load(FRAMEWORK)
    for service, row in zip(given.services, given.rows, strict=True):
        known = {
            name: ((cell.count or 0, cell.n) if cell.n else float(cell.value))
            if cell.state == "present"
            else cell.state
            for name, cell in row.items()
        }
        one = framework.rate_one(known)
        assert (BAND_NUMBERS[one.band], _hex(one.lowest_score), _hex(one.highest_score)) == (
            in_python[service][0],
            *in_python[service][4:6],
        )
