# SPDX-License-Identifier: MIT
"""What a mapping says of columns, words, days, numbers and rows is done, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vermeil as vm
from vermeil.mapping import TableRule, mapped_schemas
from vermeil.readers.mapped import applied, chosen, linked
from vermeil.readers.rows import Rows, fault

FIELDS = {schema["name"]: schema["fields"] for schema in vm._core.checked_schemas()}


def rule(text: str, name: str = "packages") -> TableRule:
    return vm.Mapping.parse(f'language = 1\n[[table]]\nname = "{name}"\n{text}').tables[0]


def mapped(
    text: str, columns: dict[str, list[str | None]], name: str = "packages"
) -> dict[str, list[str | None]]:
    frame = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    made = applied(rule(text, name), Rows(frame, "t.csv"), FIELDS[name]).frame
    return made.to_dict(as_series=False)


def test_columns_are_renamed_and_the_others_stay() -> None:
    made = mapped('columns = { service = "Branch" }', {"Branch": ["S1"], "person": ["p"], "Remarks": ["x"]})
    assert made == {"person": ["p"], "service": ["S1"], "Remarks": ["x"]}


def test_words_are_translated_whatever_their_capitals_and_others_stay() -> None:
    text = 'columns = { event = { column = "Code", words = { "Y" = "default_notice", "DNA" = "missed" } } }'
    made = mapped(text, {"Code": ["y ", "DNA", "other", None]}, "events")
    assert made["event"] == ["default_notice", "missed", "other", None]


def test_a_word_that_is_not_listed_is_left_away_where_that_is_said() -> None:
    text = 'columns = { state = { column = "N", words = { "n/a" = "not_submitted" }, only_words = true } }'
    assert mapped(text, {"N": ["4", "N/A", None]}, "counts")["state"] == [None, "not_submitted", None]


def test_minutes_become_hours_and_what_is_no_number_stays() -> None:
    text = 'columns = { hours_per_week = { column = "Min", divide_by = 60, thousands = "," } }'
    made = mapped(text, {"Min": ["90", "1,200", "400", "soon", None, "1,2"]})
    assert made["hours_per_week"] == ["1.5", "20", "6.67", "soon", None, "1,2"]


@pytest.mark.parametrize(
    ("column", "cell", "written"),
    [("hours_per_week", "100", "1.67"), ("hours_per_week", "0.3", "0.01"), ("hourly_rate", "100", "1.6667")],
)
def test_what_a_mapping_computes_is_rounded_half_up_to_what_a_column_holds(
    column: str, cell: str, written: str
) -> None:
    text = f'columns = {{ {column} = {{ column = "X", divide_by = 60 }} }}'
    assert mapped(text, {"X": [cell]})[column] == [written]


def test_computed_hours_are_hours_of_a_package() -> None:
    text = 'columns = { hours_per_week = { column = "Min", divide_by = 60 } }'
    made = mapped(
        text, {"Min": ["100"], "package": ["k"], "person": ["p"], "from": ["2024-10-01"], "service": ["S1"]}
    )
    found = vm.check({"services": {"service": ["S1"], "provider": ["A"]}, "packages": made})
    assert found.is_clean


NIGHT = """
day_first = true
[table.columns]
planned_start = { column = ["Date", "Start"] }
planned_end = { column = ["Date", "End"], next_day_if_before = "planned_start" }
"""


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("23:45", "00:15", "2024-11-01T00:15:00"),
        ("08:00", "08:30", "2024-10-31T08:30:00"),
        ("08:00", "08:00", "2024-10-31T08:00:00"),
        ("23:45", "late", "31/10/2024 late"),
        ("soon", "00:15", "2024-10-31T00:15:00"),
    ],
)
def test_an_end_before_its_start_lies_on_the_next_day(start: str, end: str, written: str) -> None:
    fields = next(schema["fields"] for schema in mapped_schemas() if schema["name"] == "visits")
    frame = pl.DataFrame({"Date": ["31/10/2024"], "Start": [start], "End": [end]})
    made = applied(rule(NIGHT, "visits"), Rows(frame, "t.csv"), fields).frame
    assert made["planned_end"].to_list() == [written]


def test_thousands_are_taken_out_where_they_are_named() -> None:
    text = 'columns = { hourly_rate = { column = "Rate", thousands = "," } }'
    assert mapped(text, {"Rate": ["1,021.40", "21.40", "1,02"]})["hourly_rate"] == [
        "1021.40",
        "21.40",
        "1,02",
    ]


def test_days_are_read_in_the_formats_that_are_named() -> None:
    text = 'columns = { from = { column = "Start", format = ["%d.%m.%Y", "%Y%m%d"] } }'
    made = mapped(text, {"Start": ["01.10.2024", "20241001", "2024-10-01", "1/10/2024"]})
    assert made["from"] == ["2024-10-01", "2024-10-01", "2024-10-01", "1/10/2024"]


def test_day_first_is_for_every_column_of_days_also_of_our_name() -> None:
    made = mapped(
        'day_first = true\ncolumns = { from = "Start" }', {"Start": ["1/10/2024"], "to": ["2/10/2024"]}
    )
    assert (made["from"], made["to"]) == (["2024-10-01"], ["2024-10-02"])
    assert mapped("", {"from": ["1/10/2024"]})["from"] == ["1/10/2024"]


def test_columns_are_joined_and_split() -> None:
    text = (
        'columns = { package = { column = ["Ref", "Line"], join = "/" }, '
        'person = { column = "Who", split = " - ", part = 2 } }'
    )
    made = mapped(text, {"Ref": ["A", "B"], "Line": ["1", None], "Who": ["x - 17", "none"]})
    assert (made["package"], made["person"]) == (["A/1", None], ["17", None])


def test_constants_and_defaults_fill_no_blank_row() -> None:
    text = 'columns = { source = { constant = "cqc" }, rating = { column = "R", empty = "unrated" } }'
    made = mapped(text, {"service": ["S1", None, "S2"], "R": ["Good", None, None]}, "inspections")
    assert made["source"] == ["cqc", None, "cqc"]
    assert made["rating"] == ["Good", None, "unrated"]


def test_a_column_that_is_not_there_is_named_with_the_nearest() -> None:
    message = "t.csv: no column 'Brnch', which the mapping names; it has Branch, Who; did you mean 'Branch'?"
    with pytest.raises(vm.Error, match="^" + re.escape(message)):
        mapped('columns = { service = "Brnch" }', {"Branch": [], "Who": []})


def test_rows_are_chosen_by_number_and_by_word() -> None:
    frame = pl.DataFrame({"Type": ["CARE", "TOTAL", "care ", None, "CARE"], "x": ["1", "2", "3", "4", "5"]})
    rows = Rows(frame, "t.csv", faults=(fault("t.csv", 5, "ragged"),))
    kept = chosen(rule('only = { Type = "CARE" }\nskip_rows = [2]'), rows)
    assert (kept.row_numbers().to_list(), kept.passed_over) == ([4, 5, 6], 2)
    assert len(kept.faults) == 1
    kept = chosen(rule('leave_out = { Type = ["total"] }'), rows)
    assert (kept.row_numbers().to_list(), kept.passed_over) == ([2, 4, 5, 6], 1)


def test_ids_are_replaced_and_rows_of_others_passed_over() -> None:
    rows = Rows(pl.DataFrame({"service": ["77", "78", None], "x": ["a", "b", "c"]}), "t.csv")
    made = linked(rows, {"77": "S1"})
    assert made.frame.rows() == [("S1", "a")]
    assert (made.passed_over, made.row_numbers().to_list()) == (2, [2])


cells = st.lists(st.text(max_size=8) | st.none(), min_size=3, max_size=3)


@settings(deadline=None, max_examples=50)
@given(cells, cells, cells)
def test_whatever_stands_in_the_cells_no_row_is_lost(
    first: list[str | None], second: list[str | None], third: list[str | None]
) -> None:
    text = (
        'day_first = true\ncolumns = { package = { column = ["A", "B"] }, from = "C", '
        'person = { column = "A", words = { x = "y" } }, '
        'hours_per_week = { column = "B", divide_by = 60, thousands = "," }, '
        'service = { column = "C", split = "/", part = 2 } }'
    )
    assert {len(column) for column in mapped(text, {"A": first, "B": second, "C": third}).values()} == {3}


def test_a_reject_shows_what_stands_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_text("service,provider\nS1,A\n", encoding="utf-8")
    (tmp_path / "hours.csv").write_text(
        'Svc,When,Mins,Kind\nS1,1/10/2024,"-1,200.5",007\nS1,31/12/2024,90,none\nS1,,"1,2",007\n',
        encoding="utf-8",
    )
    mapping = vm.Mapping.parse(
        'language = 1\n[[table]]\nname = "recommendations"\nfile = "hours.csv"\nday_first = true\n'
        '[table.columns]\nservice = "Svc"\nproposed_on = "When"\n'
        'by = { column = "Kind", words = { "007" = "provider" } }\n'
        'hours_before = { column = "Mins", divide_by = 60, thousands = "," }\n'
    )
    told = vm.Evidence.read(tmp_path, mapping).rejects().to_polars()
    assert told.select("row", "column", "value", "reason").rows() == [
        (2, "Mins", "-1,200.5", "below 0"),
        (3, "Kind", "none", "not one of 'trusted assessor', 'provider' or 'council'"),
        (4, "When", "", "empty, and this column must be filled"),
        (4, "Mins", "1,2", "not a number"),
    ]


def test_what_is_shown_follows_its_row_through_filters_and_several_files(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_text("service,provider\nS1,A\n", encoding="utf-8")
    for month, minutes in (("10", "60"), ("11", "-90")):
        rows = f"S1,2024-{month}-01,{minutes},provider\nS1,2024-{month}-02,-30,provider\n"
        rows += "other,2024-01-01,-1,provider\n"
        (tmp_path / f"hours-{month}.csv").write_text(f"Svc,When,Mins,by\n{rows}", encoding="utf-8")
    mapping = vm.Mapping.parse(
        'language = 1\n[[table]]\nname = "recommendations"\nfile = "hours-*.csv"\nonly = { Svc = "S1" }\n'
        '[table.columns]\nservice = "Svc"\nproposed_on = "When"\n'
        'hours_before = { column = "Mins", divide_by = 60 }\n'
    )
    told = vm.Evidence.read(tmp_path, mapping).rejects().to_polars()
    assert told.select("source", "row", "value").rows() == [
        ("hours-10.csv", 3, "-30"),
        ("hours-11.csv", 2, "-90"),
        ("hours-11.csv", 3, "-30"),
    ]
