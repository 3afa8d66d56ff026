# SPDX-License-Identifier: MIT
"""Facts at random: the points of a scheme are those of a slow, plain reference."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from slow_risk import Asked, Known, points_of

import vermeil as vm

SCHEME = """
language = 1
id = "made-up"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
higher_is = "worse"
aggregate = "sum"
least_coverage = 0
incidents = "highest"
[missing]
not_yet_inspected = "leave_out"
[[rating_scale]]
id = "cqc"
words = ["Good", "Poor", "Bad"]
[[measure]]
id = "cqc"
value = { rating = "cqc", decay = { half_life = 400 } }
scale = { words = { Good = 0, Poor = 16, Bad = 40 } }
[[measure]]
id = "decisions"
value = { event = "decision", days = 365, decay = { half_life = 90 } }
scale = { linear = [[0, 0], [10, 100]] }
[[measure]]
id = "deaths"
value = { event = "death", days = 200 }
scale = { linear = [[0, 0], [4, 80]] }
[[measure]]
id = "embargo"
value = { event = "embargo", open = true }
scale = { steps = [[1, 30]], below = 0 }
[[band]]
name = "Red"
at_least = 50
[[band]]
name = "Green"
"""
WORDS = ["Good", "Poor", "Bad"]
INDICATORS = [
    Asked("cqc", "cqc", lambda word: (0, 16, 40)[int(word) - 1], "rating", half_life=400),
    Asked("decisions", "decision", lambda value: min(100.0, 10 * value), "count", 365, 90),
    Asked("deaths", "death", lambda value: min(80.0, 20 * value), "count", 200),
    Asked("embargo", "embargo", lambda value: 30.0 if value >= 1 else 0.0, "open"),
]
DAY = date(2024, 12, 31)


def some_fact(draw: random.Random) -> Known:
    """Give a fact by chance."""
    began = DAY - timedelta(draw.randrange(-30, 500))
    later = timedelta(draw.randrange(60))
    incident = draw.choice(["", "I1", "I2"])
    known = draw.choice([None, began + later])
    if draw.random() < 0.25:
        return Known("cqc", began, known=known, incident=incident, word=draw.randrange(1, 4))
    review = draw.choice(["", "", "under review", "upheld", "not upheld"])
    is_over = review in ("upheld", "not upheld") and draw.random() < 0.8
    return Known(
        draw.choice(["decision", "death", "embargo"]),
        began,
        draw.choice([None, began + timedelta(draw.randrange(300))]),
        known,
        incident,
        review,
        began + timedelta(draw.randrange(200)) if is_over else None,
        draw.choice([None, None, began + timedelta(draw.randrange(400))]),
        draw.choice([None, None, began + later]),
    )


def evidence_of(facts: dict[str, list[Known]]) -> vm.Evidence:
    """Give the evidence that says these facts of services."""
    events: dict[str, list[object]] = {
        name: []
        for name in (
            *("service", "event", "from", "to", "known_on", "incident", "review", "concluded_on"),
            *("expires_on", "entered_by", "entered_on"),
        )
    }
    ratings: dict[str, list[object]] = {
        name: [] for name in ("service", "source", "rating", "on", "known_on", "incident")
    }
    for service, each in facts.items():
        for fact in each:
            if fact.kind == "cqc":
                row = (service, "cqc", WORDS[fact.word - 1], fact.began, fact.known, fact.incident or None)
                for name, value in zip(ratings, row, strict=True):
                    ratings[name].append(value)
                continue
            role = "broker" if fact.entered else None
            what = (service, fact.kind, fact.began, fact.ended, fact.known, fact.incident or None)
            found = (fact.review or None, fact.concluded, fact.expires, role, fact.entered)
            for name, value in zip(events, (*what, *found), strict=True):
                events[name].append(value)
    text = {
        name: [None if value is None else str(value) for value in column] for name, column in events.items()
    }
    rated = {
        name: [None if value is None else str(value) for value in column] for name, column in ratings.items()
    }
    services = {"service": list(facts), "provider": [f"P{service}" for service in facts]}
    return vm.Evidence(services=services, events=text, inspections=rated)


@pytest.mark.parametrize("seed", range(8))
def test_points_are_those_of_the_reference(seed: int) -> None:
    draw = random.Random(seed)
    facts = {f"S{i:03d}": [some_fact(draw) for _ in range(draw.randrange(12))] for i in range(60)}
    days = [DAY - timedelta(back) for back in (0, 45, 200)]
    scheme = vm.RiskScheme(vm.Framework.parse(SCHEME, Path(__file__).name))
    for day, scores in zip(days, scheme.score(evidence_of(facts), days), strict=True):
        made = dict(zip(scores.services, scores.to_polars()["points"], strict=True))
        for service, each in facts.items():
            assert made[service] == pytest.approx(points_of(INDICATORS, each, day), abs=1e-6), (service, day)
