# SPDX-License-Identifier: MIT
"""What `import vermeil` brings along, and what it offers."""

from __future__ import annotations

import importlib
import json
import pkgutil
import subprocess
import sys

import pytest

import vermeil as vm

HEAVY = {"polars", "pandas", "pyarrow", "duckdb", "narwhals", "typer", "rich", "xlsxwriter", "fastexcel"}

# What the stub of the compiled part documents.
IN_THE_STUB = {"__version__", "state_names", "Error", "DefinitionError", "Quarter"}


def test_importing_it_loads_no_frame_library_and_no_shell() -> None:
    code = "import vermeil, sys, json; print(json.dumps(sorted(sys.modules)))"
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(json.loads(asked.stdout))


def test_what_rates_nothing_is_loaded_when_it_is_first_named() -> None:
    code = """
import sys, vermeil as vm
tools = ["checking", "editions", "linter", "made_up", "mapping", "ratchet", "visits"]
assert not [tool for tool in tools if f"vermeil.{tool}" in sys.modules]
assert set(vm.__all__) <= set(dir(vm))
assert vm.lint is sys.modules["vermeil.linter"].lint
assert vm.lint is vm.__dict__["lint"]
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'medal'"):
        vm.medal  # noqa: B018


def test_every_name_that_is_offered_is_there_and_documented() -> None:
    for name in vm.__all__:
        assert getattr(vm, name) is not None
        assert name in IN_THE_STUB or getattr(vm, name).__doc__


NAMES = [module.name for module in pkgutil.walk_packages(vm.__path__, "vermeil.")]
MODULES = [name for name in NAMES if name != "vermeil._core"]


@pytest.mark.parametrize("name", MODULES)
def test_every_module_offers_what_it_names(name: str) -> None:
    module = importlib.import_module(name)
    for offered in module.__all__:
        assert hasattr(module, offered)
