# SPDX-License-Identifier: MIT
"""The README has at most 160 lines and names the two commands; the change log has an open section."""

from __future__ import annotations

from collections.abc import Iterator

from project import Fault, Project

RULE = "readme.short"
MOST = 160


def check(project: Project) -> Iterator[Fault]:
    """Yield what is amiss with the two files that newcomers read first."""
    for path in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"):
        if not project.has(path):
            yield Fault(path, 1, "is not there")
    if project.has("README.md"):
        if len(project.lines("README.md")) > MOST:
            yield Fault("README.md", MOST + 1, f"{len(project.lines('README.md'))} lines, at most {MOST}")
        for command in ("make demo", "make test"):
            if command not in project.text("README.md"):
                yield Fault("README.md", 1, f"does not name '{command}'")
    if project.has("CHANGELOG.md") and "## Unreleased" not in project.text("CHANGELOG.md"):
        yield Fault("CHANGELOG.md", 1, "has no section '## Unreleased'")
