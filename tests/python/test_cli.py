# SPDX-License-Identifier: MIT
"""The installed command: what goes to which stream, and with which exit status it leaves."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from workbooks_for_tests import FILLED, QUARTER, fill

import vermeil as vm
from vermeil.cli import main

COMMAND = Path(sys.executable).parent / "vermeil"


def vermeil(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as a shell does."""
    given = [str(COMMAND), *map(str, arguments)]
    return subprocess.run(given, cwd=cwd, capture_output=True, text=True, check=False)


def test_it_says_its_version() -> None:
    said = vermeil("--version")
    assert (said.returncode, said.stdout, said.stderr) == (0, f"vermeil {vm.__version__}\n", "")


def test_the_first_ten_minutes(tmp_path: Path) -> None:
    begun = vermeil("init", "begun", cwd=tmp_path)
    assert (begun.returncode, begun.stderr) == (0, "")
    fill(tmp_path / "begun" / "evidence.xlsx", FILLED)
    suggested = begun.stdout.splitlines()[-1].replace('"', "").split()
    assert suggested[0] == "vermeil"
    arguments = ["rate", "begun/framework.toml", "--evidence", "begun/evidence.xlsx", "--quarter", QUARTER]
    assert suggested[1:5] == arguments[:4]
    rated = vermeil(*arguments, "--out", "begun/results", cwd=tmp_path)
    assert (rated.returncode, rated.stderr) == (0, "")
    assert "3 services: 1 Gold, 1 Silver, 1 Bronze, 0 Not rated" in rated.stdout
    explained = vermeil("explain", "begun/results", "009", cwd=tmp_path)
    assert "Treated with dignity and respect (dignity): 18 of 20 (90.0 %)" in explained.stdout


def test_json_is_one_object_and_nothing_else(tmp_path: Path) -> None:
    vermeil("make-up", tmp_path / "market", "--services", "8", "--seed", "2")
    rules = vermeil("init", tmp_path / "begun")
    assert rules.returncode == 0
    evidence = ("--evidence", tmp_path / "market", "--quarter", "2024-25 Q4")
    said = vermeil(
        "rate", tmp_path / "begun" / "framework.toml", *evidence, "--out", tmp_path / "out", "--json"
    )
    assert (said.returncode, said.stderr, said.stdout.count("\n")) == (0, "", 1)
    counted = json.loads(said.stdout)
    assert counted["services"] == sum(counted["bands"].values()) > 0
    assert all(Path(file).is_file() for file in counted["files"])


def test_what_stops_it_is_one_line_on_stderr() -> None:
    said = vermeil("lint", "nowhere.toml")
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith("vermeil: nowhere.toml: ")
    assert said.stderr.count("\n") == 1


def test_main_leaves_with_the_status(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"vermeil {vm.__version__}\n"


def test_without_its_packages_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("vermeil.cli.run", "vermeil.cli.commands"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "typer", None)
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 2
    assert capsys.readouterr().err == "vermeil: the command needs typer; install vermeil[cli]\n"


def test_importing_the_library_loads_none_of_the_commands_packages() -> None:
    code = "import sys, vermeil; print([name for name in ('typer', 'rich', 'polars') if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"
