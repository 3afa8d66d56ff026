# SPDX-License-Identifier: MIT
"""No macro in a public header but the version, and those that the Arrow C interface lays down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_text import blanked
from project import Fault, Project

RULE = "macro.none"


def check(project: Project) -> Iterator[Fault]:
    """Yield the macros that the headers define."""
    for path in project.headers:
        for number, line in enumerate(blanked(project.text(path)).splitlines(), start=1):
            match = re.match(r"\s*#\s*define\s+(\w+)", line)
            arrow = path.startswith("include/vermeil/arrow") and match and match.group(1).startswith("ARROW_")
            if match and not arrow and match.group(1) != "VERMEIL_VERSION":
                yield Fault(path, number, f"defines the macro {match.group(1)}")
