# SPDX-License-Identifier: MIT
"""What is told of files and of visits has the keys that its type says."""

from __future__ import annotations

from dataclasses import fields
from typing import get_type_hints

import vermeil as vm
from vermeil.visit_types import FileTallyDict, VisitRowCounts


def test_the_rows_of_visits_are_counted_under_the_keys_of_their_type() -> None:
    visits = {"service": ["S1", ""], "person": ["P1", "P1"], "worker": ["W1", "W1"]}
    visits |= {"planned_start": ["2024-10-01 09:00"] * 2, "planned_end": ["2024-10-01 09:30"] * 2}
    visits |= {"actual_start": ["2024-10-01 09:00"] * 2, "actual_end": ["2024-10-01 09:30"] * 2}
    rows = vm.Visits({**visits, "status": ["delivered"] * 2}).rows()
    assert rows.keys() == get_type_hints(VisitRowCounts).keys()
    assert rows["read"] == rows["kept"] + rows["doubtful"] + rows["left_out"]


def test_a_tally_of_a_file_has_the_fields_that_the_command_writes() -> None:
    assert list(get_type_hints(FileTallyDict)) == [each.name for each in fields(vm.FileTally)]
