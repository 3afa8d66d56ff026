# SPDX-License-Identifier: MIT
"""The umbrella and the layer headers hold includes only, and all that their layer has unless they name it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_text import blanked, reached
from project import LAYERS, Fault, Project

RULE = "umbrella.thin"


def check(project: Project) -> Iterator[Fault]:
    """Yield lines that are no include, and headers that a layer header neither includes nor names."""
    for layer in (*LAYERS, "arrow"):
        nouns = [path for path in project.headers if path.startswith(f"include/vermeil/{layer}/")]
        path = f"include/vermeil/{layer}.hpp"
        if nouns and not project.has(path):
            yield Fault(path, 1, f"the layer {layer} has no header of its own")
        elif nouns:
            yield from _thin(project, path)
            yield from _whole(project, path, nouns)
    umbrella = "include/vermeil.hpp"
    if project.has(umbrella):
        layers = [f"include/vermeil/{layer}.hpp" for layer in LAYERS]
        yield from _thin(project, umbrella)
        yield from _whole(project, umbrella, [path for path in layers if project.has(path)])


def _thin(project: Project, path: str) -> Iterator[Fault]:
    text = blanked(project.text(path), keep_strings=True)
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not re.match(r"#(?:include [<\"]|pragma once)", line):
            yield Fault(path, number, "holds more than includes")


def _whole(project: Project, path: str, parts: list[str]) -> Iterator[Fault]:
    text = project.text(path)
    there = reached(project, path)
    for part in parts:
        name = part.removeprefix("include/")
        if part not in there and name.rsplit("/", 1)[-1] not in text:
            yield Fault(path, 1, f"neither includes nor names {name}")
