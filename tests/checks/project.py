# SPDX-License-Identifier: MIT
"""What every check works on: the files of the project, and the faults found in them."""

from __future__ import annotations

import functools
import os
from dataclasses import dataclass
from pathlib import Path

__all__ = ["LAYERS", "Fault", "Project"]

# Each layer may use itself and those before it; rating and risk stand side by side.
LAYERS = (
    "core",
    "market",
    "evidence",
    "measure",
    "framework",
    "kernel",
    "rating",
    "risk",
    "trust",
    "commissioning",
)

_LEFT_OUT = {"build", "__pycache__", "node_modules"}


@dataclass(frozen=True)
class Fault:
    """One breach of a rule: where it stands and what is wrong; a warning does not fail the run."""

    path: str
    line: int
    message: str
    warning: bool = False

    def __str__(self) -> str:
        """Write the fault as `file:line: message`, the form that editors jump to."""
        return f"{self.path}:{self.line}: {'warning: ' if self.warning else ''}{self.message}"


class Project:
    """A tree of files under one root; paths are given and taken relative to it, with `/`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @functools.cached_property
    def files(self) -> tuple[str, ...]:
        """All files but those that are built, hidden folders apart (`.ci` belongs to the project)."""
        found = []
        for folder, folders, names in os.walk(self.root):
            here = Path(folder).relative_to(self.root).as_posix()
            folders[:] = [
                name for name in folders if name not in _LEFT_OUT and (name == ".ci" or name[0] != ".")
            ]
            found += [name if here == "." else f"{here}/{name}" for name in names]
        return tuple(sorted(found))

    def select(self, *folders: str, ends: tuple[str, ...]) -> list[str]:
        """Return the files under any of the folders whose names end in one of `ends`."""
        return [
            path
            for path in self.files
            if path.endswith(ends) and any(path.startswith(f"{folder}/") for folder in folders)
        ]

    @property
    def headers(self) -> list[str]:
        """The public headers."""
        return self.select("include", ends=(".hpp",))

    @property
    def cpp(self) -> list[str]:
        """Every C++ file."""
        return self.select("include", "src", "tests", "examples", ends=(".hpp", ".cpp"))

    @property
    def python(self) -> list[str]:
        """Every Python file."""
        return [path for path in self.files if path.endswith(".py")]

    def text(self, path: str) -> str:
        """Return the whole text of a file."""
        return (self.root / path).read_text(encoding="utf-8")

    def lines(self, path: str) -> list[str]:
        """Return the lines of a file."""
        return self.text(path).splitlines()

    def has(self, path: str) -> bool:
        """Tell whether there is such a file."""
        return (self.root / path).is_file()
