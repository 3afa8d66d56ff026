# SPDX-License-Identifier: MIT
"""Evidence as Python sees it: what is there, what was rejected, how many answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

import vermeil as vm
from vermeil.evidence import evidence_table_names

SERVICES = {"service": ["S2", "S1"], "provider": ["A", "A"]}
QUARTER = "2024-25 Q3"


def test_services_are_in_the_order_of_their_ids() -> None:
    assert vm.Evidence(services=SERVICES).services == ["S1", "S2"]


def test_without_a_register_there_is_no_evidence() -> None:
    with pytest.raises(vm.Error, match="there is no services table"):
        vm.Evidence(counts={"service": [], "quarter": [], "item": []})


def test_a_table_that_is_none_is_not_given() -> None:
    assert vm.Evidence(services=SERVICES, events=None).services == ["S1", "S2"]


def test_rejects_name_their_table_and_row_as_the_source_numbers_them() -> None:
    evidence = vm.Evidence(
        services=SERVICES, events={"service": ["S1", "S9"], "event": ["x"] * 2, "from": ["2024-10-01"] * 2}
    )
    (reject,) = evidence.rejects().to_arrow().to_pylist()
    assert reject == {
        "source": "events",
        "row": 3,
        "column": "service",
        "value": "S9",
        "reason": "no such service among the 2 in the services table",
        "outcome": "left out",
    }


@pytest.mark.parametrize(
    ("sent", "returned", "rate"),
    [("40", "10", 0.25), ("", "10", None), ("40", "", None), ("0", "0", None)],
)
def test_a_response_rate_is_unknown_where_its_base_is(sent: str, returned: str, rate: float | None) -> None:
    base = {"service": ["S1"], "quarter": [QUARTER], "sent": [sent], "returned": [returned]}
    evidence = vm.Evidence(services=SERVICES, survey_base=base)
    assert evidence.response_rates() == [("S1", QUARTER, rate)]


def test_a_folder_of_csv_files_is_evidence(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_text("service,provider\nS1,A\nS1,B\n", encoding="utf-8")
    (tmp_path / "notes.csv").write_text("anything\n", encoding="utf-8")
    evidence = vm.Evidence.read(tmp_path)
    assert evidence.services == ["S1"]
    assert evidence.rejects().to_arrow().to_pylist()[0]["source"] == "services.csv"


def test_the_tables_of_evidence_are_known_by_name() -> None:
    assert evidence_table_names()[:8] == [
        "services",
        "survey_counts",
        "survey_wide",
        "survey_sheets",
        "survey_base",
        "counts",
        "events",
        "inspections",
    ]
    assert {"workforce", "complaints", "referrals", "packages"} < set(evidence_table_names())


SHEETS = {
    "sheet": ["1", "2", "3"],
    "service": ["S1"] * 3,
    "quarter": [QUARTER] * 3,
    "dignity": ["agree", "disagree", "Agree"],
}
COUNTS = {
    "service": ["S1"] * 2,
    "quarter": [QUARTER] * 2,
    "item": ["dignity"] * 2,
    "answer": ["agree", "disagree"],
    "count": ["2", "1"],
}
WIDE = {"service": ["S1"], "quarter": [QUARTER], "item": ["dignity"], "agree": ["2"], "disagree": ["1"]}


@pytest.mark.parametrize(
    "table",
    [("survey_sheets", SHEETS), ("survey_counts", COUNTS), ("survey_wide", WIDE)],
    ids=lambda part: part[0],
)
def test_sheets_counts_and_wide_counts_give_one_share(table: tuple[str, dict[str, Any]]) -> None:
    root = Path(__file__).resolve().parent.parent.parent
    framework = vm.Framework.load(root / "examples" / "frameworks" / "east_sussex_2011.toml")
    evidence = vm.Evidence(services=SERVICES, **dict([table]))
    assert len(evidence.rejects()) == 0
    cell = framework.measure(evidence, QUARTER).cell("S1", "dignity")
    assert (cell["state"], cell["count"], cell["n"]) == ("too_few", 2, 3)


COC = """
language = 1
id = "made-up"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
[[measure]]
id = "coc"
weight = 1
value = { standard = "coc", most_lost = 0.2 }
scale = { linear = [[0, 0], [1, 100]] }
[[band]]
name = "Any"
"""


def test_visits_come_from_timestamps_as_from_texts(tmp_path: Path) -> None:
    start = [f"2024-10-{day:02d} 08:00" for day in range(1, 11)]
    log = pl.DataFrame(
        {"service": ["S1"] * 10, "person": ["made up"] * 10, "worker": list("AAAAABBBCC")}
        | {"planned_start": start, "planned_end": [text.replace(" 08", " 09") for text in start]}
        | {"status": ["delivered"] * 9 + ["forgotten"]}
    )
    moments = log.with_columns(pl.col("planned_start", "planned_end").str.to_datetime("%Y-%m-%d %H:%M"))
    framework = vm.Framework.parse(COC)
    seen = []
    for name, write, row in (("csv", log.write_csv, 11), ("parquet", moments.write_parquet, 10)):
        folder = tmp_path / name
        folder.mkdir()
        pl.DataFrame({"service": ["S1"], "provider": ["A"]}).write_csv(folder / "services.csv")
        write(folder / f"visits.{name}")
        evidence = vm.Evidence.read(folder)
        rejects = evidence.rejects().to_polars().select("source", "row", "value")
        assert rejects.rows() == [(f"visits.{name}", row, "forgotten")]
        seen.append(framework.measure(evidence, QUARTER).cell("S1", "coc"))
    assert seen[0] == seen[1]
    assert seen[0]["value"] == pytest.approx((5 * 5 + 3 * 3 + 1 - 9) / (9 * 8))
