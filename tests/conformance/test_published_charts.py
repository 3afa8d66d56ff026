# SPDX-License-Identifier: MIT
"""Published control charts: centres, limits, runs and signals come out, in Python and in C++."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from chart_cases import CASES, FROM_JULY, Case, Points, in_cpp, in_python

import vermeil as vm
from vermeil.chart_rules import ChartKind, ChartRules

ROOT = Path(__file__).resolve().parent.parent.parent
LINES = {"y": "value", "cl": "centre", "lcl": "lower", "ucl": "upper"}
RUNS = {
    "n.useful": "useful", "longest.run": "longest_run", "longest.run.max": "longest_run_most",
    "n.crossings": "crossings", "n.crossings.min": "crossings_least",
}  # fmt: skip


@pytest.fixture(scope="session")
def charting(oracle: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the program that charts by the C++ library alone."""
    oracle("README.md")
    built = tmp_path_factory.mktemp("program") / "chart_columns"
    command = ["g++", "-std=c++20", "-O1", "-ffp-contract=off", f"-I{ROOT / 'include'}"]
    command += [str(Path(__file__).with_name("chart_columns.cpp")), "-o", str(built)]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr
    return built


@pytest.fixture(scope="session")
def read(oracle: Callable[[str], Path]) -> Callable[[str], pl.DataFrame]:
    """Read a published table; NaN stands for no value in some of them."""

    def table(name: str) -> pl.DataFrame:
        frame = pl.read_csv(oracle(f"control_charts/{name}.csv"), infer_schema_length=None)
        return frame.with_columns(pl.col(pl.Float64).fill_nan(None))

    return table


def far_off(made: pl.Series, published: pl.Series) -> bool:
    """Say whether two columns differ by more than a part in a billion, or lack values at different places."""
    ours, theirs = made.cast(pl.Float64).to_numpy(), published.cast(pl.Float64).to_numpy()
    return not np.allclose(ours, theirs, rtol=1e-9, atol=1e-12, equal_nan=True)


def lines_off(points: pl.DataFrame, expected: pl.DataFrame) -> list[str]:
    """Name the lines of a chart that are not as published; where nothing was measured, limits may stand."""
    there = expected["y"].is_not_null()
    wanted = [name for name in LINES if name in expected.columns]
    off = [
        name for name in wanted if far_off(points[LINES[name]].filter(there), expected[name].filter(there))
    ]
    outside = (points["outside"] == 1).to_list()
    return off + ["sigma.signal"] * (outside != expected["sigma.signal"].to_list())


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_published_chart_has_its_lines_and_signals(case: Case, read: Callable[[str], pl.DataFrame]) -> None:
    expected = read(f"expected_{case.expected}")
    made = in_python(case.rules, case.series(read(f"input_{case.table}")))
    assert len(made.points) == expected.height
    assert lines_off(made.points.to_polars(), expected) == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_published_chart_has_its_runs_in_each_phase(
    case: Case, read: Callable[[str], pl.DataFrame]
) -> None:
    expected = read(f"expected_{case.expected}")
    points = case.series(read(f"input_{case.table}"))
    for part in expected.partition_by("part", maintain_order=True):
        until = int(part["xx"].max())  # type: ignore[arg-type]
        made = in_python(case.rules, {name: each[:until] for name, each in points.items()})
        runs = made.series.to_polars().row(0, named=True)
        assert {name: runs[ours] for name, ours in RUNS.items()} == part.select(list(RUNS)).row(0, named=True)
        signalled = {"long_run", "few_crossings"} & set(made.signals.to_polars()["rule"])
        assert bool(signalled) == part["runs.signal"][0]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_cpp_gives_the_same_bits_as_python(
    case: Case, charting: Path, read: Callable[[str], pl.DataFrame]
) -> None:
    series = case.series(read(f"input_{case.table}"))
    points, _ = in_cpp(charting, case.rules, series)
    made = in_python(case.rules, series).points.to_polars()
    assert len(points) == made.height
    for words, row in zip(points, made.iter_rows(named=True), strict=True):
        assert float.fromhex(words[2]) == row["centre"]
        assert (float.fromhex(words[1]) if words[0] == "1" else None) == row["value"]
        limits = (float.fromhex(words[4]), float.fromhex(words[5])) if words[3] == "1" else (None, None)
        assert limits == (row["lower"], row["upper"])


@pytest.mark.parametrize(("name", "way"), [(name, way) for name, case in CASES.items() for way in case.wrong])
def test_a_chart_drawn_wrongly_is_another_chart(
    name: str, way: str, read: Callable[[str], pl.DataFrame]
) -> None:
    case = CASES[name]
    assert len(case.wrong) >= 3
    expected = read(f"expected_{case.expected}")
    rules, points = case.wrong[way](case.rules, case.series(read(f"input_{case.table}")))
    try:
        made = in_python(rules, points).points.to_polars()
    except vm.Error:
        return  # a count above its n cannot be a share: refused, which is no agreement
    assert lines_off(made, expected) != []


INFECTIONS = {
    "hai_1": ([], "month", 1.0),
    "hai_2": (["infection"], "month", 1.0),
    "hai_3": (["hospital", "infection"], "month", 1.0),
    "hai_4": (["infection"], "hospital", 10_000.0),
}


def infections(table: pl.DataFrame, name: str) -> dict[tuple[str, ...], Points]:
    """Add up infections and days by facet: by month, or side by side with the fewest days first."""
    facets, along, _ = INFECTIONS[name]
    kept = table if along == "month" else table.filter(pl.col("month") >= FROM_JULY)
    order = pl.col("days").mean().over("hospital") if along == "hospital" else pl.col("month")
    added = (
        kept.with_columns(order=order)
        .group_by([*facets, along])
        .agg(pl.col("n", "days").sum(), pl.col("order").first())
        .sort("order")
    )
    groups = added.partition_by(facets, as_dict=True, maintain_order=True) if facets else {(): added}
    return {
        tuple(str(part) for part in key): {"values": each["n"].to_numpy(), "n": each["days"].to_numpy()}
        for key, each in groups.items()
    }


def summary(points: Points, rules: ChartRules) -> dict[str, float]:
    """Sum a chart up as the published tables do."""
    made = in_python(rules, points)
    runs, lines = made.series.to_polars().row(0, named=True), made.points.to_polars()
    found: dict[str, float] = {name: runs[ours] for name, ours in RUNS.items()}
    means = {"aLCL": lines["lower"].mean(), "CL": lines["centre"].mean(), "aUCL": lines["upper"].mean()}
    signalled = {"long_run", "few_crossings"} & set(made.signals.to_polars()["rule"])
    return found | means | {"runs.signal": int(bool(signalled)), "sigma.signal": int(lines["outside"].sum())}  # type: ignore[return-value]


def apart(read: Callable[[str], pl.DataFrame], name: str, rules: ChartRules, power: float = 1.0) -> int:
    """Count the facets whose summary is not as published; days may be told wrongly by a power."""
    facets, _, _ = INFECTIONS[name]
    groups = infections(read("input_hospital_infections"), name)
    off = 0
    for row in read(f"expected_{name}").iter_rows(named=True):
        key = tuple(row[column] for column in ("facet1", "facet2")[: len(facets)])
        points = groups[key] | {"n": groups[key]["n"] ** power}
        made = summary(points, rules)
        off += any(made[column] != pytest.approx(row[column], rel=1e-9, abs=1e-15) for column in made)
    return off


@pytest.mark.parametrize("name", INFECTIONS)
def test_infections_by_facet_are_as_published(name: str, read: Callable[[str], pl.DataFrame]) -> None:
    assert apart(read, name, ChartRules(kind=ChartKind.U, per=INFECTIONS[name][2])) == 0


@pytest.mark.parametrize("name", INFECTIONS)
def test_infections_told_wrongly_are_not(name: str, read: Callable[[str], pl.DataFrame]) -> None:
    per = INFECTIONS[name][2]
    facets = read(f"expected_{name}").height
    assert apart(read, name, ChartRules(kind=ChartKind.U_PRIME, per=per)) == facets
    assert apart(read, name, ChartRules(kind=ChartKind.C, per=per)) == facets
    assert apart(read, name, ChartRules(kind=ChartKind.U, per=per), power=0.99) == facets
