# SPDX-License-Identifier: MIT
"""Schemes of health care that others publish, in plain Python."""

from __future__ import annotations

import random
import statistics

from scheme_sums import (
    Made,
    Parts,
    Row,
    clusters,
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
    "agency_rows",
    "clustered_stars",
    "home_health_stars",
    "hospital_rows",
    "hospital_stars",
    "hospital_stars_2026",
    "nhs_oversight",
    "purchase_rows",
    "safe_hospital_rows",
    "survey_rows",
    "trust_rows",
    "value_based_purchasing",
]


HOSPITAL_GROUPS = {
    "mortality": (22, -1),
    "safety": (22, -1),
    "experience": (22, 1),
    "readmission": (22, -1),
    "timely": (12, 1),
}


def hospital_rows() -> list[Row]:
    """Make up hospitals, some of which lack a group."""
    draw = random.Random(1)
    rows: list[Row] = []
    for number in range(60):
        row: Row = {"service": f"H{number:03d}"}
        for group in HOSPITAL_GROUPS:
            absent = 0.9 if draw.random() < 0.2 else 0.1
            row |= {f"{group}_{k}": maybe(draw, round(draw.gauss(50, 10), 2), absent) for k in range(4)}
        rows.append(row)
    return rows


def safe_hospital_rows() -> list[Row]:
    """Make up hospitals of which every fifth is weak in safety and strong in all else."""
    rows = hospital_rows()
    for row in rows[::5]:
        row |= {f"safety_{k}": 75 - k for k in range(4)} | {f"mortality_{k}": 40 + k for k in range(4)}
        row |= {f"experience_{k}": 66 - k for k in range(4)} | {f"readmission_{k}": 35 + k for k in range(4)}
    return rows


def hospital_groups(rows: list[Row]) -> list[dict[str, float]]:
    """Standardise, average, and standardise again; a group of fewer than three measures has no score."""
    groups: list[dict[str, float]] = [{} for _ in rows]
    for group, (_, sign) in HOSPITAL_GROUPS.items():
        scores = [z_scores(column(rows, f"{group}_{k}"), sign) for k in range(4)]
        members = [known([each[i] for each in scores]) for i in range(len(rows))]
        means = [statistics.fmean(each) if len(each) >= 3 else None for each in members]
        for own, score in zip(groups, z_scores(means), strict=True):
            own |= {} if score is None else {group: score}
    return groups


def hospital_stars(rows: list[Row]) -> Made:
    """Weigh the scores of groups, and cluster among those with as many groups."""
    groups = hospital_groups(rows)
    made: Made = {str(row["service"]): ("Not rated", None) for row in rows}
    for number in (3, 4, 5):
        peers = {
            str(row["service"]): mean_by_weight([(HOSPITAL_GROUPS[g][0], score) for g, score in own.items()])
            for row, own in zip(rows, groups, strict=True)
            if len(own) == number
        }
        lowest = clusters(known(list(peers.values())), 5)
        made |= {s: (str(sum(score >= cut for cut in lowest)), score) for s, score in peers.items() if score}
    return made


def hospital_stars_2026(rows: list[Row]) -> Made:
    """Hold those at four stars whose safety lies in the lowest quarter of all that have a score of it."""
    made = hospital_stars(rows)
    groups = hospital_groups(rows)
    safety = sorted(own["safety"] for own in groups if "safety" in own)
    place = (len(safety) - 1) / 4
    below = safety[int(place)]
    cut = below + (place - int(place)) * (safety[int(place) + 1] - below)
    for row, own in zip(rows, groups, strict=True):
        service = str(row["service"])
        if made[service][0] == "5" and own.get("safety", cut) < cut:
            made[service] = ("4", made[service][1])
    return made


HOME_HEALTH = ("timely", "ambulation", "bed", "bathing", "breathing", "medicines", "hospital")


def agency_rows() -> list[Row]:
    """Make up agencies, a fifth of whose measures are absent."""
    draw = random.Random(3)
    return [
        row_of(f"A{number:03d}", {name: maybe(draw, round(draw.random(), 6), 0.2) for name in HOME_HEALTH})
        for number in range(200)
    ]


def home_health_stars(rows: list[Row]) -> Made:
    """Turn deciles into half stars and round their mean to half stars, where five of seven are there."""
    stars: list[list[float]] = [[] for _ in rows]
    for name in HOME_HEALTH:
        values = column(rows, name)
        cuts = [quantile(known(values), tenth / 10) for tenth in range(1, 10)]
        for own, value in zip(stars, values, strict=True):
            if value is not None:
                decile = 1 + sum(value >= cut for cut in cuts)
                own.append((11 - decile if name == "hospital" else decile) / 2)
    made: Made = {}
    for row, own in zip(rows, stars, strict=True):
        mean = half_up(2 * statistics.fmean(own)) / 2 if len(own) >= 5 else None
        made[str(row["service"])] = ("Not rated", None) if mean is None else (str(mean), mean)
    return made


def trust_rows() -> list[Row]:
    """Make up trusts with four metrics scored by rank, one in steps, and some in deficit."""
    draw = random.Random(4)
    return [
        {"service": f"T{number:03d}"}
        | {f"metric_{k}": maybe(draw, round(draw.random(), 2), 0.05) for k in range(4)}
        | {"stepped": draw.choice([1, 2, 3, 4]), "deficit": int(draw.random() < 0.2)}
        for number in range(48)
    ]


def nhs_oversight(rows: list[Row]) -> Made:
    """Score by rank from 1 to 4, cut the mean into quarters, and hold who is in deficit at 3."""
    scores = [[float(row["stepped"])] for row in rows]
    for name in (f"metric_{k}" for k in range(4)):
        values = column(rows, name)
        place = ranks(known(values))
        for own, value in zip(scores, values, strict=True):
            own += [] if value is None else [4 - 3 * (place[value] - 1) / (len(known(values)) - 1)]
    turned = [-statistics.fmean(own) for own in scores]
    cuts = [quantile(turned, share) for share in (0.75, 0.5, 0.25)]
    segments = [1 + sum(score < cut for cut in cuts) for score in turned]
    return {
        str(row["service"]): (str(max(segment, 3) if row["deficit"] else segment), score)
        for row, segment, score in zip(rows, segments, turned, strict=True)
    }


PURCHASED = {"survival": (0.85, 0.9), "recovery": (0.6, 0.8), "clean_hands": (0.7, 0.95)}


def purchase_rows() -> list[Row]:
    """Make up hospitals below, on and beyond each threshold and benchmark."""
    draw = random.Random(11)
    rows: list[Row] = []
    for number in range(80):
        row: Row = {"service": f"V{number:02d}"}
        for name, (threshold, benchmark) in PURCHASED.items():
            between = round(draw.uniform(threshold - 0.05, benchmark + 0.05), 4)
            row[name] = maybe(draw, draw.choice([between, between, threshold, benchmark]), 0.1)
        rows.append(row)
    return rows


def value_based_purchasing(rows: list[Row]) -> Made:
    """Give whole points of achievement, their mean in two domains, and the mean of the domains."""
    made: Made = {}
    for row in rows:
        points: dict[str, float] = {}
        for name, (threshold, benchmark) in PURCHASED.items():
            if row[name] != "":
                way = (float(row[name]) - threshold) / (benchmark - threshold)
                points[name] = 10 if way >= 1 else half_up(9 * way + 0.5) if way >= 0 else 0
        clinical = [points[name] for name in ("survival", "recovery") if name in points]
        domains = [statistics.fmean(clinical)] if clinical else []
        domains += [points["clean_hands"]] if "clean_hands" in points else []
        score = 10 * statistics.fmean(domains) if domains else None
        band = "Not rated" if score is None else named_by_cut(score, (("Bonus", 50),), "Penalty")
        made[str(row["service"])] = (band, score)
    return made


STARRED = {"nurses": 3, "doctors": 3, "quiet": 1}


def survey_rows() -> list[Row]:
    """Make up linear scores of a survey, some of them absent."""
    draw = random.Random(13)
    return [
        row_of(f"Q{number:02d}", {name: maybe(draw, round(draw.gauss(85, 6), 2), 0.1) for name in STARRED})
        for number in range(70)
    ]


def clustered_stars(rows: list[Row]) -> Made:
    """Cluster each measure, and take the mean of the stars by weight, where half of the weight is there."""
    parts: list[Parts] = [[] for _ in rows]
    for name, weight in STARRED.items():
        values = column(rows, name)
        lowest = clusters(known(values), 5)
        for own, value in zip(parts, values, strict=True):
            own += [] if value is None else [(weight, sum(value >= cut for cut in lowest))]
    made: Made = {}
    for row, own in zip(rows, parts, strict=True):
        mean = mean_by_weight(own)
        star = None if mean is None else half_up(mean)
        made[str(row["service"])] = ("Not rated", None) if star is None else (str(int(star)), star)
    return made
