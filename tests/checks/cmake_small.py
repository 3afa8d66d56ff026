# SPDX-License-Identifier: MIT
"""The root of the build has at most 90 lines, fetches nothing and forces one flag on users."""

from __future__ import annotations

import re
from collections.abc import Iterator

from project import Fault, Project

RULE = "cmake.small"
MOST = 90
FETCHES = re.compile(
    r"FetchContent|ExternalProject|CPMAddPackage|file\s*\(\s*DOWNLOAD|git clone|curl |wget ", re.IGNORECASE
)
FORCES = re.compile(r"target_(?:compile|link)_options\s*\(\s*vermeil\s+INTERFACE\s+([^)]*)\)")
OPTION = re.compile(r"^\s*(?:option\s*\(\s*|set\s*\(\s*)(\w+)[^)\n]*(?:ON|OFF|CACHE[^)\n]*)\)")
ALLOWED = "-ffp-contract=off"


def check(project: Project) -> Iterator[Fault]:
    """Yield what makes the build large, greedy or dependent on the network."""
    root = "CMakeLists.txt"
    if not project.has(root):
        yield Fault(root, 1, "is not there")
        return
    if len(project.lines(root)) > MOST:
        yield Fault(root, MOST + 1, f"{len(project.lines(root))} lines, at most {MOST}")
    for path in project.files:
        if path.endswith((".cmake", ".cmake.in", "CMakeLists.txt")):
            yield from _lines(project, path)


def _lines(project: Project, path: str) -> Iterator[Fault]:
    for number, line in enumerate(project.lines(path), start=1):
        if found := FETCHES.search(line):
            yield Fault(path, number, f"{found.group().strip()} downloads at build time")
        if (forced := FORCES.search(line)) and set(re.findall(r"(?<![\w-])-[\w=+,-]+", forced.group(1))) != {
            ALLOWED
        }:
            yield Fault(path, number, f"forces a flag on users other than {ALLOWED}")
        option = OPTION.match(line) if path == "CMakeLists.txt" else None
        if option and not option.group(1).startswith("VERMEIL_"):
            yield Fault(path, number, f"the option {option.group(1)} does not begin with VERMEIL_")
