# SPDX-License-Identifier: MIT
"""Points: what a scale makes of a value, and of a value that is absent."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise

from slow.text import CHASED, NOUGHT, Cell, Ends, Rules, Table, exact, on_grid


def points(rules: Rules, owner: Table, value: Fraction) -> Fraction:
    """Return what a value of a measure earns, or a score of a group."""
    scale = owner.get("scale", {})
    if "words" in scale:
        words = _word_points(rules, owner)
        return words[min(max(int(value), 1), len(words)) - 1]
    if "steps" in scale:
        passes = scale.get("edge") == "passed"
        reached = [
            exact(earned)
            for step, earned in scale["steps"]
            if value > exact(step) or (value == exact(step) and not passes)
        ]
        return reached[-1] if reached else exact(scale.get("below", 0))
    if "inverse" in scale:
        lowest, most = map(exact, scale["inverse"])
        return most if value <= lowest else most * lowest / value
    return _on_line(_line(owner), value)


def all_points(rules: Rules, owner: Table) -> Ends:
    """Return the fewest and the most points that a scale gives."""
    scale = owner.get("scale", {})
    if "words" in scale:
        given = _word_points(rules, owner)
    elif "steps" in scale:
        given = [exact(scale.get("below", 0)), *(exact(earned) for _, earned in scale["steps"])]
    elif "inverse" in scale:
        given = [NOUGHT, exact(scale["inverse"][1])]
    else:
        given = [earned for _, earned in _line(owner)]
    return min(given), max(given)


def points_between(rules: Rules, owner: Table, lower: Fraction, upper: Fraction) -> Ends:
    """Return the fewest and the most points of the values between two ends."""
    inside = [exact(value) for value, _ in _pairs(owner) if lower < exact(value) < upper]
    tried = [points(rules, owner, value) for value in (lower, upper, *inside)]
    return min(tried), max(tried)


def absent_points(rules: Rules, measure: Table, cell: Cell) -> Ends:
    """Return the fewest and the most that an absent value may earn, where it counts."""
    policy = rules.policy(cell.state)
    if policy == "zero" and measure.get("owed_by", "council") == "provider" and cell.flags & CHASED:
        return NOUGHT, NOUGHT
    if policy == "interval" and cell.n and (cell.count or 0) <= cell.n:
        return points_between(rules, measure, *wilson(cell.count or 0, cell.n))
    return all_points(rules, measure)


def rounded(score: Fraction, rounding: Table) -> Fraction:
    """Round by a named policy, after the score is put on the grid."""
    step = exact(rounding["to"]) if "to" in rounding else Fraction(1, 10 ** rounding["decimals"])
    steps = on_grid(on_grid(score) / step)
    whole = steps.numerator // steps.denominator
    rest = steps - whole
    up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and (rounding["half"] == "up" or whole % 2 == 1))
    return (whole + up) * step


def wilson(count: int, n: int) -> Ends:
    """Return the ends of Wilson's interval at 95 %, worked in 50 digits."""
    with localcontext() as context:
        context.prec = 50
        z = Decimal("1.959963984540054")
        spread = z * (z * z + 4 * count * (1 - Decimal(count) / n)).sqrt()
        ends = [(2 * count + z * z + sign * spread) / (2 * (n + z * z)) for sign in (-1, 1)]
    return Fraction(0) if count == 0 else Fraction(ends[0]), Fraction(1) if count == n else Fraction(ends[1])


def geometric_mean(parts: list[tuple[Fraction, Fraction]]) -> Fraction:
    """Return the product of points, each to the power of its weight, and of it the root; in 50 digits."""
    if any(earned == 0 for _, earned in parts):
        return NOUGHT
    with localcontext() as context:
        context.prec = 50
        logarithms = [_decimal(weight) * _decimal(earned).ln() for weight, earned in parts]
        return Fraction((sum(logarithms) / _decimal(sum(weight for weight, _ in parts))).exp())


def _decimal(number: Fraction | int) -> Decimal:
    return Decimal(number.numerator) / number.denominator


def _pairs(owner: Table) -> list[tuple[float, float]]:
    scale = owner.get("scale", {})
    given: list[tuple[float, float]] = scale.get("linear") or scale.get("steps") or []
    return given


def _word_points(rules: Rules, measure: Table) -> list[Fraction]:
    return [exact(measure["scale"]["words"][word]) for word in rules.words(measure)]


def _line(owner: Table) -> list[tuple[Fraction, Fraction]]:
    """Return the points between which a linear scale is drawn."""
    if "linear" in owner.get("scale", {}):
        return [(exact(value), exact(earned)) for value, earned in owner["scale"]["linear"]]
    first, last = (100, 0) if owner.get("direction") == "lower" else (0, 100)
    return [(Fraction(0), Fraction(first)), (Fraction(1), Fraction(last))]


def _on_line(line: list[tuple[Fraction, Fraction]], value: Fraction) -> Fraction:
    for (left, first), (right, last) in pairwise(line):
        if value <= right:
            return first + max(NOUGHT, (value - left) / (right - left)) * (last - first)
    return line[-1][1]
