# SPDX-License-Identifier: MIT
"""Run the tests, stage by stage: `python tests/stages.py [stage ...]`; `make test` runs them all.

Two stages run at once, each with half of the processors. What a stage says goes to `build/logs/<stage>.log`
and is shown when it fails; the other stages go on.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent
LOGS = ROOT / "build" / "logs"
BIN = Path(sys.executable).parent
SHOWN_OF_A_FAILURE = 120  # lines
AT_ONCE = 2  # stages; more of them want more memory


@dataclass(frozen=True)
class Stage:
    """Commands run in turn; `reports` are the JUnit files in which they count their tests."""

    name: str
    commands: tuple[tuple[str, ...], ...]
    reports: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Tally:
    """How many tests passed, failed and were skipped; a stage without a report counts as one test."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Add up two tallies."""
        return Tally(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)


def files(*patterns: str) -> list[str]:
    """Return the files that match, relative to the root."""
    return sorted(str(path.relative_to(ROOT)) for pattern in patterns for path in ROOT.glob(pattern))


def cpp_stage(preset: str) -> Stage:
    """Configure, build and test one preset of CMake."""
    report = LOGS / f"{preset}.xml"
    return Stage(
        f"c++ {preset}",
        (
            ("cmake", "--preset", preset),
            ("cmake", "--build", "--preset", preset),
            ("ctest", "--preset", preset, "--no-tests=error", "--output-junit", str(report)),
        ),
        (report,),
    )


def pytest_stage(name: str, *arguments: str) -> Stage:
    """Run pytest with some arguments."""
    report = LOGS / f"{name}.xml"
    return Stage(
        name, ((sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *arguments),), (report,)
    )


def fuzzing_stage() -> Stage:
    """Feed changed frameworks, watch lists and ladders to their loaders; what they take is tried."""
    seeds = ("examples/frameworks", "tests/conformance/frameworks", "examples/watch", "examples/ladders")
    build: tuple[str, ...] = ("clang++", "-std=c++20", "-O1", "-g1", "-fsanitize=fuzzer,address,undefined")
    build += ("-fno-sanitize-recover=undefined", "-ffp-contract=off", "-Iinclude")
    build += ("tests/fuzz/framework.cpp", "-o", "build/fuzz/framework")
    limits = ("-seed=1", "-runs=20000", "-max_total_time=120", "-timeout=10", "-max_len=60000")
    places = ("-dict=tests/fuzz/framework.dict", "-artifact_prefix=build/fuzz/", "build/fuzz/corpus")
    return Stage(
        "fuzzing",
        (
            ("mkdir", "-p", "build/fuzz/corpus"),
            build,
            ("build/fuzz/framework", *limits, *places, *seeds),
        ),
    )


def older_pandas_stage() -> Stage:
    """Run the tests of frames with the oldest pandas that speaks Arrow, in a folder of its own."""
    stage = pytest_stage("pandas 2.2", "tests/python/test_frames.py")
    older = f"PYTHONPATH={Path(sys.prefix) / 'pandas-2.2'}"
    return Stage(stage.name, tuple(("env", older, *command) for command in stage.commands), stage.reports)


def stages() -> Iterator[Stage]:
    """Yield the stages, the long ones first, so that they end together; those without files are left out."""
    tool = {name: str(BIN / name) for name in ("ruff", "mypy", "clang-format")}
    cpp = [
        f"{folder}/**/*.{end}" for folder in ("include", "src", "tests", "examples") for end in ("hpp", "cpp")
    ]
    yield cpp_stage("dev")
    yield cpp_stage("asan")
    yield pytest_stage("python")
    yield fuzzing_stage()
    yield Stage("house rules", ((sys.executable, "tests/checks/run.py"),))
    others = (("tests/stages.py", "tests/wheel.py"), ("tests/checks",), tuple(files("examples/python/*.py")))
    yield Stage("mypy", ((tool["mypy"],), *((tool["mypy"], *group) for group in others if group)))
    yield pytest_stage("rules of the house rules", "tests/checks")
    yield older_pandas_stage()
    notebooks = files("examples/notebooks/*.ipynb")
    if notebooks:
        yield pytest_stage(
            "notebooks", "--nbmake", "-o", "addopts=", "-o", "filterwarnings=default", *notebooks
        )
    yield Stage("wheel", ((sys.executable, "tests/wheel.py"),))
    yield Stage("clang-format", ((tool["clang-format"], "--dry-run", "--Werror", *files(*cpp)),))
    yield Stage("ruff", ((tool["ruff"], "check"), (tool["ruff"], "format", "--check")))


def run(stage: Stage) -> Tally:
    """Run one stage, say how it went, and count its tests."""
    log = LOGS / f"{stage.name.replace(' ', '-')}.log"
    for report in stage.reports:
        report.unlink(missing_ok=True)
    begun = time.monotonic()
    failed = False
    with log.open("w", encoding="utf-8") as out:
        for command in stage.commands:
            if (
                subprocess.run(
                    command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, check=False
                ).returncode
                != 0
            ):
                failed = True
                break
    tally = sum((counted(report) for report in stage.reports if report.exists()), Tally())
    if failed and tally.failed == 0:
        tally += Tally(failed=1)
    elif not stage.reports:
        tally += Tally(passed=1)
    seconds = time.monotonic() - begun
    word = "FAIL" if failed else "ok"
    said = [f"{word:<5}{stage.name:<26}{seconds:7.1f} s  {tally.passed} passed, {tally.failed} failed"]
    if failed:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        said += [f"     {line}" for line in lines[-SHOWN_OF_A_FAILURE:]]
    print("\n".join(said), flush=True)
    return tally


def counted(report: Path) -> Tally:
    """Count the tests of a JUnit report."""
    tally = Tally()
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            tally += Tally(failed=1)
        elif case.find("skipped") is not None:
            tally += Tally(skipped=1)
        else:
            tally += Tally(passed=1)
    return tally


def main(wanted: list[str]) -> int:
    """Run the stages whose names hold one of the wanted words, or all; return 1 when a test failed."""
    LOGS.mkdir(parents=True, exist_ok=True)
    chosen = [
        stage for stage in stages() if not wanted or any(re.search(word, stage.name) for word in wanted)
    ]
    processors = max(1, (os.cpu_count() or 1) // max(1, min(AT_ONCE, len(chosen))))
    os.environ |= dict.fromkeys(("CMAKE_BUILD_PARALLEL_LEVEL", "CTEST_PARALLEL_LEVEL"), str(processors))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        total = sum(pool.map(run, chosen), Tally())
    print(f"{total.passed} passed, {total.failed} failed, {total.skipped} skipped")
    return 0 if chosen and total.failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
