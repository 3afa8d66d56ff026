# SPDX-License-Identifier: MIT
"""What made-up people decided: a ladder finds what it looks for, and refuses nothing but what is planted."""

from __future__ import annotations

import polars as pl
from markets_for_tests import read, risk
from oversight_for_tests import LADDER

import vermeil as vm
from vermeil.made_up import MadeUp


def test_decisions_stand_on_several_steps_and_none_is_refused(made: MadeUp) -> None:
    stands = vm.Ladder.load(LADDER).stands(vm.Evidence.read(made.directory), made.last_day, risk=risk(made))
    assert len(stands.rejects()) == 0
    steps = stands.standings.to_polars().filter(pl.col("of") == "service")["step"].value_counts()
    assert {"monitoring", "improvement plan", "default notice", "special measures"} >= set(steps["step"])
    assert steps.height >= 3
    assert set(stands.standings.to_polars()["differs"]) >= {"", "graver", "milder"}


def test_actions_are_done_late_or_not_yet_due(made: MadeUp) -> None:
    actions = read(made, "actions")
    assert 0 < actions["done_on"].null_count() < actions.height
    stands = vm.Ladder.load(LADDER).stands(vm.Evidence.read(made.directory), made.last_day)
    assert "action" in set(stands.overdue.to_polars()["duty"])


def test_embargoes_are_those_of_the_events(made: MadeUp) -> None:
    events = read(made, "events").filter(pl.col("event") == "embargo")
    embargoes = read(made, "embargoes").filter(pl.col("reason") != "wrong on purpose")
    assert embargoes.select("service", "from", "to").equals(events.select("service", "from", "to"))


def test_nothing_was_decided_after_the_last_day(made: MadeUp) -> None:
    assert (read(made, "decisions")["on"] <= str(made.last_day)).all()
