# SPDX-License-Identifier: MIT
"""A benchmark program in C++, asked line by line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from timing import Timer

__all__ = ["Program"]


class Program:
    """A benchmark program that answers line by line; it refuses to start unless it is a release build."""

    def __init__(self, path: Path, framework: Path, services: int) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen([path, framework, str(services)], stdin=pipe, stdout=pipe, text=True)
        ready = self._line()
        if not ready.startswith("ready "):
            sys.exit(f"{path.name} did not start")
        self.compiler = ready.removeprefix("ready ")

    def ask(self, what: str, having: str | int) -> str:
        """Return the answer to one line."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{what} {having}\n")
        self._process.stdin.flush()
        return self._line()

    def timer(self, what: str, threads: int = 1) -> Timer:
        """Return something to call for the seconds that a piece of work takes."""
        return lambda: float(self.ask(what, threads))

    def close(self) -> None:
        """End the program."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()
