# SPDX-License-Identifier: MIT
"""Absence is a state: headers neither make a NaN nor return -1 for it, unless a comment says why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_text import blanked
from project import Fault, Project

RULE = "missing.explicit"

STAND_IN = re.compile(r"\bquiet_NaN\b|\bsignaling_NaN\b|\bNAN\b|\bstd::nan[fl]?\(|\breturn -1(?:\.0*)?;")


def check(project: Project) -> Iterator[Fault]:
    """Yield the stand-ins for absence."""
    for path in project.headers:
        shown = project.lines(path)
        for number, line in enumerate(blanked(project.text(path)).splitlines(), start=1):
            if (found := STAND_IN.search(line)) and "//" not in shown[number - 1]:
                yield Fault(
                    path, number, f"{found.group()} stands in for a state; say why in a comment on the line"
                )
