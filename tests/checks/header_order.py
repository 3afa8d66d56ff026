# SPDX-License-Identifier: MIT
"""A header begins with licence, `#pragma once` and one sentence; includes are own, third party, standard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_text import includes
from project import Fault, Project

RULE = "header.order"
GROUPS = ("own", "third party", "standard")


def check(project: Project) -> Iterator[Fault]:
    """Yield the headers whose head is out of order."""
    for path in project.headers:
        lines = [*project.lines(path)[:3], "", "", ""][:3]
        if not lines[0].startswith("// SPDX-License-Identifier: "):
            yield Fault(path, 1, "begins with no licence line")
        if lines[1] != "#pragma once":
            yield Fault(path, 2, "has no '#pragma once' under the licence")
        if not re.match(r"// [A-Z].*", lines[2]):
            yield Fault(path, 3, "has no sentence of purpose under '#pragma once'")
        yield from _include_order(path, project.text(path))


def _include_order(path: str, text: str) -> Iterator[Fault]:
    latest = 0
    for line, name in includes(text):
        group = 0 if name.startswith("vermeil") else 1 if re.search(r"[/.A-Z]", name) else 2
        if group < latest:
            yield Fault(path, line, f"<{name}> is {GROUPS[group]} and stands after {GROUPS[latest]} includes")
        latest = max(latest, group)
