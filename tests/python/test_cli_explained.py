# SPDX-License-Identifier: MIT
"""The steps of one service, as the command prints them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import vermeil as vm
from vermeil.cli.explained import show_explanation


def trace(folder: Path, *services: str) -> Path:
    path = folder / "trace.jsonl"
    lines = [
        json.dumps({"service": name, "as_of": "2025-03-31", "explanation": ["a [x]", "Red"]})
        for name in services
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_an_explanation_is_the_outcome_and_its_steps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show_explanation(trace(tmp_path, "S1", "S2"), "S2")
    assert capsys.readouterr().out == "S2, 2025-03-31: Red\n  a [x]\n"


def test_an_unknown_service_is_answered_with_the_nearest(tmp_path: Path) -> None:
    path = trace(tmp_path, "S001", "S002", "P900")
    with pytest.raises(vm.Error, match=r"no service 'S01'; the nearest are S001"):
        show_explanation(path, "S01")


def test_a_service_unlike_any_other_is_answered_with_their_number(tmp_path: Path) -> None:
    with pytest.raises(vm.Error, match=r"no service 'xyz'; it holds 2 services"):
        show_explanation(trace(tmp_path, "S001", "S002"), "xyz")


@pytest.mark.parametrize("line", ["no json", "3", '{"band": "Gold"}'])
def test_a_file_that_is_no_trace_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    path = trace(tmp_path, "S1")
    path.write_text(path.read_text() + line + "\n")
    with pytest.raises(vm.Error, match=r"trace\.jsonl: line 2 is no step of a trace"):
        show_explanation(path, "S2")
