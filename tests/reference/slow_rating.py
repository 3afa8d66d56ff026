# SPDX-License-Identifier: MIT
"""A framework evaluated slowly and plainly, in exact fractions, from its text alone.

It shares no code with the library and follows what the framework language says, one service at a time. Scores
are exact until they are put on the grid of 1e-9 on which scores are compared.
"""

from __future__ import annotations

import operator
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from typing import Any

__all__ = ["ABSENT_STATES", "Cell", "Outcome", "measure_ids", "rate"]

ABSENT_STATES = (
    "not_submitted",
    "too_few",
    "not_applicable",
    "not_yet_live",
    "not_yet_inspected",
    "suppressed",
    "unknown",
)
CHASED = 2
Table = dict[str, Any]


@dataclass(frozen=True)
class Cell:
    """One measure of one service; ``value`` is exact, and means nothing unless the state is ``present``."""

    state: str = "unknown"
    value: Fraction = Fraction(0)
    n: int | None = None
    count: int | None = None
    flags: int = 0


@dataclass(frozen=True)
class Outcome:
    """What the rules make of one service; scores and coverage lie on the grid."""

    band: str
    lowest: str
    highest: str
    lowest_score: Fraction
    highest_score: Fraction
    coverage: Fraction
    reason: str


@dataclass
class Sums:
    """What one node of the tree adds up to."""

    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    due: Fraction = Fraction(0)
    live: Fraction = Fraction(0)
    known: Fraction = Fraction(0)

    def add(self, other: Sums, weight: Fraction = Fraction(1)) -> None:
        """Add another node, weighed."""
        self.low += weight * other.low
        self.high += weight * other.high
        self.due += weight * other.due
        self.live += weight * other.live
        self.known += weight * other.known


@dataclass(frozen=True)
class Rules:
    """A framework file, with the facts that only its limiters ask about."""

    text: Table
    facts: list[str] = field(default_factory=list)

    def list_of(self, key: str) -> list[Table]:
        """Return the tables written one after the other under a key."""
        tables: list[Table] = self.text.get(key, [])
        return tables

    def policy(self, state: str) -> str:
        """Return the name of the policy for an absence."""
        default = "leave_out" if state in {"not_applicable", "not_yet_live"} else "bounds"
        given = self.text.get("missing", {}).get(state, default)
        return str(given["policy"] if isinstance(given, dict) else given)


def measure_ids(text: str) -> list[str]:
    """Return the ids of the measures, then of the facts that only limiters ask about."""
    rules = _rules(text)
    return [measure["id"] for measure in rules.list_of("measure")] + rules.facts


def rate(text: str, cells: Mapping[str, Cell]) -> Outcome:
    """Rate one service; a measure that is not given is unknown."""
    rules = _rules(text)
    whole = _node(rules, "", cells)
    mean = rules.text.get("aggregate", "mean") == "mean"
    divisor = whole.due if mean and whole.due > 0 else Fraction(1)
    low, high = on_grid(whole.low / divisor), on_grid(whole.high / divisor)
    coverage = on_grid(whole.known / whole.live) if whole.live > 0 else Fraction(0)
    bands = [band["name"] for band in rules.list_of("band")]
    ends, settled = _limited(rules, cells, [_band(rules, low), _band(rules, high)])
    one = ends[0] == ends[1]
    if settled and one:
        reason = "decided"
    elif whole.due == 0:
        reason = "nothing_applicable"
    elif coverage < on_grid(exact(rules.text.get("least_coverage", 0.6))):
        reason = "coverage"
    else:
        reason = "decided" if one else "open"
    stands = reason == "decided" or (reason == "open" and rules.text.get("open") == "lowest")
    worse_end = ends[0] if rules.text.get("higher_is", "better") == "better" else ends[1]
    band = bands[worse_end] if stands else "Not rated"
    return Outcome(band, bands[ends[0]], bands[ends[1]], low, high, coverage, reason)


def exact(number: float) -> Fraction:
    """Return the number that a file says, as a double holds it."""
    return Fraction(float(number))


def on_grid(score: Fraction) -> Fraction:
    """Round to a whole number of 1e-9, halves to even."""
    return Fraction(round(score * 10**9), 10**9)


def _rules(text: str) -> Rules:
    rules = Rules(tomllib.loads(text))
    for limiter in rules.list_of("limiter"):
        if "measure" not in limiter["when"]:
            _asked(rules, limiter["when"])
    return rules


def _asked(rules: Rules, when: Table) -> str:
    """Return the measure that holds what a condition asks about; a new fact where there is none."""
    wanted = {key: when[key] for key in ("event", "open", "days", "rating") if key in when}
    for measure in rules.list_of("measure"):
        if measure.get("value") == wanted:
            return str(measure["id"])
    name = str(when.get("event") or when["rating"])
    if name not in rules.facts:
        rules.facts.append(name)
    return name


def _node(rules: Rules, within: str, cells: Mapping[str, Cell]) -> Sums:
    sums = Sums()
    for measure in rules.list_of("measure"):
        if measure.get("within", "") == within:
            sums.add(_leaf(rules, measure, cells), exact(measure.get("weight", 1)))
    for group in rules.list_of("group"):
        if group.get("within", "") == within:
            own = _node(rules, group["id"], cells)
            mean = group.get("aggregate", "mean") == "mean"
            if mean and "weight" not in group:
                sums.add(own)
                continue
            divisor = own.due if mean and own.due > 0 else Fraction(1)
            share = own.known / own.live if own.live > 0 else Fraction(0)
            counts = (Fraction(own.due > 0), Fraction(own.live > 0))
            sums.add(
                Sums(own.low / divisor, own.high / divisor, *counts, share), exact(group.get("weight", 1))
            )
    return sums


def _leaf(rules: Rules, measure: Table, cells: Mapping[str, Cell]) -> Sums:
    """Return what a measure adds for each unit of its weight."""
    cell = _seen(measure, cells.get(measure["id"], Cell()))
    one, none = Fraction(1), Fraction(0)
    if cell.state == "present":
        points = _points(rules, measure, cell.value)
        return Sums(points, points, one, one, one)
    policy = rules.policy(cell.state)
    if policy == "leave_out":
        return Sums()
    if policy == "renormalise":
        return Sums(none, none, none, one, none)
    low, high = _absent_points(rules, measure, cell, policy)
    return Sums(low, high, one, one, none)


def _seen(measure: Table, cell: Cell) -> Cell:
    """Return the cell with the state that counts: planned measures and small bases say nothing."""
    if not measure.get("live", True):
        return replace(cell, state="not_yet_live")
    if cell.state == "present" and cell.n is not None and cell.n < measure.get("least_n", 0):
        return replace(cell, state="too_few")
    return cell


def _absent_points(rules: Rules, measure: Table, cell: Cell, policy: str) -> tuple[Fraction, Fraction]:
    if policy == "zero" and measure.get("owed_by", "council") == "provider" and cell.flags & CHASED:
        return Fraction(0), Fraction(0)
    if policy == "interval" and cell.n and (cell.count or 0) <= cell.n:
        lower, upper = _wilson(cell.count or 0, cell.n)
        inside = [Fraction(float(value)) for value, _ in _pairs(measure)]
        tried = [lower, upper, *(value for value in inside if lower < value < upper)]
        points = [_points(rules, measure, value) for value in tried]
        return min(points), max(points)
    possible = _all_points(rules, measure)
    return min(possible), max(possible)


def _pairs(measure: Table) -> list[tuple[float, float]]:
    scale = measure.get("scale", {})
    pairs: list[tuple[float, float]] = scale.get("linear") or scale.get("steps") or []
    return pairs


def _words(rules: Rules, measure: Table) -> list[Fraction]:
    """Return the points of each word of the measure's rating, the best word first."""
    source = measure["value"]["rating"]
    words = next(scale["words"] for scale in rules.list_of("rating_scale") if scale["id"] == source)
    return [exact(measure["scale"]["words"][word]) for word in words]


def _all_points(rules: Rules, measure: Table) -> list[Fraction]:
    scale = measure.get("scale", {})
    if "words" in scale:
        return _words(rules, measure)
    if "steps" in scale:
        return [exact(scale.get("below", 0)), *(exact(points) for _, points in scale["steps"])]
    return [points for _, points in _line(measure)]


def _line(measure: Table) -> list[tuple[Fraction, Fraction]]:
    """Return the points between which a linear scale is drawn."""
    if "linear" in measure.get("scale", {}):
        return [(exact(value), exact(points)) for value, points in measure["scale"]["linear"]]
    lower_is_better = measure.get("direction") == "lower"
    first, last = (100, 0) if lower_is_better else (0, 100)
    return [(Fraction(0), Fraction(first)), (Fraction(1), Fraction(last))]


def _points(rules: Rules, measure: Table, value: Fraction) -> Fraction:
    scale = measure.get("scale", {})
    if "words" in scale:
        words = _words(rules, measure)
        return words[min(max(int(value), 1), len(words)) - 1]
    if "steps" in scale:
        reached = [exact(points) for step, points in scale["steps"] if value >= exact(step)]
        return reached[-1] if reached else exact(scale.get("below", 0))
    line = _line(measure)
    for (left, first), (right, last) in pairwise(line):
        if value <= right:
            return first + max(Fraction(0), (value - left) / (right - left)) * (last - first)
    return line[-1][1]


def _band(rules: Rules, score: Fraction) -> int:
    for position, band in enumerate(rules.list_of("band")):
        if "at_least" in band and score >= on_grid(exact(band["at_least"])):
            return position
        if "above" in band and score > on_grid(exact(band["above"])):
            return position
    return len(rules.list_of("band")) - 1


def _limited(rules: Rules, cells: Mapping[str, Cell], ends: list[int]) -> tuple[list[int], bool]:
    """Return the bands at the two ends after the limiters, and whether one set them for certain."""
    settled = False
    names = [band["name"] for band in rules.list_of("band")]
    for limiter in rules.list_of("limiter"):
        effect = "cap" if "cap" in limiter else "set"
        target = names.index(limiter[effect])
        after = [target if effect == "set" else max(target, end) for end in ends]
        fires = _fires(rules, limiter["when"], cells)
        if fires is None:
            ends = [max(ends[0], after[0]), min(ends[1], after[1])]
        elif fires:
            ends = after
            settled = settled or effect == "set"
    return ends, settled


def _fires(rules: Rules, when: Table, cells: Mapping[str, Cell]) -> bool | None:
    name = when["measure"] if "measure" in when else _asked(rules, when)
    measure = next((each for each in rules.list_of("measure") if each["id"] == name), {})
    cell = _seen(measure, cells.get(name, Cell()))
    if cell.state != "present":
        return False if rules.policy(cell.state) in {"leave_out", "renormalise"} else None
    return _holds(rules, when, on_grid(cell.value))


def _holds(rules: Rules, when: Table, value: Fraction) -> bool:
    if "rating" in when:
        words: list[str] = next(
            each["words"] for each in rules.list_of("rating_scale") if each["id"] == when["rating"]
        )
        return (
            value == words.index(when["is"]) + 1
            if "is" in when
            else value > words.index(when["worse_than"]) + 1
        )
    if when.get("open"):
        return value >= 1
    tests: dict[str, Callable[[Fraction, Fraction], bool]] = {
        "below": operator.lt,
        "at_most": operator.le,
        "at_least": operator.ge,
        "above": operator.gt,
        "is": operator.eq,
    }
    return next(test(value, on_grid(exact(when[name]))) for name, test in tests.items() if name in when)


def _wilson(count: int, n: int) -> tuple[Fraction, Fraction]:
    """Return the ends of Wilson's interval at 95 %, worked in 50 digits."""
    with localcontext() as context:
        context.prec = 50
        z = Decimal("1.959963984540054")
        spread = z * (z * z + 4 * count * (1 - Decimal(count) / n)).sqrt()
        ends = [(2 * count + z * z + sign * spread) / (2 * (n + z * z)) for sign in (-1, 1)]
    return Fraction(0) if count == 0 else Fraction(ends[0]), Fraction(1) if count == n else Fraction(ends[1])
