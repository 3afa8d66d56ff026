# SPDX-License-Identifier: MIT
"""Published rules in plain Python, each with a made-up table: what the framework of the same name must give.

They know nothing of this project but how it words "Not rated". All numbers are made up by a counted draw.
"""

from __future__ import annotations

import math
import random
import statistics
from collections.abc import Callable, Mapping, Sequence

__all__ = ["OTHERS", "Made", "Row"]

Row = dict[str, str | int | float]
Made = dict[str, tuple[str, float | None]]  # by service: the band, and the score where there is one
Parts = list[tuple[float, float]]  # weights and values


def row_of(service: str, cells: Mapping[str, str | float]) -> Row:
    """Put the service before its cells."""
    return {"service": service, **cells}


def maybe(draw: random.Random, value: float, absent: float = 0.15) -> str | float:
    """Give the value, or nothing so often."""
    return "" if draw.random() < absent else value


def column(rows: Sequence[Row], name: str) -> list[float | None]:
    """Give a column; an empty cell is nothing."""
    return [None if row[name] == "" else float(row[name]) for row in rows]


def known(values: Sequence[float | None]) -> list[float]:
    """Leave out what is nothing."""
    return [value for value in values if value is not None]


def z_scores(values: Sequence[float | None], sign: int = 1) -> list[float | None]:
    """Count standard deviations of a sample from the mean."""
    mean, deviation = statistics.fmean(known(values)), statistics.stdev(known(values))
    return [None if value is None else sign * (value - mean) / deviation for value in values]


def quantile(values: Sequence[float], share: float) -> float:
    """Interpolate between the values in order, type 7."""
    rising = sorted(values)
    place = (len(rising) - 1) * share
    low = min(int(place), len(rising) - 2)
    return rising[low] + (place - low) * (rising[low + 1] - rising[low])


def ranks(values: Sequence[float]) -> dict[float, float]:
    """Give each value its rank from the lowest, 1; equal ones share the mean of theirs."""
    rising = sorted(values)
    return {value: rising.index(value) + (rising.count(value) + 1) / 2 for value in rising}


def half_up(value: float, decimals: int = 0) -> float:
    """Round a half up."""
    tens = 10.0**decimals
    return math.floor(round(value * tens, 7) + 0.5) / tens


def mean_by_weight(parts: Parts) -> float | None:
    """Give the mean, or nothing of nothing."""
    weights = sum(weight for weight, _ in parts)
    return sum(weight * value for weight, value in parts) / weights if parts else None


def named_by_cut(score: float, cuts: Sequence[tuple[str, float]], rest: str) -> str:
    """Name the first cut that the score reaches."""
    return next((name for name, cut in cuts if score >= cut), rest)


def clusters(values: Sequence[float], count: int) -> list[float]:
    """Part values so that the squares around the means are least; give the lowest of each cluster, rising."""
    rising = sorted(values)
    costs: dict[tuple[int, int], tuple[float, list[int]]] = {(0, 0): (0.0, [])}

    def squares(first: int, last: int) -> float:
        mean = statistics.fmean(rising[first:last])
        return sum((value - mean) ** 2 for value in rising[first:last])

    for made in range(1, count + 1):
        for last in range(made, len(rising) + 1):
            before = [first for first in range(made - 1, last) if (made - 1, first) in costs]
            costs[made, last] = min(
                (costs[made - 1, first][0] + squares(first, last), [*costs[made - 1, first][1], first])
                for first in before
            )
    return [rising[first] for first in costs[count, len(rising)][1]]


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


#: By the name of the framework: the made-up table, the plain rule, and one way of getting it wrong.
OTHERS: dict[str, tuple[Callable[[], list[Row]], Callable[[list[Row]], Made], tuple[str, str]]] = {
    "hospital_stars": (hospital_rows, hospital_stars, (", same_members = true", "")),
    "hospital_stars_2026": (safe_hospital_rows, hospital_stars_2026, ("at_least = 25", "at_least = 5")),
    "human_development": (country_rows, human_development, ('aggregate = "geometric"\n', "")),
    "home_health_stars": (agency_rows, home_health_stars, ('half = "up", to = 0.5', 'half = "up", to = 1')),
    "nhs_oversight": (trust_rows, nhs_oversight, ("percentile = [4, 1]", "quantiles = [4, 3, 2, 1]")),
    "devon_kpis": (
        home_care_rows,
        devon_kpis,
        ('[[0.02, 0]], below = 1, edge = "passed"', "[[0.02, 0]], below = 1"),
    ),
    "multidimensional_poverty": (household_rows, multidimensional_poverty, ("[[6, 0]]", "[[7, 0]]")),
    "environmental_performance": (
        land_rows,
        environmental_performance,
        (", log = true, winsorise", ", winsorise"),
    ),
    "multiple_deprivation": (area_rows, multiple_deprivation, ("weight = 13.5", "weight = 9.3")),
    "safety_grades": (ward_rows, safety_grades, (", winsorise = { deviations = 5 }", "")),
    "home_care_league": (league_rows, home_care_league, ("below = 0.85", "at_most = 0.85")),
    "essex_live_at_home": (list_rows, essex_live_at_home, ("inverse = 100", "min_max = [100, 0]")),
    "clustered_stars": (survey_rows, clustered_stars, ("k_means = [1", "quantiles = [1")),
    "value_based_purchasing": (purchase_rows, value_based_purchasing, ("[0.85, 0.5]", "[0.85, 0]")),
}
