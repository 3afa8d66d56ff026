# SPDX-License-Identifier: MIT
"""Each mistake has a message of its own: the tables of cases that the C++ tests read as well, and files."""

from __future__ import annotations

import csv
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import vermeil as vm

ROOT = Path(__file__).resolve().parent.parent.parent
FRAMEWORKS = tomllib.loads((ROOT / "tests" / "data" / "bad_frameworks.toml").read_text(encoding="utf-8"))
EVIDENCE = tomllib.loads((ROOT / "tests" / "data" / "bad_evidence.toml").read_text(encoding="utf-8"))
Case = dict[str, Any]


def name_of(case: Case) -> str:
    """Return the name of a case."""
    return str(case["name"])


def framework_text(case: Case) -> str:
    """Return the base with the case's one change, and what is put at the end."""
    text = str(FRAMEWORKS["base"])
    if "replace" in case:
        assert text.count(case["replace"]) == 1
        text = text.replace(case["replace"], case["with"])
    elif "with" in case:
        text = str(case["with"])
    return text + str(case.get("repeat", "")) * int(case.get("times", 0))


def lists_of(text: str) -> dict[str, list[str]]:
    """Return a table written as CSV without quotes, column by column."""
    rows = list(csv.reader(text.splitlines()))
    return {name: [row[place] for row in rows[1:]] for place, name in enumerate(rows[0])}


def evidence_of(case: Case) -> vm.Evidence:
    """Read the tables of a case over those of the base."""
    base = {} if case.get("drop_base") else EVIDENCE["base"]
    return vm.Evidence(**{name: lists_of(text) for name, text in (base | case["tables"]).items()})


@cache
def shipped(name: str) -> vm.Framework:
    """Load a framework that is shipped."""
    return vm.Framework.load(ROOT / "examples" / "frameworks" / f"{name}.toml")


def measured(case: Case, evidence: vm.Evidence) -> vm.Measures:
    """Draw the measures of a case."""
    return shipped(case.get("framework", "east_sussex_2011")).measure(evidence, "2024-25 Q3")


def expected_rejects(case: Case) -> list[Case]:
    """Return the rows that the table of rejects must have."""
    only = next(iter(case["tables"]))
    return [
        {
            "source": reject.get("in", only),
            **{name: reject[name] for name in ("row", "column", "value", "reason")},
            "outcome": reject.get("outcome", "left out"),
        }
        for reject in case["rejects"]
    ]


@pytest.mark.parametrize("case", FRAMEWORKS["case"], ids=name_of)
def test_each_mistake_in_a_framework_is_named(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    encoding = "latin-1" if case.get("latin_1") else "utf-8"
    Path("bad.toml").write_bytes(framework_text(case).encode(encoding))
    with pytest.raises(vm.DefinitionError) as caught:
        vm.Framework.load("bad.toml")
    if "begins" in case:
        assert str(caught.value).startswith("bad.toml" + case["begins"])
    else:
        assert str(caught.value) == "bad.toml" + case["message"]


def test_the_framework_without_a_mistake_is_read() -> None:
    assert vm.Framework.parse(FRAMEWORKS["base"]).id == "base"


@pytest.mark.parametrize("case", [each for each in EVIDENCE["case"] if "error" in each], ids=name_of)
def test_each_mistake_in_the_shape_of_evidence_stops_the_run(case: Case) -> None:
    with pytest.raises(vm.Error) as caught:
        evidence_of(case)
    assert str(caught.value) == case["error"]


@pytest.mark.parametrize("case", [each for each in EVIDENCE["case"] if "rejects" in each], ids=name_of)
def test_each_mistake_in_a_row_of_evidence_is_told_and_the_run_goes_on(case: Case) -> None:
    evidence = evidence_of(case)
    measures = measured(case, evidence)
    told = evidence.rejects().to_arrow().to_pylist() + measures.rejects().to_arrow().to_pylist()
    assert told == expected_rejects(case)
    for wanted in case.get("cells", []):
        cell = measures.cell(wanted["service"], wanted["measure"])
        assert (cell["state"], cell["n"], cell["count"]) == (
            wanted["state"],
            wanted.get("n", 0),
            wanted.get("count", 0),
        )
        assert wanted.get("value", cell["value"]) == cell["value"]


def test_the_cases_of_evidence_concern_every_table() -> None:
    concerned = {name for case in EVIDENCE["case"] for name in case["tables"]}
    assert concerned >= {schema["name"] for schema in vm._core.evidence_schemas()}


def test_the_number_of_a_sheet_is_shown_only_when_asked_for() -> None:
    case = next(case for case in EVIDENCE["case"] if "masked" in case["name"])
    evidence = evidence_of(case)
    assert evidence.rejects().to_polars()["value"].to_list() == ["(masked)"]
    assert evidence.rejects(unmasked=True).to_polars()["value"].to_list() == ["17"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty; its first line must name the columns"),
        (b"service,quarter,item\nS1,2024-25 Q3,caf\xe9\n", r"line 2 .*not UTF-8"),
        (
            b"service;quarter;item\nS1;2024-25 Q3;leavers\n",
            "looks like a table separated by ';'; save it with commas",
        ),
        (b"service,quarter,count,base\nS1,2024-25 Q3,1,10\n", "no column 'item'; it has 'service', "),
    ],
    ids=["empty", "not UTF-8", "another separator", "a missing column"],
)
def test_a_file_that_is_no_table_is_told_and_the_run_goes_on(
    data: bytes, message: str, tmp_path: Path
) -> None:
    (tmp_path / "services.csv").write_bytes(b"service,provider\nS1,A\n")
    (tmp_path / "counts.csv").write_bytes(data)
    evidence = vm.Evidence.read(tmp_path)
    (told,) = evidence.rejects().to_polars().rows(named=True)
    assert (told["source"], told["row"], told["outcome"]) == ("counts.csv", 0, "left out")
    assert re.match(message, told["reason"])
    assert evidence.unread == ["counts"]
    turnover = shipped("east_sussex_2011").measure(evidence, "2024-25 Q3").cell("S1", "turnover")
    assert turnover["state"] == "unknown"


@pytest.mark.parametrize("data", [b"", b"service;provider\nS1;A\n", b"service\nS1\n"])
def test_services_that_cannot_be_read_stop_the_run(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_bytes(data)
    with pytest.raises(vm.Error, match=r"^services\.csv: "):
        vm.Evidence.read(tmp_path)


def test_a_mistake_in_a_framework_stops_before_anything_is_computed() -> None:
    with pytest.raises(vm.DefinitionError) as caught:
        vm.Framework.parse(FRAMEWORKS["base"].replace("at_least = 80", "at_leats = 80"), "base.toml")
    assert isinstance(caught.value, vm.Error)
    assert isinstance(caught.value, ValueError)
