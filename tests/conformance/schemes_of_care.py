# SPDX-License-Identifier: MIT
"""Schemes of social care that others publish, in plain Python."""

from __future__ import annotations

import random
import statistics

from scheme_sums import Made, Row, named_by_cut

__all__ = [
    "devon_kpis",
    "essex_live_at_home",
    "home_care_league",
    "home_care_rows",
    "league_rows",
    "list_rows",
]


def home_care_rows() -> list[Row]:
    """Make up providers whose figures lie on both sides of each target, and on it."""
    draw = random.Random(5)
    choices: dict[str, list[float]] = {
        "missed": [0, 0.01, 0.02, 0.0201, 0.03],
        "punctual": [0.85, 0.9, 0.95],
        "refused": [0, 0, 0, 0.01],
        "handed_back": [0, 0, 0.001],
        "started_as_planned": [0.79, 0.8, 0.9],
        "accepted_in_4_hours": [0.8, 0.7],
        "outcomes_met": [0.75, 0.74, 0.9],
        "suspensions": [0, 0, 0, 1],
    }
    return [
        {"service": f"P{number:02d}"} | {name: draw.choice(values) for name, values in choices.items()}
        for number in range(80)
    ]


def devon_kpis(rows: list[Row]) -> Made:
    """Count the targets that are met."""
    least = {"punctual": 0.9, "started_as_planned": 0.8, "accepted_in_4_hours": 0.8, "outcomes_met": 0.75}
    most = {"missed": 0.02, "refused": 0.0, "handed_back": 0.0}
    made: Made = {}
    for row in rows:
        met = sum(float(row[name]) >= target for name, target in least.items())
        met += sum(float(row[name]) <= target for name, target in most.items())
        band = named_by_cut(met, (("All targets met", 7), ("Remedial plan", 5)), "Damages")
        made[str(row["service"])] = ("Damages" if row["suspensions"] else band, met)
    return made


LEAGUE = ("punctual", "length_of_stay", "delivered", "continuity", "logged")


def league_rows() -> list[Row]:
    """Make up providers on both sides of the floor of logging, and on it."""
    draw = random.Random(10)
    rows: list[Row] = []
    for number in range(50):
        row: Row = {"service": f"B{number:02d}"}
        row |= {name: round(draw.uniform(0.5, 1), 3) for name in LEAGUE}
        rows.append(row | {"logged": draw.choice([0.84, 0.85, 0.99])})
    return rows


def home_care_league(rows: list[Row]) -> Made:
    """Take the mean of five shares, where enough is logged."""
    made: Made = {}
    cuts = (("Excellent", 95), ("Good", 78), ("Requires improvement", 65))
    for row in rows:
        score = 100 * statistics.fmean(float(row[name]) for name in LEAGUE)
        logged = float(row["logged"]) >= 0.85
        made[str(row["service"])] = (named_by_cut(score, cuts, "Poor") if logged else "Not rated", score)
    return made


CARERS = {"Outstanding": 100, "Good": 80, "Requires improvement": 0, "Inadequate": 0}
AUDITED = {"Excellent": 100, "Good": 80, "Requires improvement": 40, "Poor": 0}


def list_rows() -> list[Row]:
    """Make up providers in three districts with ratings and a price."""
    draw = random.Random(12)
    ratings = ["Outstanding", "Good", "Good", "Good", "Requires improvement"]
    return [
        {
            "service": f"N{number:02d}",
            "district": draw.choice([1, 2, 3]),
            "cqc_overall": draw.choice(ratings),
            "safe": draw.choice(ratings),
            "well_led": draw.choice(ratings),
            "pamms_overall": draw.choice(list(AUDITED)),
            "on_time": round(draw.uniform(0.6, 1), 3),
            "hourly_price": round(draw.uniform(19, 30), 2),
        }
        for number in range(60)
    ]


def essex_live_at_home(rows: list[Row]) -> Made:
    """Weigh quality and price alike; whoever falls short of Good in one of three is not on the list."""
    lowest = min(float(row["hourly_price"]) for row in rows)
    made: Made = {}
    for row in rows:
        quality = 0.2 * CARERS[str(row["cqc_overall"])] + 0.2 * AUDITED[str(row["pamms_overall"])]
        quality += 0.6 * 100 * float(row["on_time"])
        score = (quality + 100 * lowest / float(row["hourly_price"])) / 2
        short = any(row[name] == "Requires improvement" for name in ("cqc_overall", "safe", "well_led"))
        made[str(row["service"])] = ("Not on the list" if short else "On the list", score)
    return made
