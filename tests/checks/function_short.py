# SPDX-License-Identifier: MIT
"""A function has at most 40 lines, its documentation and lines of comment apart; so has a test."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cpp_text import functions
from project import Fault, Project

RULE = "function.short"
MOST = 40


def check(project: Project) -> Iterator[Fault]:
    """Yield the functions that are too long, in C++ and Python."""
    for path in project.cpp:
        for function in functions(project.text(path)):
            if function.length > MOST:
                yield Fault(
                    path, function.line, f"{function.name} has {function.length} lines, at most {MOST}"
                )
    for path in project.python:
        text = project.text(path)
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = _length(node, text.splitlines())
                if length > MOST:
                    yield Fault(path, node.lineno, f"{node.name} has {length} lines, at most {MOST}")


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef, lines: list[str]) -> int:
    documented: set[int] = set()
    first = node.body[0]
    if ast.get_docstring(node) is not None:
        documented.update(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    numbers = range(node.lineno, (node.end_lineno or node.lineno) + 1)
    bare = [lines[number - 1].strip() for number in numbers if number not in documented]
    return sum(1 for line in bare if line and not line.startswith("#"))
