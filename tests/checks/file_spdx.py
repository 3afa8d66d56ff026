# SPDX-License-Identifier: MIT
"""Every file of code names its licence in its first line, after the interpreter if it has one."""

from __future__ import annotations

from collections.abc import Iterator

from project import Fault, Project

RULE = "file.spdx"
ENDS = (".hpp", ".cpp", ".py", ".pyi", ".cmake", ".cmake.in", ".toml", ".sh", "CMakeLists.txt", "Makefile")
ALSO = {".ci/run", ".ci/system-packages"}


def check(project: Project) -> Iterator[Fault]:
    """Yield the files without a licence line."""
    for path in project.files:
        if path.endswith(ENDS) or path in ALSO:
            lines = project.lines(path)
            first = lines[1:2] if lines and lines[0].startswith("#!") else lines[:1]
            if not first or first[0] not in {
                "// SPDX-License-Identifier: MIT",
                "# SPDX-License-Identifier: MIT",
            }:
                yield Fault(path, 1, "does not name its licence first")
