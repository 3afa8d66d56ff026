# SPDX-License-Identifier: MIT
"""The code in the README runs and prints what the README shows beneath it."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = FENCED.findall((ROOT / "README.md").read_text(encoding="utf-8"))


def shown_after(position: int) -> str | None:
    """Return the output that the README shows in a `text` block right after a block of code."""
    following = BLOCKS[position + 1 : position + 2]
    return following[0][1] if following and following[0][0] == "text" else None


def positions(language: str) -> list[int]:
    """Return where the blocks of a language stand."""
    return [position for position, (name, _) in enumerate(BLOCKS) if name == language]


def same(said: str, shown: str) -> bool:
    """Compare two outputs without the blanks that end their lines."""
    return [line.rstrip() for line in said.splitlines()] == [line.rstrip() for line in shown.splitlines()]


def test_the_readme_has_an_example() -> None:
    assert positions("python")


def test_the_python_code_runs_and_prints_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {"__name__": "readme"}
    for position in positions("python"):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(BLOCKS[position][1], "README.md", "exec"), names)
        shown = shown_after(position)
        assert shown is None or same(said.getvalue(), shown), said.getvalue()


@pytest.mark.parametrize("position", positions("cpp"))
def test_the_cpp_code_compiles_and_prints_what_is_shown(position: int, tmp_path: Path) -> None:
    source, program = tmp_path / "readme.cpp", tmp_path / "readme"
    source.write_text(BLOCKS[position][1], encoding="utf-8")
    flags = [
        "-std=c++20",
        "-ffp-contract=off",
        f"-I{ROOT / 'include'}",
        "-isystem",
        "/usr/include/eigen3",
        "-pthread",
    ]
    subprocess.run(["g++", *flags, str(source), "-o", str(program)], check=True)
    asked = subprocess.run([str(program)], cwd=ROOT, check=True, capture_output=True, text=True)
    shown = shown_after(position)
    assert shown is None or same(asked.stdout, shown), asked.stdout
