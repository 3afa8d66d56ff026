# SPDX-License-Identifier: MIT
"""Comments give reasons: no banners, and nothing left for later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from project import Fault, Project

RULE = "comment.why"

LATER = re.compile(r"(?://|#|/\*).*\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
BANNER = re.compile(r"^\s*(?://|#|/\*)\s*(?:[-=*~#+_/]\s*){4,}|(?://|# ).*[-=*~#]{6,}\s*$")


def check(project: Project) -> Iterator[Fault]:
    """Yield comments that postpone work, and lines that only decorate."""
    ends = (".hpp", ".cpp", ".py", ".pyi", ".cmake", ".txt", ".toml", "Makefile", "run", "system-packages")
    for path in project.files:
        if path.endswith(ends):
            for number, line in enumerate(project.lines(path), start=1):
                if LATER.search(line):
                    yield Fault(path, number, "leaves something for later")
                if BANNER.search(line):
                    yield Fault(path, number, "is a banner")
