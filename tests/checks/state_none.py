# SPDX-License-Identifier: MIT
"""No global that changes, and nothing that reads the day, the locale, the environment or unseeded chance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_text import blanked
from project import Fault, Project

RULE = "state.none"

CPP = re.compile(
    r"\b(?:system_clock|day_clock|universal_day|local_day|localtime|gmtime|std::time|setlocale|getenv|random_device"
    r"|mt19937\w*|std::rand|srand|thread_local)\b"
)
MUTABLE = re.compile(
    r"^\s*(?:inline\s+)?static\s+(?!const\b|constexpr\b|consteval\b|inline\b|_?assert)[^()]*(?:=|;|\{)"
)
GLOBAL = re.compile(
    r"^inline\s+(?!const\b|constexpr\b|consteval\b|namespace\b|bool operator)[\w:<>, ]+\s+\w+\s*(?:=|;|\{)"
)
PYTHON = re.compile(
    r"\b(?:date\.today|datetime\.now|datetime\.today|utcnow|time\.time|locale\.setlocale|random\.\w+\()|^\s*global\b"
)


def check(project: Project) -> Iterator[Fault]:
    """Yield what changes or reads hidden state."""
    for path in project.headers + project.select("src", ends=(".cpp", ".hpp")):
        for number, line in enumerate(blanked(project.text(path)).splitlines(), start=1):
            if found := CPP.search(line):
                yield Fault(path, number, f"reads hidden state: {found.group()}")
            elif MUTABLE.match(line) or GLOBAL.match(line):
                yield Fault(path, number, "holds state that can change: make it const")
    for path in project.select("python/vermeil", ends=(".py",)):
        for number, line in enumerate(project.lines(path), start=1):
            if (found := PYTHON.search(line)) and "np.random" not in line:
                yield Fault(path, number, f"reads or holds hidden state: {found.group().strip()}")
