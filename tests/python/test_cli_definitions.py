# SPDX-License-Identifier: MIT
"""What the command prints of the standard measures."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

import vermeil as vm
from vermeil.cli.commands import app
from vermeil.cli.definitions import show_standard_measures


def test_every_definition_is_printed_with_what_can_be_set() -> None:
    shown = CliRunner().invoke(app, ["measures"])
    assert shown.exit_code == 0
    for measure in vm.standard_measures():
        assert f"{measure['id']}: {measure['label']}" in shown.output
        for parameter in measure["parameters"]:
            assert f"  {parameter['id']}: " in shown.output


def test_one_definition_is_printed_alone(capsys: pytest.CaptureFixture[str]) -> None:
    show_standard_measures(["turnover"], as_json=False)
    shown = capsys.readouterr().out
    assert "formula: leavers / (permanent + temporary)" in shown
    assert "least_workers: below so many workers it is too_few; 10 unless set" in shown
    assert "vacancy_rate" not in shown


def test_a_script_gets_the_same_as_the_library(capsys: pytest.CaptureFixture[str]) -> None:
    show_standard_measures([], as_json=True)
    assert json.loads(capsys.readouterr().out) == vm.standard_measures()


def test_an_unknown_id_is_named() -> None:
    with pytest.raises(vm.Error, match="no standard measure is named 'turnovr'; there are turnover"):
        show_standard_measures(["turnovr"], as_json=False)
