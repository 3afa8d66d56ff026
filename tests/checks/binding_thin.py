# SPDX-License-Identifier: MIT
"""pybind11 stands in `src/` alone: a module file under 40 lines and one file for each layer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_text import includes
from project import LAYERS, Fault, Project

RULE = "binding.thin"
MOST = 40
NAMES = {"module", *(f"bind_{layer}" for layer in (*LAYERS, "arrow"))}


def check(project: Project) -> Iterator[Fault]:
    """Yield bindings in the wrong place, and a module file that is too long."""
    for path in project.cpp:
        if not path.startswith("src/"):
            for line, name in includes(project.text(path)):
                if name.startswith("pybind11"):
                    yield Fault(path, line, f"<{name}> belongs in src/ alone")
    for path in project.select("src", ends=(".cpp",)):
        name = re.sub(r"\.\w+$", "", path.removeprefix("src/"))
        if name not in NAMES:
            yield Fault(path, 1, "is neither module.cpp nor bind_<layer>.cpp")
    if project.has("src/module.cpp") and len(project.lines("src/module.cpp")) >= MOST:
        yield Fault("src/module.cpp", MOST, f"{len(project.lines('src/module.cpp'))} lines, under {MOST}")
