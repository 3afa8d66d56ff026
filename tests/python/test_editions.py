# SPDX-License-Identifier: MIT
"""Two editions side by side: what their texts say differently, and whose band moves."""

from __future__ import annotations

import polars as pl

import vermeil as vm

OLD = """
language = 1
id = "two"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
[missing]
unknown = "bounds"
[[measure]]
id = "dignity"
weight = 3
[[measure]]
id = "turnover"
weight = 1
[[band]]
name = "Gold"
at_least = 80
[[band]]
name = "Silver"
at_least = 60
[[band]]
name = "Bronze"
[[limiter]]
cap = "Silver"
when = { measure = "turnover", below = 0.2 }
because = "few stay"
"""

MEASURES = pl.DataFrame(
    {"service": ["S3", "S1", "S2", "S4"], "dignity": [0.9, 0.9, 0.5, 0.7], "turnover": [0.9, 0.1, 0.5, None]}
)


def edition(*replaced: tuple[str, str]) -> str:
    """Return the text with parts replaced."""
    text = OLD
    for old, new in replaced:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def rated(text: str) -> vm.Ratings:
    """Rate the measures under an edition."""
    framework = vm.Framework.parse(text)
    return framework.rate(framework.read_measures(MEASURES))


def test_the_same_text_with_other_comments_has_no_changes() -> None:
    assert vm.changes(OLD, OLD.replace("weight = 3", "weight = 3 # illustration")) == []


def test_each_change_names_what_it_is_about() -> None:
    new = edition(
        ("at_least = 80", "at_least = 85"),
        ('unknown = "bounds"', 'suppressed = "bounds"'),
        ("below", "at_most"),
    )
    assert vm.changes(OLD, new) == [
        ("missing: unknown", '"bounds"', ""),
        ("band Gold: at_least", "80", "85"),
        (
            "limiter few stay: when",
            '{"below": 0.2, "measure": "turnover"}',
            '{"at_most": 0.2, "measure": "turnover"}',
        ),
        ("missing: suppressed", "", '"bounds"'),
    ]


def test_what_is_new_what_is_gone_and_another_order_are_told() -> None:
    new = edition(('id = "turnover"', 'id = "leavers"'), ('measure = "turnover"', 'measure = "leavers"'))
    told = {change.where: (change.old, change.new) for change in vm.changes(OLD, new)}
    assert told["order of the measures"] == ("dignity, turnover", "dignity, leavers")
    assert told["measure turnover: weight"] == ("1", "")
    assert told["measure leavers: weight"] == ("", "1")


def test_the_services_that_move_are_named_with_both_bands_and_the_reason() -> None:
    moved = vm.moves(
        rated(OLD), rated(edition(("at_least = 80", "at_least = 95"), ("at_least = 60", "at_least = 40")))
    )
    assert [move[:3] for move in moved] == [
        ("S2", "Bronze", "Silver"),
        ("S3", "Gold", "Silver"),
        ("S4", "Not rated", "Silver"),
    ]
    assert moved[1].why == "Silver, score 90.0"


def test_nobody_moves_under_the_same_rules() -> None:
    assert vm.moves(rated(OLD), rated(OLD)) == []


def under_each(*replaced: tuple[str, str]) -> dict[str, tuple[list[str], str]]:
    """Say whom each change alone moves, and why it cannot stand alone."""
    found = vm.effects(OLD, edition(*replaced), lambda rules: rules.rate(rules.read_measures(MEASURES)))
    return {each.change.where: ([move.service for move in each.moves], each.refused) for each in found}


def test_each_change_alone_has_its_own_effect() -> None:
    found = under_each(
        ('edition = "1"', 'edition = "2"'),
        ("at_least = 80", "at_least = 95"),
        ("below = 0.2", "below = 0.05"),
        ('unknown = "bounds"', 'unknown = "leave_out"'),
    )
    assert found["edition"] == ([], "")
    assert found["band Gold: at_least"] == (["S3"], "")
    assert found["limiter few stay: when"] == ([], "")
    assert found["missing: unknown"] == (["S4"], "")


def test_a_change_that_cannot_stand_alone_says_why() -> None:
    found = under_each(("at_least = 80", "at_least = 55"), ("at_least = 60", "at_least = 40"))
    assert found["band Gold: at_least"][0] == []
    assert "bands are out of order: 'Silver' at 60 stands below" in found["band Gold: at_least"][1]
    assert found["band Silver: at_least"] == (["S2", "S4"], "")


def test_an_entry_that_comes_or_goes_is_one_change() -> None:
    found = under_each(
        (
            '[[measure]]\nid = "turnover"',
            '[[measure]]\nid = "choice"\nweight = 2\nlive = false\n[[measure]]\nid = "turnover"',
        )
    )
    assert found == {"order of the measures": ([], "")}
    gone = under_each((OLD[OLD.index("[[limiter]]") :], ""))
    assert gone == {"order of the limiters": ([], "")}
