# SPDX-License-Identifier: MIT
"""Each check passes on a small good project and finds the fault sown into it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import stub_true
from project import Fault, Project
from run import rules

C = "// SPDX-License-Identifier: MIT\n"
P = "# SPDX-License-Identifier: MIT\n"
NOUN = "include/vermeil/core/noun.hpp"

HEAD = C + "#pragma once\n// A noun.\n\n"
OPEN = HEAD + "#include <string>\n\nnamespace vermeil {\n"
GOOD = OPEN + "/// A noun.\nstruct Noun {};\n} // namespace vermeil\n"
MODULE = P + '"""A module."""\n\nfrom __future__ import annotations\n\n__all__ = ["a"]\n\na = 1\n'

GOOD_PROJECT = {
    "CMakeLists.txt": P + "target_compile_options(vermeil INTERFACE -ffp-contract=off)\n",
    "README.md": "make demo\nmake test\n",
    "CHANGELOG.md": "## Unreleased\n",
    "CONTRIBUTING.md": "Rules.\n",
    "LICENSE": "MIT\n",
    "pyproject.toml": P
    + '[tool.mypy]\nstrict = true\n[tool.pytest.ini_options]\nfilterwarnings = ["error"]\n',
    NOUN: GOOD,
    "include/vermeil/core.hpp": HEAD + "#include <vermeil/core/noun.hpp>\n",
    "include/vermeil.hpp": HEAD + "#include <vermeil/core.hpp>\n",
    "tests/cpp/core/noun.test.cpp": C + "#include <vermeil/core/noun.hpp>\n",
    "python/vermeil/__init__.py": MODULE,
    "python/vermeil/py.typed": "",
    "python/vermeil/frames.py": MODULE,
    "tests/python/test_frames.py": MODULE,
}


def body(text: str) -> str:
    """Return a header whose namespace holds a text; it begins in line 9."""
    return OPEN + "\n" + text + "} // namespace vermeil\n"


# The rule, the file sown into the good project, its text, and the fault that must be found in it.
SOWN = [
    ("file.noun", NOUN, GOOD + "\n" * 300, ":301: 310 lines, at most 300"),
    ("file.noun", NOUN, GOOD + "\n" * 600, "include:0: "),
    ("function.short", NOUN, body("inline int f() {\n" + "    g();\n" * 39 + "}\n"), ":9: f has 41 lines"),
    (
        "function.short",
        "tests/t.cpp",
        C + 'TEST_CASE("t") {\n' + "    g();\n" * 39 + "}\n",
        ":2: TEST_CASE has 41",
    ),
    ("function.short", "examples/e.py", P + "def f():\n" + "    g()\n" * 40, ":2: f has 41 lines"),
    ("header.order", NOUN, "#pragma once\n", ":1: begins with no licence"),
    ("header.order", NOUN, C + "// A noun.\n", ":2: has no '#pragma once'"),
    ("header.order", NOUN, C + "#pragma once\n\n", ":3: has no sentence"),
    (
        "header.order",
        NOUN,
        HEAD + "#include <string>\n#include <vermeil/core/id.hpp>\n",
        ":6: <vermeil/core/id.hpp>",
    ),
    (
        "header.order",
        NOUN,
        HEAD + "#include <span>\n#include <boost/a.hpp>\n",
        ":6: <boost/a.hpp> is third party",
    ),
    ("doc.contract", NOUN, body("struct Bare {};\n"), ":9: Bare is public"),
    ("doc.contract", NOUN, body("/// A.\nstruct A {\n    int b(int);\n};\n"), ":11: b is public"),
    (
        "doc.contract",
        NOUN,
        body("/// A.\ninline int a() { return 1; }\n\nenum class E { b };\n"),
        ":12: E is public",
    ),
    ("include.direction", NOUN, HEAD + "#include <vermeil/market/lot.hpp>\n", ":5: <vermeil/market/lot.hpp>"),
    ("include.direction", NOUN, HEAD + "#include <vermeil.hpp>\n", ":5: <vermeil.hpp> is a layer's"),
    ("include.direction", NOUN, HEAD + "#include <Eigen/Core>\n", ":5: <Eigen/Core> is not allowed"),
    ("include.direction", NOUN, HEAD + "#include <fmt/format.h>\n", ":5: <fmt/format.h> is no header"),
    ("include.direction", "include/vermeil/odd/a.hpp", HEAD, ":1: belongs to no layer"),
    (
        "include.direction",
        "include/vermeil/core.hpp",
        HEAD + "#include <vermeil/arrow.hpp>\n",
        ":5: <vermeil/arrow.hpp> is opt-in",
    ),
    (
        "include.direction",
        "include/vermeil/risk/a.hpp",
        HEAD + "#include <vermeil/rating/rank.hpp>\n",
        ":5: <vermeil/rating/rank.hpp> risk and rating do not",
    ),
    (
        "umbrella.thin",
        "include/vermeil/core.hpp",
        HEAD + "#include <vermeil/core/noun.hpp>\nint a;\n",
        ":6: holds more",
    ),
    ("umbrella.thin", "include/vermeil/core.hpp", HEAD, ":1: neither includes nor names"),
    ("umbrella.thin", "include/vermeil/market/lot.hpp", HEAD, "market.hpp:1: the layer market has no header"),
    ("macro.none", NOUN, body("#define VERMEIL_MAX 3\n"), ":9: defines the macro VERMEIL_MAX"),
    ("state.none", NOUN, body("inline int counter = 0;\n"), ":9: holds state"),
    (
        "state.none",
        NOUN,
        body("inline int f() {\n    static int calls = 0;\n    return ++calls;\n}\n"),
        ":10: holds",
    ),
    ("state.none", NOUN, body("auto t() { return std::chrono::system_clock::now(); }\n"), ":9: reads hidden"),
    ("state.none", "python/vermeil/frames.py", MODULE + "day = date.today()\n", ":9: reads or holds"),
    ("missing.explicit", NOUN, body("double f() { return -1; }\n"), ":9: return -1;"),
    ("missing.explicit", NOUN, body("auto x = std::numeric_limits<double>::quiet_NaN();\n"), ":9: quiet_NaN"),
    ("type.strong", NOUN, body("/// A.\nvoid rate(const std::string& quarter);\n"), ":10: quarter is a bare"),
    (
        "type.strong",
        NOUN,
        body("/// A.\nstruct A {\n    double money = 0;\n};\n"),
        ":11: money is a bare double",
    ),
    ("data.not_branches", NOUN, body("inline int f(int y) { return y > 2011; }\n"), ":9: 2011 is data"),
    (
        "data.not_branches",
        NOUN,
        body('inline const char* f() { return "East Sussex"; }\n'),
        ":9: Sussex is data",
    ),
    ("concept.few", NOUN, body("struct A {\n    virtual int f();\n};\n"), ":10: is virtual"),
    ("cmake.small", "CMakeLists.txt", P + "\n" * 90, ":91: 91 lines"),
    ("cmake.small", "CMakeLists.txt", P + "include(FetchContent)\n", ":2: FetchContent downloads"),
    (
        "cmake.small",
        "cmake/a.cmake",
        P + "target_compile_options(vermeil INTERFACE -O2)\n",
        ":2: forces a flag",
    ),
    ("cmake.small", "CMakeLists.txt", P + 'option(BUILD_IT "Build it" OFF)\n', ":2: the option BUILD_IT"),
    (
        "binding.thin",
        NOUN,
        HEAD + "#include <pybind11/pybind11.h>\n",
        ":5: <pybind11/pybind11.h> belongs in src",
    ),
    ("binding.thin", "src/module.cpp", C + "\n" * 40, ":40: 41 lines, under 40"),
    ("binding.thin", "src/helpers.cpp", C, ":1: is neither module"),
    ("test.mirror", "include/vermeil/core/id.hpp", GOOD, ":1: has no test file tests/cpp/core/id.test.cpp"),
    ("test.mirror", "tests/cpp/core/gone.test.cpp", C, ":1: mirrors no header"),
    ("test.mirror", "python/vermeil/cli.py", MODULE, ":1: has no test file tests/python/test_cli.py"),
    ("stub.true", "src/module.cpp", C, "_core.pyi:1: the extension has no stub"),
    ("python.typed", "python/vermeil/frames.py", P + "a = 1\n", ":1: has no __all__"),
    ("python.typed", "python/vermeil/frames.py", P + "__all__ = []\n", ":1: does not postpone"),
    (
        "python.typed",
        "python/vermeil/frames.py",
        MODULE + "@dataclass\nclass A: ...\n",
        ":10: the data class A is not frozen",
    ),
    ("python.typed", "pyproject.toml", P + "[tool.mypy]\nstrict = false\n", ":1: mypy is not strict"),
    ("comment.why", NOUN, body("// FIX" + "ME later\n"), ":9: leaves something"),
    ("comment.why", NOUN, body("// -----------\n"), ":9: is a banner"),
    ("comment.why", "cmake/a.cmake", P + "# ==== Options ====\n", ":2: is a banner"),
    ("file.spdx", NOUN, "#pragma once\n", ":1: does not name its licence"),
    ("file.spdx", ".ci/run", "#!/bin/sh\nmake\n", ":1: does not name its licence"),
    ("file.words", "README.md", "See /wo" + "rk/notes.\n", ":1: holds '/wo" + "rk'"),
    ("file.words", "tests/python/test_a.py", "'../sha" + "red/oracles'\n", ":1: holds 'sha" + "red/'"),
    ("readme.short", "README.md", "make demo\nmake test\n" * 81, ":161: 162 lines"),
    ("readme.short", "README.md", "make demo\n", ":1: does not name 'make test'"),
    ("readme.short", "CHANGELOG.md", "# Changes\n", ":1: has no section"),
]


def planted(root: Path, files: dict[str, str]) -> Project:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return Project(root)


def found(rule: str, project: Project) -> list[Fault]:
    return list(rules()[rule].check(project))


@pytest.mark.parametrize("rule", rules())
def test_a_good_project_keeps_the_rule(rule: str, tmp_path: Path) -> None:
    assert found(rule, planted(tmp_path, GOOD_PROJECT)) == []


@pytest.mark.parametrize(("rule", "path", "text", "expected"), SOWN)
def test_the_sown_fault_is_found(rule: str, path: str, text: str, expected: str, tmp_path: Path) -> None:
    faults = [str(fault) for fault in found(rule, planted(tmp_path, {**GOOD_PROJECT, path: text}))]
    assert any(expected in fault for fault in faults), faults


def test_every_rule_with_a_check_has_a_sown_fault() -> None:
    assert {rule for rule, *_ in SOWN} == set(rules())


def test_a_long_header_is_only_warned_of_up_to_300_lines(tmp_path: Path) -> None:
    many = {f"include/vermeil/core/n{i}.hpp": GOOD for i in range(9)}
    faults = found("file.noun", planted(tmp_path, {**GOOD_PROJECT, **many, NOUN: GOOD + "\n" * 250}))
    assert [fault.warning for fault in faults] == [True]


def test_oracles_may_be_looked_for_in_conformance_tests_alone(tmp_path: Path) -> None:
    project = planted(tmp_path, {"tests/conformance/test_a.py": "'../sha" + "red/oracles'\n"})
    assert found("file.words", project) == []


def test_a_stub_that_lacks_a_name_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = planted(tmp_path, {"sown.py": "a = 1\nb = 2\n", "sown.pyi": "a: int\n"})
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert any("sown.b" in fault.message for fault in stub_true.compared("sown", project))
