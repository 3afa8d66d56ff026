# SPDX-License-Identifier: MIT
"""Standard measures against plain slow counts, at random; and what refused rows do to a rating."""

from __future__ import annotations

import random
from datetime import date, timedelta
from statistics import median
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import vermeil as vm

FIRST, LAST = date(2024, 10, 1), date(2024, 12, 31)
HEAD = """
language = 1
id = "example"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
[[band]]
name = "Gold"
at_least = 50
[[band]]
name = "Bronze"
"""
SHARE = "scale = { linear = [[0, 0], [1, 100]] }"
NUMBER = "scale = { linear = [[0, 100], [100, 0]] }"
SERVICES = {"service": ["P1", "P2"], "provider": ["A", "B"]}
Row = dict[str, Any]


def framework(**standard: str) -> vm.Framework:
    """Return a framework with one standard measure under each name."""
    text = HEAD
    for name, value in standard.items():
        scale = SHARE if name.startswith("share") else NUMBER
        text += f'[[measure]]\nid = "{name}"\nweight = 1\n{scale}\nvalue = {{ standard = {value} }}\n'
    return vm.Framework.parse(text)


def table(rows: list[Row], columns: list[str]) -> dict[str, list[str | None]]:
    """Write rows as columns of text."""
    said = {True: "yes", False: "no", None: None}
    return {
        name: [
            said[value] if isinstance(value, bool) or value is None else str(value)
            for value in (row.get(name) for row in rows)
        ]
        for name in columns
    }


days = st.integers(-30, 95).map(lambda by: FIRST + timedelta(by))
some_days = st.none() | days
services = st.sampled_from(["P1", "P2"])


def drawn(rules: vm.Framework, tables: dict[str, Any], measure: str) -> tuple[float | None, str, int, int]:
    """Return value, state, n and count of P1."""
    cell = rules.measure(vm.Evidence(services=SERVICES, **tables), "2024-25 Q3").cell("P1", measure)
    return cell["value"], cell["state"], cell["n"], cell["count"]


def share(yes: int, n: int) -> tuple[float | None, str, int, int]:
    """Return what a share of counts must be."""
    return (yes / n, "present", n, yes) if n else (None, "too_few", 0, 0)


def within(day: date | None) -> bool:
    """Say whether a day lies in the quarter."""
    return day is not None and FIRST <= day <= LAST


REFERRALS = framework(
    share_accepted='"referrals_accepted"',
    share_planned='"started_as_planned", days_late = 2',
    days='"days_to_start", statistic = "median"',
    waiting='"waiting"',
    waited='"waiting_days", statistic = "greatest"',
)


@st.composite
def referrals(draw: st.DrawFn) -> Row:
    """Make up a request; its days follow each other."""
    asked = draw(days)
    later = st.none() | st.integers(0, 15).map(lambda by: asked + timedelta(by))
    answered = draw(later)
    return {
        "service": draw(services),
        "referred_on": asked,
        "answered_on": answered,
        "answer": None if answered is None else draw(st.sampled_from(["accepted", "declined"])),
        "planned_start": draw(later),
        "started_on": draw(later),
        "withdrawn_on": draw(later),
    }


def is_waiting(row: Row) -> bool:
    """Say whether a person waits on the last day, read slowly from the definition."""
    over = [
        row["started_on"],
        row["withdrawn_on"],
        row["answered_on"] if row["answer"] == "declined" else None,
    ]
    return row["referred_on"] <= LAST and not any(day is not None and day <= LAST for day in over)


@settings(max_examples=60, deadline=None)
@given(st.lists(referrals(), min_size=10, max_size=30), st.randoms())
def test_requests_are_counted_as_the_definitions_say(rows: list[Row], chance: random.Random) -> None:
    own = [row for row in rows if row["service"] == "P1"]
    chance.shuffle(rows)
    columns = [
        "service",
        "referred_on",
        "answer",
        "answered_on",
        "planned_start",
        "started_on",
        "withdrawn_on",
    ]
    tables = {"referrals": table(rows, columns)}
    answered = [row for row in own if within(row["answered_on"])]
    accepted = sum(row["answer"] == "accepted" for row in answered)
    assert drawn(REFERRALS, tables, "share_accepted") == share(accepted, len(answered))
    took = [(row["started_on"] - row["referred_on"]).days for row in own if within(row["started_on"])]
    value, state, n, _ = drawn(REFERRALS, tables, "days")
    assert (value, state, n) == ((median(took), "present", len(took)) if took else (None, "too_few", 0))
    waits = [(LAST - row["referred_on"]).days for row in own if is_waiting(row)]
    assert drawn(REFERRALS, tables, "waiting")[0] == len(waits)
    assert drawn(REFERRALS, tables, "waited")[0] == (max(waits) if waits else None)
    planned = in_time = 0
    for row in own:
        last = row["planned_start"] and row["planned_start"] + timedelta(2)
        if within(last):
            started = row["started_on"] is not None and row["started_on"] <= last
            fell = row["withdrawn_on"] is not None and row["withdrawn_on"] <= last
            planned += started or not fell
            in_time += started
    assert drawn(REFERRALS, tables, "share_planned") == share(in_time, planned)


COMPLAINTS = framework(rate='"complaints_rate", over = "given_people", per = 10, partly = false')


@st.composite
def complaints(draw: st.DrawFn) -> Row:
    """Make up a complaint that says of itself what it must."""
    received = draw(days)
    concluded = draw(st.none() | st.integers(0, 20).map(lambda by: received + timedelta(by)))
    outcome = draw(st.sampled_from(["upheld", "partly upheld", "not upheld"]))
    return {
        "service": draw(services),
        "received_on": received,
        "kind": draw(st.sampled_from(["complaint", "compliment"])),
        "concluded_on": concluded,
        "outcome": None if concluded is None else outcome,
        "attributable": None if concluded is None else draw(st.booleans()),
        "known_on": draw(st.none() | st.integers(0, 60).map(lambda by: received + timedelta(by))),
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(complaints(), min_size=10, max_size=30), st.integers(1, 50))
def test_complaints_count_by_person_when_concluded_upheld_and_owed(rows: list[Row], people: int) -> None:
    tables = {
        "complaints": table(rows, [*COMPLAINT]),
        "exposures": {"service": ["P1"], "quarter": ["2024-25 Q3"], "people": [str(people)]},
    }
    counted = sum(
        row["service"] == "P1"
        and row["kind"] == "complaint"
        and within(row["concluded_on"])
        and row["outcome"] == "upheld"
        and row["attributable"]
        and (row["known_on"] or row["received_on"]) <= LAST
        for row in rows
    )
    value, state, n, _ = drawn(COMPLAINTS, tables, "rate")
    assert (value, state, n) == (counted * 10 / people, "present", people)


COMPLAINT = ("service", "received_on", "kind", "concluded_on", "outcome", "attributable", "known_on")
WORKFORCE = (
    "service",
    "quarter",
    "permanent",
    "temporary",
    "leavers",
    "vacancies",
    "filled_posts",
    "level_2",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.none() | st.integers(0, 40), min_size=6, max_size=6))
def test_a_return_is_a_share_of_its_own_numbers_or_not_submitted(numbers: list[int | None]) -> None:
    permanent, temporary, leavers, vacancies, filled, level_2 = numbers
    if level_2 is not None and permanent is not None and temporary is not None:
        level_2 = min(level_2, permanent + temporary)
    row = dict(
        zip(
            WORKFORCE,
            ["P1", "2024-25 Q3", permanent, temporary, leavers, vacancies, filled, level_2],
            strict=True,
        )
    )
    rules = framework(
        share_turnover='"turnover", least_workers = 0',
        share_vacant='"vacancy_rate"',
        share_level='"qualified_level_2"',
    )
    tables = {"workforce": table([row], [*WORKFORCE])}
    workers = None if permanent is None or temporary is None else permanent + temporary
    posts = None if filled is None or vacancies is None else filled + vacancies
    for measure, part, whole in (
        ("share_turnover", leavers, workers),
        ("share_vacant", vacancies, posts),
        ("share_level", level_2, workers),
    ):
        made = drawn(rules, tables, measure)
        if part is None or whole is None:
            assert made == (None, "not_submitted", 0, 0)
        elif whole == 0:
            assert made[:2] == (None, "too_few")
        else:
            assert made == (part / whole, "present", whole, part)


def test_a_refused_row_never_helps() -> None:
    rules = framework(number='"concerns_rate", over = "given_hours"')
    head = ["service", "raised_on", "concluded_on", "substantiated", "attributable"]
    exposures = {"service": ["P1", "P2"], "quarter": ["2024-25 Q3"] * 2, "hours": ["10", "10"]}
    bad: Row = dict(zip(head, ["P1", "2024-10-01", "2024-11-01", "yes", "yes"], strict=True))
    ratings = {}
    for name, changed in {
        "read": {},
        "refused": {"substantiated": "prhaps"},
        "no day": {"raised_on": "soon"},
    }.items():
        tables = {"concerns": table([bad | changed], head), "exposures": exposures}
        measures = rules.measure(vm.Evidence(services=SERVICES, **tables), "2024-25 Q3")
        ratings[name] = dict(rules.rate(measures).to_polars().select("service", "band").rows())
    assert ratings["read"] == {"P1": "Bronze", "P2": "Gold"}
    assert ratings["refused"] == ratings["no day"] == {"P1": "Not rated", "P2": "Gold"}


def test_the_certificate_of_a_whole_market_follows_from_its_counts() -> None:
    # Rotherham, January 2024: 633 hold it or are exempt, 157 are undertaking it, 15 have not begun.
    rules = framework(share_certificate='"care_certificate"')
    counts = {"certificate_held": "633", "certificate_exempt": "0", "certificate_under_way": "157"}
    row = {"service": "P1", "quarter": "2024-25 Q3", **counts, "certificate_not_begun": "15"}
    assert drawn(rules, {"workforce": table([row], [*row])}, "share_certificate") == share(633, 805)
