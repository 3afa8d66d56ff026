# SPDX-License-Identifier: MIT
"""No virtual function where a concept or a variant will do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_text import blanked
from project import Fault, Project

RULE = "concept.few"


def check(project: Project) -> Iterator[Fault]:
    """Yield the virtual functions of the headers."""
    for path in project.headers:
        for number, line in enumerate(blanked(project.text(path)).splitlines(), start=1):
            if re.search(r"\bvirtual\b", line):
                yield Fault(path, number, "is virtual")
