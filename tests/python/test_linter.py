# SPDX-License-Identifier: MIT
"""The linter through Python: the same findings as in C++, and witnesses that anybody can rate again."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import vermeil as vm

ROOT = Path(__file__).resolve().parent.parent.parent
DEFECTS = tomllib.loads((ROOT / "tests" / "data" / "lint_defects.toml").read_text(encoding="utf-8"))
REFERENCE = (ROOT / "examples" / "frameworks" / "REFERENCE.md").read_text(encoding="utf-8")
SHIPPED = [
    *sorted((ROOT / "examples" / "frameworks").glob("*.toml")),
    *sorted((ROOT / "tests" / "conformance" / "frameworks").glob("*.toml")),
    ROOT / "python" / "vermeil" / "starter.toml",
]
Case = dict[str, Any]


def name_of(case: Case) -> str:
    """Return the name of a case."""
    return str(case["name"])


def replaced(text: str, old: str, new: str) -> str:
    """Replace what stands in a text once."""
    assert text.count(old) == 1
    return text.replace(old, new)


def text_of(case: Case) -> str:
    """Return the framework of a case."""
    text = str(case.get("text", DEFECTS["base"]))
    if "before" in case:
        text = replaced(text, *case["before"])
    if "replace" in case:
        text = replaced(text, case["replace"], case["with"])
    return text + str(case.get("append", ""))


def findings_of(case: Case) -> tuple[vm.Framework, vm.Measures | None, list[vm.Finding]]:
    """Lint the framework of a case with the table and the edition that it gives."""
    framework = vm.Framework.parse(text_of(case), "case.toml")
    others = []
    if "other" in case:
        other = str(DEFECTS["base"])
        for old, new in case["other"]:
            other = replaced(other, old, new)
        others.append(vm.Framework.parse(other, "other.toml"))
    table = None
    if "measures" in case:
        table = framework.read_measures(pl.read_csv(io.StringIO(case["measures"].strip())))
    return framework, table, vm.lint(framework, table, others)


@pytest.mark.parametrize("case", DEFECTS["case"], ids=name_of)
def test_each_seeded_defect_is_found_and_nothing_else(case: Case) -> None:
    text = text_of(case)
    line = text[: text.index(case["at"])].count("\n") + 1
    _, _, findings = findings_of(case)
    assert any(
        finding.rule == case["rule"]
        and finding.of == case["of"]
        and finding.place == f"case.toml:{line}:{finding.place.rsplit(':', 1)[1]}"
        and case["witness"] in finding.witness
        for finding in findings
    )
    assert {finding.rule for finding in findings} == {case["rule"], *case.get("also", [])}


@pytest.mark.parametrize("case", DEFECTS["sound"], ids=name_of)
def test_nothing_is_found_in_sound_frameworks(case: Case) -> None:
    assert vm.lint(vm.Framework.parse(case["text"])) == []


@pytest.mark.parametrize("case", DEFECTS["case"], ids=name_of)
def test_each_input_of_a_witness_is_rated_as_it_says(case: Case) -> None:
    framework, table, findings = findings_of(case)
    norms = framework.fit(table) if framework.is_relative and table is not None else None
    for finding in findings:
        for shown in finding.inputs:
            columns: dict[str, list[Any]] = {"service": ["shown"]}
            for name, cell in shown["cells"].items():
                columns |= {name: [cell["value"]], f"{name}.state": [cell["state"]]}
                columns |= {f"{name}.{part}": [cell[part]] for part in ("n", "count")}
            rated = framework.rate(pl.DataFrame(columns, strict=False), norms=norms)["shown"]
            assert (rated.band or "Not rated", rated.lowest_score, rated.highest_score) == (
                shown["band"],
                shown["lowest_score"],
                shown["highest_score"],
            )


def test_better_evidence_is_seen_to_lower_and_silence_to_lift() -> None:
    seen = set()
    for case in DEFECTS["case"]:
        framework, _, findings = findings_of(case)
        for finding in findings:
            if finding.rule in {"better-lowers", "omission-lifts"}:
                before, after = (framework.bands.index(shown["band"]) for shown in finding.inputs)
                assert (after > before) is (finding.rule == "better-lowers")
                seen.add(finding.rule)
    assert seen == {"better-lowers", "omission-lifts"}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_finding_on_a_shipped_framework_is_explained_in_its_file(path: Path) -> None:
    assert [finding for finding in vm.lint(vm.Framework.load(path)) if not finding.accepted] == []


def test_the_reference_names_every_rule_with_its_severity() -> None:
    rows = {
        parts[1].strip(" `"): parts[2].strip()
        for parts in (line.split("|") for line in REFERENCE.splitlines() if line.startswith("| `"))
        if len(parts) == 5 and parts[2].strip() in {"error", "warning", "note"}
    }
    assert rows == {name: severity.value for name, severity in vm.lint_rules().items()}


def test_a_live_measure_without_a_column_is_an_error() -> None:
    framework = vm.Framework.parse(DEFECTS["base"])
    with pytest.raises(vm.Error, match="no column 'control'"):
        vm.lint(framework, pl.DataFrame({"service": ["a"], "dignity": [0.5]}))


def test_a_finding_asks_unless_it_is_a_note_or_accepted() -> None:
    cases = {case["name"]: case for case in DEFECTS["case"]}
    _, _, (note,) = findings_of(cases["approved by nobody"])
    assert not note.asks
    _, _, (warning,) = findings_of(cases["no contract"])
    assert warning.asks
    accepted = cases["no contract"] | {"append": '[[accepted]]\nrule = "no-contract"\nbecause = "made up"\n'}
    _, _, (finding,) = findings_of(accepted)
    assert (finding.accepted, finding.asks) == ("made up", False)
