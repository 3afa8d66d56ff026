# SPDX-License-Identifier: MIT
"""Charts in pandas and numpy, without a loop over series: what the library is compared with.

The keys are read with pandas and the rows reshaped to a row a series, on which numpy works: faster than
`groupby` with `transform`. Series have every month, as those of the comparison do.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["PandasCharts", "in_pandas"]

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

ICONS = np.array(["unknown", "common_cause", "improving_high", "concerning_low", "concerning_high"])
RUN = 7


@dataclass(frozen=True)
class PandasCharts:
    """Columns a point, each shaped ``(n_series, n_months)``, and columns a series."""

    lines: dict[str, Numbers]
    causes: dict[str, Flags]
    side: npt.NDArray[np.int64]
    table: pd.DataFrame = field(repr=False)
    series: pd.DataFrame = field(repr=False)


def in_pandas(frame: pd.DataFrame, kind: str) -> PandasCharts:
    """Chart shares (``p``) or numbers (``xmr``) with the rules and icons of Making Data Count."""
    names, months, at = keys(frame)
    value = matrix(frame["value"], at, (len(names), len(months)))
    if kind == "p":
        value, centre, sigma = of_shares(value, matrix(frame["n"], at, value.shape))
    else:
        centre, sigma = of_numbers(value)
    lines = {"value": value, "centre": np.broadcast_to(centre, value.shape)}
    for name, times in (("lower", -3), ("upper", 3), ("near_lower", -2), ("near_upper", 2)):
        line = centre + times * sigma
        line = np.clip(line, 0, 1, out=line) if kind == "p" else line
        lines[name] = np.broadcast_to(line, value.shape)
    above, below = value > centre, value < centre
    causes = special_causes(lines, above, below)
    side = above.astype(np.int64) - below
    return PandasCharts(
        lines,
        causes,
        side,
        points(names, months, lines, causes, side),
        per_series(names, above, below, causes),
    )


def keys(frame: pd.DataFrame) -> tuple[pd.Index, pd.Index, npt.NDArray[np.intp] | None]:
    """Give series, months and where each row belongs; nothing where rows stand in that order already."""
    series, names = pd.factorize(frame["series"])
    month, months = pd.factorize(frame["period"], sort=True)
    place = series * len(months) + month
    in_order = len(place) == len(names) * len(months) and bool((place[1:] - place[:-1] == 1).all())
    return names, months, None if in_order else place


def matrix(column: pd.Series, at: npt.NDArray[np.intp] | None, shape: tuple[int, int]) -> Numbers:
    """Reshape a column to a row a series."""
    values = column.to_numpy()
    if at is None:
        return values.reshape(shape)
    made = np.full(shape, np.nan)
    made.flat[at] = values
    return made


def of_shares(count: Numbers, n: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Give shares, centres and standard errors."""
    centre = count.sum(axis=1, keepdims=True) / n.sum(axis=1, keepdims=True)
    return count / n, centre, np.sqrt(centre * (1 - centre) / n)


def of_numbers(value: Numbers) -> tuple[Numbers, Numbers]:
    """Give means, and standard deviations from moving ranges without the greatest."""
    ranges = np.abs(np.diff(value, axis=1))
    kept = ranges < 3.267 * ranges.mean(axis=1, keepdims=True)
    mean = (ranges * kept).sum(axis=1, keepdims=True) / kept.sum(axis=1, keepdims=True)
    return value.mean(axis=1, keepdims=True), mean / 1.128


def runs(marks: Flags, length: int) -> Flags:
    """Mark the members of runs of at least so many, by doubling."""
    begins, found = marks, 1
    while found < length:
        more = min(found, length - found)
        begins = begins[:, :-more] & begins[:, more:]
        found += more
    made = np.zeros_like(marks)
    for shift in range(length):
        made[:, shift : shift + begins.shape[1]] |= begins
    return made


def special_causes(lines: dict[str, Numbers], above: Flags, below: Flags) -> dict[str, Flags]:
    """Find the four rules."""
    value = lines["value"]
    outside = (value > lines["upper"]) | (value < lines["lower"])
    near = ((value > lines["near_upper"]) | (value < lines["near_lower"])) & ~outside
    trend = np.zeros_like(outside)
    for steps in (value[:, 1:] > value[:, :-1], value[:, 1:] < value[:, :-1]):
        found = runs(steps, RUN - 1)
        trend[:, 1:] |= found
        trend[:, :-1] |= found
    first, second, third = near[:, :-2], near[:, 1:-1], near[:, 2:]
    begins = (first & second) | (first & third) | (second & third)
    begins &= (above[:, :-2] & above[:, 1:-1] & above[:, 2:]) | (
        below[:, :-2] & below[:, 1:-1] & below[:, 2:]
    )
    three = np.zeros_like(outside)
    for shift in range(3):
        three[:, shift : shift + begins.shape[1]] |= begins
    shift_rule = runs(above, RUN) | runs(below, RUN)
    return {"outside": outside, "shift": shift_rule, "trend": trend, "two_of_three": three & near}


def points(
    names: pd.Index,
    months: pd.Index,
    lines: dict[str, Numbers],
    causes: dict[str, Flags],
    side: npt.NDArray[np.int64],
) -> pd.DataFrame:
    """Make the table of points, series and months as categories."""
    series = np.repeat(np.arange(len(names), dtype=np.int32), len(months))
    month = np.tile(np.arange(len(months), dtype=np.int32), len(names))
    columns: dict[str, object] = {
        "series": pd.Categorical.from_codes(series, names, validate=False),  # type: ignore[call-overload]
        "period": pd.Categorical.from_codes(month, months, validate=False),  # type: ignore[call-overload]
    }
    columns |= {name: line.ravel() for name, line in lines.items()}
    columns |= {name: marks.ravel().view(np.uint8) for name, marks in causes.items()}
    return pd.DataFrame({**columns, "side": side.ravel()}, copy=False)


def bounds(useful: int) -> tuple[int, int]:
    """Give the longest run and the fewest crossings that chance explains."""
    if useful == 0:
        return 0, 0
    total, least = 0, -1
    while total / 2 ** (useful - 1) < 0.05:
        least += 1
        total += math.comb(useful - 1, least)
    return round(math.log2(useful)) + 3, least


def per_series(names: pd.Index, above: Flags, below: Flags, causes: dict[str, Flags]) -> pd.DataFrame:
    """Make the table of series: icons of the last month where up is better, and runs."""
    special = np.any([marks[:, -1] for marks in causes.values()], axis=0)
    icon = np.where(special, np.where(above[:, -1], 2, 3), 1)
    made = pd.DataFrame({"series": names, "variation": pd.Categorical.from_codes(icon, ICONS)})
    side = above.astype(np.int8) - below
    useful = (side != 0).sum(axis=1)
    longest, crossings = longest_runs(side)
    known = {each: bounds(int(each)) for each in np.unique(useful)}
    made["useful"], made["longest_run"], made["crossings"] = useful, longest, crossings
    made["longest_run_most"] = [known[each][0] for each in useful]
    made["crossings_least"] = [known[each][1] for each in useful]
    return made


def longest_runs(side: npt.NDArray[np.int8]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Find longest runs and crossings month by month; points on the centre are stepped over."""
    last = side[:, 0].copy()
    length = (last != 0).astype(np.int8)
    longest, crossings = length.copy(), np.zeros(len(side), dtype=np.int8)
    for month in side.T[1:]:
        off = month != 0
        same = off & (month == last)
        crossings += off & ~same & (last != 0)
        length = np.where(same, length + 1, np.where(off, 1, length)).astype(np.int8)
        last = np.where(off, month, last)
        np.maximum(longest, length, out=longest)
    return longest.astype(np.intp), crossings.astype(np.intp)
