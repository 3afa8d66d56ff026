# SPDX-License-Identifier: MIT
"""Published charts as series: how each table becomes points, and three ways to get each chart wrong."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

import vermeil as vm
from vermeil.chart_rules import ChartKind, ChartRules, EmptySubgroups, RangeFactor, Screening

__all__ = ["CASES", "FROM_JULY", "Case", "Points", "in_cpp", "in_python", "subgroups"]

FROM_JULY = 16983  # 2016-07-01 as the table writes days
Points = dict[str, np.ndarray[Any, Any]]


@dataclass(frozen=True)
class Case:
    """One published chart."""

    table: str
    expected: str
    rules: ChartRules
    series: Callable[[pl.DataFrame], Points]
    wrong: dict[str, Callable[[ChartRules, Points], tuple[ChartRules, Points]]] = field(default_factory=dict)


def counts(count: str = "count", size: str = "size") -> Callable[[pl.DataFrame], Points]:
    """Read a count over a base."""
    return lambda table: {"values": table[count].to_numpy(), "n": table[size].to_numpy()}


def numbers(column: str, frozen: int | None = None) -> Callable[[pl.DataFrame], Points]:
    """Read one number a period, of which the first so many are the baseline."""

    def read(table: pl.DataFrame) -> Points:
        values = table[column].to_numpy()
        kept = np.arange(len(values)) < (frozen or len(values))
        return {"values": values, "baseline": kept}

    return read


def but_for(
    series: Callable[[pl.DataFrame], Points], special: list[int], phase: int | None = None
) -> Callable[[pl.DataFrame], Points]:
    """Read a series with points that are known to be special, and perhaps rebased after so many."""

    def read(table: pl.DataFrame) -> Points:
        points = series(table)
        place = np.arange(1, len(points["values"]) + 1)
        points["counted"] = ~np.isin(place, special)
        return points | ({"phase": (place > phase).astype(int)} if phase else {})

    return read


def subgroups(table: pl.DataFrame) -> Points:
    """Read readings as the means, sizes and standard deviations of their samples."""
    readings = pl.col("obs").drop_nulls()
    samples = table.drop_nulls("sample")  # a reading of no sample is left out
    groups = samples.group_by("sample", maintain_order=True).agg(
        mean=readings.mean(), n=readings.len(), sd=readings.std()
    )
    return {
        "values": groups["mean"].fill_null(0).to_numpy(),
        "n": groups["n"].cast(pl.Float64).to_numpy(),
        "spread": groups["sd"].fill_null(0).to_numpy(),
        "has": (groups["n"] > 0).to_numpy(),
    }


def ruled(**changes: Any) -> Callable[[ChartRules, Points], tuple[ChartRules, Points]]:  # noqa: ANN401
    """Draw the chart by other rules."""
    return lambda rules, points: (replace(rules, **changes), points)


def without(name: str) -> Callable[[ChartRules, Points], tuple[ChartRules, Points]]:
    """Draw the chart of a series of which something is not known."""
    return lambda rules, points: (rules, {key: each for key, each in points.items() if key != name})


def but_first(rules: ChartRules, points: Points) -> tuple[ChartRules, Points]:
    """Leave the first point out of the baseline."""
    baseline = np.ones(len(points["values"]), dtype=bool) & points.get("baseline", np.array(True))
    baseline[0] = False
    return rules, points | {"baseline": baseline}


def doubled_bases(rules: ChartRules, points: Points) -> tuple[ChartRules, Points]:
    """Take each base for twice as large."""
    return rules, points | {"n": points["n"] * 2}


def as_numbers(rules: ChartRules, points: Points) -> tuple[ChartRules, Points]:
    """Put shares or rates on an XmR chart."""
    kept = {key: each for key, each in points.items() if key != "n"}
    return replace(rules, kind=ChartKind.XMR), kept | {"values": points["values"] / points["n"]}


def of(kind: ChartKind, per: float = 1) -> ChartRules:
    """Give the rules of qicharts2 for a kind."""
    return ChartRules(kind=kind, per=per, screening=Screening.ONCE, factor=RangeFactor.EXACT)


MEANS = {
    "standard deviations": ruled(kind=ChartKind.S),
    "another size": doubled_bases,
    "but the first": but_first,
}
SPREADS = {"means": ruled(kind=ChartKind.XBAR), "another size": doubled_bases, "but the first": but_first}
RATES = {"xmr": as_numbers, "a share": ruled(kind=ChartKind.P), "another base": doubled_bases}
SHARES = {"xmr": as_numbers, "a rate": ruled(kind=ChartKind.U), "another base": doubled_bases}

CASES = {
    "ex_6.3_1": Case("tbl_06.03", "ex_6.3_1", of(ChartKind.XBAR), subgroups, MEANS),
    "ex_6.3_2": Case("tbl_06.03", "ex_6.3_2", of(ChartKind.S), subgroups, SPREADS),
    "ex_6.4_1": Case("tbl_06.04", "ex_6.4_1", of(ChartKind.XBAR), subgroups, MEANS),
    "ex_6.4_2": Case("tbl_06.04", "ex_6.4_2", of(ChartKind.S), subgroups, SPREADS),
    "NA_test": Case(
        "NA_test", "NA_test", replace(of(ChartKind.XBAR), empty=EmptySubgroups.TAKEN_OFF), subgroups,
        MEANS | {"the empty sample left out": ruled(empty=EmptySubgroups.LEFT_OUT)},
    ),
    "ex_6.5_3": Case(
        "tbl_06.07", "ex_6.5_3", of(ChartKind.XMR), numbers("cost", 20),
        {
            "not frozen": without("baseline"),
            "2.66": ruled(factor=RangeFactor.ROUNDED),
            "a run chart": ruled(kind=ChartKind.RUN),
        },
    ),
    "ex_6.5_4": Case(
        "tbl_06.07", "ex_6.5_4", of(ChartKind.MR), numbers("cost", 20),
        {
            "not frozen": without("baseline"),
            "the numbers": ruled(kind=ChartKind.XMR),
            "but the first": lambda rules, points: (
                rules, points | {"baseline": points["baseline"] & (np.arange(40) != 1)}
            ),
        },
    ),
    "ex_7.1_5": Case(
        "tbl_07.03", "ex_7.1_5", of(ChartKind.P), but_for(counts(), [15, 23], 30),
        {
            "not rebased": without("phase"),
            "special counted": without("counted"),
            "a rate": ruled(kind=ChartKind.U),
        },
    ),
    "tbl_7.4_1": Case("tbl_07.04", "tbl_7.4_1", of(ChartKind.P), counts(), SHARES),
    "ex_7.3_3": Case(
        "tbl_07.08", "ex_7.3_3", of(ChartKind.C), but_for(numbers("count", 26), [6, 20]),
        {
            "not frozen": without("baseline"),
            "special counted": without("counted"),
            "xmr": ruled(kind=ChartKind.XMR),
        },
    ),
    "ex_7.4_1": Case("tbl_07.10", "ex_7.4_1", of(ChartKind.U), counts(), RATES),
    "ex_7.5_1": Case(
        "tbl_07.11", "ex_7.5_1", of(ChartKind.U, 50), counts("count", "meters"),
        RATES | {"per metre": ruled(per=1)},
    ),
    "ex_7.6_1": Case(
        "tbl_07.14", "ex_7.6_1", of(ChartKind.T), numbers("hours"),
        {
            "xmr": ruled(kind=ChartKind.XMR),
            "2.66": ruled(factor=RangeFactor.ROUNDED),
            "but the first": but_first,
        },
    ),
}  # fmt: skip


def in_python(rules: ChartRules, points: Points) -> vm.Charts:
    """Chart by the Python library."""
    return vm.chart_series(rules=rules, **points)


def in_cpp(program: Path, rules: ChartRules, points: Points) -> tuple[list[list[str]], list[list[str]]]:
    """Chart by the C++ library; give its points and its phases as words."""
    length = len(points["values"])
    plain = {"n": 1, "spread": 0, "has": 1, "baseline": 1, "counted": 1, "phase": 0}
    columns = [
        points["values"],
        *(np.broadcast_to(points.get(k, np.array(v)), length) for k, v in plain.items()),
    ]
    rows = [
        [f"{float(number)!r}" for number in row[:3]] + [str(int(flag)) for flag in row[3:]]
        for row in zip(*columns, strict=True)
    ]
    ways = (
        rules.screening is Screening.ONCE,
        rules.factor is RangeFactor.ROUNDED,
        rules.empty is EmptySubgroups.TAKEN_OFF,
    )
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "points.txt"
        table.write_text("\n".join(" ".join(row) for row in rows), encoding="utf-8")
        words = [str(program), rules.kind.value, *(str(int(way)) for way in ways), str(rules.per), str(table)]
        asked = subprocess.run(words, capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr
    lines = [line.split() for line in asked.stdout.splitlines()]
    return [each[1:] for each in lines if each[0] == "point"], [
        each[1:] for each in lines if each[0] == "phase"
    ]
