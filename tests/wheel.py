# SPDX-License-Identifier: MIT
"""Build the wheel that users install and import it unpacked: what is missing in it shows here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "wheel"

# Without `site`, the editable installation of the source tree does not come first.
SAY_WHERE = "import vermeil, vermeil._core; print(vermeil.__file__); print(vermeil._core.__file__)"


def main() -> int:
    """Return 0 when the wheel holds a package that imports with numpy and narwhals alone."""
    shutil.rmtree(WORK, ignore_errors=True)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-build-isolation", "--no-deps"]
    command += ["--config-settings=cmake.define.CMAKE_COMPILE_WARNING_AS_ERROR=ON"]
    subprocess.run([*command, "--wheel-dir", str(WORK), str(ROOT)], check=True)
    (wheel,) = WORK.glob("vermeil-*.whl")
    site = WORK / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    places = os.pathsep.join([str(site), sysconfig.get_path("purelib")])
    asked = subprocess.run(
        [sys.executable, "-S", "-c", SAY_WHERE],
        env={**os.environ, "PYTHONPATH": places},
        capture_output=True,
        text=True,
        check=False,
    )
    print(asked.stdout + asked.stderr)
    inside = all(Path(line).is_relative_to(site) for line in asked.stdout.splitlines())
    return 0 if asked.returncode == 0 and inside else 1


if __name__ == "__main__":
    sys.exit(main())
