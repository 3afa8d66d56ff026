# SPDX-License-Identifier: MIT
"""C++ read as text: without comments and words in quotes, and cut into its functions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from project import Project

__all__ = ["Function", "blanked", "functions", "includes", "reached"]

_APART = re.compile(
    r"""//[^\n]*|/\*.*?\*/|R"(?P<fence>[^()\s\\]{0,16})\(.*?\)(?P=fence)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'""",
    re.DOTALL,
)
_INCLUDE = re.compile(r'^#include ([<"])([^>"]+)[>"]', re.MULTILINE)
_NO_FUNCTION = re.compile(
    r"^\s*(?:template\s*<.*>\s*)?(?:export\s+)?(?:inline\s+)?(namespace|class|struct|union|enum|extern)\b",
    re.DOTALL,
)
_NAME = re.compile(r"([~\w:]+|operator\s*\S+)\s*\(")


def blanked(text: str, *, keep_strings: bool = False) -> str:
    """Replace comments, and words in quotes unless kept, by blanks; lines and columns stay where they are."""

    def blank(match: re.Match[str]) -> str:
        part = match.group()
        if keep_strings and not part.startswith("/"):
            return part
        return re.sub(r"[^\n]", " ", part)

    return _APART.sub(blank, text)


def includes(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of each include."""
    for match in _INCLUDE.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match.group(2)


def reached(project: Project, path: str) -> set[str]:
    """Return a header and the headers of the project that it includes, at any depth."""
    found: set[str] = set()
    ahead = [path]
    while ahead:
        header = ahead.pop()
        if header not in found and project.has(header):
            found.add(header)
            ahead += [f"include/{name}" for _, name in includes(project.text(header))]
    return found


@dataclass(frozen=True)
class Function:
    """A function body: its name, its first line and how many lines hold code."""

    name: str
    line: int
    length: int


def functions(text: str) -> Iterator[Function]:
    """Yield the outermost functions of a file: those in namespaces and types, and test cases.

    Lines that hold nothing but a comment or blanks do not count.
    """
    code = re.sub(
        r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*",
        lambda m: re.sub(r"[^\n]", " ", m.group()),
        blanked(text),
        flags=re.MULTILINE,
    )
    stack: list[
        tuple[int, bool]
    ] = []  # where the head of each open block begins, and whether it is a function
    head = 0
    inside = 0  # how many of the open blocks are functions
    for position, letter in enumerate(code):
        if letter in ";}" and not inside:
            if letter == "}" and stack:
                stack.pop()
            head = position + 1
        elif letter == "{":
            text_before = code[head:position]
            is_function = "(" in text_before and not _NO_FUNCTION.match(text_before)
            stack.append((head, is_function))
            inside += is_function or inside > 0
            if not inside:
                head = position + 1
        elif letter == "}" and stack:
            begin, is_function = stack.pop()
            inside -= 1
            if inside == 0 and is_function:
                yield _measured(code, begin, position)
                head = position + 1


def _measured(code: str, begin: int, end: int) -> Function:
    begin += len(code[begin:end]) - len(code[begin:end].lstrip())
    part = code[begin : end + 1]
    name = _NAME.search(part)
    length = sum(1 for line in part.splitlines() if line.strip())
    return Function(name.group(1) if name else "?", code.count("\n", 0, begin) + 1, length)
