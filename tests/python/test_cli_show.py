# SPDX-License-Identifier: MIT
"""What the command prints."""

from __future__ import annotations

import dataclasses
import io
import json
from pathlib import Path

import pytest

import vermeil as vm
from vermeil.cli import show
from vermeil.cli.show import Results, show_findings, show_results, tracked

RULES = """
language = 1
id = "example"
edition = "7"
title = "[bold]An example[/]"
published_on = 2024-01-01
effective_from = 2024-04-01
[[measure]]
id = "dignity"
weight = 1
[[band]]
name = "Gold"
at_least = 80
[[band]]
name = "Bronze"
"""
FINDING = vm.Finding(
    vm.Severity.WARNING,
    "no-contract",
    "rules.toml:3:1",
    of="",
    what="no contract",
    witness="contracts [] are none",
    mend='name it: ["x"]',
    accepted="",
    inputs=[],
)


def results(services: list[str], shares: list[float | None], *, note: str = "") -> Results:
    framework = vm.Framework.parse(RULES)
    measures = framework.read_measures({"service": services, "dignity": shares}, quarter="2024-25 Q3")
    return Results(framework.rate(measures), [measures.rejects()], [Path("out/ratings.csv")], framework, note)


def test_results_are_a_line_a_service_in_the_order_of_ids(capsys: pytest.CaptureFixture[str]) -> None:
    show_results(results(["S2", "[red]S1"], [0.9, 0.1], note="MADE UP"), as_json=False)
    assert capsys.readouterr().out.splitlines() == [
        "[bold]An example[/], 7 2024-25 Q3",
        "MADE UP",
        "  S2  Gold, score 90.0",
        "  [red]S1  Bronze, score 10.0",
        "2 services: 1 Gold, 1 Bronze, 0 Not rated",
        "written to out: ratings.csv",
    ]


def test_rejects_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    show_results(results(["S1", "S1", "S2"], [0.9, 0.1, None]), as_json=False)
    assert "1 row left out, 0 kept with a doubt: see rejects.csv" in capsys.readouterr().out


def test_many_services_are_cut_short(capsys: pytest.CaptureFixture[str]) -> None:
    count = show.MOST_SHOWN + 5
    show_results(results([f"S{i:03}" for i in range(count)], [0.9] * count), as_json=False)
    said = capsys.readouterr().out
    assert f"S{show.MOST_SHOWN - 1:03}" in said
    assert f"S{show.MOST_SHOWN:03}" not in said
    assert "  and 5 more\n" in said


def test_json_holds_counts_and_files(capsys: pytest.CaptureFixture[str]) -> None:
    show_results(results(["S1", "S1"], [0.9, 0.1]), as_json=True)
    assert json.loads(capsys.readouterr().out) == {
        "framework": "example",
        "edition": "7",
        "quarter": "2024-25 Q3",
        "services": 1,
        "bands": {"Gold": 1, "Bronze": 0, "Not rated": 0},
        "note": "",
        "left_out": 1,
        "kept_with_doubt": 0,
        "files": ["out/ratings.csv"],
    }


def test_findings_show_place_severity_what_and_how_to_mend(capsys: pytest.CaptureFixture[str]) -> None:
    accepted = dataclasses.replace(FINDING, accepted="it is an example")
    show_findings([accepted, FINDING], Path("rules.toml"), as_json=False)
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        "rules.toml:3:1: warning no-contract: no contract",
        "  shown by: contracts [] are none",
        '  to mend: name it: ["x"]',
        "",
        "rules.toml:3:1: accepted no-contract: no contract",
        "  shown by: contracts [] are none",
        "  accepted: it is an example",
        "",
        "rules.toml: 1 warning, 1 accepted",
    ]


def test_no_finding_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    show_findings([], Path("rules.toml"), as_json=False)
    assert capsys.readouterr().out == "rules.toml: nothing to mend\n"


def test_findings_as_json_keep_the_whole_place(capsys: pytest.CaptureFixture[str]) -> None:
    show_findings([FINDING], Path("rules.toml"), as_json=True)
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert found == {
        "severity": "warning",
        "rule": "no-contract",
        "place": "rules.toml:3:1",
        "of": "",
        "what": "no contract",
        "witness": "contracts [] are none",
        "mend": 'name it: ["x"]',
        "accepted": "",
        "inputs": [],
    }


def test_progress_is_shown_on_a_terminal_and_not_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    for forced, is_shown in (("1", True), ("", False)):
        stream = io.StringIO()
        monkeypatch.setenv("FORCE_COLOR", forced)
        monkeypatch.setattr("sys.stderr", stream)
        assert list(tracked("Explaining")(["S1", "S2"])) == ["S1", "S2"]
        assert ("Explaining" in stream.getvalue()) is is_shown
