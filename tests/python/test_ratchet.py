# SPDX-License-Identifier: MIT
"""Thresholds that rise: what is proposed, and the text of the edition that would say so."""

from __future__ import annotations

from datetime import date

import pytest

import vermeil as vm

TEXT = """language = 1
id = "example"
edition = "2024.1"   # the first
published_on = 2024-01-01
effective_from = 2024-04-01
[[measure]]
id = "punctual"
weight = 1
scale = { linear = [[0.5, 0], [0.9, 80], [1, 100]] } # illustration
[[band]]
name = "Gold"
at_least = 80        # stated
[[band]]
name = "Bronze"
[[ratchet]]
band = "Gold"
share = 0.75
quarters = 2
step = 2.5
[[ratchet]]
measure = "punctual"
target = 0.9
share = 0.75
quarters = 2
step = 0.02
end = 0.91
"""
NEXT = vm.NextEdition("2025.1", date(2025, 1, 15), date(2025, 4, 1))


def rated(quarter: str, *values: float | None) -> vm.Ratings:
    """Rate services P0, P1 and so on in a quarter."""
    framework = vm.Framework.parse(TEXT)
    table = {"service": [f"P{place}" for place in range(len(values))], "punctual": list(values)}
    return framework.rate(framework.read_measures(table, quarter=quarter))


def test_a_proposal_says_what_rises_and_why() -> None:
    quarters = [rated("2024-25 Q4", 0.9, 0.92, 0.95, 0.6), rated("2024-25 Q3", 0.9, 0.9, 0.9, None)]
    cut, value = vm.propose(vm.Framework.parse(TEXT), quarters)
    assert (cut.about, cut.old, cut.new) == ("band Gold", 80, 82.5)
    assert cut.quarters == [("2024-25 Q3", 3, 4), ("2024-25 Q4", 3, 4)]
    assert (value.about, value.old, value.new) == ("measure punctual", 0.9, 0.91)
    assert "in 2 quarters in a row" in cut.why


def test_the_next_edition_keeps_the_text_and_changes_what_rises() -> None:
    quarters = [rated("2024-25 Q4", 0.9, 0.92), rated("2024-25 Q3", 0.9, 0.9)]
    proposals = vm.propose(vm.Framework.parse(TEXT), quarters)
    text = vm.next_edition(TEXT, proposals, NEXT)
    assert 'edition = "2025.1"   # the first' in text
    assert "at_least = 82.5  # was 80; stated" in text
    assert "[[0.5, 0], [0.91, 80], [1, 100]] }  # was 0.9; illustration" in text
    assert text.count("\n") == TEXT.count("\n")
    said = {change.where for change in vm.changes(TEXT, text)}
    assert said == {
        "edition",
        "published_on",
        "effective_from",
        "band Gold: at_least",
        "measure punctual: scale",
        "ratchet 2: target",
    }
    framework = vm.Framework.parse(text)
    assert framework.effective_from == date(2025, 4, 1)


def test_nothing_rises_without_enough_quarters_or_services() -> None:
    few = vm.propose(vm.Framework.parse(TEXT), [rated("2024-25 Q4", 0.9)])
    assert [each.new for each in few] == [None, None]
    assert few[0].why == "1 of the 2 quarters in a row are there"
    with pytest.raises(vm.Error, match="stands twice in the history"):
        vm.propose(vm.Framework.parse(TEXT), [rated("2024-25 Q4", 0.9)] * 2)


def test_a_head_that_cannot_be_replaced_in_its_place_is_told() -> None:
    text = TEXT.replace('edition = "2024.1"   # the first\n', "")
    with pytest.raises(vm.Error, match="says no 'edition' on a line of its own"):
        vm.next_edition(text, [], NEXT)


def test_the_approval_of_the_edition_before_does_not_stand_over_the_next() -> None:
    approved = TEXT.replace("[[measure]]", 'approved_by = "committee of 2 May"  # minute 4\n[[measure]]', 1)
    text = vm.next_edition(approved, [], NEXT)
    assert '# approved_by = "committee of 2 May"  # minute 4  # the edition before; this one is not' in text
    assert text.count("\n") == approved.count("\n")
    before, after = vm.Framework.parse(approved), vm.Framework.parse(text)
    assert "not-approved" not in {finding.rule for finding in vm.lint(before)}
    assert "not-approved" in {finding.rule for finding in vm.lint(after)}
    long = TEXT.replace("[[measure]]", 'approved_by = """committee\nof 2 May"""\n[[measure]]', 1)
    with pytest.raises(vm.Error, match="line 6 of the framework says approved_by on more than one line"):
        vm.next_edition(long, [], NEXT)


def test_an_edition_that_would_apply_before_it_is_published_is_refused() -> None:
    early = vm.NextEdition("2025.1", date(2025, 4, 2), date(2025, 4, 1))
    with pytest.raises(vm.Error, match="effective_from 2025-04-01 lies before published_on 2025-04-02"):
        vm.next_edition(TEXT, [], early)
