# SPDX-License-Identifier: MIT
"""Each header of a layer has its test file, and so has each module of the Python package."""

from __future__ import annotations

from collections.abc import Iterator

from project import LAYERS, Fault, Project

RULE = "test.mirror"


def check(project: Project) -> Iterator[Fault]:
    """Yield headers and modules without a test file, and test files that mirror nothing."""
    layer_headers = {f"include/vermeil/{layer}.hpp" for layer in (*LAYERS, "arrow")}
    thin = layer_headers | {"include/vermeil.hpp", "include/vermeil/version.hpp"}
    mirrors = set()
    for path in project.headers:
        mirror = f"tests/cpp/{path.removeprefix('include/vermeil/').removesuffix('.hpp')}.test.cpp"
        mirrors.add(mirror)
        if path not in thin and not project.has(mirror):
            yield Fault(path, 1, f"has no test file {mirror}")
    for path in project.select("tests/cpp", ends=(".test.cpp",)):
        if path not in mirrors:
            yield Fault(path, 1, "mirrors no header")
    for path in project.select("python/vermeil", ends=(".py",)):
        expected = _python_mirror(path)
        if expected and not project.has(expected):
            yield Fault(path, 1, f"has no test file {expected}")


def _python_mirror(path: str) -> str | None:
    parts = path.removeprefix("python/vermeil/").removesuffix(".py").split("/")
    if parts[-1] in {"__init__", "__main__"}:
        return None
    return f"tests/python/test_{'_'.join(part.strip('_') for part in parts)}.py"
