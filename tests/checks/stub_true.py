# SPDX-License-Identifier: MIT
"""The stub of the extension is committed and says what the extension holds."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from project import Fault, Project

RULE = "stub.true"
STUB = "python/vermeil/_core.pyi"


def check(project: Project) -> Iterator[Fault]:
    """Yield what stubtest finds; nothing to do while there is no extension."""
    if not project.select("src", ends=(".cpp",)):
        return
    if not project.has(STUB):
        yield Fault(STUB, 1, "the extension has no stub")
        return
    yield from compared("vermeil._core", project)


def compared(module: str, project: Project) -> Iterator[Fault]:
    """Yield one fault for each difference that stubtest reports between a module and its stub."""
    command = [sys.executable, "-m", "mypy.stubtest", module, "--concise"]
    asked = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False)
    said = (asked.stdout + asked.stderr).strip().splitlines()
    if asked.returncode != 0:
        for line in said or ["stubtest failed and said nothing"]:
            yield Fault(STUB, 1, line)
