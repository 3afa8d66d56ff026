# SPDX-License-Identifier: MIT
"""What is told of files and of visits has the keys that its type says."""

from __future__ import annotations

from typing import get_type_hints

import vermeil as vm
from vermeil.visit_types import FileTallyDict, VisitRowCounts


def test_the_rows_of_visits_are_counted_under_the_keys_of_their_type() -> None:
    day, hours = "2024-10-01", ("09:00", "09:30")
    visit = {"service": ["S1"], "person": ["P1"], "worker": ["W1"]}
    visit |= {"planned_start": [f"{day} {hours[0]}"], "planned_end": [f"{day} {hours[1]}"]}
    visit |= {"actual_start": [f"{day} {hours[0]}"], "actual_end": [f"{day} {hours[1]}"]}
    rows = vm.measure_visits(visit, "2024-25 Q3").rows
    assert rows.keys() == get_type_hints(VisitRowCounts).keys()
    assert rows["read"] == rows["kept"] + rows["doubtful"] + rows["left_out"]


def test_a_tally_of_a_file_has_the_fields_that_the_command_writes() -> None:
    assert tuple(get_type_hints(FileTallyDict)) == vm.FileTally._fields
