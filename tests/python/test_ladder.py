# SPDX-License-Identifier: MIT
"""Ladders of escalation: people decide, the library proposes."""

from __future__ import annotations

import pytest
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
    assert "the risk is Red while an embargo is in force" in one["because"]
    assert rows["provider", "A"]["step"] == "monitoring"
    assert rows["provider", "B"]["proposed"] == "monitoring"


def test_embargoes_and_what_is_overdue_are_told(stands: vm.Escalation) -> None:
    (embargo,) = stands.embargoes.to_polars().to_dicts()
    assert (embargo["service"], embargo["from"], embargo["review_on"]) == ("S1", "2024-12-20", "2025-01-17")
    duties = {row["duty"]: row["days"] for row in stands.overdue.to_polars().to_dicts()}
    assert duties == {"action": "30", "review": "63"}


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
