# SPDX-License-Identifier: MIT
"""Indices of places and people that others publish, in plain Python."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from scheme_sums import (
    Made,
    Parts,
    Row,
    column,
    half_up,
    known,
    maybe,
    mean_by_weight,
    named_by_cut,
    quantile,
    ranks,
    row_of,
    z_scores,
)

__all__ = [
    "area_rows",
    "country_rows",
    "county_health",
    "county_rows",
    "environmental_performance",
    "household_rows",
    "human_development",
    "land_rows",
    "multidimensional_poverty",
    "multiple_deprivation",
    "safety_grades",
    "ward_rows",
]


def country_rows() -> list[Row]:
    """Give three countries of the report of 2020, and two that are made up: on the goalposts, beyond them."""
    figures = {
        "Norway": (82.4, 18.1, 12.9, 66494),
        "Niger": (62.4, 6.5, 2.1, 1201),
        "Sudan": (65.3, 7.9, 3.8, 3829),
        "made up beyond": (86, 25, 16, 120000),
        "made up at the foot": (20, 5, 5, 5000),
    }
    names = ("life_expectancy", "expected_years", "mean_years", "income")
    return [
        {"service": country} | dict(zip(names, values, strict=True)) for country, values in figures.items()
    ]


def human_development(rows: list[Row]) -> Made:
    """Take the geometric mean of three shares of the way between goalposts."""
    made: Made = {}
    for row in rows:
        life, expected, mean, income = (float(value) for value in list(row.values())[1:])
        shares = [(life - 20) / 65, expected / 18, mean / 15, math.log(income / 100) / math.log(750)]
        health, coming, been, money = (min(1.0, max(0.0, share)) for share in shares)
        index = half_up((health * (coming + been) / 2 * money) ** (1 / 3), 3)
        tiers = (("Very high", 0.8), ("High", 0.7), ("Medium", 0.55))
        made[str(row["service"])] = (named_by_cut(index, tiers, "Low"), index)
    return made


HARDSHIPS = {
    "nutrition": 3,
    "child_mortality": 3,
    "years_of_schooling": 3,
    "attendance": 3,
    "cooking_fuel": 1,
    "sanitation": 1,
    "drinking_water": 1,
    "electricity": 1,
    "housing": 1,
    "assets": 1,
}


def household_rows() -> list[Row]:
    """Make up households: years at school, minutes to water, and eight things that are wanting or not."""
    draw = random.Random(6)
    rows: list[Row] = []
    for number in range(120):
        row: Row = {"service": f"HH{number:03d}"}
        row |= {name: int(draw.random() < 0.3) for name in HARDSHIPS}
        row |= {"years_of_schooling": draw.randint(0, 12), "drinking_water": draw.choice([5, 29, 30, 60])}
        rows.append(row)
    return rows


def multidimensional_poverty(rows: list[Row]) -> Made:
    """Add up the weights of what is wanting, in eighteenths."""
    made: Made = {}
    for row in rows:
        wanting = {name: row[name] == 1 for name in HARDSHIPS}
        wanting |= {
            "years_of_schooling": float(row["years_of_schooling"]) < 6,
            "drinking_water": float(row["drinking_water"]) >= 30,
        }
        score = sum(weight for name, weight in HARDSHIPS.items() if wanting[name])
        levels = (("Severely poor", 9), ("Poor", 6), ("Vulnerable", 3.6))
        made[str(row["service"])] = (named_by_cut(score, levels, "Not poor"), score)
    return made


def land_rows() -> list[Row]:
    """Make up countries with six indicators, some of them very skewed."""
    draw = random.Random(7)
    return [
        {
            "service": f"C{number:03d}",
            "fine_dust": maybe(draw, round(draw.lognormvariate(3, 1), 3)),
            "household_smoke": maybe(draw, round(draw.lognormvariate(1, 1), 3)),
            "sanitation": maybe(draw, round(draw.random() * 100, 2)),
            "drinking_water": maybe(draw, round(draw.random() * 100, 2)),
            "protected_land": maybe(draw, round(draw.random() * 25, 2)),
            "forest_loss": maybe(draw, round(draw.lognormvariate(0, 1), 3)),
        }
        for number in range(90)
    ]


def distance(values: Sequence[float | None], *, log: bool, held: bool) -> list[float | None]:
    """Give 0 to 100 from the highest to the lowest value, in logarithms, between two percentiles."""
    along = [None if value is None else math.log(value) if log else value for value in values]
    shares = (0.05, 0.95) if held else (0.0, 1.0)
    low, high = (quantile(known(along), share) for share in shares)
    return [
        None if value is None else 100 * (high - min(high, max(low, value))) / (high - low) for value in along
    ]


def environmental_performance(rows: list[Row]) -> Made:
    """Take means by weight on three levels of what is there."""
    points = {
        name: distance(column(rows, name), log=log, held=held)
        for name, log, held in (
            ("fine_dust", True, True),
            ("household_smoke", True, True),
            ("sanitation", False, True),
            ("drinking_water", False, True),
            ("forest_loss", True, False),
        )
    }
    land = column(rows, "protected_land")
    points["protected_land"] = [None if value is None else min(100.0, value / 17 * 100) for value in land]

    def mean(parts: Sequence[tuple[float, float | None]]) -> float | None:
        return mean_by_weight([(weight, value) for weight, value in parts if value is not None])

    made: Made = {}
    for i, row in enumerate(rows):
        own = {name: values[i] for name, values in points.items()}
        air = mean([(55, own["fine_dust"]), (45, own["household_smoke"])])
        water = mean([(40, own["sanitation"]), (60, own["drinking_water"])])
        vitality = mean([(30, own["protected_land"]), (70, own["forest_loss"])])
        score = mean([(40, mean([(50, air), (50, water)])), (60, vitality)])
        band = "Not rated" if score is None else named_by_cut(score, (("Higher", 60),), "Lower")
        made[str(row["service"])] = (band, score)
    return made


DOMAINS = {
    "income": 22.5,
    "employment": 22.5,
    "education": 13.5,
    "health": 13.5,
    "crime": 9.3,
    "barriers": 9.3,
    "living": 9.3,
}


def area_rows() -> list[Row]:
    """Make up 40 areas with seven domains."""
    draw = random.Random(8)
    return [
        {"service": f"E{number:02d}"} | {domain: round(draw.random(), 8) for domain in DOMAINS}
        for number in range(40)
    ]


def multiple_deprivation(rows: list[Row]) -> Made:
    """Rank, transform, weigh, and cut into tenths."""
    steep = 1 - math.exp(-100 / 23)
    parts: list[Parts] = [[] for _ in rows]
    for domain, weight in DOMAINS.items():
        place = ranks([float(row[domain]) for row in rows])
        for own, row in zip(parts, rows, strict=True):
            share = place[float(row[domain])] / len(rows)
            own.append((weight, -23 * math.log(1 - share * steep)))
    scores = known([mean_by_weight(own) for own in parts])
    cuts = [quantile(scores, tenth / 10) for tenth in range(9, 0, -1)]
    return {
        str(row["service"]): (f"Decile {1 + sum(score < cut for cut in cuts)}", score)
        for row, score in zip(rows, scores, strict=True)
    }


SAFETY = {
    "prescribing": (6.0, 1),
    "barcodes": (5.9, 1),
    "hand_hygiene": (4.7, 1),
    "falls": (5.0, -1),
    "infection_c": (4.6, -1),
    "infection_m": (4.5, -1),
}


def ward_rows() -> list[Row]:
    """Make up hospitals with six measures, one of them far beyond all others."""
    draw = random.Random(9)
    rows: list[Row] = [
        row_of(f"L{number:03d}", {name: maybe(draw, round(draw.gauss(10, 3), 3)) for name in SAFETY})
        for number in range(70)
    ]
    rows[5]["falls"] = 400.0
    return rows


def safety_grades(rows: list[Row]) -> Made:
    """Hold z-scores at five, weigh those that are there, and add 3."""
    parts: list[Parts] = [[] for _ in rows]
    for name, (weight, sign) in SAFETY.items():
        for own, score in zip(parts, z_scores(column(rows, name), sign), strict=True):
            own += [] if score is None else [(weight, max(-5.0, min(5.0, score)))]
    grades = (("A", 3.151), ("B", 2.965), ("C", 2.502), ("D", 2.034))
    scores = known([mean_by_weight(own) for own in parts])
    return {
        str(row["service"]): (named_by_cut(score + 3, grades, "F"), score + 3)
        for row, score in zip(rows, scores, strict=True)
    }


def county_rows() -> list[Row]:
    """Make up counties of two states, with three measures and a few gaps."""
    draw = random.Random(11)
    return [
        row_of(
            f"C{number:03d}",
            {
                "state": draw.choice(("North", "South")),
                "years_lost": maybe(draw, round(draw.lognormvariate(9, 0.4)), 0.05),
                "poor_health": maybe(draw, round(draw.uniform(10, 30), 1), 0.05),
                "low_birthweight": maybe(draw, round(draw.gauss(8, 1.5), 2), 0.05),
            },
        )
        for number in range(90)
    ]


def _held(values: Sequence[float | None], least: float, most: float) -> list[float | None]:
    return [None if value is None else max(least, min(most, value)) for value in values]


def _county_scores(own: list[Row]) -> list[float | None]:
    """Score the counties of one state; nothing where less than half of the weight is known."""
    years = [None if value is None else math.log(value) for value in column(own, "years_lost")]
    years = _held(years, quantile(known(years), 0.05), quantile(known(years), 0.95))
    poor = z_scores(column(own, "poor_health"), -1)
    births = _held(z_scores(column(own, "low_birthweight"), -1), -2, 2)
    scores = []
    for length, *quality in zip(z_scores(years, -1), poor, births, strict=True):
        weighed = zip((10.0, 20.0), quality, strict=True)
        there: Parts = [(weight, value) for weight, value in weighed if value is not None]
        sides = [(50.0, length), (50.0, mean_by_weight(there))]
        coverage = 50 * (length is not None) + 50 * sum(weight for weight, _ in there) / 30
        parts: Parts = [(weight, value) for weight, value in sides if value is not None]
        scores.append(mean_by_weight(parts) if coverage >= 50 else None)
    return scores


def county_health(rows: list[Row]) -> Made:
    """Weigh z-scores within each state, leave absent measures out, part its counties into quarters."""
    made: Made = {}
    for state in ("North", "South"):
        own = [row for row in rows if row["state"] == state]
        scores = _county_scores(own)
        names = (("Best quarter", 0.75), ("Second quarter", 0.5), ("Third quarter", 0.25))
        cuts = [(name, quantile(known(scores), share)) for name, share in names]
        for row, score in zip(own, scores, strict=True):
            band = "Not rated" if score is None else named_by_cut(score + 1e-12, cuts, "Last quarter")
            made[str(row["service"])] = (band, score)
    return made
