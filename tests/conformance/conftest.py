# SPDX-License-Identifier: MIT
"""What the tests of conformance share: where published outcomes are, and three ways to rate a table."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from ways import Bits, by_command, in_cpp, in_python

ROOT = Path(__file__).resolve().parent.parent.parent
ORACLES = ROOT / "../shared/oracles"


@pytest.fixture(scope="session")
def oracle() -> Callable[[str], Path]:
    """Find a file of published outcomes."""

    def find(name: str) -> Path:
        if not ORACLES.is_dir():
            pytest.skip("the folder of published outcomes is not beside this repository")
        assert (ORACLES / name).is_file(), name
        return ORACLES / name

    return find


@pytest.fixture(scope="session")
def program(oracle: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the program that rates by the C++ library alone; it is only for the published outcomes."""
    oracle("README.md")
    built = tmp_path_factory.mktemp("program") / "rate_columns"
    command = ["g++", "-std=c++20", "-ffp-contract=off", f"-I{ROOT / 'include'}", "-pthread"]
    command += ["-isystem", "/usr/include/eigen3", str(Path(__file__).with_name("rate_columns.cpp"))]
    asked = subprocess.run([*command, "-o", str(built)], capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr
    return built


@pytest.fixture(scope="session")
def three_ways(program: Path) -> Callable[[Path, Path, str], list[Bits]]:
    """Rate a table in Python, by the command and in C++."""

    def rate(framework: Path, table: Path, id_column: str) -> list[Bits]:
        given = (framework, table, id_column)
        return [in_python(*given), by_command(*given), in_cpp(program, *given)]

    return rate


@pytest.fixture(scope="session")
def rewritten() -> Callable[..., str]:
    """Give the text of a framework file with parts of it replaced, each of which it must hold."""

    def rewrite(framework: str, *changes: tuple[str, str]) -> str:
        text = (ROOT / framework).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        return text

    return rewrite
