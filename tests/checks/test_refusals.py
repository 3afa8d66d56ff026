# SPDX-License-Identifier: MIT
"""The harness of what must not compile cannot pass on a typo or on another message."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "cmake" / "expect_refusal.cmake"

CASE = """// expect: was not declared
int f() {
#ifdef VERMEIL_CONTROL
    return %s;
#else
    return %s;
#endif
}
"""


def said(source: Path, text: str) -> tuple[int, str]:
    """Run the harness on a case and return its status and what it said, in one line."""
    source.write_text(text, encoding="utf-8")
    options = ["-D", f"source={source}", "-D", "compiler=g++", "-D", f"include={source.parent}"]
    asked = subprocess.run(
        ["cmake", *options, "-P", str(SCRIPT)], capture_output=True, text=True, check=False
    )
    return asked.returncode, " ".join(asked.stderr.split())


def test_a_refusal_with_its_message_passes(tmp_path: Path) -> None:
    assert said(tmp_path / "a.cpp", CASE % ("1", "unknown")) == (0, "")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (CASE % ("unknown", "unknown"), "the control must compile and does not"),
        (CASE % ("1", "2"), "compiles and must not"),
        (CASE % ("1", '"text"'), "refused, but not with 'was not declared'"),
        ("int f() { return 1; }\n", "has no line '// expect: <regular expression>'"),
    ],
)
def test_anything_else_fails(text: str, complaint: str, tmp_path: Path) -> None:
    status, message = said(tmp_path / "a.cpp", text)
    assert status != 0
    assert complaint in message
