# SPDX-License-Identifier: MIT
"""Ladders of escalation: people decide, the library proposes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oversight_for_tests import DAY, EXAMPLES, LADDER, SCHEME, evidence_of, market

import vermeil as vm


@pytest.fixture(scope="module")
def stands() -> vm.Escalation:
    evidence = evidence_of()
    return vm.Ladder.load(LADDER).stands(evidence, DAY, risk=vm.RiskScheme.load(SCHEME).score(evidence, DAY))


def test_a_decision_stands_beside_what_is_proposed(stands: vm.Escalation) -> None:
    rows = {
        (row["of"], row["service"] or row["provider"]): row for row in stands.standings.to_polars().to_dicts()
    }
    one = rows["service", "S1"]
    assert (one["step"], one["role"], one["since"]) == ("improvement plan", "contract officer", "2024-10-01")
    assert one["proposed"] == "special measures"
    assert one["differs"] == "milder"
    assert (one["needs"], one["for_roles"]) == ("visit report; legal advice; plan for the people", "director")
    assert "the risk is Red while an embargo is in force" in one["because"]
    # On the day of the decision the provider's default notice and the embargo lay ahead.
    then = (one["decided_on"], one["proposed_then"], one["decided"])
    assert then == ("2024-10-01", "monitoring", "graver")
    assert rows["provider", "A"]["step"] == "monitoring"
    assert rows["provider", "B"]["proposed"] == "monitoring"


def test_embargoes_and_what_is_overdue_are_told(stands: vm.Escalation) -> None:
    (embargo,) = stands.embargoes.to_polars().to_dicts()
    assert (embargo["service"], embargo["from"], embargo["review_on"]) == ("S1", "2024-12-20", "2025-01-17")
    duties = {row["duty"]: row["days"] for row in stands.overdue.to_polars().to_dicts()}
    assert duties == {"action": 30, "review": 63}


def test_the_broker_sees_who_may_be_called_and_why_not(stands: vm.Escalation) -> None:
    rows = {row["service"]: row for row in stands.broker(market()).to_polars().to_dicts()}
    assert {service: row["may_call"] for service, row in rows.items()} == {
        "S1": "no",
        "S2": "yes",
        "S3": "yes",
    }
    assert rows["S1"]["why"].startswith(
        "the service is under an embargo since 2024-12-20: nobody came to (masked)"
    )


def test_rejects_of_decisions_name_file_and_row() -> None:
    wrong = {"service": ["S1"], "step": ["plan"], "on": ["2024-10-01"], "role": ["x"], "reason": ["y"]}
    (row,) = vm.Ladder.load(LADDER).stands(evidence_of(decisions=wrong), DAY).rejects().to_polars().to_dicts()
    assert (row["source"], row["row"], row["column"], row["outcome"]) == ("decisions", 2, "step", "left out")
    assert row["reason"].startswith("no step of the ladder 'rotherham-ladder'; the steps are 'monitoring'")


def test_without_a_risk_the_proposal_is_open() -> None:
    rows = vm.Ladder.load(LADDER).stands(evidence_of(), DAY).standings.to_polars().to_dicts()
    assert rows[1]["proposed"] == ""
    assert (rows[1]["proposed_mildest"], rows[1]["proposed_gravest"]) == ("monitoring", "improvement plan")
    assert rows[1]["differs"] == "open"


def test_a_mistake_in_a_ladder_is_told_with_its_place() -> None:
    text = LADDER.read_text(encoding="utf-8").replace('to = "default notice"', 'to = "default notise"', 1)
    with pytest.raises(
        vm.DefinitionError, match=r"ladder\.toml:\d+:6: 'to' in \[\[move\]\] is 'default notise'.*did you"
    ):
        vm.Ladder.parse(text)


def test_the_six_stages_of_market_oversight_are_of_providers() -> None:
    ladder = vm.Ladder.load(EXAMPLES / "ladders" / "cqc_market_oversight.toml")
    assert len(ladder.steps) == 6
    assert ladder.id == "cqc-market-oversight"
    assert ladder.title
    assert ladder.source
    assert set(ladder.stands(evidence_of(), DAY).standings.to_polars()["of"]) == {"provider"}


RULES = vm.Ladder.load(LADDER)
DECISION = st.fixed_dictionaries(
    {
        "service": st.sampled_from(["S1", "S2", "S3"]),
        "step": st.sampled_from([*RULES.steps, "no step"]),
        "on": st.sampled_from(["2024-09-01", "2024-10-01", "2024-11-01", "2025-02-01", "soon"]),
        "role": st.sampled_from(["contract officer", "director"]),
        "reason": st.just("made up"),
        "seen": st.sampled_from(["", "visit report", "visit report;legal advice;plan for the people"]),
        "known_on": st.sampled_from(["", "2024-12-01"]),
    }
)
DECISIONS = st.lists(DECISION, max_size=6, unique_by=lambda row: (row["service"], row["step"], row["on"]))


def table(rows: list[dict[str, str]]) -> dict[str, list[str]]:
    return {
        name: [row[name] for row in rows]
        for name in ("service", "step", "on", "role", "reason", "seen", "known_on")
    }


def standings(evidence: vm.Evidence, levels: dict[str, str]) -> list[dict[str, str]]:
    risk = {"service": list(levels), "level": list(levels.values())}
    return RULES.stands(evidence, DAY, risk=risk).standings.to_polars().to_dicts()


@settings(max_examples=60, deadline=None)
@given(rows=DECISIONS, data=st.data())
def test_the_order_of_rows_does_not_matter(rows: list[dict[str, str]], data: st.DataObject) -> None:
    levels = {"S1": "Red", "S2": "Amber", "S3": "Green"}
    shuffled = data.draw(st.permutations(rows))
    one, two = (standings(evidence_of(decisions=table(each)), levels) for each in (rows, shuffled))
    for left, right in zip(one, two, strict=True):
        assert sorted(left.pop("doubt").split("; ")) == sorted(right.pop("doubt").split("; "))
    assert one == two


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(DECISION, max_size=4),
    level=st.sampled_from(["Green", "Amber", "Red"]),
    lost=st.sets(st.sampled_from(["level", "decisions", "actions", "events"]), min_size=1),
)
def test_what_is_lost_never_lowers_what_may_be_proposed(
    rows: list[dict[str, str]], level: str, lost: set[str]
) -> None:
    order = RULES.steps
    decisions = table(rows)
    whole = standings(evidence_of(decisions=decisions), {"S1": level})[0]
    changed: dict[str, Any] = {"decisions": decisions}
    changed |= {name: None for name in ("decisions", "actions") if name in lost}
    changed |= {name: None for name in ("events", "embargoes") if "events" in lost}
    less = standings(evidence_of(**changed), {"S1": "Not rated" if "level" in lost else level})[0]
    assert order.index(less["proposed_gravest"]) >= order.index(whole["proposed_gravest"])
