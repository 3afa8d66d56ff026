# SPDX-License-Identifier: MIT
"""The outcomes framework of adult social care: every administrative cell comes out to its printed decimal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest

import vermeil as vm

ROOT = Path(__file__).resolve().parent.parent.parent
Ways = Callable[[Path, Path, str], list[dict[str, tuple[str, str, str]]]]


@dataclass(frozen=True)
class Kind:
    """A framework, the measures that it is for, and in how many cells mistold rules differ."""

    framework: str
    measures: tuple[str, ...]
    cells: int
    wrong: tuple[tuple[str, str, int], ...]


HALF_UP = 'half = "up", decimals = 1'
PERCENTAGE = Kind(
    "tests/conformance/frameworks/ascof_percentage.toml",
    ("1C", "1E", "1G", "2B", "2D"),
    5_699,
    (
        (HALF_UP, 'half = "even", decimals = 1', 7),
        (HALF_UP, 'half = "up", decimals = 0', 4_281),
        (HALF_UP, 'half = "up", decimals = 2', 4_223),
        ("per = 100 ", "per = 1000 ", 4_764),
    ),
)
RATE = Kind(
    "tests/conformance/frameworks/ascof_rate.toml",
    ("2A",),
    330,
    (
        (HALF_UP, 'half = "up", decimals = 0', 291),
        (f"round = {{ {HALF_UP} }}\n", "", 329),
        ("per = 100000", "per = 10000", 330),
    ),
)
KINDS = [PERCENTAGE, RATE]
WRONG = [(kind, *wrong) for kind in KINDS for wrong in kind.wrong]


def long_table(kind: Kind, oracle: Callable[[str], Path]) -> pl.DataFrame:
    """Keep the rows of the kind as they are, but for an id before each."""
    table = pl.read_csv(oracle("ascof_2020_21.csv"), infer_schema=False)
    table = table.filter(pl.col("measure").str.head(2).is_in(kind.measures))
    cell = pl.concat_str("code", pl.lit("/"), "measure").alias("cell")
    return table.with_columns(cell, printed=pl.col("outcome").cast(pl.Float64))


def differing(framework: str, table: pl.DataFrame) -> int:
    """Count the cells whose score is not the printed outcome, to the bit."""
    rules = vm.Framework.parse(framework)
    rated = rules.rate(rules.read_measures(table.drop("printed"), id="cell")).to_polars()
    scores = rated.select(cell="service", score="score")
    both = scores.join(table.select("cell", "printed"), on="cell", how="full")
    return both.filter(pl.col("score").ne_missing(pl.col("printed"))).height


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.framework)
def test_every_cell_comes_out_as_printed_in_python_by_the_command_and_in_cpp(
    kind: Kind, oracle: Callable[[str], Path], three_ways: Ways, tmp_path: Path
) -> None:
    table = long_table(kind, oracle)
    assert table.height == kind.cells
    file = tmp_path / "cells.csv"
    table.drop("printed").write_csv(file)
    in_python, by_command, in_cpp = three_ways(ROOT / kind.framework, file, "cell")
    assert in_python == by_command == in_cpp
    printed = dict(table.select("cell", "printed").rows())
    assert {cell: float.fromhex(made[1]) for cell, made in in_python.items()} == printed
    assert {made[0] for made in in_python.values()} == {"Published"}


def test_the_rows_of_one_measure_are_read_as_they_are(
    oracle: Callable[[str], Path], three_ways: Ways, tmp_path: Path
) -> None:
    table = pl.read_csv(oracle("ascof_2020_21.csv"), infer_schema=False).filter(pl.col("measure") == "2B1")
    table.write_csv(tmp_path / "reablement.csv")
    in_python, by_command, in_cpp = three_ways(
        ROOT / PERCENTAGE.framework, tmp_path / "reablement.csv", "code"
    )
    assert in_python == by_command == in_cpp
    printed = {code: float(outcome) for code, outcome in table.select("code", "outcome").rows()}
    assert {code: float.fromhex(made[1]) for code, made in in_python.items()} == printed


@pytest.mark.parametrize(("kind", "right", "wrong", "cells"), WRONG)
def test_a_rule_told_wrongly_prints_other_cells(
    kind: Kind,
    right: str,
    wrong: str,
    cells: int,
    oracle: Callable[[str], Path],
    rewritten: Callable[..., str],
) -> None:
    assert differing(rewritten(kind.framework, (right, wrong)), long_table(kind, oracle)) == cells
    assert cells > 0


def test_what_is_hidden_for_disclosure_is_suppressed(rewritten: Callable[..., str]) -> None:
    rules = vm.Framework.parse(rewritten(PERCENTAGE.framework))
    table = {
        "service": ["made up 1", "made up 2"],
        "numerator": ["[c]", "40"],
        "denominator": ["*", "1,600"],
    }
    measures = rules.read_measures(table)
    assert [measures.cell(cell, "result")["state"] for cell in measures.services] == [
        "suppressed",
        "present",
    ]
    assert len(measures.rejects()) == 0
    rated = rules.rate(measures).to_polars()
    assert rated["band"].to_list() == ["Not rated", "Published"]
    assert rated["score"].to_list() == [None, 2.5]
