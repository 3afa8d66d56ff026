# SPDX-License-Identifier: MIT
"""Times what comes before any work: importing the package, compiling its umbrella header."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from timing import Row, Timer, compared, timed

__all__ = ["compile_time", "import_time"]

ROOT = Path(__file__).resolve().parents[2]


def import_time() -> float:
    """Return the wall time that `import vermeil` adds to `import numpy`, in fresh interpreters."""

    def of(modules: str) -> float:
        return timed(lambda: subprocess.run([sys.executable, "-c", f"import {modules}"], check=True))()

    return of("numpy, vermeil") - of("numpy")


def compile_time(folder: Path) -> list[Row]:
    """Compare the time to compile the umbrella and an empty main with that of Eigen/Core."""
    compiler = os.environ.get("CXX", "g++")
    eigen = next(
        (path for path in ("/usr/include/eigen3", "/usr/local/include/eigen3") if Path(path).exists()), None
    )
    if not shutil.which(compiler) or eigen is None:
        print("no compiler or no Eigen at its usual place: no row for compiling")
        return []

    def compiling(header: str) -> Timer:
        source = folder / (header.replace("/", "_") + ".cpp")
        source.write_text(f"#include <{header}>\nint main() {{}}\n", encoding="utf-8")
        paths = ["-I", str(ROOT / "include"), "-isystem", eigen, "-o", str(folder / "out.o")]
        return timed(lambda: subprocess.run([compiler, "-std=c++20", "-c", str(source), *paths], check=True))

    work = "compile #include <vermeil.hpp> and an empty main"
    version = subprocess.run(
        [compiler, "-dumpfullversion"], capture_output=True, text=True, check=True
    ).stdout.strip()
    return [
        compared(
            work, compiling("vermeil.hpp"), compiling("Eigen/Core"), 0.5, "Eigen/Core", version, rounds=5
        )
    ]
