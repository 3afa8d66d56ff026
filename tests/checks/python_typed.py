# SPDX-License-Identifier: MIT
"""The Python package is typed and says what it offers: `py.typed`, `__all__`, strict mypy."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator

from project import Fault, Project

RULE = "python.typed"


def check(project: Project) -> Iterator[Fault]:
    """Yield modules without their marks, data classes that can change, and settings that are lax."""
    modules = project.select("python/vermeil", ends=(".py",))
    if modules and not project.has("python/vermeil/py.typed"):
        yield Fault("python/vermeil/py.typed", 1, "is not there")
    for path in modules:
        yield from _module(path, ast.parse(project.text(path)))
    if project.has("pyproject.toml"):
        tool = tomllib.loads(project.text("pyproject.toml")).get("tool", {})
        if not tool.get("mypy", {}).get("strict"):
            yield Fault("pyproject.toml", 1, "mypy is not strict")
        if "error" not in tool.get("pytest", {}).get("ini_options", {}).get("filterwarnings", []):
            yield Fault("pyproject.toml", 1, "pytest does not treat warnings as errors")


def _module(path: str, tree: ast.Module) -> Iterator[Fault]:
    names = {target.id for node in tree.body for target in _targets(node)}
    if "__all__" not in names and not path.endswith("__main__.py"):
        yield Fault(path, 1, "has no __all__")
    futures = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    if not any(name.name == "annotations" for node in futures for name in node.names):
        yield Fault(path, 1, "does not postpone annotations")
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for mark in node.decorator_list:
                if "dataclass" in ast.unparse(mark) and "frozen=True" not in ast.unparse(mark):
                    yield Fault(path, node.lineno, f"the data class {node.name} is not frozen")


def _targets(node: ast.stmt) -> list[ast.Name]:
    targets = (
        node.targets
        if isinstance(node, ast.Assign)
        else [node.target]
        if isinstance(node, ast.AnnAssign)
        else []
    )
    return [target for target in targets if isinstance(target, ast.Name)]
