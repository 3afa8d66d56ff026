# SPDX-License-Identifier: MIT
"""Schemes that rank and multiply among peers, in plain Python."""

from __future__ import annotations

import math
import random
import statistics

from scheme_sums import (
    Made,
    Parts,
    Row,
    column,
    known,
    maybe,
    mean_by_weight,
    named_by_cut,
    quantile,
    ranks,
    row_of,
)

__all__ = [
    "burden_rows",
    "environmental_burden",
    "home_rows",
    "peer_homes",
    "social_vulnerability",
    "tract_rows",
]


def tract_rows() -> list[Row]:
    """Make up areas, with many equal shares, and a few gaps."""
    draw = random.Random(21)
    return [
        row_of(
            f"{number:05d}",
            {
                "poverty": maybe(draw, draw.randint(0, 30), 0.02),
                "unemployed": draw.randint(1, 12),
                "income": draw.randrange(10000, 60000, 2500),
                "aged_65": draw.randint(5, 25),
                "disabled": round(draw.uniform(3, 20), 1),
            },
        )
        for number in range(160)
    ]


def _least_ranks(values: list[float | None], falling: bool = False) -> list[float | None]:
    """Give (rank - 1) / (n - 1); the rank of equal values is one more than how many are before them."""
    there = known(values)
    before = [
        None if value is None else sum((other > value) if falling else (other < value) for other in there)
        for value in values
    ]
    return [None if count is None else count / (len(there) - 1) for count in before]


def social_vulnerability(rows: list[Row]) -> Made:
    """Add up percentile ranks and rank the sums."""
    names = ("poverty", "unemployed", "income", "aged_65", "disabled")
    parts = [_least_ranks(column(rows, name), name == "income") for name in names]
    sums = [None if None in own else round(sum(known(own)), 9) for own in zip(*parts, strict=True)]
    made: Made = {}
    for row, score in zip(rows, _least_ranks(sums), strict=True):
        level = "Low"
        for name, cut in (("Low-medium", 0.25), ("Medium-high", 0.5), ("High", 0.75)):
            level = name if score is not None and score > cut + 1e-12 else level
        made[str(row["service"])] = ("Not rated" if score is None else level, score)
    return made


BURDENS = ("fine_dust", "traffic", "cleanup_sites", "waste", "asthma", "poverty")


def burden_rows() -> list[Row]:
    """Make up areas, many of which have no site and no waste."""
    draw = random.Random(22)
    rows: list[Row] = []
    for number in range(150):
        values = [round(draw.gauss(10, 2), 1), draw.randint(100, 900), draw.choice([0, 0, 0, 1, 2, 5])]
        values += [draw.choice([0, 0, 3, 7]), round(draw.uniform(10, 90), 1), draw.randint(5, 60)]
        cells = zip(BURDENS, values, strict=True)
        rows.append(row_of(f"T{number:03d}", {name: maybe(draw, value, 0.08) for name, value in cells}))
    return rows


def environmental_burden(rows: list[Row]) -> Made:
    """Multiply the burden of pollution with the characteristics of the people."""
    shares: list[list[float | None]] = []
    for name in BURDENS:
        values = column(rows, name)
        there = known(values)
        at_most = [None if value is None else sum(other <= value for other in there) for value in values]
        shares.append([None if count is None else 100 * count / len(there) for count in at_most])
    pollution: list[float | None] = []
    people: list[float | None] = []
    coverage = []
    for own in zip(*shares, strict=True):
        dust, effects = known(own[:2]), known(own[2:4])
        sides: Parts = [(1.0, statistics.fmean(dust))] if dust else []
        sides += [(0.5, statistics.fmean(effects))] if effects else []
        pollution.append(mean_by_weight(sides))
        people.append(statistics.fmean(known(own[4:])) if known(own[4:]) else None)
        coverage.append((len(dust) + 0.5 * len(effects)) / 6 + len(known(own[4:])) / 4)
    most = (max(known(pollution)), max(known(people)))
    scores: list[float | None] = []
    for burden, side, share in zip(pollution, people, coverage, strict=True):
        product = 1.0 if burden is None else 10 * burden / most[0]
        product *= 1.0 if side is None else 10 * side / most[1]
        scores.append(product if share >= 0.5 else None)
    cut = quantile(known(scores), 0.75)
    return {
        str(row["service"]): (
            "Not rated" if score is None else named_by_cut(score + 1e-9, (("Disadvantaged", cut),), "Other"),
            score,
        )
        for row, score in zip(rows, scores, strict=True)
    }


def home_rows() -> list[Row]:
    """Make up homes of two kinds and three sizes, on both sides of each size, with a few gaps."""
    draw = random.Random(23)
    rows: list[Row] = []
    for number in range(240):
        beds = draw.choice([8, 19, 20, 25, 39, 40, 80])
        cells: dict[str, str | float] = {"kind": draw.choice(["nursing", "Nursing", "residential"])}
        cells |= {"beds": beds, "falls": draw.randint(0, 40), "bed_days": 300 * beds}
        cells |= {"agency_hours": maybe(draw, round(draw.lognormvariate(3, 1), 1), 0.1)}
        cells |= {"complaints": maybe(draw, draw.randint(0, 6), 0.1), "ulcers": draw.randint(0, 9)}
        rows.append(row_of(f"H{number:03d}", cells))
    return rows


def _falls(rates: list[float]) -> list[float]:
    low, high = quantile(rates, 0.25), quantile(rates, 0.75)
    reach = 1.5 * (high - low)
    held = [min(high + reach, max(low - reach, rate)) for rate in rates]
    return [-(rate - statistics.fmean(held)) / statistics.pstdev(held) for rate in held]


def _agency(hours: list[float | None]) -> list[float | None]:
    median = statistics.median(known(hours))
    distance = 1.4826 * statistics.median([abs(value - median) for value in known(hours)])
    return [None if value is None else -max(-3.0, min(3.0, (value - median) / distance)) for value in hours]


def _complaints(counts: list[float | None]) -> list[float | None]:
    """Count deciles off by rank: the first is ranked up to a tenth of the peers."""
    rank, points = ranks(known(counts)), (2, 1, 0.8, 0.6, 0.4, 0.2, -0.2, -0.4, -0.6, -0.8)
    n = len(known(counts))
    return [
        None if value is None else points[max(0, math.ceil(round(10 * rank[value] / n, 7)) - 1)]
        for value in counts
    ]


def _ulcers(counts: list[float]) -> list[float]:
    """Cut quarters at the values at which a quarter, a half, three quarters of the peers are reached."""
    rising = sorted(counts)
    cuts = [rising[math.ceil(len(rising) * share) - 1] for share in (0.25, 0.5, 0.75)]
    return [(1, 0.5, -0.5, -1)[sum(value > cut for cut in cuts)] for value in counts]


def _weibull(values: list[float], share: float) -> float:
    """Take the quantile at (n + 1) times the share."""
    rising = sorted(values)
    place = min(len(rising), max(1.0, (len(rising) + 1) * share))
    low = min(int(place), len(rising) - 1)
    return rising[low - 1] + (place - low) * (rising[low] - rising[low - 1])


def peer_homes(rows: list[Row]) -> Made:
    """Compare homes with those of their kind and size."""

    def peers_of(row: Row) -> tuple[str, int]:
        beds = float(row["beds"])
        return str(row["kind"]).lower(), int(beds >= 20) + int(beds >= 40)

    scores: dict[str, float] = {}
    for peers in {peers_of(row) for row in rows}:
        own = [row for row in rows if peers_of(row) == peers]
        rates = [float(row["falls"]) / float(row["bed_days"]) * 1000 for row in own]
        counts = _complaints(column(own, "complaints"))
        sides = zip(
            own, _falls(rates), _agency(column(own, "agency_hours")), counts,
            _ulcers(known(column(own, "ulcers"))), strict=True,
        )  # fmt: skip
        for row, *parts in sides:
            weighed = list(zip((2.0, 1.0, 1.0, 1.0), parts, strict=True))
            there: Parts = [(weight, value) for weight, value in weighed if value is not None]
            if sum(weight for weight, _ in there) / 5 >= 0.7:
                scores[str(row["service"])] = mean_by_weight(there) or 0.0
    cuts = [
        (name, _weibull(list(scores.values()), share)) for name, share in (("Better", 0.75), ("As", 0.25))
    ]
    made: Made = {}
    for row in rows:
        score = scores.get(str(row["service"]))
        band = "Not rated" if score is None else named_by_cut(score + 1e-9, cuts, "Worse") + " than most"
        made[str(row["service"])] = (band.replace("As than", "As"), score)
    return made
