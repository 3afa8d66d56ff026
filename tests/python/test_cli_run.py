# SPDX-License-Identifier: MIT
"""Whatever stops the command becomes one line and the status 2."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vermeil.cli import commands
from vermeil.cli.run import run

ROOT = Path(__file__).resolve().parent.parent.parent
RULES = str(ROOT / "examples" / "frameworks" / "east_sussex_2011.toml")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing command"),
        (["foretell"], "No such command 'foretell'"),
        (["rate"], "Missing argument 'FRAMEWORK'"),
        (["rate", RULES], "Missing option '--out'"),
        (["rate", RULES, "--out", "x", "--thread", "2"], "No such option: --thread"),
        (["rate", RULES, "--out", "x", "--threads", "none"], "Invalid value for '--threads'"),
        (["rate", RULES, "--out", "x"], "give either --evidence or --measures"),
        (["rate", RULES, "--out", "x", "--evidence", "e"], "give the --quarter to rate"),
        (["lint", "gone.toml"], "gone.toml: cannot be read"),
        (["explain", "gone", "S1"], "trace.jsonl: no such file; give the folder"),
        (["init", RULES], "File exists|Not a directory"),
    ],
)
def test_wrong_usage_is_told_in_one_line(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert re.match(rf"vermeil: .*(?:{message})", said.err)
    assert said.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_mistake_in_a_framework_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(Path(RULES).read_text().replace("weight = 12 ", "wieght = 12 ", 1))
    line = next(i for i, text in enumerate(rules.read_text().split("\n"), start=1) if "wieght" in text)
    assert run(["lint", str(rules)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"vermeil: {rules}:{line}:1: ")
    assert "did you mean 'weight'?" in said
    assert said.count("\n") == 1


def test_a_fault_of_the_program_shows_where_it_was(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(commands, "show_findings", fail)
    assert run(["lint", RULES]) == 2
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert said.splitlines()[-1].startswith("vermeil: this is a fault of vermeil itself")


def test_stopping_it_is_no_success(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "show_findings", stop)
    assert run(["lint", RULES]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in ("init", "rate", "risk", "lint", "explain", "make-up"))
