# SPDX-License-Identifier: MIT
"""Control charts, slow and plain: each rule as its definition says it, point by point, in whole windows.

Sums are taken in the order of time, as the library takes them, so that results agree to the bit.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

__all__ = ["Point", "Row", "SlowChart", "slow_chart", "slow_panel"]

BASED = {"p", "u"}
RUN = TREND = 7


@dataclass(frozen=True)
class Row:
    """One row of a table, as people write it."""

    series: str
    period: int
    value: float | None
    n: float = 1.0
    phase: int = 0
    baseline: bool = True
    counted: bool = True


@dataclass(frozen=True)
class Point:
    """One point; what there is not is ``None``."""

    period: int
    value: float | None
    centre: float | None
    lower: float | None
    upper: float | None
    causes: frozenset[str]
    side: int


@dataclass(frozen=True)
class SlowChart:
    """A series with its runs and the icon of its latest point."""

    points: list[Point]
    useful: int
    longest: int
    crossings: int
    variation: str


def can_be(row: Row, kind: str) -> bool:
    """Say whether a row has a value that a chart of that kind can show."""
    if row.value is None or not math.isfinite(row.value):
        return False
    if kind in BASED and (not math.isfinite(row.n) or row.n <= 0):
        return False
    whole = kind in {"p", "u", "c"}
    if whole and (row.value < 0 or row.value != math.floor(row.value)):
        return False
    return not (kind == "p" and row.value > row.n)


def filled(rows: Sequence[Row]) -> list[Row]:
    """Sort a series, keep the first row of a period, fill gaps, and keep phases from falling."""
    kept: dict[int, Row] = {}
    for row in rows:
        kept.setdefault(row.period, row)
    made: list[Row] = []
    phase = 0
    for period in range(min(kept), max(kept) + 1):
        row = kept.get(period)
        phase = max(phase, row.phase) if row else phase
        like = row or made[-1]
        value = row.value if row else None
        made.append(Row(like.series, period, value, like.n, phase, like.baseline, like.counted))
    return made


def lines(rows: list[Row], kind: str) -> list[tuple[float | None, ...]]:
    """Give value, centre, lower, upper and the two lines of the warning zone of one phase."""
    shown = [
        (row.value / row.n if kind in BASED else row.value) if can_be(row, kind) else None for row in rows
    ]
    based = [
        (row, value)
        for row, value in zip(rows, shown, strict=True)
        if row.baseline and row.counted and value is not None
    ]
    if not based:
        return [(value, None, None, None, None, None) for value in shown]
    if kind in BASED:
        centre = total(row.value for row, _ in based) / total(row.n for row, _ in based)
        sigmas = []
    elif kind == "run":
        centre, sigmas = median([value for _, value in based]), [None] * len(rows)
    else:
        centre = total(value for _, value in based) / len(based)
        sigmas = [math.sqrt(centre) if kind == "c" else moving(rows, shown)] * len(rows)
    centre, shown = settled(centre, shown)
    if kind in BASED:
        spread = centre * (1 - centre) if kind == "p" else centre
        sigmas = [math.sqrt(spread / row.n) if can_be(row, kind) else None for row in rows]
    made = []
    for value, sigma in zip(shown, sigmas, strict=True):
        bounds = [None] * 4 if sigma is None else [centre + times * sigma for times in (-3, 3, -2, 2)]
        if sigma is not None and kind in {"p", "u", "c"}:
            bounds = [max(bounds[0], 0.0), bounds[1], max(bounds[2], 0.0), bounds[3]]
        if sigma is not None and kind == "p":
            bounds = [bounds[0], min(bounds[1], 1.0), bounds[2], min(bounds[3], 1.0)]
        made.append((value, centre, *bounds))
    return made


def settled(centre: float, shown: list[float | None]) -> tuple[float, list[float | None]]:
    """Take a value that is the centre but for rounding for the centre, and every other such value too."""
    there = [value for value in shown if value is not None]
    far = 1e-12 * max([abs(centre), *map(abs, there)])
    first = next((value for value in there if abs(value - centre) <= far), centre)
    return first, [first if value is not None and abs(value - centre) <= far else value for value in shown]


def total(numbers: object) -> float:
    """Add up one after the other."""
    sum_ = 0.0
    for number in numbers:  # type: ignore[attr-defined]
        sum_ += number
    return sum_


def median(numbers: list[float]) -> float:
    """Give the middle, or the mean of the two in the middle."""
    ordered, half = sorted(numbers), len(numbers) // 2
    return ordered[half] if len(numbers) % 2 else (ordered[half] + ordered[half - 1]) / 2


def moving(rows: list[Row], shown: list[float | None]) -> float | None:
    """Give one standard deviation from the moving ranges, the great ones left out once."""
    ranges, before = [], None
    for row, value in zip(rows, shown, strict=True):
        if not (row.baseline and row.counted):
            continue
        if value is not None and before is not None:
            ranges.append(abs(value - before))
        before = value
    if not ranges:
        return None
    mean = total(ranges) / len(ranges)
    kept = [each for each in ranges if each < 3.267 * mean]
    return (total(kept) / len(kept) if kept else mean) / 1.128


def windows(marks: list[bool], length: int) -> set[int]:
    """Give the places that lie in some window of so many marks."""
    return {
        place
        for first in range(len(marks) - length + 1)
        if all(marks[first : first + length])
        for place in range(first, first + length)
    }


def causes_of(rows: list[Row], drawn: list[tuple[float | None, ...]]) -> list[set[str]]:
    """Find the four rules in one phase."""
    made: list[set[str]] = [set() for _ in rows]
    runs: list[tuple[int, float, float, bool]] = []
    for at, (row, (value, centre, lower, upper, near_lower, near_upper)) in enumerate(
        zip(rows, drawn, strict=True)
    ):
        if value is None or centre is None:
            continue
        out = lower is not None and upper is not None and not lower <= value <= upper
        near = (
            not out
            and near_lower is not None
            and near_upper is not None
            and not near_lower <= value <= near_upper
        )
        made[at] |= {"outside"} if out else set()
        if row.counted:
            runs.append((at, value, centre, near))
    values = [value for _, value, _, _ in runs]
    for ahead in (1, -1):
        side = [ahead * value > ahead * centre for _, value, centre, _ in runs]
        steps = [ahead * b > ahead * a for a, b in pairwise(values)]
        trend = windows(steps, TREND - 1)
        for place, (at, _, _, near) in enumerate(runs):
            made[at] |= {"shift"} if place in windows(side, RUN) else set()
            made[at] |= {"trend"} if place in trend or place - 1 in trend else set()
            threes = [range(first, first + 3) for first in range(max(place - 2, 0), len(runs) - 2)]
            close = any(
                place in three and all(side[i] for i in three) and sum(runs[i][3] for i in three) >= 2
                for three in threes
            )
            made[at] |= {"two_of_three"} if near and close else set()
    return made


def slow_chart(rows: Sequence[Row], kind: str, improves: str = "neither") -> SlowChart:
    """Chart one series from its rows, in any order."""
    points: list[Point] = []
    compared: list[int] = []  # for each point, how many its phase is drawn from
    runs = (0, 0, 0)
    for _, phase in groupby(filled(rows), key=lambda row: row.phase):
        part = list(phase)
        drawn = lines(part, kind)
        causes = causes_of(part, drawn)
        sides = []
        known = [
            row.baseline and row.counted and made[0] is not None
            for row, made in zip(part, drawn, strict=True)
        ]
        compared += [sum(known)] * len(part)
        for row, (value, centre, lower, upper, _, _), found in zip(part, drawn, causes, strict=True):
            side = 0 if value is None or centre is None else (value > centre) - (value < centre)
            points.append(Point(row.period, value, centre, lower, upper, frozenset(found), side))
            sides += [side] if side and row.counted else []
        lengths = [len(list(same)) for _, same in groupby(sides)]
        runs = (len(sides), max(lengths, default=0), max(len(lengths) - 1, 0))
    return SlowChart(points, *runs, icon(points, compared, improves))


def icon(points: list[Point], compared: list[int], improves: str) -> str:
    """Give the variation of the latest point with a value; one alone is compared with nothing but itself."""
    valued = [at for at, point in enumerate(points) if point.value is not None]
    latest = points[valued[-1]] if valued else None
    if latest is None or latest.centre is None or (latest.upper is None and not latest.causes):
        return "unknown"
    if not latest.causes:
        return "common_cause" if compared[valued[-1]] > 1 else "unknown"
    high = latest.side > 0
    good = latest.side != 0 and improves == ("up" if high else "down")
    word = "neither" if improves == "neither" else "improving" if good else "concerning"
    return f"{word}_{'high' if high else 'low'}"


def slow_panel(rows: Sequence[Row], kind: str, improves: str = "neither") -> dict[str, SlowChart]:
    """Chart each series of a table, in the order in which they first come."""
    names = list(dict.fromkeys(row.series for row in rows))
    return {name: slow_chart([row for row in rows if row.series == name], kind, improves) for name in names}
