# SPDX-License-Identifier: MIT
"""Facts at random: the points of a scheme are those of a slow, plain reference."""

from __future__ import annotations

import random
from dataclasses import replace
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


def evidence_of(facts: dict[str, list[Known]], **tables: object) -> vm.Evidence:
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
    return vm.Evidence(services=services, events=text, inspections=rated, **tables)


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


def reported(fact: Known) -> tuple[str | None, ...]:
    """Give a death as a row of the table of deaths: its days, whose doing it was, and its incident."""
    is_open = fact.review == "under review"
    concluded = None if is_open else str(fact.concluded or fact.began)
    attributable = None if is_open else "no" if fact.review == "not upheld" else "yes"
    known = str(fact.known) if fact.known else None
    return str(fact.began), concluded, attributable, known, fact.incident or None


@pytest.mark.parametrize("seed", range(8))
def test_points_are_the_same_where_deaths_stand_in_a_table_of_their_own(seed: int) -> None:
    draw = random.Random(100 + seed)
    facts = {f"S{i:03d}": [some_fact(draw) for _ in range(draw.randrange(12))] for i in range(60)}
    for each in facts.values():
        each[:] = [
            replace(fact, expires=None, entered=None) if fact.kind == "death" else fact for fact in each
        ]
    others = {service: [fact for fact in each if fact.kind != "death"] for service, each in facts.items()}
    head = ("on", "concluded_on", "attributable", "known_on", "incident")
    rows = [
        (service, *reported(fact)) for service, each in facts.items() for fact in each if fact.kind == "death"
    ]
    deaths = dict(zip(("service", *head), map(list, zip(*rows, strict=True)), strict=True))
    events = 'event = "death"'
    assert events in SCHEME
    scheme = vm.RiskScheme(vm.Framework.parse(SCHEME.replace(events, 'table = "deaths"')))
    for day in (DAY, DAY - timedelta(45), DAY - timedelta(200)):
        scores = scheme.score(evidence_of(others, deaths=deaths), day)
        made = dict(zip(scores.services, scores.to_polars()["points"], strict=True))
        for service, each in facts.items():
            assert made[service] == pytest.approx(points_of(INDICATORS, each, day), abs=1e-6), (service, day)


def test_without_its_table_a_measure_of_rows_is_unknown_and_a_row_that_is_unclear_leaves_it_so() -> None:
    scheme = vm.RiskScheme(vm.Framework.parse(SCHEME.replace('event = "death"', 'table = "deaths"')))
    none: dict[str, list[Known]] = {"S1": []}
    assert scheme.score(evidence_of(none), DAY).measures.cell("S1", "deaths")["state"] == "unknown"
    row = {"service": ["S1"], "on": ["2024-10-01"], "concluded_on": ["2024-11-01"], "attributable": [None]}
    scores = scheme.score(evidence_of(none, deaths=row), DAY)
    assert scores.measures.cell("S1", "deaths")["state"] == "unknown"
    early = scheme.score(evidence_of(none, deaths=row), date(2024, 10, 15))
    assert early.measures.cell("S1", "deaths")["value"] == 0  # under review until it was concluded


def in_other_capitals(draw: random.Random, name: str) -> str:
    """Give a name with each of its letters large or small by chance, and a blank around it now and then."""
    letters = "".join(draw.choice([letter.upper(), letter.lower()]) for letter in name)
    return draw.choice(["", " "]) + letters + draw.choice(["", " "])


@pytest.mark.parametrize("seed", range(8))
def test_capitals_of_events_sources_and_incidents_never_change_a_score(seed: int) -> None:
    draw = random.Random(200 + seed)
    facts = {f"S{i:03d}": [some_fact(draw) for _ in range(draw.randrange(12))] for i in range(60)}
    spelt = {
        service: [
            replace(
                fact,
                kind=fact.kind if fact.kind == "cqc" else in_other_capitals(draw, fact.kind),
                incident=in_other_capitals(draw, fact.incident) if fact.incident else "",
            )
            for fact in each
        ]
        for service, each in facts.items()
    }
    scheme = vm.RiskScheme(vm.Framework.parse(SCHEME))
    as_written, otherwise = (scheme.score(evidence_of(each), DAY) for each in (facts, spelt))
    assert as_written.to_polars().equals(otherwise.to_polars())


@pytest.mark.parametrize("slip", ["embargoo", "Embrago", "em bargo"])
def test_a_slip_in_the_name_of_an_event_never_helps(slip: str) -> None:
    scheme = vm.RiskScheme(vm.Framework.parse(SCHEME))
    facts: dict[str, list[Known]] = {"S1": [Known(slip, DAY)], "S2": []}
    scores = scheme.score(evidence_of(facts), DAY)
    assert scores.measures.cell("S1", "embargo")["state"] == "unknown"
    assert scores.measures.cell("S2", "embargo")["value"] == 0
    assert any("did you mean 'embargo'" in row for row in scores.measures.rejects().to_polars()["reason"])


def test_a_day_may_be_a_text_and_evidence_must_be_read() -> None:
    scheme = vm.RiskScheme(vm.Framework.parse(SCHEME))
    evidence = evidence_of({"S1": [Known("embargo", DAY)]})
    assert scheme.score(evidence, DAY.isoformat()).to_polars().equals(scheme.score(evidence, DAY).to_polars())
    with pytest.raises(vm.Error, match=r"'31.12.2024' is no day; write it as 2024-10-01"):
        scheme.score(evidence, "31.12.2024")
    with pytest.raises(vm.Error, match=r"read tables with Evidence\(...\)"):
        scheme.score("a folder", DAY)  # type: ignore[call-overload]
