# SPDX-License-Identifier: MIT
"""Parts of a log are added and merged in any order, and give the measures of the whole."""

from __future__ import annotations

import pickle

import polars as pl
import pytest
from visits_for_tests import frame_of

import vermeil as vm
from vermeil.made_up.visits import visit_log

RULES = vm.VisitRules(late_minutes=15, quantiles=(0.5,), continuity=True)


@pytest.fixture(scope="module")
def parts() -> list[vm.Visits]:
    log = frame_of(visit_log(6_000, seed=9), texts=True)
    whole = log.unique(maintain_order=True)
    cuts = [(0, 1_000), (1_000, 2_500), (2_500, whole.height)]
    return [vm.Visits(whole[begin:end], source=f"part {end}", check=False) for begin, end in cuts]


def whole() -> pl.DataFrame:
    log = frame_of(visit_log(6_000, seed=9), texts=True).unique(maintain_order=True)
    return vm.Visits(log, check=False).measure(RULES).to_polars()


def tally_of(*parts: vm.Visits) -> vm.VisitTally:
    tally = vm.VisitTally(RULES)
    for part in parts:
        tally.add(part)
    return tally


def test_parts_in_any_order_give_the_measures_of_the_whole(parts: list[vm.Visits]) -> None:
    one, two, three = parts
    for order in ((one, two, three), (three, one, two)):
        assert tally_of(*order).finish().to_polars().equals(whole())


def test_tallies_merge_however_they_are_grouped(parts: list[vm.Visits]) -> None:
    one, two, three = parts
    left = tally_of(one)
    left.merge(tally_of(two, three))
    right = tally_of(three)
    right.merge(tally_of(two))
    right.merge(tally_of(one))
    assert left.finish().to_polars().equals(right.finish().to_polars())
    assert left.finish().to_polars().equals(whole())


def test_a_tally_travels_as_bytes(parts: list[vm.Visits]) -> None:
    first = tally_of(parts[0])
    for again in (vm.VisitTally.from_bytes(bytes(first)), pickle.loads(pickle.dumps(first))):
        assert bytes(again) == bytes(first)
        again.merge(tally_of(*parts[1:]))
        assert again.finish().to_polars().equals(whole())


def test_bytes_that_are_cut_short_or_of_which_one_bit_is_another_are_refused(parts: list[vm.Visits]) -> None:
    whole = bytes(tally_of(parts[0]))
    for place in range(len(whole) // 2, len(whole), 97):
        changed = whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :]
        for other in (changed, whole[:place]):
            with pytest.raises(vm.Error, match="cut off or were changed since they were written"):
                vm.VisitTally.from_bytes(other)


def test_tallies_of_other_rules_do_not_merge() -> None:
    with pytest.raises(vm.Error, match="rules"):
        vm.VisitTally(RULES).merge(vm.VisitTally(vm.VisitRules(late_minutes=5)))


def test_a_part_between_others_is_refused_where_the_sequence_is_asked_for(parts: list[vm.Visits]) -> None:
    tally = vm.VisitTally(vm.VisitRules(continuity=True, sequence=True))
    tally.add(parts[0])
    with pytest.raises(vm.Error):
        tally.add(parts[1])  # the log is shuffled, so that its parts overlap in time


FRAMEWORK = vm.Framework.parse("""
language = 1
id = "visits"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
[[measure]]
id = "missed"
weight = 1
scale = { linear = [[0, 100], [1, 0]] }
[[band]]
name = "Gold"
""")


def test_a_tally_is_no_table_of_visits_and_what_it_finishes_with_is_a_measure_of_ones_own() -> None:
    tally = vm.VisitTally(vm.VisitRules())
    tally.add(part_of("missed", "delivered"))
    services = {"service": ["S1"], "provider": ["A"]}
    for each in (tally, vm.CancellationTally()):
        with pytest.raises(vm.Error, match="give the columns that it finishes with as measures of your own"):
            vm.Evidence(services=services, visits=each)
    own = tally.finish().to_polars().select("service", value="missed_share", n="due", count="missed")
    measures = FRAMEWORK.measure(vm.Evidence(services=services), "2024-25 Q3", own={"missed": own})
    cell = measures.cell("S1", "missed")
    assert (cell["value"], cell["n"]) == (0.5, 2)


def part_of(*statuses: str) -> vm.Visits:
    """Give made-up visits of one person, one a day; a row stands there as often as it is named."""
    days = {"delivered": "2024-10-01", "missed": "2024-10-02"}
    return vm.Visits(
        {
            "service": ["S1"] * len(statuses),
            "person": ["p"] * len(statuses),
            "worker": ["w"] * len(statuses),
            "planned_start": [f"{days[status]} 08:00" for status in statuses],
            "planned_end": [f"{days[status]} 09:00" for status in statuses],
            "status": list(statuses),
        }
    )


def test_a_row_in_two_parts_is_refused_and_in_one_part_counts_once() -> None:
    tally = vm.VisitTally(vm.VisitRules())
    tally.add(part_of("delivered", "delivered"))
    for again in (tally, vm.VisitTally.from_bytes(bytes(tally))):
        with pytest.raises(vm.Error, match="stands in two parts, and would be counted twice"):
            again.add(part_of("missed", "delivered"))
        again.add(part_of("missed"))
        both = part_of("missed", "delivered", "delivered").measure(vm.VisitRules())
        assert again.finish().to_polars().equals(both.to_polars())
